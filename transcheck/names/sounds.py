"""How a name sounds, whatever its script, and what speaks for two words being one name."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck.data import lines

_SOUNDS, _PAIRS = "names/sounds.txt", "names/sound_pairs.txt"
_ANY, _NONE, _LATIN = "any", "-", "Latn"
# No name has more sounds; what a table lacks comes together by chance at best.
_LONGEST = 60
_STRANGE = -6.0
# Sums of the same numbers in another order differ by less.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What each couple of sounds says for one name in Latin letters and in another script.

    All are log-odds: of the couple in two spellings of one name against its sounds by chance.
    ``left`` is what it says that a sound of the Latin spelling has no other, ``put`` that there is
    one more.
    """

    couples: Mapping[str, float]
    left: Mapping[str, float]
    put: Mapping[str, float]

    def best(self, name: str, text: str) -> float:
        """Return the log-odds that some stretch of ``text`` is the name, each a row of sounds."""
        row = [0.0] * (len(text) + 1)
        put = [self.put.get(its, _STRANGE) for its in text]
        for mine in name:
            lost = self.left.get(mine, _STRANGE)
            above, row = row, [row[0] + lost]
            for place, its in enumerate(text):
                row.append(
                    max(
                        above[place] + self.couples.get(mine + its, _STRANGE),
                        above[place + 1] + lost,
                        row[place] + put[place],
                    )
                )
        return max(row)


@lru_cache(maxsize=1 << 14)
def sound(text: str, script: str) -> str:
    """Return the sounds of a text, one letter each.

    >>> sound("Putin", "Latn"), sound("Путин", "Cyrl")
    ('PUTIN', 'PUTIN')
    """
    from anyascii import anyascii

    letters = re.sub(r"[^a-z' ]", " ", anyascii(text[:_LONGEST]).lower())
    values, pattern = _reading(script)
    found = "".join(values[match.lastindex or 0] for match in pattern.finditer(letters))
    return re.sub(r"(.)\1+", r"\1", found)[:_LONGEST]


@cache
def _reading(script: str) -> tuple[list[str], re.Pattern[str]]:
    """Return one pattern for all letters of a script, and the sounds of each of its groups."""
    rows = [line.split(" ") for line in lines(_SOUNDS)]
    table = {letters: value for tag in (_ANY, script) for s, letters, value in rows if s == tag}
    ordered = sorted(table, key=lambda letters: (-len(letters), letters))
    values = ["", *(table[letters].replace(_NONE, "") for letters in ordered)]
    return values, re.compile("|".join(f"({letters})" for letters in ordered))


def heard(one: str, here: str, other: str, there: str) -> float:
    """Return the log-odds that two words in two scripts are one name by their sounds.

    One script is Latin; of other couples of scripts nothing is known.
    """
    if there == _LATIN:
        one, here, other, there = other, there, one, here
    known = likeness(there)
    if here != _LATIN or there == _LATIN or known is None:
        return _STRANGE
    return _found(sound(one, here), sound(other, there), there)


@lru_cache(maxsize=1 << 16)
def _found(name: str, text: str, script: str) -> float:
    known = likeness(script)
    return known.best(name, text) if known and name else _STRANGE


def share(one: str, other: str) -> float:
    """Return how much of a name in Latin letters sounds like the other: 1 for all of it."""
    name, word = sound(one, _LATIN), sound(other, _LATIN)
    own = _found(name, name, _LATIN)
    return min(_found(name, word, _LATIN), _found(word, name, _LATIN)) / own if own > 0 else 0.0


def is_heard(one: str, here: str, other: str, there: str, least: float) -> bool:
    """Say whether the log-odds that two words are one name are more than ``least``."""
    if there == _LATIN:
        one, here, other, there = other, there, one, here
    if _at_most(sound(one, here), sound(other, there), there) <= least - _ROUNDING:
        return False
    return heard(one, here, other, there) > least


def is_shared(one: str, other: str, least: float) -> bool:
    """Say whether two names in Latin letters share more than ``least`` of their sound."""
    name, word = sound(one, _LATIN), sound(other, _LATIN)
    needed = least * _found(name, name, _LATIN) - _ROUNDING
    if any(_at_most(*both, _LATIN) <= needed for both in ((name, word), (word, name))):
        return False
    return share(one, other) > least


def _at_most(name: str, text: str, script: str) -> float:
    """Return what no stretch of ``text`` goes beyond, in a tenth of the time.

    Each of its sounds has the one of the name that says most for it, wherever that stands.
    """
    most = _most(name, script)
    return sum([most.get(its, 0.0) for its in text])


@lru_cache(maxsize=1 << 13)
def _most(name: str, script: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for mine in name:
        for its, value in _speaking_for(script).get(mine, ()):
            found[its] = max(value, found.get(its, 0.0))
    return found


@cache
def _speaking_for(script: str) -> Mapping[str, Sequence[tuple[str, float]]]:
    """Return, by sounds of a name in Latin letters, those of another script that speak for it."""
    known = likeness(script)
    found: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    for both, value in known.couples.items() if known else ():
        if value > 0:
            found[both[0]].append((both[1], value))
    return found


@cache
def likeness(script: str) -> Likeness | None:
    """Return what is known of names in a script beside their spelling in Latin letters."""
    rows = [line.split(" ") for line in lines(_PAIRS)]
    table = {
        mine + its: float(value)
        for tag, mine, *pairs in rows
        if tag == script
        for its, value in (pair.split(":") for pair in pairs)
    }
    if not table:
        return None
    return Likeness(
        couples={both: value for both, value in table.items() if _NONE not in both},
        left={both[0]: value for both, value in table.items() if both[1] == _NONE},
        put={both[1]: value for both, value in table.items() if both[0] == _NONE},
    )
