"""What a translation engine is to the rest of transcheck."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """An engine's output for one text.

    ``score`` is the length-normalised log-probability (natural logarithm, at most 0) where the
    engine tells it, else None. ``via`` is the language between, where two engines were needed.
    """

    text: str
    score: float | None = None
    via: str | None = None


class Translator(Protocol):
    """A local engine for one language pair: a batch of texts in, a batch of translations out."""

    @property
    def signature(self) -> str:
        """Engine, version, pair and digest of the model: equal signatures, equal output."""

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate each text on its own; the result has the order and length of ``texts``.

        Raises:
            ModelError: the engine failed.
        """
