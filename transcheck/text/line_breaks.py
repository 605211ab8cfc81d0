"""Where the lines of a string break, and whether it was only wrapped to fit a screen."""

import re
import unicodedata

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_WRAPPED = re.compile(r"[^\W\d_,]\n[ \t]*[a-z(]")
# A line that was wrapped anew is hardly longer than the longest of the source.
_LONGER = 1.05


def count(text: str) -> int:
    """Return how many lines end inside ``text``."""
    return text.strip().count("\n")


def paragraphs(text: str) -> int:
    """Return how many paragraphs, with blank lines between them, ``text`` has."""
    return len(_PARAGRAPH.findall(text.strip())) + 1


def is_wrapped(text: str) -> bool:
    r"""Say whether a line ends in the middle of a sentence.

    >>> is_wrapped("Prints the list of\nall files."), is_wrapped("Name: Ann\nAge: 7")
    (True, False)
    """
    return _WRAPPED.search(text.strip()) is not None


def outgrows(text: str, source: str) -> bool:
    """Say whether a line of ``text`` is wider than the lines of ``source`` are allowed to be."""
    return _widest(text) > _LONGER * _widest(source)


def _widest(text: str) -> int:
    return max(
        sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
        for line in text.strip().split("\n")
    )
