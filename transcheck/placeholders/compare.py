"""Which placeholders of a source its translation lacks, has too many of, or has in another form."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from transcheck.placeholders.reading import Placeholder


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What differs; in ``changed`` each of the source stands beside what is written for it."""

    missing: tuple[Placeholder, ...] = ()
    added: tuple[Placeholder, ...] = ()
    changed: tuple[tuple[Placeholder, Placeholder], ...] = ()


def compare(source: Sequence[Placeholder], target: Sequence[Placeholder]) -> Differences:
    """Hold the placeholders of a translation against those of its source.

    Named and numbered ones may change their order and be repeated. Unnamed ones take their values
    in order, so each must stand where its like stood.
    """
    ours, theirs = _kept(source), _kept(target)
    if [(one.text, one.opening) for one in ours] == [(one.text, one.opening) for one in theirs]:
        return Differences()
    if any(one.name.isdigit() for one in (*ours, *theirs)):
        ours, theirs = _numbered(ours), _numbered(theirs)
    named = _named(ours, theirs)
    unnamed = _unnamed(_without_name(ours), _without_name(theirs))
    missing = [*named.missing, *unnamed.missing]
    added = [*named.added, *unnamed.added]
    renamed = list(zip(missing, added, strict=False))
    return Differences(
        missing=tuple(missing[len(renamed) :]),
        added=tuple(added[len(renamed) :]),
        changed=(*named.changed, *unnamed.changed, *renamed),
    )


def _kept(found: Iterable[Placeholder]) -> list[Placeholder]:
    return [one for one in found if not one.literal]


def _without_name(found: Iterable[Placeholder]) -> list[Placeholder]:
    return [one for one in found if not one.name]


def _numbered(found: Iterable[Placeholder]) -> list[Placeholder]:
    """Give unnamed placeholders the numbers that they stand for."""
    counts: Counter[str] = Counter()
    made = []
    for one in found:
        if not one.name:
            number = one.first + counts[one.opening]
            counts[one.opening] += 1
            one = replace(one, name=str(number))  # noqa: PLW2901
        made.append(one)
    return made


def _named(ours: Iterable[Placeholder], theirs: Iterable[Placeholder]) -> Differences:
    wanted = {(one.opening, one.name): one for one in reversed([*ours]) if one.name}
    found = {(one.opening, one.name): one for one in reversed([*theirs]) if one.name}
    return Differences(
        missing=tuple(_in_order(one for key, one in wanted.items() if key not in found)),
        added=tuple(_in_order(one for key, one in found.items() if key not in wanted)),
        changed=tuple(
            (one, found[key])
            for key, one in wanted.items()
            if key in found and found[key].kind != one.kind
        ),
    )


def _unnamed(ours: Sequence[Placeholder], theirs: Sequence[Placeholder]) -> Differences:
    missing = _beyond(ours, theirs)
    added = _beyond(theirs, ours)
    changed: tuple[tuple[Placeholder, Placeholder], ...] = ()
    if not missing and not added:
        both = zip(ours, theirs, strict=True)
        changed = tuple((one, other) for one, other in both if _sort(one) != _sort(other))
    return Differences(missing=tuple(missing), added=tuple(added), changed=changed)


def _beyond(some: Sequence[Placeholder], others: Sequence[Placeholder]) -> list[Placeholder]:
    """Return those of ``some`` that ``others`` have no equal for, the last of their sort."""
    left = Counter(map(_sort, others))
    beyond = []
    for one in some:
        if left[_sort(one)]:
            left[_sort(one)] -= 1
        else:
            beyond.append(one)
    return beyond


def _sort(one: Placeholder) -> tuple[str, str]:
    return one.opening, one.kind


def _in_order(found: Iterable[Placeholder]) -> list[Placeholder]:
    return sorted(found, key=lambda one: one.start)
