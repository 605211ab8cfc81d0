"""What places, organisations and languages are called elsewhere: tables, looked up."""

from collections.abc import Mapping
from functools import cache, lru_cache

from transcheck.data import lines
from transcheck.names.spelling import alike, bare

_PLACES = ("names/places.txt", "names/organisations.txt")
_FILES = (*_PLACES, "names/languages.txt")
# Words that are spelled alike begin with the same letters, so many of them at least.
_KEY = 3


@lru_cache(maxsize=1 << 12)
def elsewhere(name: str) -> frozenset[str]:
    """Return the other names of all places that ``name`` may be one word of, ending aside."""
    found: set[str] = set()
    for row, word in _index().get(bare(name)[:_KEY], ()):
        if alike(name, word):
            found.update(_rows()[row])
    return frozenset(found)


@cache
def places() -> frozenset[str]:
    """Return all names of places and organisations in the table, letter for letter."""
    return frozenset(name for file in _PLACES for line in lines(file) for name in line.split("|"))


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("|")) for file in _FILES for line in lines(file))


@cache
def _index() -> Mapping[str, list[tuple[int, str]]]:
    """Return, by its first letters, each word of each name with the number of its row."""
    index: dict[str, list[tuple[int, str]]] = {}
    for row, names in enumerate(_rows()):
        for word in {word for name in names for word in parts(name)}:
            index.setdefault(bare(word)[:_KEY], []).append((row, word))
    return index


def parts(name: str) -> list[str]:
    """Return the words of a name."""
    return name.replace("-", " ").replace("'", " ").replace("’", " ").split()
