"""The report as JSON, for programs."""

import json

from transcheck.model import Report
from transcheck.reporters.base import Reporter
from transcheck.results.schema import to_json


def render(report: Report) -> str:
    """Return the report as one JSON document, as ``docs/json-report.md`` describes it."""
    # Lone surrogates cannot be written as UTF-8, so they are escaped; all else stays readable.
    text = json.dumps(to_json(report), ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


JSON = Reporter(name="json", summary="everything, for programs", suffix=".json", render=render)
