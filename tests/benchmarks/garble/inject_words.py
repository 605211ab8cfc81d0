"""Injectors of faults in words, by the protocol of ``inject.py``: doubled, split, stripped, mixed.

The doubled and the split word, and the accents, are drawn from the sentence itself, never from the
lists of the checks. The sentences in other languages are a handful: their figures say little of
rare ones.
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

# Sentences to put into texts of other languages; written for this purpose.
_FOREIGN = {
    "de": (
        "Die Behörden teilten am Montag mit, dass die Brücke bis zum Sommer gesperrt bleibt.",
        "Viele Anwohner fürchten, dass sie sich die Mieten bald nicht mehr leisten können.",
        "Nach dem Spiel sagte der Trainer, er sei mit der Leistung seiner Mannschaft zufrieden.",
    ),
    "en": (
        "The company said on Friday that it would close three of its plants by the spring.",
        "Residents have been told to boil their water until the tests are finished.",
        "She thanked the nurses who had looked after her during the long winter months.",
    ),
    "es": (
        "El alcalde explicó ayer que las obras del puente no terminarán antes del verano.",
        "Muchos vecinos temen que los alquileres suban todavía más durante el próximo año.",
        "La directora dio las gracias a los médicos que la habían cuidado en el hospital.",
    ),
    "fr": (
        "Le maire a expliqué hier que les travaux du pont ne seraient pas finis avant l'été.",
        "Beaucoup d'habitants craignent que les loyers augmentent encore au cours de l'année.",
        "La directrice a remercié les médecins qui s'étaient occupés d'elle à l'hôpital.",
    ),
    "pt": (
        "O prefeito disse ontem que as obras da ponte não ficarão prontas antes do verão.",
        "Muitos moradores temem que os aluguéis subam ainda mais durante o próximo ano.",
        "A diretora agradeceu aos médicos que cuidaram dela quando estava no hospital.",
    ),
}


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


def _other_language(place: Place, random: Random) -> Damaged | None:
    """Put a sentence of another language in the place of one."""
    text = _foreign(place.lang, random)
    return Damaged(text=text, start=0, end=len(text))


def _words_of_another(place: Place, random: Random) -> Damaged | None:
    """Put eight words of another language in the place of eight of the sentence."""
    ours = [match.span() for match in re.finditer(r"\S+", place.sentence)]
    if len(ours) < 14:
        return None
    theirs = _foreign(place.lang, random).rstrip(".").split()
    there, here = random.randrange(len(theirs) - 7), random.randrange(len(ours) - 7)
    words = " ".join(theirs[there : there + 8])
    start, end = ours[here][0], ours[here + 7][1]
    text = place.sentence[:start] + words + place.sentence[end:]
    return Damaged(text=text, start=start, end=start + len(words))


def _foreign(lang: str, random: Random) -> str:
    other = random.choice([tag for tag in sorted(_FOREIGN) if tag != lang])
    return random.choice(_FOREIGN[other])


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
