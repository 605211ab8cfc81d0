"""Plant false names into sound translations: one name changed for another, misspelt or dropped.

The injectors follow the protocol of ``tests/benchmarks/garble/inject.py``. They know nothing of how
names are found or compared: a name is a capitalised word of the English corpus that stands letter
for letter in most of its Latin translations. What it is called in another script is what stands
in the same sentences again and again and hardly elsewhere. Without the corpus nothing is planted.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random

from tests.benchmarks import corpus
from tests.benchmarks.garble.inject import Damaged, Injector, Place

_CHANGED, _LOST = "changed-name", "lost-name"
_LATIN = ("de", "es", "fi", "fr", "id", "it", "nl", "pl", "pt", "ro", "sv", "tr")
_MOST = 9
_NAME = re.compile(r"(?<=[\w,] )[A-Z][a-z]{3,}\b")
_SPACED = re.compile(r"[^\W\d_]{3,}")
_SHAPES = {
    "ru": re.compile(r"[А-Я][а-яё]{2,}"),
    "ko": re.compile(r"(?<![가-힣])([가-힣]{2,7})"),
    "ja": re.compile(r"[ァ-ヺー]{3,}"),
    "zh": re.compile(r"(?=([一-鿿]{2,5}))"),
    "th": re.compile(r"(?=([ก-๛]{4,10}))"),
}
# A word stands for a name if it keeps it company so often, from so many sentences on.
_TOGETHER, _FEWEST = 0.8, 4


@cache
def _lines(lang: str) -> Sequence[str]:
    folder = corpus.NTREX
    return (folder / f"{corpus.FILES[lang]}.txt").read_text("utf-8").splitlines()


@cache
def _names() -> Mapping[str, frozenset[int]]:
    """Return each English name with the numbers of its sentences."""
    if not corpus.NTREX.is_dir():
        return {}
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("en")):
        for name in sorted(set(_NAME.findall(line))):
            kept = sum(re.search(rf"\b{name}\b", _lines(lang)[number]) is not None
                       for lang in _LATIN)  # fmt: skip
            if kept >= _MOST:
                found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _called(lang: str) -> Mapping[str, str]:
    """Return what the names are called in ``lang``, each with the English name."""
    if lang in (*_LATIN, "en"):
        return {name: name for name in _names()}
    shape = _SHAPES.get(lang, _SPACED)
    where: dict[str, set[int]] = {}
    for number, line in enumerate(_lines(lang) if _names() else ()):
        for word in _grams(shape, line):
            where.setdefault(word, set()).add(number)
    found = {}
    for name, numbers in _names().items():
        together = Counter(word for n in numbers for word in _grams(shape, _lines(lang)[n]))
        scored = [
            (2 * count / (len(numbers) + len(where[word])), len(word), word)
            for word, count in together.items()
        ]
        score, _, word = max(scored, default=(0.0, 0, ""))
        if len(numbers) >= _FEWEST and score >= _TOGETHER:
            found[word] = name
    return found


@cache
def _grams(shape: re.Pattern[str], line: str) -> frozenset[str]:
    longest = frozenset(shape.findall(line))
    if not shape.groups:
        return longest
    return frozenset(gram[:end] for gram in longest for end in range(2, len(gram) + 1))


def _places(place: Place) -> list[tuple[int, int, str]]:
    """Return start, end and English name of every name of the translation."""
    called = _called(place.lang.partition("-")[0])
    if place.lang in (*_LATIN, "en", "ru", "ar"):
        found = ((m.start(), m.end(), m[0]) for m in _SPACED.finditer(place.sentence))
        spots = [(start, end, called[word]) for start, end, word in found if word in called]
    else:
        spots = [
            (m.start(), m.end(), name)
            for word, name in called.items()
            for m in re.finditer(re.escape(word), place.sentence)
        ]
    if place.source_lang in (*_LATIN, "en"):
        return [spot for spot in spots if re.search(rf"\b{spot[2]}", place.source or "")]
    return [spot for spot in spots if spot[0] > 0]


def _swap(place: Place, random: Random) -> Damaged | None:
    """Write another name of the corpus for one name, wherever it stands in the sentence."""
    spots = _places(place)
    called = _called(place.lang.partition("-")[0])
    if not spots:
        return None
    start, end, name = random.choice(spots)
    there = {other for _, _, other in spots}
    others = [word for word, other in called.items() if other not in there]
    others = [word for word in others if word not in place.sentence and
              called[word] not in (place.source or "")]  # fmt: skip
    if not others or name not in there:
        return None
    new, old = random.choice(others), place.sentence[start:end]
    text = place.sentence[:start] + new + place.sentence[end:].replace(old, new)
    return Damaged(text=text, start=start, end=start + len(new))


def _misspell(place: Place, random: Random) -> Damaged | None:
    """Change a name by two letters."""
    spots = [spot for spot in _places(place) if spot[1] - spot[0] > 4]
    if not spots:
        return None
    start, end, _ = random.choice(spots)
    word = place.sentence[start:end]
    at = random.randrange(1, len(word) - 2)
    letters = sorted(set("".join(_called(place.lang.partition("-")[0]))) - set(word))
    new = word[:at] + random.choice(letters).lower() + random.choice(letters).lower()
    new += word[at + 2 :]
    return Damaged(
        text=place.sentence[:start] + new + place.sentence[end:], start=start, end=start + len(new)
    )


def _drop(place: Place, random: Random) -> Damaged | None:
    spots = _places(place)
    if not spots:
        return None
    start, end, _ = random.choice(spots)
    stop = end + 1 if place.sentence[end : end + 1] == " " else end
    old = place.sentence[start:end]
    text = place.sentence[:start] + place.sentence[stop:].replace(old, "")
    return Damaged(text=text, start=start, end=start)


_Inject = Callable[[Place, Random], Damaged | None]

NAMES: tuple[Injector, ...] = (
    Injector(fault="name swapped", check=_CHANGED, inject=_swap),
    Injector(fault="name misspelt", check=_CHANGED, inject=_misspell),
    Injector(fault="name dropped", check=_LOST, inject=_drop),
)
