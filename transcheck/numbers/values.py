"""The record of a number in a text, and how values are keyed."""

from dataclasses import dataclass

_LARGEST = 1e60


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number at code points ``start`` to ``end`` (exclusive) of a text.

    ``values`` are all that it may mean: "1.250" is 1250 or 1.25, depending on who writes.
    ``digits`` are its digits as ASCII, empty for a number in words. ``linked`` says that it
    follows another number with nothing but a mark between ("5-7", "7:30"), ``clock`` that it tells
    a time of day. ``size`` is what a word such as "million" multiplies it by.
    """

    start: int
    end: int
    values: frozenset[float]
    digits: str = ""
    linked: bool = False
    clock: bool = False
    size: float = 1.0

    def of(self, text: str) -> str:
        """Return the number as it is written in ``text``."""
        return text[self.start : self.end]


def key(value: float) -> float:
    """Return a value to ten significant digits, so that 1.1 million equals 1,100,000.

    What is larger than any number of a text, such as hundreds of digits in a row, is all one.
    """
    return float(f"{min(value, _LARGEST):.10g}")
