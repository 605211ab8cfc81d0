"""Find the best path through two texts of any length, in time that grows with their length."""

from typing import TYPE_CHECKING

from transcheck.alignment.gains import SKIP, between
from transcheck.alignment.path import Band, Link, best_path, everything
from transcheck.alignment.spans import Spans, build, unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

# So many cells are looked at one and all: 400 sentences against 400 and some more.
_FEW = 250_000
# Longer texts are first aligned in groups of so many sentences, and then only near that path.
_GROUP = 8
_MARGIN = 2 * _GROUP


def links_between(source: Spans, target: Spans) -> list[Link]:
    """Return the links of the best path: every sentence of both sides stands in one of them."""
    return best_path(between(source, target), SKIP, _band(source, target))


def _band(source: Spans, target: Spans) -> Band:
    if source.count * target.count <= _FEW:
        return everything(source.count, target.count)
    coarse = links_between(_grouped(source), _grouped(target))
    low, high = [target.count] * (source.count + 1), [0] * (source.count + 1)
    for link in coarse:
        left = max(link.left * _GROUP - _MARGIN, 0)
        right = min(link.right * _GROUP + _MARGIN, target.count)
        start = max(link.start * _GROUP - _MARGIN, 0)
        end = min(link.end * _GROUP + _MARGIN, source.count)
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
