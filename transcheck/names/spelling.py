"""Words that are one word by their letters, accents and endings aside."""

from functools import lru_cache

from transcheck.text.accents import without_accents

# An ending that a language gives a name has at most so many letters, and a stem at least so many.
_ENDING, _STEM = 3, 4
# So much of a word makes its short form ("Prof", "Juve"), or stands in a compound of it.
_SHORT_FORM, _IN_COMPOUND = 3, 5
# Words that begin alike for so long are one name, glued to its neighbour or with a long ending.
_LONG_BEGINNING = 8


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> str:
    """Return ``word`` in small letters without accents."""
    return without_accents(word).casefold()


@lru_cache(maxsize=1 << 14)
def is_latin(word: str) -> bool:
    """Say whether a word is written in Latin letters."""
    return bare(word).isascii()


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    """Return ``word`` bare, with "v" for "w": what one language spells so, another spells so."""
    return bare(word).replace("w", "v")


def beginning(word: str) -> str:
    """Return the letters that words share which are alike."""
    return _folded(word)[:_STEM]


def alike(one: str, other: str) -> bool:
    """Say whether two words of one script are the same, but for accents and an ending.

    >>> alike("Москва", "Москве"), alike("Merkel", "Merkels"), alike("Berlin", "Bern")
    (True, True, False)
    >>> alike("Zaev", "Zaew")
    True
    """
    mine, its = _folded(one), _folded(other)
    if mine == its:
        return True
    shared = _shared(mine, its)
    short, long = sorted((len(mine), len(its)))
    return shared >= max(_STEM, short - 2) and long - shared <= _ENDING


def is_part(one: str, other: str) -> bool:
    """Say whether one word is the beginning of the other, or stands in a compound with it.

    >>> is_part("Prof", "Professor"), is_part("Nordkoreas", "Korea"), is_part("Ann", "Joanna")
    (True, True, False)
    """
    short, long = sorted((bare(one), bare(other)), key=len)
    if long.startswith(short):
        return len(short) >= _SHORT_FORM
    if _shared(short, long) >= _LONG_BEGINNING:
        return True
    return len(short) >= _IN_COMPOUND and short in long


def is_kin(name: str, words: str) -> bool:
    """Say whether one of some bare words may be made of a name: "bolivianisch" and "Bolivien".

    >>> is_kin("Bolivien", "die bolivianische hauptstadt"), is_kin("Bolivien", "berliner")
    (True, False)
    """
    mine = bare(name)
    return len(mine) > _SHORT_FORM and mine[: max(_STEM, len(mine) - _ENDING)] in words


def _shared(one: str, other: str) -> int:
    for index, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return index
    return min(len(one), len(other))
