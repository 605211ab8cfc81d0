"""What a localization file says of a string besides its texts: key, state, notes and limits."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

_ALLOW = re.compile(r"\btranscheck:\s*allow\s+([\w-]+(?:\s*,\s*[\w-]+)*)")


class State(StrEnum):
    """How far a translation is, in the terms that the formats share."""

    TRANSLATED = "translated"
    NEEDS_REVIEW = "needs-review"
    UNTRANSLATED = "untranslated"
    LOCKED = "locked"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A translation unit as its file describes it.

    ``key`` names the unit in its file and survives a move; ``context`` is what tells equal sources
    apart. ``plural`` is the form's category as CLDR or the file names it, None for a text without
    forms; ``forms`` are all those that the message has, and ``plural_rule`` is how the file numbers
    them, as gettext says it. ``max_length`` counts characters. ``dialects`` are the placeholder
    dialects that the format or the unit's own flags declare, such as ``printf`` or ``icu``.
    ``allowed`` holds the checks that the file itself switches off for this unit. ``before`` is the
    translation that the unit had in the revision compared with, where it has none now.
    """

    key: str
    state: State = State.TRANSLATED
    context: str | None = None
    notes: tuple[str, ...] = ()
    plural: str | None = None
    forms: tuple[str, ...] = ()
    plural_rule: str | None = None
    max_length: int | None = None
    dialects: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    before: str | None = None


def allowed(comments: Iterable[str]) -> tuple[str, ...]:
    """Return the checks that comments switch off: ``transcheck: allow glued-words, all-caps``."""
    return tuple(
        name.strip()
        for comment in comments
        for match in _ALLOW.finditer(comment)
        for name in match[1].split(",")
    )
