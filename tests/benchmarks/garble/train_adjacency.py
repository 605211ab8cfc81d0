"""Count which kinds of words stand side by side, for ``glued-words``.

    python -m tests.benchmarks.garble.train_adjacency [TAG ...]

Each pair of neighbours in the articles for development is counted by kind: words of grammar and
marks by themselves, all others as small, with a capital, or numbers. The files hold the logarithms
of how much more often a pair stands there than by chance; pairs about as frequent as that are left
out. Where nouns have capitals, endings are counted by how often their words are in small letters.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from math import log
from pathlib import Path

from tests.benchmarks.corpus import Article, Part, articles
from transcheck.checks.run_together_setting import tokens
from transcheck.data import lexicon
from transcheck.data.adjacency import EDGE, LONGEST_ENDING, Adjacency
from transcheck.languages import LANGUAGES, find

DATA = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "adjacent"
# So many sightings by chance are added to all counts, and what says less than this is left out.
_ADDED, _LEAST = 4.0, 0.25
# For how many words of an ending the shorter one vouches, and the least that an ending says.
_VOUCHED, _RAREST = 3.0, -4.0


def counted(lang: str, texts: Iterable[Article]) -> Adjacency:
    """Return what stands side by side in ``texts``."""
    sentences = [tokens(sentence) for article in texts for sentence in article.sentences]
    endings = _small(lang, sentences) if find(lang).nouns_capitalised else {}
    return Adjacency(lang=lang, pulls=_pulls(lang, sentences), small=endings)


def _pulls(lang: str, sentences: Sequence[Sequence[str]]) -> dict[str, dict[str, float]]:
    nothing = Adjacency(lang=lang, pulls={}, small={})
    single: Counter[str] = Counter()
    double: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        inner = (nothing.kind(word, opens=place == 0) for place, word in enumerate(sentence))
        kinds = [EDGE, *inner, EDGE]
        single.update(kinds)
        double.update(pairwise(kinds))
    total = single.total()
    pulls: dict[str, dict[str, float]] = {}
    for first, one in sorted(single.items()):
        for second, other in sorted(single.items()):
            chance = one * other / total
            pull = log((double[first, second] + _ADDED) / (chance + _ADDED))
            if abs(pull) >= _LEAST:
                pulls.setdefault(first, {})[second] = round(pull, 1)
    return pulls


def _small(lang: str, sentences: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return for each ending how usual small letters are; the shorter endings vouch for it."""
    function = lexicon.function_words(lang)
    inside = chain.from_iterable(sentence[1:] for sentence in sentences)
    words = [word for word in inside if word.isalpha() and word.lower() not in function]
    usual = sum(word.islower() for word in words) / max(len(words), 1)
    share, found = {"": usual}, {}
    for length in range(1, LONGEST_ENDING + 1):
        small: dict[str, list[bool]] = defaultdict(list)
        for word in words:
            if len(word) >= length:
                small[word[-length:].lower()].append(word.islower())
        for ending, seen in sorted(small.items()):
            known = share[ending[1:]]
            share[ending] = (sum(seen) + _VOUCHED * known) / (len(seen) + _VOUCHED)
            if length < LONGEST_ENDING or abs(log(share[ending] / known)) >= _LEAST:
                found[ending] = max(round(log(share[ending] / usual), 1), _RAREST)
    return found


def main(argv: Sequence[str] | None = None) -> None:
    """Count in the named languages, or in all that have capitals and write words apart."""
    parser = argparse.ArgumentParser(description="Count which kinds of words stand side by side.")
    parser.add_argument("tags", nargs="*")
    tags = parser.parse_args(argv).tags
    DATA.mkdir(exist_ok=True)
    for lang in tags or [one.tag for one in LANGUAGES if one.cased and one.spaced]:
        found = counted(lang, articles(lang, Part.DEVELOPMENT))
        table = {"pulls": found.pulls, "small": found.small}
        text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
        (DATA / f"{lang}.json").write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
