"""Read MessageFormat (ICU, Java): arguments, and plural and select arms however deeply nested.

One pass over the text with a stack of its own, so depth costs no recursion.
"""

import re
from dataclasses import dataclass, field

CHOICES = frozenset({"plural", "select", "selectordinal"})
_TOKEN = re.compile(r"''|'(?=[{}])[^']*(?:'|\Z)|[{}]")
_ARGUMENT = re.compile(r"\{\s*([\w.-]{1,100})\s*(?:,\s*(\w{1,30})\s*(,)?)?")
OPENING = re.compile(r"\{\s*[\w.-]{1,100}\s*,\s*(?:plural|select|selectordinal)\s*,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """An arm of a choice: its selector, and the code points of the text in its braces."""

    selector: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument at code points ``start`` to ``end``, and the arms of a choice."""

    start: int
    end: int
    name: str
    kind: str
    arms: tuple[Arm, ...] = ()

    @property
    def selectors(self) -> tuple[str, ...]:
        """What the arms are for, in order."""
        return tuple(arm.selector for arm in self.arms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why a text is no message, and the code point at which this shows."""

    place: int
    why: str


@dataclass(slots=True)
class _Choice:
    start: int
    end: int
    name: str
    kind: str
    arms: list[Arm] = field(default_factory=list)


@dataclass(slots=True)
class _Text:
    """The text of an arm, of the choice below it."""

    selector: str
    start: int


class _Reader:
    """Reads one text; an open brace is a choice, or the text of an arm."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.arguments: list[Argument] = []
        self._open: list[_Choice | _Text] = []
        self._place = 0

    def read(self) -> Problem | None:
        while token := _TOKEN.search(self.text, self._place):
            problem = None
            before, self._place = self._place, token.end()
            if token[0] == "}":
                problem = self._close(token.start())
            elif token[0] == "{":
                if self._open and isinstance(self._open[-1], _Choice):
                    problem = self._arm(before, token.start())
                else:
                    problem = self._argument(token.start())
            if problem:
                return problem
        if self._open:
            return Problem(place=max(len(self.text) - 1, 0), why="a brace is not closed")
        return None

    def _close(self, place: int) -> Problem | None:
        if not self._open:
            return Problem(place=place, why="a brace is closed that was not opened")
        closed = self._open.pop()
        if isinstance(closed, _Choice):
            self.arguments.append(
                Argument(
                    start=closed.start, end=closed.end, name=closed.name, kind=closed.kind,
                    arms=tuple(closed.arms),
                )
            )  # fmt: skip
        elif isinstance(choice := self._open[-1], _Choice):
            choice.arms.append(Arm(selector=closed.selector, start=closed.start, end=place))
        return None

    def _arm(self, start: int, end: int) -> Problem | None:
        selector = self.text[start:end].split()
        if not selector:
            return Problem(place=end, why="an arm has no selector")
        self._open.append(_Text(selector[-1], end + 1))
        return None

    def _argument(self, start: int) -> Problem | None:
        found = _ARGUMENT.match(self.text, start)
        if not found:
            return Problem(place=start, why="a brace names no argument")
        name, kind = found[1], found[2] or ""
        if kind in CHOICES and found[3]:
            self._open.append(_Choice(start, found.end(), name, kind))
            self._place = found.end()
            return None
        end = self.text.find("}", found.end()) + 1
        if not end:
            return Problem(place=start, why="a brace is not closed")
        self.arguments.append(Argument(start=start, end=end, name=name, kind=kind))
        self._place = end
        return None


def parse(text: str) -> tuple[tuple[Argument, ...], Problem | None]:
    """Return the arguments of a message in their order, and what keeps it from being one.

    >>> [one.selectors for one in parse("{n, plural, one {# file} other {# files in {dir}}}")[0]]
    [('one', 'other'), ()]
    """
    reader = _Reader(text)
    problem = reader.read()
    return tuple(sorted(reader.arguments, key=lambda one: one.start)), problem
