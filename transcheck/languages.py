"""What transcheck knows of each language: facts in a table, no code that branches on a language."""

import difflib
from dataclasses import dataclass

from transcheck.errors import ConfigError


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Facts about one language's writing, named by its BCP 47 tag.

    ``spaced`` says that words are written apart; ``cased`` that the script has capitals;
    ``nouns_capitalised`` that every noun takes one, so that a capital inside a sentence says
    little. ``script`` is the ISO 15924 code of the usual script.
    """

    tag: str
    name: str
    script: str = "Latn"
    spaced: bool = True
    cased: bool = True
    nouns_capitalised: bool = False

    def __str__(self) -> str:
        return f"{self.name} ({self.tag})"


LANGUAGES: tuple[Language, ...] = (
    Language(tag="ar", name="Arabic", script="Arab", cased=False),
    Language(tag="ca", name="Catalan"),
    Language(tag="cs", name="Czech"),
    Language(tag="de", name="German", nouns_capitalised=True),
    Language(tag="el", name="Greek", script="Grek"),
    Language(tag="en", name="English"),
    Language(tag="es", name="Spanish"),
    Language(tag="fi", name="Finnish"),
    Language(tag="fr", name="French"),
    Language(tag="hi", name="Hindi", script="Deva", cased=False),
    Language(tag="hu", name="Hungarian"),
    Language(tag="id", name="Indonesian"),
    Language(tag="it", name="Italian"),
    Language(tag="ja", name="Japanese", script="Jpan", spaced=False, cased=False),
    Language(tag="ko", name="Korean", script="Kore", cased=False),
    Language(tag="nl", name="Dutch"),
    Language(tag="pl", name="Polish"),
    Language(tag="pt", name="Portuguese"),
    Language(tag="ro", name="Romanian"),
    Language(tag="ru", name="Russian", script="Cyrl"),
    Language(tag="sv", name="Swedish"),
    Language(tag="th", name="Thai", script="Thai", spaced=False, cased=False),
    Language(tag="tr", name="Turkish"),
    Language(tag="uk", name="Ukrainian", script="Cyrl"),
    Language(tag="vi", name="Vietnamese"),
    Language(tag="zh", name="Chinese (simplified)", script="Hans", spaced=False, cased=False),
    Language(tag="zh-TW", name="Chinese (traditional)", script="Hant", spaced=False, cased=False),
)

_BY_TAG = {language.tag.lower(): language for language in LANGUAGES}
_TRADITIONAL = frozenset({"tw", "hk", "mo", "hant"})


def find(tag: str) -> Language:
    """Return the language that a BCP 47 tag names, whatever its case, region or separator.

    ``pt-BR``, ``pt_PT`` and ``PT`` are all Portuguese; ``zh-Hant`` and ``zh-HK`` are traditional
    Chinese.

    Raises:
        ConfigError: no language of the table answers to the tag.
    """
    subtags = tag.strip().lower().replace("_", "-").split("-")
    if subtags[0] == "zh" and _TRADITIONAL.intersection(subtags[1:]):
        return _BY_TAG["zh-tw"]
    found = _BY_TAG.get(subtags[0])
    if found is None:
        raise ConfigError(f"unknown language {tag!r}", hint=_nearest(tag))
    return found


def _nearest(tag: str) -> str:
    names = {language.name.lower(): language.tag for language in LANGUAGES}
    wanted = tag.strip().lower()
    close = difflib.get_close_matches(wanted, [*names, *_BY_TAG], n=1, cutoff=0.6)
    if close:
        return f"did you mean {names.get(close[0], close[0])}?"
    return "known: " + " ".join(language.tag for language in LANGUAGES)
