"""Which characters are capitals and small letters, as classes for a regular expression."""

import unicodedata
from itertools import groupby


def _ranges(category: str) -> str:
    """Return the letters of one Unicode category in the alphabets that know capitals."""
    points = [
        point
        for first, last in ((0x41, 0x590), (0x10A0, 0x1100), (0x1E00, 0x2000), (0xA640, 0xA800))
        for point in range(first, last)
        if unicodedata.category(chr(point)) == category
    ]
    runs = (list(run) for _, run in groupby(enumerate(points), lambda item: item[1] - item[0]))
    # A range takes twice as long to compile as a letter.
    ends = ((chr(run[0][1]), chr(run[-1][1])) for run in runs)
    return "".join(first if first == last else f"{first}-{last}" for first, last in ends)


SMALL = _ranges("Ll")
CAPITAL = _ranges("Lu")
