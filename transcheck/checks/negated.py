"""What the checks of lost and of added negations share: the languages, and the odd negations."""

from dataclasses import dataclass

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
    default=0.003,
    summary="share of sound pairs that may be flagged, from 0.001 to 0.012",
)
# A second translation clears most false alarms: the score may let through more.
_RATE_CONFIRMED = 0.012
UNSCORED = "; a second translation alone says so"
LANGUAGES = (
    "Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, "
    "Portuguese, Russian, Spanish, Thai and Turkish, where there is a source"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """The negations of one text that the other does not bear out, and how that was decided."""

    cues: tuple[Cue, ...]
    note: str


def odd(measured: Measured, context: Context, side: Side) -> Odd | None:
    """Return the negations of the text on ``side`` that the other text does not bear out."""
    both, forward = measured.pair.both, measured.forward
    if both is None or not {languages.find(each.lang).tag for each in both} <= _TAGS:
        return None
    source, target = ((each.text, each.lang) for each in both)
    found = negation.compare(source, target)
    if found is None or found.side is not side:
        return None
    note = _note(found, measured, context)
    if note is None:
        return None
    cues = found.plain or found.odd
    if forward is not None:
        again = negation.compare((forward.text, target[1]), target)
        if again is None or again.side is not side:
            return None
        cues = cues if side is Side.SOURCE else tuple(cue for cue in cues if cue in again.odd)
    return Odd(cues=cues, note=note) if cues else None


def _note(found: Surplus, measured: Measured, context: Context) -> str | None:
    """Return what a message adds if the surplus is a fault, and None if it is none.

    The limits hold for scores of the embedder and the languages that they were measured with.
    Elsewhere a second translation decides alone, and the message says so.
    """
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None:
        return None
    reached = score(found, measured, context.calibration) if context.calibration else None
    denying, other = (source, target) if found.side is Side.SOURCE else (target, source)
    rate = context.parameters.get(RATE.name, RATE.default)
    if measured.forward:
        rate = max(rate, _RATE_CONFIRMED)
    limit = shipped().limit(denying.lang, other.lang, rate)
    if reached is not None and limit is not None:
        return "" if reached >= limit else None
    return UNSCORED if measured.forward and found.is_bare and found.plain else None
