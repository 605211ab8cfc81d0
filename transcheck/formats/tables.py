"""Read tables of units: one unit a row, the first row names the columns."""

import re
from collections.abc import Iterable, Iterator, Mapping

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Catalog, Format, Languages, repeated, tags, unit_pair
from transcheck.formats.located import Located, joined, over_lines
from transcheck.model import LINE_BREAK
from transcheck.units import State, Unit, allowed

# A quote opens a cell only as its first character; what follows the closing one counts too.
_CELL = re.compile(r'(?:"((?:[^"]++|"")*+)("?))?+([^,\r\n]*+)(,|\r\n|[\r\n]|\Z)')
_DOUBLED = re.compile('""')
_NOTHING = Located("", 1, 1)
_MOST_CELLS = 1000

# A row: its line, and its cells in order.
_Row = tuple[int, list[Located]]


def tsv(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a tab-separated file with columns ``source`` and ``target``.

    Columns ``key``, ``context`` and ``notes`` may stand beside them; without a key the line names
    the unit.

    Raises:
        InputError: the file is no text, a column is missing, or a language is not known.
    """
    return _catalog(path, _parted_by_tabs(path, plain.decode(data, path, None)), named)


def csv(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a comma-separated file, whose columns are those of ``tsv``.

    Cells may be quoted, and then run over several lines, as Python's csv module reads them.

    Raises:
        InputError: as ``tsv``, or a quoted cell does not end.
    """
    return _catalog(path, _parted_by_commas(path, plain.decode(data, path, None)), named)


def units(
    path: str, rows: Iterable[tuple[int, Mapping[str, Located]]], named: Languages
) -> Catalog:
    """Return the units of rows: the line of each, and its cells by the names of their columns.

    Raises:
        InputError: a language is not known.
    """
    said = tags(path, source=named.source, target=named.target)
    pairs, keys = [], []
    for line, cells in rows:
        source, target, key, context, note = (
            cells.get(name, _NOTHING) for name in ("source", "target", "key", "context", "notes")
        )
        notes = (note.text,) if note.text else ()
        unit = Unit(
            key=key.text or str(line),
            state=State.TRANSLATED if target.text.strip() else State.UNTRANSLATED,
            context=context.text or None,
            notes=notes,
            allowed=allowed(notes),
        )
        pairs.append(unit_pair(path, line, (source, target), said, unit))
        if key.text:
            keys.append((f"{context.text} {key.text}".strip(), line))
    return Catalog(path=path, pairs=tuple(pairs), problems=tuple(repeated(path, keys)))


def _catalog(path: str, rows: Iterator[_Row], named: Languages) -> Catalog:
    header = [column.text.strip().casefold() for column in next(rows)[1]]
    if not {"source", "target"} <= set(header):
        found = " ".join(", ".join(header).split())[:60]
        raise InputError(
            f"{path}:1: expected the columns source and target, found {found}",
            hint="name the columns in the first line",
        )
    twice = next((name for name in header if name and header.count(name) > 1), None)
    if twice:
        raise InputError(f"{path}:1: two columns are called {twice[:60]!r}")
    return units(path, _named(path, header, rows), named)


def _named(
    path: str, header: list[str], rows: Iterator[_Row]
) -> Iterator[tuple[int, dict[str, Located]]]:
    for line, cells in rows:
        if len(cells) > len(header) and any(cell.text.strip() for cell in cells[len(header) :]):
            raise InputError(
                f"{path}:{line}: {len(cells)} cells, but {len(header)} columns are named",
                hint="quote a cell that holds what parts the columns",
            )
        if any(cell.text.strip() for cell in cells):
            yield line, dict(zip(header, cells, strict=False))


def _bounded(path: str, line: int, cells: int) -> None:
    if cells > _MOST_CELLS:
        raise InputError(f"{path}:{line}: over {_MOST_CELLS} cells in a row")


def _parted_by_tabs(path: str, text: str) -> Iterator[_Row]:
    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        _bounded(path, number, line.count("\t"))
        starts = [0, *(match.end() for match in re.finditer("\t", line))]
        cells = zip(starts, line.split("\t"), strict=True)
        yield number, [Located(cell, number, start + 1) for start, cell in cells]


def _parted_by_commas(path: str, text: str) -> Iterator[_Row]:
    line, start, done = 1, 0, 0  # the line, where it starts, and how far the text is read
    first, cells = 1, list[Located]()
    while done < len(text) or cells:
        match = _CELL.match(text, done)
        if not match or match[2] == "":
            raise InputError(f"{path}:{line}:{done - start + 1}: the quoted cell does not end")
        quoted, column = match[1] or "", done - start + 1
        cell = over_lines(quoted, line, column + 1, _DOUBLED, lambda _: '"')
        for inside in LINE_BREAK.finditer(quoted):
            line, start = line + 1, match.start(1) + inside.end()
        rest = Located(match[3], line, match.start(3) - start + 1)
        cells.append(joined((cell, rest)) if match[3] else cell)
        _bounded(path, line, len(cells))
        done = match.end()
        if match[4] != ",":
            yield first, cells
            first, cells = line + 1, []
            line, start = line + 1, done


TSV = Format(
    name="tsv",
    summary="tab-separated columns source and target, also key, context and notes; a header line",
    suffixes=(".tsv",),
    read=tsv,
)
CSV = Format(
    name="csv",
    summary="comma-separated columns as in TSV; quoted cells may run over several lines",
    suffixes=(".csv",),
    read=csv,
)
