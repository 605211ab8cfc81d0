"""Pairs of sentences with planted faults, measured by the encoder: what the checks get to see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, permutations
from random import Random

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks import corpus
from tests.benchmarks.corpus import Part
from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck.embedders.base import WordVectors
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.embedders.words import supports
from transcheck.evidence.words import with_words
from transcheck.model import Measured, Origin, Pair, Segment, WordSupport
from transcheck.scoring import similarities

_WITH_ENGLISH = ("ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
_AMONG_THEMSELVES = ("fr", "de", "es", "pt", "it")
DIRECTIONS = (
    *(("en", lang) for lang in _WITH_ENGLISH),
    *((lang, "en") for lang in _WITH_ENGLISH),
    *permutations(_AMONG_THEMSELVES, 2),
)


class Encoder:
    """The embedded encoder, with all that it made: the same texts stand in many language pairs."""

    def __init__(self) -> None:
        self._encoder = UniversalSentenceEncoder()
        self.signature = self._encoder.signature
        self.languages = self._encoder.languages
        self.words = self
        self._rows: dict[str, NDArray[np.float32]] = {}
        self._words: dict[str, WordVectors] = {}

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        self._rows.update(zip(new, self._encoder.embed(new), strict=True))
        return np.stack([self._rows[text] for text in texts])

    def compare_words(self, pairs: Sequence[tuple[str, str]]) -> list[WordSupport | None]:
        return supports(self._embed_words, pairs)

    def _embed_words(self, texts: Sequence[str]) -> list[WordVectors]:
        new = [text for text in dict.fromkeys(texts) if text not in self._words]
        self._words.update(zip(new, self._encoder.embed_words(new), strict=True))
        return [self._words[text] for text in texts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitext:
    """The sentences of one language pair with what follows each in its article, or None."""

    langs: tuple[str, str]
    pairs: Sequence[tuple[str, str]]
    following: Sequence[str | None]


def bitext(langs: tuple[str, str], part: Part, limit: int | None = None) -> Bitext:
    """Return the first sentences of the corpus in two languages."""
    sides = [_sentences(lang, part) for lang in langs]
    pairs = [(one, other) for (one, _), (other, _) in zip(*sides, strict=True)]
    return Bitext(langs=langs, pairs=pairs[:limit], following=[f for _, f in sides[1]][:limit])


@cache
def _sentences(lang: str, part: Part) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for article in corpus.articles(lang, part):
        lines = [*(line.strip() for line in article.sentences), None]
        found += [(line, following) for line, following in pairwise(lines) if line]
    return found


def planted(text: Bitext, injector: Injector) -> Iterator[tuple[int, Damaged]]:
    """Yield the number of each pair that has a place for the fault, with its damaged translation.

    The seed is the target's language, so that all pairs with it share their damaged texts.
    """
    source_lang, lang = text.langs
    for number, ((source, target), following) in enumerate(
        zip(text.pairs, text.following, strict=True)
    ):
        place = Place(
            sentence=target, lang=lang, following=following, source=source, source_lang=source_lang
        )
        random = Random(f"{injector.fault} {lang} {number}")  # noqa: S311 - nothing secret
        damaged = injector.inject(place, random)
        if damaged is not None:
            yield number, damaged


def measured(
    encoder: Encoder, langs: tuple[str, str], texts: Sequence[tuple[str, str]]
) -> tuple[Measured, ...]:
    """Return the pairs as a run of the program measures them."""
    pairs = [
        Pair(
            id=str(number),
            source=_segment(source, langs[0]),
            target=_segment(target, langs[1]),
            origin=Origin.GIVEN,
        )
        for number, (source, target) in enumerate(texts)
    ]
    return with_words(encoder, similarities(encoder, pairs), lambda _stage, _done, _all: None)


def among_sound(encoder: Encoder, text: Bitext, number: int, row: Measured) -> Measured:
    """Return a damaged pair with the margin that it has among the sound pairs around it."""
    if row.pair.both is None:
        return row
    around = list(text.pairs[max(number - 1, 0) : number + 2])
    own = min(number, 1)
    around[own] = (row.pair.both[0].text, row.pair.both[1].text)
    rows = [
        replace(row.pair, source=_segment(one, text.langs[0]), target=_segment(two, text.langs[1]))
        for one, two in around
    ]
    return replace(row, margin=similarities(encoder, rows)[own].margin)


def _segment(text: str, lang: str) -> Segment:
    return Segment(id="1", text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)
