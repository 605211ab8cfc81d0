"""Two small charts of similarity, as the numbers that the template draws."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.model import Measured

WIDTH = 280
HEIGHT = 64
# More bars than this would be thinner than a line.
MOST_BARS = 140
_BINS = 20
LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An upright bar; ``kind`` is how it is drawn: "low" if below its limit, "rise" or "fall".

    ``row`` is the position of the row that it leads to, None where it leads nowhere.
    """

    x: float
    width: float
    y: float
    height: float
    title: str
    kind: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars, and the path of the line that they are held against; ``each`` rows make a bar."""

    bars: tuple[Bar, ...]
    limit: str
    each: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """How many rows have which similarity, and the lowest and highest limit."""

    bars: tuple[Bar, ...]
    measured: int
    median: float
    limits: tuple[float, float] | None


def along(rows: Sequence[Measured]) -> Chart | None:
    """Return the similarity of the rows in reading order; None where none was measured.

    Where there are too many rows, a bar shows the least similar of its stretch.
    """
    if not any(row.similarity is not None for row in rows):
        return None
    each = -(-len(rows) // MOST_BARS)
    stretches = [range(start, min(start + each, len(rows))) for start in range(0, len(rows), each)]
    width = WIDTH / len(stretches)
    worst = [_worst(rows, stretch) for stretch in stretches]
    bars = tuple(
        _bar(rows, at, x=number * width, width=width)
        for number, at in enumerate(worst)
        if at is not None
    )
    return Chart(bars=bars, limit=_steps(rows, worst, width), each=each)


def distribution(rows: Sequence[Measured]) -> Distribution | None:
    """Return how often each similarity is met; None where none was measured."""
    found = sorted(row.similarity for row in rows if row.similarity is not None)
    if not found:
        return None
    limits = [row.limit for row in rows if row.limit is not None and row.similarity is not None]
    return Distribution(
        bars=tuple(_columns(rows)),
        measured=len(found),
        median=found[len(found) // 2],
        limits=(min(limits), max(limits)) if limits else None,
    )


def _columns(rows: Sequence[Measured]) -> Iterator[Bar]:
    """Yield a bar for each bin, and over it one for those of its rows that are below the limit."""
    measured = [row for row in rows if row.similarity is not None]
    counts = Counter(map(_bin, measured))
    low = Counter(_bin(row) for row in measured if _is_low(row))
    width, most = WIDTH / _BINS, max(counts.values())
    for number, count in sorted(counts.items()):
        title = f"{number / _BINS:.2f} to {(number + 1) / _BINS:.2f}: {count}"
        for share, is_low in ((count, False), (low[number], True)):
            if share:
                height = share / most * HEIGHT
                yield Bar(
                    x=number * width,
                    width=width,
                    y=HEIGHT - height,
                    height=height,
                    title=title,
                    kind=LOW if is_low else "",
                )


def _bin(row: Measured) -> int:
    return min(int(max(row.similarity or 0.0, 0.0) * _BINS), _BINS - 1)


def _is_low(row: Measured) -> bool:
    return row.similarity is not None and row.limit is not None and row.similarity < row.limit


def _worst(rows: Sequence[Measured], stretch: range) -> int | None:
    """Return the position of the least similar row of a stretch, None if none was measured."""
    measured = [at for at in stretch if rows[at].similarity is not None]
    return min(measured, key=lambda at: rows[at].similarity or 0.0, default=None)


def _bar(rows: Sequence[Measured], at: int, *, x: float, width: float) -> Bar:
    row = rows[at]
    similarity = row.similarity or 0.0
    height = max(max(similarity, 0.0) * HEIGHT, 1.0)
    segment = row.pair.source or row.pair.target
    place = f"line {segment.line}: " if segment else ""
    return Bar(
        x=x,
        width=width,
        y=HEIGHT - height,
        height=height,
        title=f"{place}{similarity:.2f}",
        kind=LOW if _is_low(row) else "",
        row=at,
    )


def _steps(rows: Sequence[Measured], worst: Sequence[int | None], width: float) -> str:
    """Return the limit of each bar as the path of a line, with gaps where there is none."""
    path = []
    for number, at in enumerate(worst):
        limit = None if at is None else rows[at].limit
        if limit is not None:
            y = HEIGHT - limit * HEIGHT
            path.append(f"M{number * width:.1f} {y:.1f}h{width:.1f}")
    return "".join(path)
