"""Where a row of sentences repeats what stood before: runs of equal keys at one distance."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """Items ``start`` to ``end`` (exclusive) equal the items ``lag`` before them, one by one."""

    start: int
    end: int
    lag: int

    @property
    def in_a_row(self) -> bool:
        """Whether the run follows at once on what it repeats: "A A", "A B A B"."""
        return self.end - self.start >= self.lag


def repeats(keys: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of keys that stood before, each as long as it goes, in order.

    An empty key equals none.

    >>> list(repeats(["a", "b", "a", "b", "c", "c"]))
    [Run(start=2, end=4, lag=2), Run(start=5, end=6, lag=1)]
    """
    last: dict[str, int] = {}
    run: Run | None = None
    for index, key in enumerate(keys):
        before = last.get(key) if key else None
        if before is None:
            if run:
                yield run
            run = None
        elif run and index - before == run.lag:
            run = run._replace(end=index + 1)
        else:
            if run:
                yield run
            run = Run(start=index, end=index + 1, lag=index - before)
        last[key] = index
    if run:
        yield run
