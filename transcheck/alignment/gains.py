"""What a link of some sentences with some others is worth."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcheck.alignment.path import SHAPES
from transcheck.alignment.spans import Spans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Chosen on the articles for development of tests/benchmarks/alignment, all pairs together.
SKIP = -0.02
_LIMIT = 0.1
_PENALTIES = {
    (1, 1): 0.0, (1, 2): 0.01, (2, 1): 0.01, (2, 2): 0.055, (1, 3): 0.03, (3, 1): 0.03,
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
        made = np.empty((len(SHAPES), last - first, right - left), dtype=np.float32)
        for number, (ours, theirs) in enumerate(SHAPES):
            odd = np.log(self.target.lengths[theirs - 1, columns] + _SHORT)[None, :]
            odd = odd - np.log(self.source.lengths[ours - 1, rows] + _SHORT)[:, None] - self.ratio
            inside = self.source.breaks[ours - 1, rows][:, None]
            inside = inside + self.target.breaks[theirs - 1, columns]
            made[number] = (
                self.likeness(ours, theirs, rows, columns)
                - _LIMIT
                - _PENALTIES[ours, theirs]
                - np.minimum(_LENGTH * odd**2, _LENGTH_CAP)
                - _BREAK * self.paragraphs * inside
            )
        return made

    def likeness(
        self, ours: int, theirs: int, rows: _Chosen, columns: _Chosen
    ) -> "NDArray[np.float32]":
        """Return how alike runs of sentences are that end with these: 0 is usual, 1 the same."""
        import numpy as np

        one, other = self.source.vectors[ours - 1, rows], self.target.vectors[theirs - 1, columns]
        here, there = self.usual[0][ours - 1, rows], self.usual[1][theirs - 1, columns]
        usual = (here[:, None] + there) * np.float32(0.5)
        alike: NDArray[np.float32] = (one @ other.T - usual) / (np.float32(1) - usual)
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
