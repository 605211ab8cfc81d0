"""What the checks of lost and of added negations share: the languages, and the odd negations."""

from collections.abc import Iterator

from transcheck import languages
from transcheck.checks.base import Context
from transcheck.checks.confirmed import Run, confirmed
from transcheck.model import Hit, Measured, Segment, Side
from transcheck.polarity import negation
from transcheck.polarity.negation import Odd

_TAGS = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
     "zh-TW"}
)  # fmt: skip
# Languages in which a negation is odd rightly often enough without a second translation. The others
# deny much that these affirm (“landlocked” is “не имеющий выхода к морю”): measured on news, they
# bring three times as many false alarms, and so do pairs without English.
_RIGHT_ALONE = frozenset({"de", "en", "es", "fr", "it", "pt"})
_PIVOT = "en"
LANGUAGES = (
    "Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, "
    "Portuguese, Russian, Spanish, Thai and Turkish, where there is a source; without a second "
    "translation only between English and another, where the text that denies is English, French, "
    "German, Italian, Portuguese or Spanish"
)


def both(measured: Measured) -> tuple[Segment, Segment] | None:
    """Return source and target where both are there, in languages with tables of their own."""
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not target.text.strip():
        return None
    if not {languages.find(source.lang).tag, languages.find(target.lang).tag} <= _TAGS:
        return None
    return source, target


def odd(source: Segment, target: Segment) -> Odd:
    """Return the negations that only one of the two has."""
    here, there = languages.find(source.lang).tag, languages.find(target.lang).tag
    return negation.compare((source.text, here), (target.text, there))


def where_right(run: Run, side: Side) -> Run:
    """Make a check of ``run``, which tells of negations that only the text on ``side`` has.

    A second translation confirms or clears it. Where none is, the check speaks only of languages
    in which it is right often enough.
    """
    judged = confirmed(run)

    def limited(measured: Measured, context: Context) -> Iterator[Hit]:
        if measured.forward is not None or _is_right_alone(measured, side):
            yield from judged(measured, context)

    return limited


def _is_right_alone(measured: Measured, side: Side) -> bool:
    source, target, denying = measured.pair.source, measured.pair.target, measured.pair.side(side)
    if source is None or target is None or denying is None:
        return False
    tags = {languages.find(source.lang).tag, languages.find(target.lang).tag}
    return _PIVOT in tags and languages.find(denying.lang).tag in _RIGHT_ALONE
