"""What the checks of lost and of added negations share: the languages, and the odd negations."""

from transcheck import languages
from transcheck.model import Measured, Segment
from transcheck.polarity import negation
from transcheck.polarity.negation import Odd

_TAGS = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
     "zh-TW"}
)  # fmt: skip
LANGUAGES = (
    "Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, "
    "Portuguese, Russian, Spanish, Thai and Turkish, where there is a source"
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
