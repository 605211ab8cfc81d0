"""The report as JSON, for programs."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transcheck.model import Report
from transcheck.results.schema import row_to_json, to_json


def render(report: Report) -> str:
    """Return the report as one JSON document, as ``docs/json-report.md`` describes it.

    Each row and each finding stands on a line of its own: to indent them takes Python's slow
    encoder, most of the time of a large batch, and text tools see what changed.
    """
    return "".join(_parts(report))


def _parts(report: Report) -> Iterator[str]:
    """Yield the document in parts: as records, all rows would take more room than the text."""
    fields = {**to_json(replace(report, rows=())), "rows": map(row_to_json, report.rows)}
    before = "{"
    for name, value in fields.items():
        yield f"{before}\n{_dumped(name)}: "
        yield from _laid_out(value) if isinstance(value, list | map) else [_dumped(value)]
        before = ","
    yield "\n}"


def _laid_out(values: Iterable[object]) -> Iterator[str]:
    before = "["
    for value in values:
        yield f"{before}\n{_dumped(value)}"
        before = ","
    yield "[]" if before == "[" else "\n]"


def _dumped(value: object) -> str:
    # Lone surrogates cannot be written as UTF-8, so they are escaped; all else stays readable.
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
