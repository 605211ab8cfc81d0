"""Read JSON lines: an object on each line, with the fields of a table's columns."""

import json

from transcheck.errors import InputError
from transcheck.formats import plain, tables
from transcheck.formats.catalog import Catalog, Format, Languages
from transcheck.formats.json_text import values
from transcheck.formats.located import Located


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a file with fields ``source`` and ``target`` in each of its lines.

    Fields ``key``, ``context`` and ``notes`` may stand beside them; those of other names, and
    values that are no text, are passed over.

    Raises:
        InputError: a line is no JSON object, has no source, or a language is not known.
    """
    text = plain.decode(data, path, None)
    rows: dict[int, dict[str, Located]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            _check(f"{path}:{number}", line)
            rows[number] = {}
    # No string of sound JSON runs over a line, so all lines are read as one text.
    for way, value in values(path, text):
        if len(way) == 1:
            rows[value.line][way[0]] = value
    return tables.units(path, rows.items(), named)


def _check(place: str, line: str) -> None:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: not sound JSON: {error}") from None
    if not isinstance(fields, dict) or not isinstance(fields.get("source"), str):
        raise InputError(f"{place}: expected an object with the fields source and target")


JSONL = Format(
    name="jsonl",
    summary="JSON lines: an object with source and target, also key, context and notes, on each",
    suffixes=(".jsonl", ".ndjson"),
    read=read,
)
