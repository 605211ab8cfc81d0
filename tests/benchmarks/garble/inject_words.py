"""Injectors of faults in words, by the protocol of ``inject.py``: doubled, split, stripped, mixed.

``foreign`` sentences come from the source, so the kinds that need another language return None
where the place has none.
"""

import re
import unicodedata
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place

# Letters with the signs that complete them, and no digit, hyphen or apostrophe beside them.
_WORD = re.compile(r"(?<![\w'’.@/&-])[^\W\d_]+(?![\w'’@/&-])")


def _words(text: str) -> list[re.Match[str]]:
    """Return the words of letters alone; signs of Hindi and the like break a word and are out."""
    marks = {"Mn", "Mc"}
    return [
        match
        for match in _WORD.finditer(text)
        if unicodedata.category(text[match.end() : match.end() + 1] or " ") not in marks
        and unicodedata.category(text[match.start() - 1 : match.start()] or " ") not in marks
    ]


def _doubled(place: Place, random: Random) -> Damaged | None:
    """Write one word twice; a word that its neighbour repeats already is left out."""
    found = [
        match
        for match in _words(place.sentence)
        if not re.search(rf"\b{match[0]}\s+{match[0]}\b", place.sentence, re.IGNORECASE)
    ]
    if not found:
        return None
    match = random.choice(found)
    between = random.choice((" ", " ", " ", "\n"))
    twice = match[0] + between + match[0]
    text = place.sentence[: match.start()] + twice + place.sentence[match.end() :]
    return Damaged(text=text, start=match.start(), end=match.start() + len(twice))


INJECTORS: tuple[Injector, ...] = (
    Injector(fault="word doubled (the the)", check="doubled-word", inject=_doubled),
)
