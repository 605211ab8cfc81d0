"""The letters of each language in Latin script beyond a-z."""

from functools import cache

from transcheck.data import lines


@cache
def alphabet(tag: str) -> str:
    """Return the letters beyond a-z of a language, in small letters; "" for other scripts."""
    entries = (line.split() for line in lines("alphabets.txt"))
    return next((letters for name, letters in entries if name == tag), "")
