"""How frequent words are, by language: the lists of wordfreq, loaded when first asked for."""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice, repeat
from operator import neg
from pathlib import Path
from typing import NamedTuple

from transcheck.data.lexicon import function_words

# Frequencies on the Zipf scale count from 1 in a billion words: 3 is one in a million.
_BILLION = 9.0
_DOTTED = str.maketrans({"I": "ı", "İ": "i"})
_LAST = "\U0010ffff"
_SAMPLE = 64
# One in five million words: 2.3 on the Zipf scale.
_RARE = 2e-7
# Shorter rests of a word ("s", "en") are endings as often as words.
_CONTENT = 3
_COMPARED = 150_000
# Shorter beginnings go on to nearly every word.
_CONTINUED = 2


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
    import zlib

    import msgpack  # type: ignore[import-untyped]

    header, *levels = msgpack.unpackb(zlib.decompress(file.read_bytes(), zlib.MAX_WBITS | 16))
    if header != {"format": "cB", "version": 1}:
        raise AssertionError(f"{file} is in a format of wordfreq's that transcheck does not know")
    shares: dict[str, float] = {}
    for level, words in enumerate(levels):
        shares.update(zip(words, repeat(10 ** (-level / 100))))
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


@lru_cache(maxsize=1 << 10)
def in_order(lang: str, first: str) -> tuple[str, ...]:
    """Return the words of ``lang`` that begin with a letter, in the order of their code points."""
    return tuple(sorted(_by_letter(lang, 0).get(first, ())))


@lru_cache(maxsize=1 << 10)
def by_ending(lang: str, last: str) -> tuple[str, ...]:
    """Return the more frequent words of ``lang`` that end in a letter, each written backwards."""
    return tuple(sorted(map(backwards, _by_letter(lang, -1).get(last, ()))))


@cache
def _by_letter(lang: str, place: int) -> Mapping[str, Sequence[str]]:
    """Return the words of ``lang`` by the first letter, or the more frequent by the last.

    So only those are put in order that are looked for: all of them would take a second in Finnish.
    """
    found = defaultdict(list)
    for word in islice(frequencies(lang), None if place == 0 else _COMPARED):
        found[word[place]].append(word)
    return dict(found)


def backwards(word: str) -> str:
    """Return ``word`` read from its last letter to its first."""
    return word[::-1]


class Joined(NamedTuple):
    """How many words a half begins or ends, not counting itself.

    ``content`` are those whose rest is a known word of three letters or more and no function word,
    ``function`` those whose rest is a function word or a known short one.
    """

    total: int
    content: int
    function: int


@lru_cache(maxsize=1 << 14)
def beginnings(left: str, lang: str) -> Joined:
    """Say how many words begin with ``left`` (folded) and what they go on with.

    Of many words a sample is looked at, so all but the total is a guess.
    """
    ordered = in_order(lang, left[:1])
    first = bisect_left(ordered, left)
    last = bisect_left(ordered, left + _LAST, first)
    step = 1 + (last - first) // _SAMPLE
    rests = [word[len(left) :] for word in ordered[first:last:step]]
    return _joined(left, rests, lang, total=last - first, step=step)


@lru_cache(maxsize=1 << 14)
def endings(right: str, lang: str) -> Joined:
    """Say how many words end in ``right`` (folded) and what they begin with, as ``beginnings``."""
    ordered, key = by_ending(lang, right[-1:]), backwards(right)
    first = bisect_left(ordered, key)
    last = bisect_left(ordered, key + _LAST, first)
    step = 1 + (last - first) // _SAMPLE
    rests = [backwards(word[len(key) :]) for word in ordered[first:last:step]]
    return _joined(right, rests, lang, total=last - first, step=step)


def _joined(half: str, rests: Sequence[str], lang: str, *, total: int, step: int) -> Joined:
    function = function_words(lang)
    known = _known(lang).intersection(rests)
    small = sum(len(rest) < _CONTENT or rest in function for rest in known)
    return Joined(
        total=total - (half in frequencies(lang)),
        content=(len(known) - small) * step,
        function=small * step,
    )


@cache
def _known(lang: str) -> frozenset[str]:
    """Return the words that are more frequent than rare."""
    shares = frequencies(lang)
    count = bisect_left([*shares.values()], -_RARE, key=neg)
    return frozenset(islice(shares, count))


@lru_cache(maxsize=1 << 10)
def continued(beginning: str, lang: str) -> float:
    """Return the frequency of the most frequent word that goes on from ``beginning`` (folded)."""
    if len(beginning) < _CONTINUED:
        return 0.0
    ordered, shares = in_order(lang, beginning[0]), frequencies(lang)
    first = bisect_right(ordered, beginning)
    last = bisect_left(ordered, beginning + _LAST, first)
    most = max(map(shares.__getitem__, ordered[first:last]), default=0.0)
    return math.log10(most) + _BILLION if most else 0.0


# Every way to part a token asks what the whole of it shares.
@lru_cache(maxsize=1 << 8)
def shared_beginning(word: str, lang: str) -> int:
    """Return how many letters ``word`` (folded) shares with the most alike of the other words."""
    ordered = in_order(lang, word[:1])
    near = _near(ordered, bisect_left(ordered, word))
    return max((_shared(word, other) for other in near if other != word), default=0)


@lru_cache(maxsize=1 << 8)
def shared_ending(word: str, lang: str) -> int:
    """Return the same, counted from the end of ``word``."""
    ordered, key = by_ending(lang, word[-1:]), backwards(word)
    near = _near(ordered, bisect_left(ordered, key))
    return max((_shared(key, other) for other in near if other != key), default=0)


def _near(ordered: Sequence[str], at: int) -> Sequence[str]:
    return ordered[max(at - 1, 0) : at + 2]


def _shared(one: str, other: str) -> int:
    for index, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return index
    return min(len(one), len(other))
