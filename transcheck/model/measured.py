"""What models say of a pair."""

from dataclasses import dataclass

from transcheck.model.pairs import Pair
from transcheck.model.texts import Side, Span


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
    """The words of both texts, or what the encoder takes for words, each with its support."""

    source: tuple[SupportedWord, ...]
    target: tuple[SupportedWord, ...]

    def side(self, side: Side) -> tuple[SupportedWord, ...]:
        """Return the words of the text on ``side``."""
        return self.source if side is Side.SOURCE else self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A pair with what models say of it; None means not measured, it is never 0.

    ``similarity`` is the cosine of the two embeddings, ``margin`` what it is more than that of
    either text with a neighbour of the other (below 0 a neighbour fits better), ``denial`` how much
    more the source denies than the target as the encoder places them, ``words`` how well each word
    is supported by the other side, ``forward`` a second translation. Below ``limit`` a similarity
    is flagged. ``drift`` is the log-odds of a fault, ``unmeasured`` why a unit has no similarity.
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
