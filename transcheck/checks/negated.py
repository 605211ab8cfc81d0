"""What the checks of lost and of added negations share: the languages, and the odd negations."""

from transcheck import languages
from transcheck.checks.base import Context, Parameter
from transcheck.checks.denial import score, shipped
from transcheck.model import Measured, Side
from transcheck.polarity import negation
from transcheck.polarity.negation import Surplus
from transcheck.polarity.phrases import Cue

_TAGS = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
     "zh-TW"}
)  # fmt: skip
RATE = Parameter(
    name="false-alarm-rate",
    default=0.004,
    summary="share of sound pairs that may be flagged, from 0.002 to 0.012",
)
# A second translation clears most false alarms: the score may let through more.
_RATE_CONFIRMED = 0.012
LANGUAGES = (
    "Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, "
    "Portuguese, Russian, Spanish, Thai and Turkish, where there is a source"
)


def odd(measured: Measured, context: Context, side: Side) -> tuple[Cue, ...]:
    """Return the negations of the text on ``side`` that the other text does not bear out."""
    both, forward = measured.pair.both, measured.forward
    if both is None or not {languages.find(each.lang).tag for each in both} <= _TAGS:
        return ()
    source, target = ((each.text, each.lang) for each in both)
    found = negation.compare(source, target)
    if found is None or found.side is not side or not _is_fault(found, measured, context):
        return ()
    cues = found.plain or found.odd
    if forward is None:
        return cues
    again = negation.compare((forward.text, target[1]), target)
    if again is None or again.side is not side:
        return ()
    return cues if side is Side.SOURCE else tuple(cue for cue in cues if cue in again.odd)


def _is_fault(found: Surplus, measured: Measured, context: Context) -> bool:
    """Say whether the score speaks for a fault; without one, a second translation has to."""
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None:
        return False
    reached = score(found, measured, context.calibration) if context.calibration else None
    denying, other = (source, target) if found.side is Side.SOURCE else (target, source)
    rate = context.parameters.get(RATE.name, RATE.default)
    if measured.forward:
        rate = max(rate, _RATE_CONFIRMED)
    limit = shipped().limit(denying.lang, other.lang, rate)
    if reached is None or limit is None:
        return measured.forward is not None and found.is_bare and bool(found.plain)
    return reached >= limit
