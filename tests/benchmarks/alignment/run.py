"""Measure the alignment of articles, and the checks that come of it, on held-out news.

Run ``python -m tests.benchmarks.alignment.run`` from the root of the repository: it prints F1 over
links, ours and that of an aligner by length, and writes the figures of the three checks.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.benchmarks.alignment.gale_church import align_by_length
from tests.benchmarks.alignment.plant import Link, Planted, Planter, Rates
from tests.benchmarks.corpus import Part, articles
from transcheck.alignment.meaning import align_by_meaning
from transcheck.checks.added_sentence import ADDED_SENTENCE
from transcheck.checks.base import Check
from transcheck.checks.dropped_sentence import DROPPED_SENTENCE
from transcheck.checks.moved_sentence import MOVED_SENTENCE
from transcheck.checks.runner import Rule, run
from transcheck.data import measured
from transcheck.embedders.memory import RememberingEmbedder
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.model import Measured, Pair, Segment, Side

LANGUAGES = ("pt", "es", "fr", "de", "ru", "ar", "zh", "ja")
ROUNDS = 6
MOVES = Rates(merge=0, split=0, drop=0, add=0, move=0.05)
CLEAN = Rates(merge=0, split=0, drop=0, add=0)
FOLDER = Path(measured.__file__).parent

# The check, the side it marks, and the planted segments that it should mark.
CHECKS: tuple[tuple[Check, Side, Callable[[Planted], set[int]], Rates], ...] = (
    (DROPPED_SENTENCE, Side.SOURCE, lambda p: {a[0] for a, b in p.links if not b}, Rates()),
    (ADDED_SENTENCE, Side.TARGET, lambda p: {b[0] for a, b in p.links if not a}, Rates()),
    (MOVED_SENTENCE, Side.TARGET, lambda p: {b[0] for _, b in p.moved}, MOVES),
)


def planted(lang: str, rates: Rates, seed: int) -> list[Planted]:
    """Return the held-out articles with changes, every other one with a sentence to a line."""
    sources, targets = articles("en", Part.HELD_OUT), articles(lang, Part.HELD_OUT)
    rng = random.Random(f"{lang} {seed}")  # noqa: S311 - faults to plant, nothing secret
    made = []
    for number, (source, target) in enumerate(zip(sources, targets, strict=True)):
        own = set(target.sentences)
        strangers = [text for each in targets for text in each.sentences if text not in own]
        planter = Planter(rates=rates, rng=rng, strangers=strangers, lines=number % 2 == 0)
        made.append(planter.plant(source.sentences, target.sentences, ("en", lang)))
    return made


def links_of(pairs: Iterable[Pair], article: Planted) -> frozenset[Link]:
    """Return the pairs as indices of segments."""
    return frozenset(
        (_indices(pair.source, article.source), _indices(pair.target, article.target))
        for pair in pairs
    )


def _indices(whole: Segment | None, segments: Sequence[Segment]) -> tuple[int, ...]:
    if whole is None:
        return ()
    end = whole.offset + len(whole.text)
    return tuple(i for i, part in enumerate(segments) if whole.offset <= part.offset < end)


def f1(found: Sequence[frozenset[Link]], true: Sequence[frozenset[Link]]) -> float:
    """Return the harmonic mean of precision and recall over links that join two sides."""
    joined = [[{link for link in each if all(link)} for each in some] for some in (found, true)]
    right = sum(len(one & other) for one, other in zip(*joined, strict=True))
    return 2 * right / sum(len(each) for some in joined for each in some)


def marked(check: Check, side: Side, pairs: Sequence[Pair], article: Planted) -> set[int]:
    """Return the segments that a check marks."""
    rule = Rule(check=check, severity=check.severity)
    found = run([rule], [Measured(pair=pair) for pair in pairs]).findings
    lines = {finding.line for finding in found if finding.side is side}
    segments = article.source if side is Side.SOURCE else article.target
    return {index for index, segment in enumerate(segments) if segment.line in lines}


def judged(lang: str, encoder: RememberingEmbedder) -> dict[str, dict[str, float]]:
    """Return the figures of each check in one language."""
    figures = {}
    clean = [(a, align_by_meaning(a.source, a.target, encoder)) for a in planted(lang, CLEAN, 0)]
    sentences = sum(len(article.source) for article, _ in clean)
    for check, side, wanted, rates in CHECKS:
        counts: Counter[str] = Counter()
        for seed in range(ROUNDS):
            for article in planted(lang, rates, seed):
                pairs = align_by_meaning(article.source, article.target, encoder)
                found, true = marked(check, side, pairs, article), wanted(article)
                counts.update(right=len(found & true), found=len(found), true=len(true))
        alarms = sum(len(marked(check, side, pairs, article)) for article, pairs in clean)
        figures[check.name] = {
            "recall": counts["right"] / counts["true"],
            "precision": counts["right"] / counts["found"],
            "alarms": 1000 * alarms / sentences,
            "n": counts["true"],
        }
    return figures


def aligned(lang: str, encoder: RememberingEmbedder) -> tuple[float, float]:
    """Return F1 in one language: ours, and by length alone."""
    texts = [article for seed in range(ROUNDS) for article in planted(lang, Rates(), seed)]
    true = [article.links for article in texts]
    ours = [links_of(align_by_meaning(a.source, a.target, encoder), a) for a in texts]
    lengths = [
        align_by_length([s.text for s in a.source], [s.text for s in a.target]) for a in texts
    ]
    return f1(ours, true), f1(lengths, true)


def write(check: Check, rows: dict[str, dict[str, float]]) -> None:
    """Write the figures that the check's page shows."""
    content = {
        "check": check.name,
        "corpus": "NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0, held-out articles",
        "rows": [
            {
                "fault": check.name.replace("-", " "),
                "lang": f"en-{lang}",
                "recall": round(row["recall"], 4),
                "false_alarms_per_1000": round(row["alarms"], 2),
                "n": int(row["n"]),
            }
            for lang, row in rows.items()
        ],
        "how": "python -m tests.benchmarks.alignment.run: 5% of the sentences left out and 5% "
        "added, 10% merged or split (or, for moved sentences, 5% moved and nothing else changed); "
        "exact sentences count. False alarms are on the articles as they are. Precision among "
        "the changed articles: "
        + ", ".join(f"en-{lang} {row['precision']:.3f}" for lang, row in rows.items())
        + ".",
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (FOLDER / f"{check.name}.json").write_text(text + "\n", encoding="utf-8")


def say(line: str) -> None:
    """Show a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Measure all languages, print and write."""
    encoder = RememberingEmbedder(UniversalSentenceEncoder())
    figures: dict[str, dict[str, dict[str, float]]] = {check.name: {} for check, *_ in CHECKS}
    for lang in LANGUAGES:
        ours, lengths = aligned(lang, encoder)
        say(f"en-{lang}  F1 {ours:.4f}  by length {lengths:.4f}")
        for name, row in judged(lang, encoder).items():
            figures[name][lang] = row
            say(f"    {name:17} " + "  ".join(f"{key} {value:.3f}" for key, value in row.items()))
    for check, *_ in CHECKS:
        write(check, figures[check.name])


if __name__ == "__main__":
    main()
