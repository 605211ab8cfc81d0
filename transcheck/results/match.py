"""Which units of two reports are the same: by key, by text, and by their place between the same.

What has a key keeps it. Of the rest, equal texts belong together, and what stands between two
neighbours that kept their places is put side by side by its likeness: edited, split or merged.
What is like a unit elsewhere has moved; what is left was added or removed.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import pairwise

from transcheck.model import Measured, Side
from transcheck.results.naming import both, folders, key, source, target
from transcheck.text.likeness import alike, contained, trigrams

_Name = Callable[[Measured], Hashable]

# Texts that share fewer of their trigrams have nothing to do with each other.
_ALIKE = 0.4
# The parts of a split sentence are in it nearly whole.
_PART = 0.6
# Units beside the diagonal of a gap that are looked at; where both sides are long and new, nothing
# is known of their order anyway.
_BAND = 25
_ALONE = ((1, 0), (0, 1))
_SHAPES = (*_ALONE, (1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
# A trigram in more units than this tells none of them from the others.
_TELLING = 20


class Kind(StrEnum):
    """What became of a unit."""

    SAME = "same"
    EDITED = "edited"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Units of the old report and what they are in the new one; one side may be empty."""

    kind: Kind
    old: tuple[Measured, ...]
    new: tuple[Measured, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """Places ``old`` to ``old + olds`` and ``new`` to ``new + news`` of the two reports."""

    old: int
    new: int
    olds: int = 1
    news: int = 1
    moved: bool = False


def match(old: Sequence[Measured], new: Sequence[Measured]) -> tuple[Match, ...]:
    """Return every unit of both reports once, in the order of the new one.

    What was removed comes after the unit that it stood behind.
    """
    exact = _exact(old, new)
    kept = _in_order(exact)
    links = [_Link(i, j, moved=(i, j) not in kept) for i, j in exact]
    taken = {i for i, _ in exact}, {j for _, j in exact}
    ends = [(-1, -1), *sorted(kept), (len(old), len(new))]
    for (i, j), (k, m) in pairwise(ends):
        ours = [at for at in range(i + 1, k) if at not in taken[0]]
        theirs = [at for at in range(j + 1, m) if at not in taken[1]]
        links += _between(ours, theirs, old, new)
    links += _elsewhere(links, old, new)
    return tuple(_ordered(links, old, new))


def _exact(old: Sequence[Measured], new: Sequence[Measured]) -> list[tuple[int, int]]:
    """Pair what has the same key, both texts, the same source, or the same target.

    A text that stands more often on one side than on the other is left to its neighbours.
    """
    free = set(range(len(old))), set(range(len(new)))
    found: list[tuple[int, int]] = []
    names: list[tuple[_Name, _Name]] = [(name, name) for name in (key, both, source, target)]
    names.insert(0, (partial(key, folders=folders(old)), partial(key, folders=folders(new))))
    for one, other in names:
        ours, theirs = _places(old, free[0], one), _places(new, free[1], other)
        for value, places in ours.items():
            if value is not None and len(places) == len(theirs.get(value, ())):
                found += zip(places, theirs[value], strict=True)
        free[0].difference_update(i for i, _ in found)
        free[1].difference_update(j for _, j in found)
    return sorted(found)


def _places(rows: Sequence[Measured], free: set[int], name: _Name) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for at in sorted(free):
        places[name(rows[at])].append(at)
    return places


def _in_order(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return the most pairs that stand in the same order on both sides: the others have moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, place) in enumerate(pairs):
        depth = bisect_left(tails, place)
        before.append(ends[depth - 1] if depth else -1)
        tails[depth : depth + 1] = [place]
        ends[depth : depth + 1] = [at]
    kept, at = set(), ends[-1] if ends else -1
    while at >= 0:
        kept.add(pairs[at])
        at = before[at]
    return kept


def _between(
    ours: list[int], theirs: list[int], old: Sequence[Measured], new: Sequence[Measured]
) -> list[_Link]:
    """Put the units of a gap side by side so that they are most alike, in order."""
    if not ours or not theirs:
        return []
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    chosen: dict[tuple[int, int], tuple[int, int]] = {}
    band = max(_BAND, len(theirs) // len(ours) + 1)
    near: set[tuple[int, int]] = set()
    for i in range(len(ours) + 1):
        middle = i * len(theirs) // len(ours)
        for j in range(max(0, middle - band), min(len(theirs), middle + band) + 1):
            if i and j and _may_belong(old[ours[i - 1]], new[theirs[j - 1]]):
                near.add((i, j))
            options = [
                (best[i - a, j - b] + value, (a, b))
                for a, b in (_SHAPES if (i, j) in near else _ALONE)
                if (i - a, j - b) in best
                and all((i - c, j - d) in near for c in range(a) for d in range(b))
                and (value := _value(ours[i - a : i], theirs[j - b : j], old, new)) is not None
            ]
            if options:
                best[i, j], chosen[i, j] = max(options)
    links, i, j = [], len(ours), len(theirs)
    while i or j:
        a, b = chosen[i, j]
        i, j = i - a, j - b
        if a and b:
            links.append(_Link(ours[i], theirs[j], a, b))
    return links


def _may_belong(one: Measured, other: Measured) -> bool:
    """Say whether two units can be alike, or one a part of the other: most have nothing in common.

    Nothing that ``_value`` would pair is ruled out.
    """
    for side in Side:
        ours, theirs = _text(one, side), _text(other, side)
        if ours and theirs:
            few, many = sorted((trigrams(ours), trigrams(theirs)), key=len)
            if len(few & many) >= _ALIKE * len(few):
                return True
    return False


def _value(
    ours: Sequence[int], theirs: Sequence[int], old: Sequence[Measured], new: Sequence[Measured]
) -> float | None:
    """Return how much pairing these units explains: 0 for one alone, None if they are not alike.

    Several units on a side must stand in a row, and each must be a part of the other side.
    """
    if not ours or not theirs:
        return 0.0
    if ours[-1] - ours[0] != len(ours) - 1 or theirs[-1] - theirs[0] != len(theirs) - 1:
        return None
    best = 0.0
    for side in Side:
        one, other = ([_text(rows[at], side) for at in places]
                      for rows, places in ((old, ours), (new, theirs)))  # fmt: skip
        if not all((*one, *other)):
            continue
        parts, whole = (other, one) if len(one) == 1 else (one, other)
        if len(parts) > 1 and min(contained(part, whole[0]) for part in parts) < _PART:
            continue
        joined = alike(" ".join(one), " ".join(other))
        # A part that is more like the whole by itself leaves no room for another.
        if len(parts) == 1 or joined > max(alike(part, whole[0]) for part in parts):
            best = max(best, joined)
    return best * (len(ours) + len(theirs)) if best >= _ALIKE else None


def _text(row: Measured, side: Side) -> str:
    segment = row.pair.side(side)
    return segment.text if segment else ""


def _elsewhere(
    links: Sequence[_Link], old: Sequence[Measured], new: Sequence[Measured]
) -> Iterator[_Link]:
    """Yield what is like a unit elsewhere, the most alike first: it moved and was edited, too."""
    ours = set(range(len(old))) - {
        i for link in links for i in range(link.old, link.old + link.olds)
    }
    theirs = set(range(len(new))) - {
        j for link in links for j in range(link.new, link.new + link.news)
    }
    known: dict[str, list[int]] = defaultdict(list)
    for j in theirs:
        for gram in trigrams(_both_texts(new[j])):
            known[gram].append(j)
    found = []
    for i in ours:
        shared = Counter(
            j
            for gram in trigrams(_both_texts(old[i]))
            if len(known.get(gram, ())) <= _TELLING
            for j in known.get(gram, ())
        )
        for j, _ in shared.most_common(3):
            value = _value([i], [j], old, new)
            found += [(-value, i, j)] if value else []
    for _, i, j in sorted(found):
        if i in ours and j in theirs:
            ours.discard(i)
            theirs.discard(j)
            yield _Link(i, j, moved=True)


def _both_texts(row: Measured) -> str:
    return f"{_text(row, Side.SOURCE)}\n{_text(row, Side.TARGET)}"


def _ordered(
    links: Sequence[_Link], old: Sequence[Measured], new: Sequence[Measured]
) -> Iterator[Match]:
    by_new = {link.new: link for link in links}
    inside = {j for link in links for j in range(link.new + 1, link.new + link.news)}
    linked = {i for link in links for i in range(link.old, link.old + link.olds)}

    def removed(i: int) -> Iterator[Match]:
        while i < len(old) and i not in linked:
            yield Match(kind=Kind.REMOVED, old=(old[i],), new=())
            i += 1

    yield from removed(0)
    for j, row in enumerate(new):
        link = by_new.get(j)
        if link:
            yield _match(link, old, new)
            yield from removed(link.old + link.olds)
        elif j not in inside:
            yield Match(kind=Kind.ADDED, old=(), new=(row,))


def _match(link: _Link, old: Sequence[Measured], new: Sequence[Measured]) -> Match:
    ours = tuple(old[link.old : link.old + link.olds])
    theirs = tuple(new[link.new : link.new + link.news])
    if link.olds != link.news:
        kind = Kind.SPLIT if link.news > link.olds else Kind.MERGED
    elif link.moved:
        kind = Kind.MOVED
    else:
        kind = Kind.SAME if both(ours[0]) == both(theirs[0]) else Kind.EDITED
    return Match(kind=kind, old=ours, new=theirs)
