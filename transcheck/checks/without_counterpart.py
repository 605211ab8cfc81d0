"""The rule that missing-clause and added-clause share, each for its side."""

from collections.abc import Iterator, Mapping
from functools import cache

from transcheck.checks.base import Context, Parameter
from transcheck.checks.low_similarity import is_unlike
from transcheck.checks.uncovered import shipped, tag, uncovered
from transcheck.data import lines
from transcheck.model import Hit, Measured, Segment, Side, Uncovered
from transcheck.text.words import words

# So much of a sentence is all of it. A translation that adds everything says something else, or
# the same freely; where a source lost everything, low-similarity says enough if the pair is unlike,
# and of a short one nothing is sure: "If it does not rain, we will go." is "Si no llueve, iremos."
_ALL = 0.85
_FEW_WORDS = 40  # characters of English


def allowed(default: float) -> Parameter:
    """Return the parameter that says how many false alarms a check may raise."""
    return Parameter(
        name="false-alarm-rate",
        default=default,
        summary="share of sound pairs that may be flagged, from 0.0005 to 0.02",
    )


def without_counterpart(
    measured: Measured, context: Context, side: Side, rate: Parameter, told: str
) -> Iterator[Hit]:
    """Yield a hit for the stretch of the text on ``side`` that the other text does not say.

    Where each text has such a stretch, nothing was left out or added: something else was said.
    """
    share = context.parameters.get(rate.name, rate.default)
    found = _found(measured, context, side, share)
    other = Side.TARGET if side is Side.SOURCE else Side.SOURCE
    if found is None or _found(measured, context, other, share):
        return
    if found.share > _ALL and (side is Side.TARGET or _says_nothing(measured, context)):
        return
    yield Hit(
        side=side,
        span=found.span,
        message=f"{told}; so little support has a stretch in fewer than {share:.2%} of sound pairs",
        value=found.score,
        limit=shipped().limit(side, share),
    )


def _says_nothing(measured: Measured, context: Context) -> bool:
    source, calibration = measured.pair.source, context.calibration
    if source is None or calibration is None:
        return True
    short = calibration.is_shorter(source.lang, len(source.text), _FEW_WORDS)
    return short or is_unlike(measured, context)


def _found(measured: Measured, context: Context, side: Side, rate: float) -> Uncovered | None:
    if context.calibration is None:
        return None
    found = uncovered(measured, side, context.calibration, shipped())
    if found is None or found.score < shipped().limit(side, rate):
        return None
    segment = measured.pair.side(side)
    return (
        None if segment is None or _is_connective(found.span.of(segment.text), segment) else found
    )


def _is_connective(stretch: str, segment: Segment) -> bool:
    """Say whether a stretch ties sentences together and says nothing."""
    phrase = " ".join(word.text for word in words(stretch)).casefold()
    return phrase in _connectives().get(tag(segment), frozenset())


@cache
def _connectives() -> Mapping[str, frozenset[str]]:
    table = (line.partition(": ") for line in lines("connectives.txt"))
    return {
        lang: frozenset(
            " ".join(word.text for word in words(phrase)).casefold() for phrase in row.split(", ")
        )
        for lang, _, row in table
    }
