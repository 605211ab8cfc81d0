"""How sure a share is: resample whole articles, since the sentences of one are alike."""

from collections.abc import Sequence

import numpy as np

RESAMPLES = 1000
SEED = 7
MIDDLE = (2.5, 97.5)


def interval(counts: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Return the 95% interval of ``sum(hits) / sum(of)``, given both for each article.

    Articles with nothing to count take part and change nothing. (0, 0) where there is nothing.
    """
    table = np.array(counts, dtype=np.float64)
    if not len(table) or not table[:, 1].sum():
        return 0.0, 0.0
    drawn = np.random.default_rng(SEED).integers(0, len(table), size=(RESAMPLES, len(table)))
    sums = table[drawn].sum(axis=1)
    shares = sums[sums[:, 1] > 0]
    low, high = np.percentile(shares[:, 0] / shares[:, 1], MIDDLE)
    return float(low), float(high)
