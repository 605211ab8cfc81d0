"""Shipped word lists and tables, and the one cached way to read them."""

from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of the shipped UTF-8 file ``name``, without blank lines and comments.

    ``name`` may lie in a folder ("words/en.txt"). A line that begins with ``#`` is a comment.

    Raises:
        FileNotFoundError: no such file is shipped.
    """
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    stripped = (line.strip() for line in text.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))


@cache
def exists(name: str) -> bool:
    """Say whether the file ``name`` is shipped."""
    return files(__name__).joinpath(name).is_file()
