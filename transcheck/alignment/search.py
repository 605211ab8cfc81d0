"""Find the best path through two texts of any length, in time that grows with their length."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transcheck.alignment.gains import SKIP, between
from transcheck.alignment.path import Band, Link, best_path, everything
from transcheck.alignment.spans import Spans, build, unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

# So many cells are looked at one and all: 150 sentences against 150 and some more.
_FEW = 25_000
# Longer texts are first aligned in groups of so many sentences, and then only near that path.
_GROUP = 8
_MARGIN = 2 * _GROUP


def links_between(
    source: Spans, target: Spans, *, near: Sequence[Link] | None = None
) -> list[Link]:
    """Return the links of the best path: every sentence of both sides stands in one of them.

    ``near`` is a path that is known to be about right, if there is one.
    """
    if source.count * target.count <= _FEW:
        band = everything(source.count, target.count)
    elif near is None:
        coarse = links_between(_grouped(source), _grouped(target))
        band = _around(coarse, source.count, target.count, scale=_GROUP)
    else:
        band = _around(near, source.count, target.count, scale=1)
    return best_path(between(source, target), SKIP, band)


def _around(links: Sequence[Link], rows: int, columns: int, *, scale: int) -> Band:
    """Return the band around a path whose steps are ``scale`` sentences long."""
    low, high = [columns] * (rows + 1), [0] * (rows + 1)
    for link in links:
        left = max(link.left * scale - _MARGIN, 0)
        right = min(link.right * scale + _MARGIN, columns)
        start = max(link.start * scale - _MARGIN, 0)
        end = min(link.end * scale + _MARGIN, rows)
        for row in range(start, end + 1):
            low[row], high[row] = min(low[row], left), max(high[row], right)
    return Band(low=low, high=high)


def _grouped(spans: Spans) -> Spans:
    """Return the features of groups of sentences, each taken as a sentence."""
    import numpy as np

    starts = np.arange(0, spans.count, _GROUP)
    weighted = spans.vectors[0] * np.sqrt(spans.lengths[0])[:, None]
    total: NDArray[np.float32] = np.add.reduceat(weighted, starts, axis=0)
    return build(
        unit(total[:, : spans.encoded]),
        total[:, spans.encoded :],
        np.add.reduceat(spans.lengths[0], starts),
        np.ones(len(starts), dtype=bool),
    )
