"""The aligner that knows lengths alone (Gale and Church, 1993), to compare with."""

import math
from collections.abc import Sequence

from tests.benchmarks.alignment.plant import Link

# Links by shape and how often the authors saw them.
_PRIORS = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445,
           (2, 2): 0.011}  # fmt: skip
_VARIANCE = 6.8


def align_by_length(source: Sequence[str], target: Sequence[str]) -> frozenset[Link]:
    """Return the links of the least improbable path."""
    ours, theirs = [len(text) for text in source], [len(text) for text in target]
    ratio = sum(theirs) / max(sum(ours), 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for row in range(len(ours) + 1):
        for column in range(len(theirs) + 1):
            steps = [
                (
                    best[row - one, column - other][0]
                    + _cost(ours[row - one : row], theirs[column - other : column], ratio)
                    - math.log(prior),
                    (one, other),
                )
                for (one, other), prior in _PRIORS.items()
                if one <= row and other <= column
            ]
            if steps:
                best[row, column] = min(steps)
    return frozenset(_links(best, len(ours), len(theirs)))


def _cost(ours: Sequence[int], theirs: Sequence[int], ratio: float) -> float:
    length, other = sum(ours), sum(theirs)
    mean = (length + other / ratio) / 2
    if not mean:
        return 0.0
    deviation = (other - length * ratio) / math.sqrt(mean * ratio * _VARIANCE)
    tail = math.erfc(abs(deviation) / math.sqrt(2))
    return -math.log(max(tail, 1e-30))


def _links(
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]], row: int, column: int
) -> list[Link]:
    links: list[Link] = []
    while row or column:
        one, other = best[row, column][1]
        links.append((tuple(range(row - one, row)), tuple(range(column - other, column))))
        row, column = row - one, column - other
    return links
