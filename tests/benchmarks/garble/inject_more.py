"""More injectors, by the protocol of ``inject.py``: loops, residue, copied and lost words.

Those that need a source return None where the place has none.
"""

import re
from collections.abc import Callable
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck import languages

_TOKEN = re.compile(r"\S+")
# A character of a script without spaces. A Latin word among them stays whole: a fault that begins
# inside one would be one word with its rest, and where it begins anybody's guess.
_CHARACTER = re.compile(r"[A-Za-zÀ-ÿ]+|[^\W\d_]")
# Readers' clocks as pages print them; the pages of other languages often keep the short form.
_READING_TIMES = {
    "de": ("Lesezeit: {} Min.", "{} Min. Lesezeit", "Lesedauer: {} Minuten"),
    "en": ("{} min", "{} min read", "{} minute read", "Reading time: {} minutes"),
    "es": ("{} min de lectura", "Tiempo de lectura: {} minutos", "Lectura: {} min"),
    "fr": ("{} min de lecture", "Temps de lecture : {} min", "Lecture {} min"),
    "it": ("{} min di lettura", "Tempo di lettura: {} minuti", "Lettura {} min"),
    "nl": ("{} min leestijd", "Leestijd: {} minuten", "{} min. lezen"),
    "pt": ("{} min de leitura", "Tempo de leitura: {} minutos", "Leitura: {} min"),
}


def _parts(text: str, lang: str) -> list[tuple[int, int]]:
    """Return the places of the words, or of the characters where words are not written apart."""
    pattern = _TOKEN if languages.find(lang).spaced else _CHARACTER
    return [match.span() for match in pattern.finditer(text)]


def _loop(place: Place, random: Random) -> Damaged | None:
    """Repeat two to five words of letters three to eight times."""
    size, count = random.randint(2, 5), random.randint(3, 8)
    parts = _parts(place.sentence, place.lang)
    spaced = languages.find(place.lang).spaced
    starts = []
    for first in range(len(parts) - size + 1):
        start, end = parts[first][0], parts[first + size - 1][1]
        phrase = place.sentence[start:end]
        if len(set(phrase.casefold().split())) == size if spaced else end - start == size:
            starts.append((start, end))
    phrases = [span for span in starts if _is_plain(place.sentence[slice(*span)])]
    if not phrases:
        return None
    start, end = random.choice(phrases)
    phrase = place.sentence[start:end]
    looped = (" " if spaced else "").join([phrase] * count)
    text = place.sentence[:start] + looped + place.sentence[end:]
    return Damaged(text=text, start=start, end=start + len(looped))


def _is_plain(phrase: str) -> bool:
    """Say whether no mark stands at either end: that would make the span a matter of taste."""
    return phrase[0].isalpha() and phrase[-1].isalnum() and any(map(str.isalpha, phrase))


def _reading_time(place: Place, random: Random) -> Damaged | None:
    """Put a reading time in the place of a sentence."""
    forms = _READING_TIMES.get(place.lang)
    if not forms:
        return None
    line = random.choice(forms).format(random.randint(1, 20))
    return Damaged(text=line, start=0, end=len(line))


def _copied(place: Place, _random: Random) -> Damaged | None:
    """Return the source for the translation."""
    if not place.source or len(_parts(place.source, place.source_lang)) < 5:
        return None
    return Damaged(text=place.source, start=0, end=len(place.source))


def _half_copied(place: Place, _random: Random) -> Damaged | None:
    """Put the second half of the source in the place of the second half of the translation."""
    if not place.source:
        return None
    ours = _parts(place.sentence, place.lang)
    theirs = _parts(place.source, place.source_lang)
    if len(ours) < 10 or len(theirs) < 10:
        return None
    head = place.sentence[: ours[len(ours) // 2][0]].rstrip() + " "
    tail = place.source[theirs[len(theirs) // 2][0] :]
    return Damaged(text=head + tail, start=len(head), end=len(head) + len(tail))


def _words_copied(place: Place, random: Random) -> Damaged | None:
    """Put five words of the source in the place of five words of the translation."""
    if not place.source:
        return None
    ours = _parts(place.sentence, place.lang)
    theirs = _parts(place.source, place.source_lang)
    if len(ours) < 10 or len(theirs) < 10:
        return None
    here, there = random.randrange(len(ours) - 4), random.randrange(len(theirs) - 4)
    copied = place.source[theirs[there][0] : theirs[there + 4][1]]
    start, end = ours[here][0], ours[here + 4][1]
    text = place.sentence[:start] + copied + place.sentence[end:]
    return Damaged(text=text, start=start, end=start + len(copied))


def _halved(place: Place, _random: Random) -> Damaged | None:
    """Drop the second half of the translation."""
    ours = _parts(place.sentence, place.lang)
    if not place.source or len(ours) < 4:
        return None
    text = place.sentence[: ours[len(ours) // 2 - 1][1]]
    return Damaged(text=text, start=0, end=len(text))


def _nothing_left(left: str) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that leaves only ``left`` of the translation."""

    def inject(place: Place, _random: Random) -> Damaged | None:
        return Damaged(text=left, start=0, end=len(left)) if place.source else None

    return inject


NOTES = {
    "boilerplate": "The reading times planted are of common forms that the word lists hold: their "
    "recall says that matching works, not that the lists are complete",
}
INJECTORS: tuple[Injector, ...] = (
    Injector(fault="loop of 2 to 5 words", check="repeated-phrase", inject=_loop),
    Injector(fault="reading time", check="boilerplate", inject=_reading_time),
    Injector(fault="whole sentence copied", check="untranslated", inject=_copied),
    Injector(fault="half a sentence copied", check="untranslated", inject=_half_copied),
    Injector(fault="five words copied", check="untranslated", inject=_words_copied),
    Injector(fault="half a sentence lost", check="length-ratio", inject=_halved),
    Injector(fault="nothing left", check="empty", inject=_nothing_left("")),
    Injector(fault="a full stop left", check="empty", inject=_nothing_left(".")),
)
