"""The best way through two texts: a dynamic programme over links of up to four sentences a side.

A path goes from the beginning of both texts to their ends. Each step is a link of some sentences
of one side with some of the other, or leaves out one sentence. Steps have gains, and the path with
the highest sum wins; ties go to the step that stands first in ``SHAPES``, so equal input gives
equal paths. A band of columns for each row keeps long texts linear.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Sentences on either side of a link, the likelier ones first.
SHAPES = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1),
)  # fmt: skip
DROPPED, ADDED = (1, 0), (0, 1)
_STEPS = (*SHAPES, DROPPED, ADDED)
_ROWS = 64
_ROUNDING = 1e-9

# Called with the first and the last (exclusive) source sentence and target sentence: the gain of
# each of ``SHAPES`` for links that end with these sentences, shape (shapes, rows, columns).
Gains = Callable[[int, int, int, int], "NDArray[np.float32]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Source sentences ``start`` to ``end`` and target sentences ``left`` to ``right`` (exclusive).

    One of the two ranges is empty where a sentence has no counterpart.
    """

    start: int
    end: int
    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Columns ``low`` to ``high`` (inclusive) of each row from 0 to the number of sentences.

    Both never fall from row to row, and neighbouring rows share a column.
    """

    low: Sequence[int]
    high: Sequence[int]


def everything(rows: int, columns: int) -> Band:
    """Return the band that leaves nothing out."""
    return Band(low=[0] * (rows + 1), high=[columns] * (rows + 1))


def best_path(gains: Gains, skip: float, band: Band) -> list[Link]:
    """Return the links of the best path inside ``band``, in reading order.

    ``skip`` is the gain of leaving out a sentence.
    """
    table = _Table(skip=skip, band=band, totals=[], steps=[])
    table.add(table.start())
    count = len(band.low) - 1
    for first in range(0, count, _ROWS):
        last = min(first + _ROWS, count)
        left = max(band.low[first + 1] - 1, 0)
        chunk = gains(first, last, left, band.high[last])
        for row in range(first, last):
            table.add(*table.entered(row + 1, chunk[:, row - first], left))
    return table.trace()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """Highest sums, and the steps that led to them, for each row of the band."""

    skip: float
    band: Band
    totals: list["NDArray[np.float64]"]
    steps: list["NDArray[np.int8]"]

    def start(self) -> "NDArray[np.float64]":
        import numpy as np

        total = np.full(self.band.high[0] + 1, -np.inf)
        total[0] = 0.0
        return total

    def entered(
        self, row: int, gains: "NDArray[np.float32]", left: int
    ) -> tuple["NDArray[np.float64]", "NDArray[np.int8]"]:
        """Return the sums of a row and their steps, before steps along the row.

        ``gains`` has shape (shapes, columns); its first column is target sentence ``left``.
        """
        import numpy as np

        low, high = self.band.low[row], self.band.high[row]
        total = np.full(high - low + 1, -np.inf)
        step = np.zeros(high - low + 1, dtype=np.int8)
        for number, (ours, theirs) in enumerate(_STEPS[:-1]):
            if ours > row:
                continue
            before = row - ours
            # Columns that this step can enter from a column of the row it comes from.
            start = max(low, self.band.low[before] + theirs)
            end = min(high, self.band.high[before] + theirs) + 1
            if start >= end:
                continue
            at = start - theirs - self.band.low[before]
            sums = self.totals[before][at : at + end - start]
            if theirs:
                sums = sums + gains[number, start - 1 - left : end - 1 - left]
            else:
                sums = sums + self.skip
            part = slice(start - low, end - low)
            better = sums > total[part]
            total[part][better] = sums[better]
            step[part][better] = number
        return total, step

    def add(self, total: "NDArray[np.float64]", step: "NDArray[np.int8] | None" = None) -> None:
        """Add a row: what was entered from above, and the steps along it."""
        import numpy as np

        step = np.zeros(len(total), dtype=np.int8) if step is None else step
        slope = np.arange(len(total)) * self.skip
        along = np.maximum.accumulate(total - slope) + slope
        # Sums that differ by rounding alone are equal: the step from above stays.
        longer = along > total + _ROUNDING
        step[longer] = len(_STEPS) - 1
        self.totals.append(np.where(longer, along, total))
        self.steps.append(step)

    def trace(self) -> list[Link]:
        """Return the links that lead to the last column of the last row."""
        row, column = len(self.steps) - 1, self.band.high[-1]
        links = []
        while row or column:
            ours, theirs = _STEPS[self.steps[row][column - self.band.low[row]]]
            link = Link(start=row - ours, end=row, left=column - theirs, right=column)
            links.append(link)
            row, column = link.start, link.left
        return links[::-1]
