"""Injectors of faults of whole sentences, by the protocol of ``inject.py``: cut, capitals, labels.

The lines that a scraper leaves behind were written down from what news sites print, before and
apart from the lists in ``data/boilerplate``; numbers, names and networks are drawn anew.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck import languages

_TOKEN = re.compile(r"\S+")
_LETTERS = re.compile(r"(?<![\w'’.@&/-])[^\W\d_]{4,}(?![\w'’@&/-])")


def _cut(inside: bool) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that cuts a sentence between two words, or ``inside`` one."""

    def inject(place: Place, random: Random) -> Damaged | None:
        text = place.sentence
        found = list(_TOKEN.finditer(text))
        if place.lang == "th" or text[-1:] not in ".!?。！？।":
            return None
        if not languages.find(place.lang).spaced:
            end = random.randint(len(text) // 3, len(text) * 4 // 5)
            return Damaged(text=text[:end], start=0, end=end) if end > 5 else None
        if len(found) < 8:
            return None
        word = found[random.randint(len(found) // 3, len(found) - 3)]
        end = (word.start() + word.end()) // 2 if inside and len(word[0]) > 3 else word.end()
        if text[end - 1] in ".!?:;":
            return None
        return Damaged(text=text[:end], start=word.start(), end=end)

    return inject


def _small_start(place: Place, _random: Random) -> Damaged | None:
    """Begin a sentence in small letters; names and capitals throughout are left out."""
    found = re.match(r"[^\W\d_]+(?![\w'’-])", place.sentence)
    if not languages.find(place.lang).cased or not found or not found[0].istitle():
        return None
    text = found[0].lower() + place.sentence[found.end() :]
    return Damaged(text=text, start=0, end=found.end())


def _misplaced(place: Place, random: Random) -> Damaged | None:
    """Put a capital on the second letter of a word, beside or instead of the first."""
    if not languages.find(place.lang).cased:
        return None
    found = [match for match in _LETTERS.finditer(place.sentence) if match[0].islower()]
    if not found:
        return None
    match = random.choice(found)
    head = random.choice((match[0][0], match[0][0].upper())) + match[0][1].upper()
    text = place.sentence[: match.start()] + head + place.sentence[match.start() + 2 :]
    return Damaged(text=text, start=match.start(), end=match.end())


def _shout(place: Place, _random: Random) -> Damaged | None:
    """Write a sentence of six words or more in capitals."""
    if not languages.find(place.lang).cased or len(place.sentence.split()) < 6:
        return None
    text = place.sentence.upper()
    if len(text) != len(place.sentence):
        return None
    return Damaged(text=text, start=0, end=len(text))


def _shout_part(place: Place, random: Random) -> Damaged | None:
    """Write six to nine words in a row in capitals, where no mark stands among them."""
    if not languages.find(place.lang).cased:
        return None
    found = list(_TOKEN.finditer(place.sentence))
    size = random.randint(6, 9)
    starts = [
        number
        for number in range(1, len(found) - size)
        if all(part[0].isalpha() for part in found[number : number + size])
    ]
    if not starts:
        return None
    first = random.choice(starts)
    start, end = found[first].start(), found[first + size - 1].end()
    loud = place.sentence[start:end].upper()
    if len(loud) != end - start or loud == place.sentence[start:end]:
        return None
    text = place.sentence[:start] + loud + place.sentence[end:]
    return Damaged(text=text, start=start, end=end)


@cache
def _lines() -> dict[tuple[str, str], list[str]]:
    """Return the scraped lines by language and kind."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in Path(__file__).with_name("scraped_lines.txt").read_text("utf-8").splitlines():
        if not entry.startswith("#"):
            lang, kind, line = entry.split(" | ", 2)
            found.setdefault((lang, kind), []).append(line)
    return found


def _scraped(kind: str) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that puts a line of a web page in the place of a sentence."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = _lines().get((place.lang, kind))
        if not found:
            return None
        line = random.choice(found).format(
            n=random.randint(2, 480),
            day=random.randint(1, 28),
            hour=random.randint(0, 23),
            minute=random.randint(10, 59),
            name=random.choice(("Anna Berg", "J. Costa", "Marek Nowy", "Lena Ortiz")),
            title=place.sentence[:60].rsplit(" ", 1)[0].strip(' .,;:!?"“”«»„'),
        )
        return Damaged(text=line, start=0, end=len(line))

    return inject


INJECTORS: tuple[Injector, ...] = (
    Injector(fault="cut between words", check="truncated", inject=_cut(inside=False)),
    Injector(fault="cut inside a word", check="truncated", inject=_cut(inside=True)),
    Injector(fault="small letter at the start", check="bad-capital", inject=_small_start),
    Injector(fault="capital inside (tHe, THe)", check="bad-capital", inject=_misplaced),
    Injector(fault="sentence in capitals", check="all-caps", inject=_shout),
    Injector(fault="words in capitals", check="all-caps", inject=_shout_part),
    *(
        Injector(fault=f"scraped line: {kind}", check="boilerplate", inject=_scraped(kind))
        for kind in sorted({kind for _, kind in _lines()})
    ),
)
