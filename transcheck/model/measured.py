"""What models say of a pair."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from transcheck.model.pairs import Pair
from transcheck.model.texts import Side, Span

# Where a word starts and ends, and its support in steps of 1e-4: what batches of other sizes could
# change is rounded away, as ``scoring`` does it.
_WORD = struct.Struct("<IIh")
_STEPS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """The source as a local engine translates it, and how like it the given translation is.

    ``similarity`` is the cosine of both translations, ``chrf`` (0 to 100) counts shared n-grams.
    """

    text: str
    similarity: float | None
    chrf: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportedWord:
    """A word at ``span``, and its cosine to the word of the other text that is most like it."""

    span: Span
    support: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSupport:
    """The words of both texts, or what the encoder takes for words, each with its support.

    They are packed, in ten bytes each: a run holds those of all its sentences, and each is looked
    at for a moment.

    Raises:
        ValueError: a word is cut off.
    """

    source: bytes
    target: bytes

    def __post_init__(self) -> None:
        if len(self.source) % _WORD.size or len(self.target) % _WORD.size:
            raise ValueError("half a word")

    @classmethod
    def of(cls, source: Iterable[SupportedWord], target: Iterable[SupportedWord]) -> Self:
        """Return the support of these words.

        Raises:
            ValueError: a span or a support is none.
        """
        return cls(source=_packed(source), target=_packed(target))

    def side(self, side: Side) -> tuple[SupportedWord, ...]:
        """Return the words of the text on ``side``."""
        return _unpacked(self.source if side is Side.SOURCE else self.target)


# What weighs a pair asks for its words five times in a row.
@lru_cache(maxsize=4)
def _unpacked(packed: bytes) -> tuple[SupportedWord, ...]:
    return tuple(
        SupportedWord(span=Span(start=start, end=end), support=steps / _STEPS)
        for start, end, steps in _WORD.iter_unpack(packed)
    )


def _packed(words: Iterable[SupportedWord]) -> bytes:
    try:
        return b"".join(
            _WORD.pack(word.span.start, word.span.end, round(word.support * _STEPS))
            for word in words
        )
    except struct.error as error:
        raise ValueError(f"no such word: {error}") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """A stretch of a text, the share of its words, and the log-odds that it has no counterpart."""

    span: Span
    share: float
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A pair with what models say of it; None means not measured, it is never 0.

    ``similarity`` is the cosine of the two embeddings, ``margin`` what it is more than that of
    either text with a neighbour of the other (below 0 a neighbour fits better), ``denial`` how much
    more the source denies than the target as the encoder places them, ``words`` how well each word
    is supported by the other side, ``forward`` a second translation. Below ``limit`` a similarity
    is flagged. ``drift`` is the log-odds of a fault, ``unmeasured`` why a unit has no similarity.
    ``stretches`` are the parts of the source and of the target that are covered least.
    """

    pair: Pair
    similarity: float | None = None
    forward: Forward | None = None
    margin: float | None = None
    denial: float | None = None
    words: WordSupport | None = None
    limit: float | None = None
    drift: float | None = None
    unmeasured: str | None = None
    stretches: tuple[Uncovered | None, Uncovered | None] | None = None
