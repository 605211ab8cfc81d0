"""Vectors of the sentences of a text and of up to four neighbours joined.

The vector of joined sentences is estimated from those of the sentences: their sum, weighted by the
square root of length, lies at a cosine of 0.93 (two) to 0.88 (four) to what the encoder makes of
the joined text. The text itself is embedded only where an estimate could decide (``refined``).
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transcheck.model import Segment
from transcheck.text.extent import extent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 4

# What a translation leaves as it is: addresses, numbers, and words with a capital.
_ANCHOR = re.compile(r"https?://\S+|[@#]\w+|\d+|[^\W\d_]+")
# Anchors are hashed to so many dimensions beside the encoder's own.
_ANCHORS = 128
# Squared, what two sentences with the same anchors gain over two without any.
_WEIGHT = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """Features of each run of ``n`` sentences that ends with sentence ``i``, at ``[n - 1, i]``.

    ``vectors`` have shape (4, sentences, dimensions); their first ``encoded`` dimensions are the
    encoder's and of unit length. ``lengths`` are in letters. ``breaks`` says how many paragraphs
    end inside the run, and ``opens`` whether it begins one. Runs that would begin before the text
    are cut off there.
    """

    vectors: "NDArray[np.float32]"
    lengths: "NDArray[np.float32]"
    breaks: "NDArray[np.float32]"
    opens: "NDArray[np.float32]"
    encoded: int

    @property
    def count(self) -> int:
        """Number of sentences."""
        return len(self.lengths[0])


def spans(
    segments: Sequence[Segment], vectors: "NDArray[np.float32]", shared: Mapping[str, float]
) -> Spans:
    """Return the features of a text; ``vectors`` are those of its sentences.

    ``shared`` are the weights of the anchors that both texts have.
    """
    import numpy as np

    lengths = np.array([extent(segment.text) for segment in segments], dtype=np.float32)
    blocks = np.array([segment.block for segment in segments])
    return build(
        vectors,
        np.stack([_hashed(anchors(segment.text), shared) for segment in segments]),
        lengths,
        np.diff(blocks, prepend=-1).astype(bool),
    )


def build(
    vectors: "NDArray[np.float32]",
    hashed: "NDArray[np.float32]",
    lengths: "NDArray[np.float32]",
    opening: "NDArray[np.bool_]",
) -> Spans:
    """Return the features of runs from those of the sentences."""
    import numpy as np

    weighted = vectors * np.sqrt(lengths)[:, None]
    opened = opening.astype(np.float32)
    runs = [
        (
            np.hstack([unit(_summed(weighted, n)), _WEIGHT**0.5 * unit(_summed(hashed, n))]),
            _summed(lengths, n),
            _summed(opened, n) - _shifted(opened, n - 1),
            _shifted(opened, n - 1),
        )
        for n in range(1, MOST + 1)
    ]
    stacked = [np.stack(parts) for parts in zip(*runs, strict=True)]
    return Spans(
        vectors=stacked[0],
        lengths=stacked[1],
        breaks=stacked[2],
        opens=stacked[3],
        encoded=vectors.shape[1],
    )


def refined(known: Spans, runs: Sequence[tuple[int, int]], vectors: "NDArray[np.float32]") -> Spans:
    """Return ``known`` with the encoder's own vectors of some runs, given as (start, end)."""
    copied = known.vectors.copy()
    for (start, end), vector in zip(runs, vectors, strict=True):
        copied[end - start - 1, end - 1, : known.encoded] = vector
    return replace(known, vectors=copied)


def anchors(text: str) -> frozenset[str]:
    """Return what a translation of ``text`` is likely to have as well, to the letter."""
    return frozenset(
        found
        for found in _ANCHOR.findall(text)
        if not found[0].isalpha() or found.startswith("http") or found[0].isupper()
    )


def shared_anchors(source: Iterable[str], target: Iterable[str]) -> dict[str, float]:
    """Return the anchors that stand in both texts; the rarer, the heavier."""
    one = Counter(anchor for text in source for anchor in anchors(text))
    other = Counter(anchor for text in target for anchor in anchors(text))
    return {anchor: 1 / max(one[anchor], other[anchor]) for anchor in sorted(one & other)}


def _hashed(found: frozenset[str], weights: Mapping[str, float]) -> "NDArray[np.float32]":
    import numpy as np

    row = np.zeros(_ANCHORS, dtype=np.float32)
    for anchor in sorted(found & weights.keys()):
        row[zlib.crc32(anchor.encode("utf-8", "replace")) % _ANCHORS] += weights[anchor]
    return row


def _summed(rows: "NDArray[np.float32]", count: int) -> "NDArray[np.float32]":
    """Return for each row the sum of the ``count`` rows that end with it."""
    total = rows.copy()
    for back in range(1, count):
        total[back:] += rows[:-back]
    return total


def _shifted(rows: "NDArray[np.float32]", by: int) -> "NDArray[np.float32]":
    """Return for each row the one that stands ``by`` before it, or the first."""
    import numpy as np

    return rows[np.maximum(np.arange(len(rows)) - by, 0)]


def unit(rows: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return the rows at unit length; a row of zeros stays one."""
    import numpy as np

    norms = np.linalg.norm(rows, axis=1, keepdims=True).astype(np.float32)
    norms[norms == 0] = 1
    made: NDArray[np.float32] = rows / norms
    return made
