"""Read tab-separated files: a header line names the columns, one unit stands on each line."""

from collections.abc import Iterator

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Catalog, Format, Languages, tags, unit_pair
from transcheck.formats.located import Located
from transcheck.model import LINE_BREAK, Pair
from transcheck.units import State, Unit


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a tab-separated file with columns ``source`` and ``target``.

    A column ``key`` names the units; without it their line does.

    Raises:
        InputError: the file is no text, a column is missing, or a language is not known.
    """
    said = tags(path, source=named.source, target=named.target)
    lines = LINE_BREAK.split(plain.decode(data, path, None))
    header = [column.strip() for column in lines[0].split("\t")]
    if not {"source", "target"} <= set(header):
        raise InputError(
            f"{path}:1: expected the columns source and target, found {', '.join(header)}",
            hint="name the columns in the first line, parted by tabs",
        )
    pairs = []
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            cells = dict(zip(header, _cells(line, number), strict=False))
            pairs.append(_pair(path, number, cells, said))
    return Catalog(path=path, pairs=tuple(pairs))


def _cells(line: str, number: int) -> Iterator[Located]:
    column = 1
    for cell in line.split("\t"):
        yield Located(cell, number, column)
        column += len(cell) + 1


def _pair(path: str, line: int, cells: dict[str, Located], languages: tuple[str, str]) -> Pair:
    nothing = Located("", line, 1)
    source, target, key = (cells.get(name, nothing) for name in ("source", "target", "key"))
    state = State.TRANSLATED if target.text.strip() else State.UNTRANSLATED
    unit = Unit(key=key.text or str(line), state=state)
    return unit_pair(path, line, (source, target), languages, unit)


TSV = Format(
    name="tsv",
    summary="tab-separated columns source and target, with a header line",
    suffixes=(".tsv",),
    read=read,
)
