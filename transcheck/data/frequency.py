"""How frequent words are, by language: the lists of wordfreq, loaded when first asked for."""

import math
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path

from transcheck.data import exists, lines

# Frequencies on the Zipf scale count from 1 in a billion words: 3 is one in a million.
_BILLION = 9.0
_DOTTED = str.maketrans({"I": "ı", "İ": "i"})
_LAST = "\U0010ffff"
_SAMPLE = 400
# One in five million words: 2.3 on the Zipf scale.
_RARE = 2e-7


@cache
def frequencies(lang: str) -> Mapping[str, float]:
    """Return the words of ``lang``, folded as ``fold`` does, each with its share of all words.

    The most frequent come first. Takes the largest list that there is: 0.1 s for Turkish to 0.4 s
    for Russian, 30 to 160 MB. A language without a list gives an empty mapping.
    """
    tag = lang.partition("-")[0]
    for size in ("large", "small"):
        file = _folder() / f"{size}_{tag}.msgpack.gz"
        if file.is_file():
            return _read(file)
    return {}


def _folder() -> Path:
    """Return where wordfreq keeps its lists.

    Its own functions are not called: the import takes 0.1 s, as long as reading a list, for its
    tokenizers and the names of languages.
    """
    package = find_spec("wordfreq")
    if package is None or not package.submodule_search_locations:
        raise AssertionError("wordfreq is a requirement of transcheck, and is not installed")
    return Path(package.submodule_search_locations[0]) / "data"


def _read(file: Path) -> Mapping[str, float]:
    """Read wordfreq's format: after a header, the words of each hundredth of a power of ten."""
    import gzip

    import msgpack  # type: ignore[import-untyped]

    with gzip.open(file) as packed:
        header, *levels = msgpack.load(packed, raw=False)
    if header != {"format": "cB", "version": 1}:
        raise AssertionError(f"{file} is in a format of wordfreq's that transcheck does not know")
    shares: dict[str, float] = {}
    for level, words in enumerate(levels):
        shares.update(dict.fromkeys(words, 10 ** (-level / 100)))
    return shares


def fold(word: str, lang: str) -> str:
    """Return ``word`` as the lists spell it: no capitals, "ss" for "ß", Turkish "ı" for "I"."""
    return (word.translate(_DOTTED) if lang == "tr" else word).casefold()


@lru_cache(maxsize=1 << 16)
def zipf(word: str, lang: str) -> float:
    """Return the frequency of ``word`` (small letters) on the Zipf scale, from 0 to about 7.7.

    0 means that the list of ``lang`` does not have it: rarer than one in a hundred million words.
    """
    share = frequencies(lang).get(fold(word, lang))
    return math.log10(share) + _BILLION if share else 0.0


@cache
def in_order(lang: str) -> tuple[str, ...]:
    """Return the words of ``lang`` in the order of their code points; 0.05 to 0.2 s, once."""
    return tuple(sorted(frequencies(lang)))


@lru_cache(maxsize=1 << 14)
def beginnings(left: str, lang: str) -> tuple[int, int]:
    """Say how many words begin with ``left`` (folded), and how many go on with a known word.

    ``left`` does not count itself. Of many words a sample is looked at, so the second is a guess.
    """
    ordered, usual = in_order(lang), _usual(lang)
    first = bisect_left(ordered, left)
    last = bisect_left(ordered, left + _LAST, first)
    count = last - first - (left in frequencies(lang))
    step = 1 + (last - first) // _SAMPLE
    rests = [word[len(left) :] for word in ordered[first:last:step]]
    joined = sum(map(usual.__contains__, rests))
    return count, joined * step


@cache
def _usual(lang: str) -> dict[str, None]:
    """Return the words that are not rare: in a dict, which the garbage collector passes over."""
    return {
        word: None
        for word, _ in takewhile(lambda entry: entry[1] > _RARE, frequencies(lang).items())
    }


def shared_beginning(word: str, lang: str) -> int:
    """Return how many letters ``word`` (folded) shares with the most alike of the other words."""
    ordered = in_order(lang)
    at = bisect_left(ordered, word)
    near = (ordered[index] for index in range(max(at - 1, 0), min(at + 2, len(ordered))))
    return max((_shared(word, other) for other in near if other != word), default=0)


def _shared(one: str, other: str) -> int:
    for index, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return index
    return min(len(one), len(other))


@cache
def endings(lang: str) -> Mapping[str, int]:
    """Return words of ``lang`` that also end longer words, each with how often, as a power of two.

    "land" ends "Scotland", "island" and 300 more; counted where what stands before is a word too.
    """
    name = f"word_endings/{lang}.txt"
    entries = (line.split() for line in lines(name)) if exists(name) else ()
    return {word: int(power) for power, *words in entries for word in words}
