"""Measure the matching of ``diff``: articles whose sentences were changed by script.

    python -m tests.benchmarks.diff [--part "held out"] [--lang en] [--articles 40] [--seed 1]
                                    [--show]

A fifth of the sentences of each article is edited, swapped with the next, split, merged with the
next, removed, or has a sentence of another article put behind it. Of all units of both versions,
those are counted whose counterparts are exactly the true ones. One sentence in ten of each version
holds a planted entity; the new, fixed and unchanged findings must be exactly these.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.corpus import Part, articles
from transcheck.checks import runner
from transcheck.config import Settings
from transcheck.model import Measured, Origin, Pair, Report, Segment
from transcheck.results.compare import compare

_SHARE = 0.2
_FAULT = " &amp; "
# A sentence of fewer words has nothing to split or to edit.
_FEWEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """An article before and after, and which places belong together: old ones, new ones."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    truth: frozenset[tuple[tuple[int, ...], tuple[int, ...]]]


def changed(sentences: Sequence[str], spare: Sequence[str], random: Random) -> Changed:
    """Change a fifth of the sentences; ``spare`` are sentences to insert."""
    new: list[str] = []
    truth: list[tuple[tuple[int, ...], tuple[int, ...]]] = []

    def put(olds: tuple[int, ...], texts: Sequence[str]) -> None:
        truth.append((olds, tuple(range(len(new), len(new) + len(texts)))))
        new.extend(texts)

    at = 0
    while at < len(sentences):
        text, following = sentences[at], sentences[at + 1 : at + 2]
        kinds = ["insert", "remove"]
        kinds += ["edit", "split"] if len(text.split()) >= _FEWEST else []
        kinds += ["swap", "merge"] if following else []
        kind = random.choice(kinds) if random.random() < _SHARE else "keep"
        at += 2 if kind in {"swap", "merge"} else 1
        first = at - (2 if kind in {"swap", "merge"} else 1)
        if kind in {"keep", "insert"}:
            put((first,), [text])
        if kind == "insert":
            put((), [random.choice(spare)])
        elif kind == "remove":
            truth.append(((first,), ()))
        elif kind == "edit":
            put((first,), [_edited(text, random)])
        elif kind == "split":
            put((first,), _split(text, random))
        elif kind == "merge":
            put((first, first + 1), [f"{text} {following[0]}"])
        elif kind == "swap":
            put((first + 1,), [following[0]])
            put((first,), [text])
    return Changed(old=tuple(sentences), new=tuple(new), truth=frozenset(truth))


def _edited(text: str, random: Random) -> str:
    """Leave out a fifth of the words and repeat others in their place."""
    words = text.split()
    for at in random.sample(range(len(words)), max(1, len(words) // 5)):
        words[at] = random.choice(words)
    return " ".join(words)


def _split(text: str, random: Random) -> list[str]:
    words = text.split()
    cut = random.randint(len(words) // 3, 2 * len(words) // 3)
    return [" ".join(words[:cut]) + ".", " ".join(words[cut:])]


def planted(texts: Sequence[str], random: Random) -> list[str]:
    """Plant an entity in the middle of one sentence in ten."""
    made = []
    for text in texts:
        words = text.split()
        middle = len(words) // 2
        cut = " ".join(words[:middle]) + _FAULT + " ".join(words[middle:])
        made.append(cut if random.random() < 0.1 and middle else text)
    return made


def report(texts: Sequence[str], lang: str) -> Report:
    """Return the report of ``lint`` with exactly these sentences as its rows."""
    rows = [
        Measured(
            pair=Pair(
                id=str(at), source=None, origin=Origin.GIVEN,
                target=Segment(
                    id=str(at), text=text, lang=lang, path="x", offset=0, line=at + 1, column=1,
                    block=at,
                ),
            )
        )
        for at, text in enumerate(texts)
    ]  # fmt: skip
    chosen = Settings(select=("TC215",)).rules()
    found = runner.run(chosen, rows)
    return Report(signature={}, rows=tuple(rows), findings=found.findings)


def measure(one: Changed, lang: str, random: Random, *, show: bool) -> Counter[str]:
    """Count units, those that are matched rightly, and whether the findings are exact."""
    old, new = planted(one.old, random), planted(one.new, random)
    found = compare(report(old, lang), report(new, lang))
    made = {
        (tuple(int(row.pair.id) for row in unit.match.old),
         tuple(int(row.pair.id) for row in unit.match.new))
        for unit in found.units
    }  # fmt: skip
    # A sentence that stands twice is the same sentence, whichever of them is meant.
    texts = Counter({_words(one, olds, news): 0 for olds, news in one.truth})
    right = {
        pair for pair in made if pair in one.truth or (_words(one, *pair) in texts and all(pair))
    }
    size = sum(len(olds) + len(news) for olds, news in one.truth)
    good = sum(len(olds) + len(news) for olds, news in right)
    wanted = Counter[str]()
    for olds, news in one.truth:
        before = sum(_FAULT in old[at] for at in olds)
        after = sum(_FAULT in new[at] for at in news)
        wanted += Counter(
            new=max(after - before, 0), fixed=max(before - after, 0), unchanged=min(before, after)
        )
    got = Counter(new=len(found.new), fixed=len(found.fixed), unchanged=len(found.unchanged))
    if show:
        for olds, news in sorted(made - right):
            sys.stdout.write(f"   {[one.old[i] for i in olds]}\n-> {[one.new[j] for j in news]}\n")
    return Counter(units=size, right=good, articles=1, exact=+got == +wanted)


def _words(one: Changed, olds: Sequence[int], news: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    return tuple(one.old[i] for i in olds), tuple(one.new[j] for j in news)


def run(part: Part, lang: str, *, count: int, seed: int, show: bool = False) -> Counter[str]:
    """Measure ``count`` articles of the corpus."""
    random = Random(seed)  # noqa: S311 - a benchmark, not a secret
    chosen = articles(lang, part)[:count]
    total: Counter[str] = Counter()
    for at, article in enumerate(chosen):
        spare = chosen[at - 1].sentences
        made = changed([text.strip() for text in article.sentences], spare, random)
        total += measure(made, lang, random, show=show)
    return total


def main() -> None:
    """Print what was matched rightly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", type=Part, default=Part.DEVELOPMENT)
    parser.add_argument("--lang", default="en")
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    total = run(
        options.part, options.lang, count=options.articles, seed=options.seed, show=options.show
    )
    sys.stdout.write(
        f"{options.lang}: {total['right']} of {total['units']} units right "
        f"({total['right'] / total['units']:.4f}), findings exact in {total['exact']} of "
        f"{total['articles']} articles\n"
    )


if __name__ == "__main__":
    main()
