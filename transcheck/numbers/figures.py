"""Digits that differ, wherever they stand: in versions, codes and names, where no number is read.

For strings of programs, which have more of these than of amounts.
"""

import re
from collections import Counter

from transcheck.numbers import digits
from transcheck.numbers.compare import MOST
from transcheck.numbers.explain import is_measured
from transcheck.numbers.reading import Text
from transcheck.numbers.values import Number

_DIGITS = re.compile(r"\d+")
_Runs = list[re.Match[str]]


def swapped(source: tuple[str, str], target: tuple[str, str]) -> tuple[Number, Number] | None:
    """Return digits of ``source`` that ``target`` lacks, and those that it has instead.

    Both are given with their language. Digits that one side only lacks are no fault: numbers are
    written in words, and parts of names come and go. Nor are those of a number that both have.

    >>> lost, new = swapped(("needs v2.5.2", "en"), ("braucht v2.4.2", "de"))
    >>> lost.start, new.start
    (9, 11)
    >>> swapped(("6 p.m.", "en"), ("18 Uhr", "de"))
    """
    ours, theirs = _DIGITS.finditer(source[0]), _DIGITS.finditer(target[0])
    lost, new = _apart(list(ours), list(theirs))
    if not lost or not new:
        return None
    one, other = Text(*source, digits.read(*source)), Text(*target, digits.read(*target))
    if max(len(one.numbers), len(other.numbers)) > MOST:
        return None
    gone, added = _unlike(lost, one, new, other), _unlike(new, other, lost, one)
    return (gone[0], added[0]) if gone and added else None


def _apart(ours: _Runs, theirs: _Runs) -> tuple[_Runs, _Runs]:
    """Return the runs that either side has more often than the other."""
    counts = [Counter(map(_written, runs)) for runs in (ours, theirs)]
    return _left(ours, counts[0] - counts[1]), _left(theirs, counts[1] - counts[0])


def _left(runs: _Runs, counts: Counter[str]) -> _Runs:
    # Which of several equal ones is the odd one, nobody can say.
    return [run for run in runs if counts[_written(run)]]


def _written(run: re.Match[str]) -> str:
    return digits.ascii_digits(run[0]).lstrip("0")


def _unlike(ours: _Runs, here: Text, theirs: _Runs, there: Text) -> list[Number]:
    """Return runs that belong to no number which a number with runs of the other text equals."""
    values = {value for number in _around(theirs, there) for value in number.values}
    met = [
        number
        for number in _around(ours, here)
        if not values.isdisjoint(number.values) or is_measured(number, here, there)
    ]
    return [
        Number(start=run.start(), end=run.end(), values=frozenset())
        for run in ours
        if not any(_holds(number, run) for number in met)
    ]


def _around(runs: _Runs, text: Text) -> list[Number]:
    return [number for number in text.numbers if any(_holds(number, run) for run in runs)]


def _holds(number: Number, run: re.Match[str]) -> bool:
    return number.start <= run.start() < number.end
