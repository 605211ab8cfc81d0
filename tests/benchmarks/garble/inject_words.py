"""Injectors of faults in words, by the protocol of ``inject.py``: doubled, split, stripped, mixed.

``foreign`` sentences come from the source, so the kinds that need another language return None
where the place has none.
"""

import re
import unicodedata
from collections.abc import Callable
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck import languages
from transcheck.text.accents import without_accents

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


def _unaccented(place: Place, _random: Random) -> Damaged | None:
    """Strip the accents of a sentence that has them in two words or more."""
    accents = languages.find(place.lang).accents
    held = [word for word in place.sentence.lower().split() if not set(accents).isdisjoint(word)]
    if len(held) < 2:
        return None
    text = without_accents(place.sentence)
    return Damaged(text=text, start=0, end=len(text))


def _digraphs(place: Place, _random: Random) -> Damaged | None:
    """Write German umlauts with an e, where there are two or more."""
    if place.lang != "de" or sum(map(place.sentence.count, "äöü")) < 2:
        return None
    text = place.sentence
    for umlaut, digraph in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe")):
        text = text.replace(umlaut, digraph)
    text = text.replace("Ü", "Ue")
    return Damaged(text=text, start=0, end=len(text))


def _split(gap: str) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that splits a small-letter word of six letters or more with ``gap``."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = [match for match in _words(place.sentence) if len(match[0]) >= 6]
        found = [match for match in found if match[0].islower()]
        if not found:
            return None
        match = random.choice(found)
        cut = match.start() + random.randint(2, len(match[0]) - 2)
        text = place.sentence[:cut] + gap + place.sentence[cut:]
        return Damaged(text=text, start=match.start(), end=match.end() + len(gap))

    return inject


def _letters(place: Place, random: Random) -> Damaged | None:
    """Write a word of four letters or more letter by letter."""
    found = [match for match in _words(place.sentence) if len(match[0]) >= 4]
    found = [match for match in found if match[0].islower()]
    if not found:
        return None
    match = random.choice(found)
    spaced = " ".join(match[0])
    text = place.sentence[: match.start()] + spaced + place.sentence[match.end() :]
    return Damaged(text=text, start=match.start(), end=match.start() + len(spaced))


def _other_language(place: Place, _random: Random) -> Damaged | None:
    """Put the source in the place of the sentence, as if it were of a third language."""
    if not place.source or len(place.source.split()) < 6:
        return None
    return Damaged(text=place.source, start=0, end=len(place.source))


def _words_of_another(place: Place, random: Random) -> Damaged | None:
    """Put eight words of the other language in the place of eight of the sentence."""
    ours = [match.span() for match in re.finditer(r"\S+", place.sentence)]
    theirs = [match.span() for match in re.finditer(r"\S+", place.source or "")]
    if not place.source or len(ours) < 14 or len(theirs) < 14:
        return None
    here, there = random.randrange(len(ours) - 7), random.randrange(len(theirs) - 7)
    words = place.source[theirs[there][0] : theirs[there + 7][1]]
    start, end = ours[here][0], ours[here + 7][1]
    text = place.sentence[:start] + words + place.sentence[end:]
    return Damaged(text=text, start=start, end=start + len(words))


INJECTORS: tuple[Injector, ...] = (
    Injector(fault="word doubled (the the)", check="doubled-word", inject=_doubled),
    Injector(fault="word split (re port)", check="split-word", inject=_split(" ")),
    Injector(fault="word torn (re- port)", check="split-word", inject=_split("- ")),
    Injector(fault="word letter by letter (w o r d)", check="split-word", inject=_letters),
    Injector(
        fault="accents lost in a sentence (situacion)", check="lost-accents", inject=_unaccented
    ),
    Injector(fault="sentence in another language", check="wrong-language", inject=_other_language),
    Injector(
        fault="eight words of another language", check="wrong-language", inject=_words_of_another
    ),
    Injector(fault="umlauts as digraphs (fuer)", check="lost-accents", inject=_digraphs),
)
