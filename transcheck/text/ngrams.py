"""Loops in a sequence: the same run of units again and again, without anything between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """``count`` whole repeats of ``period`` units from index ``start`` on.

    ``tail`` units follow that begin another repeat and break it off.
    """

    start: int
    period: int
    count: int
    tail: int

    @property
    def end(self) -> int:
        """Index after the last whole repeat."""
        return self.start + self.period * self.count


def loops(units: Sequence[str], *, longest: int) -> Iterator[Loop]:
    """Yield each stretch that repeats at least twice, for periods up to ``longest`` units.

    The unit of a loop is never itself a loop: "no no no no" repeats "no", not "no no". Loops come
    in the order of their periods and may overlap.

    >>> [(loop.start, loop.period, loop.count) for loop in loops("xababab", longest=3)]
    [(1, 2, 3)]
    """
    for period in range(1, min(longest, len(units) // 2) + 1):
        # A run long enough to be a loop covers at least one multiple of its period.
        if all(units[i] != units[i + period] for i in range(0, len(units) - period, period)):
            continue
        same = [units[i] == units[i + period] for i in range(len(units) - period)]
        for start, length in _runs(same):
            if length < period or _is_loop(units[start : start + period]):
                continue
            count, tail = divmod(length + period, period)
            yield Loop(start=start, period=period, count=count, tail=tail)


def repeats_three(units: Sequence[str]) -> bool:
    """Say whether three units in a row stand in that order at another place too.

    Every loop that is longer than two units twice, or one unit three times, has such a repeat. The
    number of different units decides for most sentences: three must come twice, or one four times.

    >>> repeats_three("abcxabc"), repeats_three("abxabyab")
    (True, False)
    """
    if len(units) - len(set(units)) < 3:
        return False
    threes = len(units) - 2
    return (
        len(set(zip(units, islice(units, 1, None), islice(units, 2, None), strict=False))) < threes
    )


def share(one: Sequence[str], other: Sequence[str], *, length: int) -> bool:
    """Say whether ``length`` units in a row of one sequence stand in that order in the other.

    >>> share("abcd", "xbcdx", length=3), share("abcd", "xbcxd", length=3)
    (True, False)
    """
    runs, others = (
        zip(*(islice(units, start, None) for start in range(length)), strict=False)
        for units in (one, other)
    )
    return not set(runs).isdisjoint(others)


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and length of each unbroken run of true values."""
    start = None
    for index, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = index
        elif not flag and start is not None:
            yield start, index - start
            start = None


def _is_loop(unit: Sequence[str]) -> bool:
    size = len(unit)
    return any(
        size % period == 0 and list(unit) == list(unit[:period]) * (size // period)
        for period in range(1, size // 2 + 1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """``length`` units from ``there`` on in one sequence that stand from ``here`` on in another."""

    there: int
    here: int
    length: int


def copies(original: Sequence[str], text: Sequence[str], *, shortest: int) -> list[Copy]:
    """Return the stretches of ``text`` that stand in ``original``, from left to right.

    Each is as long as it can be and has at least ``shortest`` units; none overlaps another.

    >>> copies("one two three four".split(), "uno two three four".split(), shortest=3)
    [Copy(there=1, here=1, length=3)]
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for there in range(len(original) - shortest + 1):
        places.setdefault(tuple(original[there : there + shortest]), []).append(there)
    found: list[Copy] = []
    here = 0
    while here <= len(text) - shortest:
        # A unit that fills the whole text would make this quadratic: five places are enough.
        candidates = places.get(tuple(text[here : here + shortest]), [])[:5]
        best = max(
            (Copy(there=t, here=here, length=_common(original, t, text, here)) for t in candidates),
            key=lambda copy: copy.length,
            default=None,
        )
        if best:
            found.append(best)
        here += best.length if best else 1
    return found


def _common(one: Sequence[str], i: int, other: Sequence[str], j: int) -> int:
    """Return how many units are the same from ``i`` and ``j`` on."""
    length = 0
    while (
        i + length < len(one) and j + length < len(other) and one[i + length] == other[j + length]
    ):
        length += 1
    return length
