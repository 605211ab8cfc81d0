"""What a translation engine says of a text: the best hypothesis, and others."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """What an engine takes for a possible translation.

    ``score`` is the length-normalised log-probability (natural logarithm, at most 0) where the
    engine tells it, else None.
    """

    text: str
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation(Hypothesis):
    """An engine's output for one text.

    ``via`` is the language between, where two engines were needed; ``alternatives`` are the next
    best hypotheses, the best first, where they were asked for.
    """

    via: str | None = None
    alternatives: tuple[Hypothesis, ...] = ()
