"""What a unit is known by in another report: its key, its texts."""

from collections.abc import Hashable, Sequence
from itertools import takewhile

from transcheck.model import Measured


def key(row: Measured, *, folders: int = -1) -> Hashable:
    """Return what names a unit, with the path of its file without its first ``folders``.

    Two deliveries lie beside each other, so what their files have in common does not count.
    """
    unit, text = row.pair.unit, row.pair.target or row.pair.source
    if unit is None or text is None:
        return None
    place = tuple(text.path.split("/")[folders:])
    return place, text.lang, unit.key, unit.context, unit.plural


def folders(rows: Sequence[Measured]) -> int:
    """Return how many folders the files of a report have in common, from the first on."""
    texts = (row.pair.target or row.pair.source for row in rows)
    paths = {tuple(text.path.split("/")[:-1]) for text in texts if text}
    first, last = min(paths, default=()), max(paths, default=())
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(first, last, strict=False)))


def both(row: Measured) -> Hashable:
    """Return both texts of a unit, None where there is none."""
    ours, theirs = source(row), target(row)
    return (ours, theirs) if ours or theirs else None


def source(row: Measured) -> str | None:
    """Return the source text of a unit."""
    return row.pair.source.text if row.pair.source else None


def target(row: Measured) -> str | None:
    """Return the translation of a unit."""
    return row.pair.target.text if row.pair.target else None
