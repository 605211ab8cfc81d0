"""Where the lines of a string break, and whether it was only wrapped to fit a screen."""

import re
import unicodedata

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_WRAP = re.compile(r"\S[ \t]*\n[ \t]*(?=\S)")
_WRAPPED = re.compile(r"[^\W\d_,]\n[ \t]*[a-z(]")
# A long line that ends in no mark, unless a list follows.
_LONG = re.compile(r"[^\n]{50}[^\s.:;!?…。：；！？][ \t]*\n[ \t]*(?![-*•\d\s])")
# A line that was wrapped anew is hardly longer than the longest of the source.
_LONGER = 1.08
# A line that holds nothing but a value or an address stands for itself.
_ALONE = re.compile(r"^[ \t]*(?:\{[^{}\s]*\}|%\(\w+\)[sd]|%[sd]|https?://\S+)[ \t]*$", re.MULTILINE)


def count(text: str) -> int:
    """Return how many lines end inside ``text``."""
    return text.strip().count("\n")


def paragraphs(text: str) -> int:
    """Return how many paragraphs, with blank lines between them, ``text`` has."""
    return len(_PARAGRAPH.findall(text.strip())) + 1


def wraps(text: str) -> int:
    """Return how many lines end inside the paragraphs of ``text``."""
    return len(_WRAP.findall(text.strip()))


def is_wrapped(text: str) -> bool:
    r"""Say whether a line ends in the middle of a sentence.

    >>> is_wrapped("Prints the list of\nall files."), is_wrapped("Name: Ann\nAge: 7")
    (True, False)
    """
    return _WRAPPED.search(text.strip()) is not None


def may_be_wrapped(text: str) -> bool:
    """Say whether a line of ``text`` seems to end because it was long, and not as a row."""
    return _LONG.search(text.strip()) is not None or is_wrapped(text)


def alone(text: str) -> int:
    r"""Return how many lines hold nothing but a placeholder or an address.

    >>> alone("See it at\n{url}\n\nBest regards")
    1
    """
    return len(_ALONE.findall(text))


def outgrows(text: str, source: str) -> bool:
    """Say whether a line of ``text`` is wider than the lines of ``source`` are allowed to be."""
    return _widest(text) > _LONGER * _widest(source)


def _widest(text: str) -> int:
    return max(
        sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)
        for line in text.strip().split("\n")
    )
