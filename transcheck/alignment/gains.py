"""What a link of some sentences with some others is worth."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcheck.alignment.path import SHAPES, Link
from transcheck.alignment.spans import Spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Chosen on the articles for development of tests/benchmarks/alignment, all pairs together.
SKIP = -0.02
_LIMIT = 0.1
# Sentences left out hide in links of several with one, more often than sentences added do.
_PENALTIES = {
    (1, 1): 0.0, (1, 2): 0.01, (2, 1): 0.025, (2, 2): 0.055, (1, 3): 0.03, (3, 1): 0.045,
    (2, 3): 0.2, (3, 2): 0.2, (1, 4): 0.06, (4, 1): 0.06,
}  # fmt: skip
_LENGTH, _LENGTH_CAP = 0.2, 0.1
_BREAK = 0.02
# A cosine of two unrelated sentences, and for how many sentences this guess counts beside those of
# the texts at hand: a text of three sentences says little of what is usual.
_USUAL, _GUESSES = 0.12, 6
# Added to lengths, so that a word more or less in a heading is no odd length.
_SHORT = 5


_Chosen = slice | Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gains:
    """The gain of every link between two texts.

    A link gains by how far its cosine lies above what is usual between these texts: 0 for two
    unrelated sentences, 1 for the same meaning. Odd lengths and paragraphs that end inside a link
    take from it, the latter as far as the texts have paragraphs of several sentences.
    """

    source: Spans
    target: Spans
    usual: tuple["NDArray[np.float32]", "NDArray[np.float32]"]
    ratio: float
    paragraphs: float

    def __call__(self, first: int, last: int, left: int, right: int) -> "NDArray[np.float32]":
        """Return the gains of links that end with these sentences, by shape."""
        import numpy as np

        rows, columns = slice(first, last), slice(left, right)
        # All runs in one product: many small ones would cost more in calls than in numbers.
        alike = self._alike(rows, columns)
        long = np.log(self.target.lengths[:, columns] + _SHORT) - np.float32(self.ratio)
        short = np.log(self.source.lengths[:, rows] + _SHORT)
        breaks = self.source.breaks[:, rows], self.target.breaks[:, columns]
        made = np.empty((len(SHAPES), last - first, right - left), dtype=np.float32)
        for number, (ours, theirs) in enumerate(SHAPES):
            odd = long[theirs - 1] - short[ours - 1][:, None]
            inside = breaks[0][ours - 1][:, None] + breaks[1][theirs - 1]
            made[number] = (
                alike[ours - 1, :, theirs - 1]
                - (_LIMIT + _PENALTIES[ours, theirs])
                - np.minimum(_LENGTH * odd**2, _LENGTH_CAP)
                - _BREAK * self.paragraphs * inside
            )
        return made

    def likeness(self, rows: _Chosen, columns: _Chosen) -> "NDArray[np.float32]":
        """Return how alike single sentences are: 0 is usual, 1 the same."""
        cosines = self.source.vectors[0, rows] @ self.target.vectors[0, columns].T
        return _above(cosines, self.usual[0][0, rows][:, None], self.usual[1][0, columns])

    def of_links(self, links: Sequence[Link]) -> "NDArray[np.float32]":
        """Return how alike the sides of each link are; both have sentences."""
        import numpy as np

        left = [link.end - link.start - 1 for link in links], [link.end - 1 for link in links]
        right = [link.right - link.left - 1 for link in links], [link.right - 1 for link in links]
        cosines = np.einsum("ij,ij->i", self.source.vectors[left], self.target.vectors[right])
        return _above(cosines, self.usual[0][left], self.usual[1][right])

    def _alike(self, rows: slice, columns: slice) -> "NDArray[np.float32]":
        """Return how alike all runs are, shape (4, rows, 4, columns)."""
        one, other = self.source.vectors[:, rows], self.target.vectors[:, columns]
        product = one.reshape(-1, one.shape[-1]) @ other.reshape(-1, other.shape[-1]).T
        cosines = product.reshape(*one.shape[:2], *other.shape[:2])
        here, there = self.usual[0][:, rows], self.usual[1][:, columns]
        return _above(cosines, here[:, :, None, None], there)


def _above(
    cosines: "NDArray[np.float32]", here: "NDArray[np.float32]", there: "NDArray[np.float32]"
) -> "NDArray[np.float32]":
    """Return how far cosines lie above the mean of what is usual for either side."""
    import numpy as np

    usual = (here + there) * np.float32(0.5)
    alike: NDArray[np.float32] = (cosines - usual) / (np.float32(1) - usual)
    return alike


def between(source: Spans, target: Spans) -> Gains:
    """Return the gains of links between two texts."""
    import numpy as np

    lengths = [float(each.lengths[0].sum()) for each in (target, source)]
    shares = [1 - float(each.opens[0].mean()) for each in (source, target)]
    return Gains(
        source=source,
        target=target,
        usual=(_usual(source, target), _usual(target, source)),
        ratio=math.log(max(lengths[0], 1) / max(lengths[1], 1)),
        paragraphs=float(np.min(shares)),
    )


def _usual(one: Spans, other: Spans) -> "NDArray[np.float32]":
    """Return the mean cosine of each run of a text to the sentences of the other."""
    total = other.vectors[0].sum(axis=0)
    mean: NDArray[np.float32] = (one.vectors @ total + _USUAL * _GUESSES) / (other.count + _GUESSES)
    return mean
