"""Two engines that meet in a third language, where none translates a pair directly."""

from collections.abc import Sequence
from dataclasses import replace

from transcheck.engines.base import Translator
from transcheck.translations import Translation


class PivotTranslator:
    """Translates into a language between, ``via``, and from there on.

    The errors of both steps add up, so every translation says which way it came.
    """

    def __init__(self, first: Translator, second: Translator, *, via: str) -> None:
        self._first = first
        self._second = second
        self._via = via

    @property
    def signature(self) -> str:
        """Those of both engines, in order."""
        return f"{self._first.signature} via {self._via} {self._second.signature}"

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate each text on its own, in order; a score is that of the weaker step.

        Alternatives are those of the second step.

        Raises:
            ModelError: an engine failed.
        """
        between = self._first.translate(texts)
        made = self._second.translate([each.text for each in between])
        return [
            replace(second, score=_weaker(first.score, second.score), via=self._via)
            for first, second in zip(between, made, strict=True)
        ]


def _weaker(one: float | None, other: float | None) -> float | None:
    scores = [score for score in (one, other) if score is not None]
    return min(scores, default=None)
