"""What the checks of lost and of added negations share: the languages, and the odd negations."""

from collections.abc import Sequence
from statistics import mean

from transcheck import languages
from transcheck.checks.base import Context, Parameter
from transcheck.model import Measured, SupportedWord
from transcheck.polarity import negation
from transcheck.polarity.negation import Odd
from transcheck.polarity.phrases import Cue

_TAGS = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
     "zh-TW"}
)  # fmt: skip
# Without a second translation no more is hoped for than between English and these. The others deny
# much that these affirm (“landlocked” is “не имеющий выхода к морю”): measured on news, they bring
# three times as many false alarms, and so do pairs without English.
_RIGHT_ALONE = frozenset({"de", "en", "es", "fr", "it", "pt"})
_PIVOT = "en"
# A negated clause that the other text has nothing like is a free translation, not a fault: “não
# esconde a indignação” for “left furious”. Its nearest words are looked at: in one of ten false
# alarms on news they are supported less, and in one of thirty planted faults.
_NEIGHBOURS, _LEAST_SUPPORT = 2, 0.2
ALONE = Parameter(
    name="alone",
    default=0,
    summary="1 to speak where there is no second translation, too, of English beside French, "
    "German, Italian, Portuguese or Spanish; with some seven false alarms in a thousand sentences",
)
LANGUAGES = (
    "Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, "
    "Portuguese, Russian, Spanish, Thai and Turkish, where there is a source and an engine that "
    "translates it a second time"
)


def odd(measured: Measured, context: Context) -> Odd:
    """Return the negations that one text has, and neither the other nor a second translation."""
    source, target, forward = measured.pair.source, measured.pair.target, measured.forward
    if source is None or target is None or not target.text.strip():
        return Odd()
    here, there = languages.find(source.lang).tag, languages.find(target.lang).tag
    if not {here, there} <= _TAGS:
        return Odd()
    if forward is None and not (context.parameters[ALONE.name] and _is_right_alone(here, there)):
        return Odd()
    second = (forward.text, there) if forward else None
    found = negation.compare((source.text, here), (target.text, there), second)
    if measured.words is None:
        return found
    return Odd(
        lost=_in_common(found.lost, measured.words.source),
        added=_in_common(found.added, measured.words.target),
    )


def _is_right_alone(here: str, there: str) -> bool:
    return _PIVOT in {here, there} and {here, there} <= _RIGHT_ALONE


def _in_common(cues: Sequence[Cue], words: Sequence[SupportedWord]) -> tuple[Cue, ...]:
    """Return the negations of something that the other text speaks of, too."""
    return tuple(cue for cue in cues if _support_around(cue, words) >= _LEAST_SUPPORT)


def _support_around(cue: Cue, words: Sequence[SupportedWord]) -> float:
    before = [word.support for word in words if word.span.end <= cue.start][-_NEIGHBOURS:]
    after = [word.support for word in words if word.span.start >= cue.end][:_NEIGHBOURS]
    return mean([*before, *after]) if before or after else 1.0
