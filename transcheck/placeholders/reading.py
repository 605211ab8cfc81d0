"""The placeholders of a text, in the dialects that its unit declares or its source shows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transcheck.placeholders import messages
from transcheck.placeholders.syntaxes import CERTAIN, DECLARED, MESSAGES, Syntax

# No placeholder begins with another character.
OPENINGS = re.compile(r"[%{$]|@[.:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A placeholder at code points ``start`` to ``end``.

    ``name`` is the name or number of its argument, empty for the next in order; ``kind`` the type
    of what is filled in, where it says so; ``first`` is the number of the first unnamed one.
    ``literal`` says that it stands for its sign alone, as "%%" does.
    """

    start: int
    end: int
    text: str
    name: str
    kind: str
    opening: str
    first: int
    literal: bool = False


def syntaxes(dialects: Iterable[str]) -> tuple[Syntax, ...]:
    """Return what to read: the declared syntaxes, and the certain ones of other openings."""
    declared = [one for dialect in dialects for one in DECLARED.get(dialect, ())]
    openings = {one.opening for one in declared}
    return (*declared, *(one for one in CERTAIN if one.opening not in openings))


def is_message(source: str, dialects: Iterable[str]) -> bool:
    """Say whether a source is a MessageFormat text, with arguments that can be read."""
    if "{" not in source:
        return False
    if MESSAGES.isdisjoint(dialects) and not messages.OPENING.search(source):
        return False
    return messages.parse(source)[1] is None


def find(text: str, dialects: Sequence[str], *, message: bool = False) -> list[Placeholder]:
    """Return the placeholders of ``text`` in order, those that are literal signs included.

    >>> [one.name for one in find("Copied %(count)d of %(all)d (50% done)", ())]
    ['count', 'all']
    """
    found: list[Placeholder] = []
    if message:
        found = [
            _made(text, one.start, one.end, one.name, one.kind, opening="{")
            for one in messages.parse(text)[0]
        ]
    for syntax in syntaxes(dialects):
        if syntax.opening not in text or (message and syntax.opening == "{"):
            continue
        taken = [(one.start, one.end) for one in found]
        for match in syntax.pattern.finditer(text):
            start, end = match.span()
            if not any(start < stop and begin < end for begin, stop in taken):
                found.append(_of(match, syntax))
    return sorted(found, key=lambda one: one.start)


def _of(match: re.Match[str], syntax: Syntax) -> Placeholder:
    groups = match.groupdict()
    literal = groups.pop("literal", None) is not None
    kind = groups.pop("kind", None) or groups.pop("sort", None) or ""
    groups.pop("sort", None)
    name = next((group for group in groups.values() if group), "")
    return Placeholder(
        start=match.start(), end=match.end(), text=match[0], name=name,
        kind=kind.replace("i", "d"), opening=syntax.opening, first=syntax.first, literal=literal,
    )  # fmt: skip


def _made(text: str, start: int, end: int, name: str, kind: str, *, opening: str) -> Placeholder:
    return Placeholder(
        start=start, end=end, text=text[start:end], name=name, kind=kind, opening=opening, first=0
    )
