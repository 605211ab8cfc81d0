"""What repairs change in a text, as a unified diff that ``patch`` and ``git apply`` understand."""

import difflib
from collections.abc import Iterator

from transcheck.text.visible import visible

_INKS = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_PLAIN = "\x1b[0m"


def render(path: str, old: str, new: str, *, colour: bool) -> str:
    """Return the diff, "" where nothing changed; with ``colour`` it is for eyes alone.

    In colour nothing in the text can steer the terminal; without, every character is kept.
    """
    lines = difflib.unified_diff(_lines(old), _lines(new), f"{path}", f"{path}")
    return "".join(map(_painted, lines) if colour else _ended(lines))


def _lines(text: str) -> list[str]:
    """Return the lines as ``patch`` counts them: only a line feed ends one."""
    lines = text.split("\n")
    return [*(line + "\n" for line in lines[:-1]), *(line for line in lines[-1:] if line)]


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _painted(line: str) -> str:
    text = visible(line.removesuffix("\n"))
    return f"{_INKS.get(line[0], '')}{text}{_PLAIN}\n"
