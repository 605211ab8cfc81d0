"""What is usual in the running text around a segment: terminal marks, capitals, small letters."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from transcheck.blocks import TERMINAL
from transcheck.checks.base import Texts
from transcheck.model import Role, Segment, Side

# A text that stands on both sides is read as a translation.
_SIDES = (Side.TARGET, Side.SOURCE)


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
    sides = () if segment.role is Role.STRING else _sides(texts)
    side = next((side for side in sides if segment in side.places), None)
    if side is None:
        return Neighbours()
    others = side.shapes[segment.path] - Counter(_shape(segment))
    place = side.places[segment]
    count = others["body"]
    return Neighbours(
        count=count,
        headings=others["heading"],
        ended=others["ended"] / max(count, 1),
        capital=others["capital"] / max(count, 1),
        shouted=others["shouted"] / max(count, 1),
        before=_at(side.segments, place - 1, segment),
        after=_at(side.segments, place + 1, segment),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _OneSide:
    """One side of a run, the place of each segment, and the shapes that each file has."""

    segments: Sequence[Segment]
    places: Mapping[Segment, int]
    shapes: Mapping[str, Counter[str]]


@lru_cache(maxsize=8)
def _sides(texts: Texts) -> Sequence[_OneSide]:
    return [_side([part for pair in texts.pairs if (part := pair.side(side))]) for side in _SIDES]


def _side(segments: Sequence[Segment]) -> _OneSide:
    files: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        files[segment.path].append(segment)
    return _OneSide(
        segments=segments,
        places={segment: place for place, segment in enumerate(segments)},
        shapes={
            path: Counter(chain.from_iterable(map(_shape, held))) for path, held in files.items()
        },
    )


def _at(segments: Sequence[Segment], place: int, segment: Segment) -> Segment | None:
    inside = 0 <= place < len(segments) and segments[place].path == segment.path
    return segments[place] if inside else None


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
