"""Two small charts of what similarity did from one report to the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.reporters.html.charts import HEIGHT, MOST_BARS, WIDTH, Bar
from transcheck.results.compare import SMALL_CHANGE, Shift, Unit

# Narrower, and small changes would fill the chart.
_LEAST_REACH = 2 * SMALL_CHANGE
# An even number, so that no bin has both rises and falls in it.
_BINS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The change of each unit in order, and how often each is met.

    ``reach`` is the change at the edge of both charts. ``band`` holds where, from left to right,
    the 95% interval of the mean begins and ends, and ``mean`` where that is.
    """

    along: tuple[Bar, ...]
    each: int
    distribution: tuple[Bar, ...]
    reach: float
    band: tuple[float, float]
    mean: float


def changes(units: Sequence[Unit], shift: Shift | None) -> Changes | None:
    """Return what the template draws; None where nothing was measured twice, or all stayed."""
    measured = [(at, unit.change) for at, unit in enumerate(units) if unit.similarity]
    if shift is None or not any(change for _, change in measured):
        return None
    reach = max(_LEAST_REACH, *(abs(change) for _, change in measured))
    each = -(-len(measured) // MOST_BARS)
    stretches = [measured[start : start + each] for start in range(0, len(measured), each)]
    width = WIDTH / len(stretches)
    largest = [max(stretch, key=lambda one: abs(one[1])) for stretch in stretches]
    return Changes(
        along=tuple(
            _along(change, at, x=number * width, width=width, reach=reach)
            for number, (at, change) in enumerate(largest)
        ),
        each=each,
        distribution=_columns([change for _, change in measured], reach),
        reach=reach,
        band=(_place(shift.low, reach), _place(shift.high, reach)),
        mean=_place(shift.mean, reach),
    )


def _along(change: float, at: int, *, x: float, width: float, reach: float) -> Bar:
    """Return a bar up or down from the middle."""
    height = max(abs(change) / reach * HEIGHT / 2, 0.5)
    return Bar(
        x=x,
        width=width,
        y=HEIGHT / 2 - (height if change > 0 else 0),
        height=height,
        title=f"{change:+.2f}",
        row=at,
        kind=_kind(change),
    )


def _columns(changes: Sequence[float], reach: float) -> tuple[Bar, ...]:
    counts = Counter(
        min(int(_place(change, reach) / WIDTH * _BINS), _BINS - 1) for change in changes
    )
    most, width, step = max(counts.values()), WIDTH / _BINS, 2 * reach / _BINS
    return tuple(
        Bar(
            x=number * width,
            width=width,
            y=HEIGHT - count / most * HEIGHT,
            height=count / most * HEIGHT,
            title=f"{number * step - reach:+.2f} to {(number + 1) * step - reach:+.2f}: {count}",
            kind=_kind((number + 0.5) * step - reach),
        )
        for number, count in sorted(counts.items())
    )


def _place(change: float, reach: float) -> float:
    return (change / reach + 1) / 2 * WIDTH


def _kind(change: float) -> str:
    if abs(change) < SMALL_CHANGE:
        return "small"
    return "rise" if change > 0 else "fall"
