"""How a name sounds, whatever its script, and how far apart two sounds are."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from transcheck.data import lines

_NAMES = "names/sounds.txt"
_ANY = "any"
# What it costs to leave a sound out or to put it in. Vowels are written or not, a final r is heard
# or not, and the languages differ in what they do to h and w.
_WEIGHT = {
    "A": 0.25, "E": 0.25, "O": 0.25, "H": 0.3, "W": 0.3,
    "R": 0.5, "N": 0.7, "K": 0.8, "T": 0.8, "S": 0.9, "P": 0.9,
}  # fmt: skip
# What it costs to take one sound for another, where that is less than leaving out the one and
# putting in the other: "Thatcher" with an s, "George" with a k, "Hood" with an f.
_NEAR = {
    frozenset(pair): cost
    for pair, cost in {
        "AE": 0.15, "AO": 0.15, "EO": 0.2, "HK": 0.2, "HP": 0.5, "HS": 0.5, "KS": 0.5, "ST": 0.5,
        "WO": 0.1, "WP": 0.3, "WA": 0.2, "NR": 0.7, "KW": 0.5, "EH": 0.3, "AH": 0.2, "SE": 0.6,
        "PT": 1.0, "PK": 1.0, "KT": 0.9, "PS": 1.1, "WK": 0.5, "RT": 0.8, "RE": 0.4,
    }.items()
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def sound(text: str, script: str) -> str:
    """Return the sounds of a text, one letter each.

    >>> sound("Putin", "Latn"), sound("Путин", "Cyrl")
    ('POTEN', 'POTEN')
    """
    from anyascii import anyascii

    letters = re.sub(r"[^a-z' ]", " ", anyascii(text).lower())
    table = _table(script)
    found = "".join(table.get(match[0], "") for match in _pattern(script).finditer(letters))
    return re.sub(r"(.)\1+", r"\1", found)


@cache
def _table(script: str) -> Mapping[str, str]:
    rows = [line.split(" ") for line in lines(_NAMES)]
    return {letters: value for tag in (_ANY, script) for s, letters, value in rows if s == tag}


@cache
def _pattern(script: str) -> re.Pattern[str]:
    ordered = sorted(_table(script), key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(map(re.escape, ordered)))


@lru_cache(maxsize=1 << 14)
def weight(sounds: str) -> float:
    """Return what it would cost to leave all sounds out."""
    return sum(_WEIGHT[one] for one in sounds)


def distance(name: str, word: str, *, within: bool = False) -> float:
    """Return the cost of making one row of sounds of another, ``within`` it or whole.

    0 is the same sound, 1 nothing in common: the cost is a share of the weight of the name.
    """
    row = [0.0]
    for one in word:
        row.append(0.0 if within else row[-1] + _WEIGHT[one])
    for mine in name:
        above, row = row, [row[0] + _WEIGHT[mine]]
        for place, its in enumerate(word):
            row.append(
                min(
                    above[place] + _change(mine, its),
                    above[place + 1] + _WEIGHT[mine],
                    row[place] + _WEIGHT[its],
                )
            )
    return (min(row) if within else row[-1]) / max(weight(name), 0.1)


def sounds_alike(one: str, other: str, limit: float) -> bool:
    """Say whether either row of sounds can be made of the other at this cost."""
    mine, its = weight(one), weight(other)
    # What one has more than the other has to be left out.
    if abs(mine - its) > limit * max(mine, its):
        return False
    return max(distance(one, other), distance(other, one)) < limit


def _change(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return _NEAR.get(frozenset((one, other)), 2.0)
