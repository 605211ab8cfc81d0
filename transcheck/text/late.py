"""Patterns that are compiled when they are first used: a run meets few of all."""

import re
from typing import cast


class _Late:
    """A pattern still in writing, and its methods once it was compiled."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._written)
        self.__dict__.update(
            (each, getattr(compiled, each)) for each in dir(compiled) if not each.startswith("_")
        )
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for what most texts do not need: it costs nothing until it is asked.

    It is a ``re.Pattern`` to whoever calls its methods, and to nobody else.

    >>> late("[aeiou]").findall("late")
    ['a', 'e']
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
