"""The plural categories of each language, by CLDR: "one", "few" and so on."""

from collections.abc import Mapping
from functools import cache

from transcheck.data import lines


@cache
def categories(lang: str) -> Mapping[str, tuple[int, ...]]:
    """Return the categories of a language in the order of CLDR, each with its first whole numbers.

    A category without one is for fractions, or for millions alone. Empty for a language that the
    table does not have.

    >>> categories("pl")["few"]
    (2, 3, 4, 22)
    """
    named = (each.partition("=") for each in _row(lang)[1:])
    return {
        name: tuple(int(n) for n in said.split(",") if n.isdecimal()) for name, _, said in named
    }


def fewest(lang: str) -> int:
    """Return with how many forms PO files in a language do at least; 0 if that is not known."""
    return int(next(iter(_row(lang)), 0))


@cache
def _row(lang: str) -> list[str]:
    return next((rest for tag, *rest in map(str.split, lines("plurals.txt")) if tag == lang), [])
