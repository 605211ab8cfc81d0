"""The report as JSON, for programs."""

import json

from transcheck.model import Report
from transcheck.results.schema import to_json


def render(report: Report) -> str:
    """Return the report as one JSON document, as ``docs/json-report.md`` describes it.

    Each row and each finding stands on a line of its own: to indent them takes Python's slow
    encoder, most of the time of a large batch, and text tools see what changed.
    """
    fields = [f"{_dumped(name)}: {_laid_out(value)}" for name, value in to_json(report).items()]
    # Lone surrogates cannot be written as UTF-8, so they are escaped; all else stays readable.
    text = "{\n" + ",\n".join(fields) + "\n}"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _laid_out(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _dumped(value)
    return "[\n" + ",\n".join(map(_dumped, value)) + "\n]"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
