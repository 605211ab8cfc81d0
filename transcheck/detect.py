"""Tell the language of a text that nobody named.

Measured on news in 26 languages: of 2,158 whole articles every one is told right. Of sentences cut
to 100 characters all but some are told, and none wrongly; at 60 characters 97% are told and at 30
characters 84%, one in some 1,400 wrongly. The rest are refused.
"""

from dataclasses import dataclass
from functools import cache
from typing import Protocol

from transcheck import data
from transcheck.errors import ConfigError
from transcheck.languages import LANGUAGES, Language, find

# Below this certainty one answer in some hundred was wrong; at or above it none was.
_SURE = 0.8
# A language outside the table is believed only if the text is long and the answer clear, since
# some, such as Malay beside Indonesian, are told apart by a few words.
_FOREIGN_SURE, _FOREIGN_LENGTH = 0.9, 80
# What the beginning of an article does not tell, the rest will not tell either.
_ENOUGH = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """The language that a text is written in, and how certain that is, from 0 to 1."""

    language: Language
    certainty: float


class _Identifier(Protocol):
    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return every language it knows with its probability."""


def detect(text: str, path: str = "the text") -> Detected:
    """Return the most likely language of ``text``, which messages call ``path``.

    Raises:
        ConfigError: the text is too short or too mixed to tell, or in an unknown language.
    """
    ranked = dict(_identifier().rank(text[:_ENOUGH]))
    known = {tag: ranked[tag] for tag in _tags()}
    best = max(known, key=lambda tag: known[tag])
    certainty = known[best] / (sum(known.values()) or 1.0)
    top = max(ranked, key=lambda tag: ranked[tag])
    long_enough = len(text.strip()) >= _FOREIGN_LENGTH
    if top not in known and ranked[top] >= _FOREIGN_SURE and long_enough:
        raise ConfigError(
            f"{path} looks like a language that transcheck does not know ({top})",
            hint="if it is one that transcheck knows, name it with --from or --lang",
        )
    if certainty < _SURE or not any(character.isalpha() for character in text):
        raise ConfigError(
            f"cannot tell the language of {path}",
            hint="name it with --from or --lang, for example --lang en",
        )
    if best == "zh" and _is_traditional(text):
        best = "zh-TW"
    return Detected(language=find(best), certainty=certainty)


def _tags() -> tuple[str, ...]:
    return tuple(language.tag for language in LANGUAGES if "-" not in language.tag)


@cache
def _identifier() -> _Identifier:
    # Its model takes most of a second to load, and most runs name their languages.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


def _is_traditional(text: str) -> bool:
    """Say whether more characters are written the traditional than the simplified way."""
    pairs = data.lines("chinese-characters.txt")
    simplified = frozenset(pair[0] for pair in pairs)
    traditional = frozenset(pair[-1] for pair in pairs)
    old = sum(character in traditional for character in text)
    return old > sum(character in simplified for character in text)
