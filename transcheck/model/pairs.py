"""A segment and its translation, side by side."""

from dataclasses import dataclass, replace
from enum import StrEnum

from transcheck.model.texts import Segment, Side
from transcheck.translations import Translation
from transcheck.units import Unit


class Origin(StrEnum):
    """Where the target of a pair comes from."""

    GIVEN = "given"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A source segment and its translation; either is None where it has no counterpart.

    ``score`` is the alignment score from 0 to 1, or None where nothing had to be aligned.
    ``unit`` is what a localization file says of the pair, None for running text.
    ``translation`` is what the engine said of the target, where one made it.
    """

    id: str
    source: Segment | None
    target: Segment | None
    origin: Origin
    score: float | None = None
    unit: Unit | None = None
    translation: Translation | None = None

    def side(self, side: Side) -> Segment | None:
        """Return the segment on ``side``."""
        return self.source if side is Side.SOURCE else self.target

    @property
    def both(self) -> tuple[Segment, Segment] | None:
        """Source and target; None where one of them is missing or blank."""
        source, target = self.source, self.target
        if source is None or target is None or not source.text.strip() or not target.text.strip():
            return None
        return source, target

    @property
    def strings(self) -> tuple[Segment, Segment, Unit] | None:
        """Source, target and unit of a localization file; None for running text or a blank one."""
        both = self.both if self.unit else None
        return (*both, self.unit) if both and self.unit else None

    def retold(self, text: str) -> "Pair":
        """Return the pair with ``text``, in the language of the target, in place of the source."""
        if self.source is None or self.target is None:
            return self
        return replace(self, source=replace(self.source, text=text, lang=self.target.lang))
