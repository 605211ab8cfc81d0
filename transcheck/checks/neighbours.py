"""What is usual in the running text around a segment: terminal marks, capitals, small letters."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from transcheck.blocks import TERMINAL
from transcheck.checks.base import Texts
from transcheck.model import Role, Segment, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Shares of the ``count`` other segments of running text in a file.

    ``ended`` end in a terminal mark, ``capital`` begin with a capital, ``shouted`` have no small
    letter. ``before`` and ``after`` are the segments next to it in the file, of whatever kind;
    ``headings`` counts the other headings in it.
    """

    count: int = 0
    headings: int = 0
    ended: float = 0.0
    capital: float = 0.0
    shouted: float = 0.0
    before: Segment | None = None
    after: Segment | None = None


def neighbours(segment: Segment, texts: Texts) -> Neighbours:
    """Return what stands around ``segment`` in the run; nothing for one that stands alone."""
    # A string of a program stands alone, whatever its file has beside it.
    place = None if segment.role is Role.STRING else _run(texts).get(segment)
    if place is None:
        return Neighbours()
    others = place.shapes
    others = others - Counter(_shape(segment))
    count = others["body"]
    return Neighbours(
        count=count,
        headings=others["heading"],
        ended=others["ended"] / max(count, 1),
        capital=others["capital"] / max(count, 1),
        shouted=others["shouted"] / max(count, 1),
        before=place.before,
        after=place.after,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a segment stands: ``shapes`` are counted over its side of its file, itself included."""

    shapes: Counter[str]
    before: Segment | None
    after: Segment | None


@lru_cache(maxsize=8)
def _run(texts: Texts) -> Mapping[Segment, _Place]:
    places: dict[Segment, _Place] = {}
    for side in Side:
        shapes: dict[str, Counter[str]] = defaultdict(Counter)
        found = [segment for pair in texts.pairs if (segment := pair.side(side))]
        for index, segment in enumerate(found):
            shapes[segment.path].update(_shape(segment))
            places[segment] = _Place(
                shapes=shapes[segment.path],
                before=_at(found, index - 1, segment),
                after=_at(found, index + 1, segment),
            )
    return places


def _at(found: list[Segment], index: int, segment: Segment) -> Segment | None:
    inside = 0 <= index < len(found) and found[index].path == segment.path
    return found[index] if inside else None


def _shape(segment: Segment) -> list[str]:
    if segment.role is not Role.BODY:
        return ["heading"] if segment.role is Role.HEADING else []
    text = segment.text
    first = next(filter(str.isalnum, text), "")
    held = {
        "body": True,
        "ended": bool(TERMINAL.search(text[-20:])),
        "capital": not first.islower(),
        "shouted": text.isupper(),
    }
    return [name for name, holds in held.items() if holds]
