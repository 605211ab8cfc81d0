"""Read tables of units in Parquet, with the columns of a TSV."""

from collections.abc import Iterator
from typing import Any

from transcheck.errors import InputError
from transcheck.formats import plain, tables
from transcheck.formats.catalog import Catalog, Format, Languages
from transcheck.formats.located import Located

_NEEDED = ("source", "target")
_COLUMNS = (*_NEEDED, "key", "context", "notes")


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a table with columns ``source`` and ``target``; a row counts as a line.

    Raises:
        InputError: pyarrow is not installed, the file is no Parquet, a column is missing or holds
            no text, or a language is not known.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        raise InputError(
            f"{path}: Parquet needs pyarrow", hint="pip install 'transcheck[parquet]'"
        ) from None
    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(data))
        size = sum(file.metadata.row_group(n).total_byte_size for n in range(file.num_row_groups))
        if size > plain.LARGEST:
            raise InputError(f"{path}: larger than {plain.LARGEST // 1_000_000} MB when unpacked")
        names = _names(path, file.schema_arrow.names)
        rows = file.read(columns=list(names)).to_pydict()
    # pyarrow's own are OSError, ValueError and others by what is damaged.
    except (pyarrow.ArrowException, OSError, ValueError, KeyError, TypeError, MemoryError) as error:
        why = " ".join(str(error).split())[:120]
        raise InputError(f"{path}: not sound Parquet: {why}") from None
    return tables.units(path, _rows(path, {names[name]: rows[name] for name in names}), named)


def _names(path: str, columns: list[str]) -> dict[str, str]:
    """Return the columns to read, each with what it is to us."""
    names = {each: each.strip().casefold() for each in columns}
    found = {each: name for each, name in names.items() if name in _COLUMNS}
    if not set(_NEEDED) <= set(found.values()):
        raise InputError(
            f"{path}: expected the columns source and target, found {', '.join(columns)[:60]!r}"
        )
    return found


def _rows(path: str, columns: dict[str, list[Any]]) -> Iterator[tuple[int, dict[str, Located]]]:
    for name in _NEEDED:
        if any(not isinstance(each, str | None) for each in columns[name]):
            raise InputError(f"{path}: the column {name} holds no text")
    for number in range(len(columns["source"])):
        cells = {name: values[number] for name, values in columns.items()}
        yield (
            number + 1,
            {
                name: Located("" if cell is None else str(cell), number + 1, 1)
                for name, cell in cells.items()
            },
        )


PARQUET = Format(
    name="parquet",
    summary="Parquet tables with the columns of a TSV; needs the extra `parquet`",
    suffixes=(".parquet",),
    read=read,
)
