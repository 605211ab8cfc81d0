"""The diagnostic format of reviewdog, which comments on pull requests of many services.

reviewdog counts columns in bytes of UTF-8. A report knows the text from the beginning of its
sentence on, so columns, and with them the repair, are given only where nothing stands before that.
"""

import json
from typing import Any

from transcheck.model import LINE_BREAK, Finding, Measured, Report, Severity
from transcheck.reporters.places import counted, place_of

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report) -> str:
    """Return the findings that count as one DiagnosticResult."""
    rows = {row.pair.id: row for row in report.rows}
    result = {
        "source": {"name": "transcheck"},
        "diagnostics": [_diagnostic(each, rows[each.row]) for each in counted(report)],
    }
    return json.dumps(result, indent=1)


def _diagnostic(finding: Finding, row: Measured) -> dict[str, Any]:
    place = place_of(finding, row)
    span = _range(finding, row) if place.marked else None
    lines = {"start": {"line": place.line}, "end": {"line": place.end_line}}
    diagnostic: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": place.path, "range": span or lines},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": f"{finding.check} {finding.name}"},
    }
    if finding.suggestion is not None and span and not row.pair.unit:
        diagnostic["suggestions"] = [{"range": span, "text": finding.suggestion}]
    return diagnostic


def _range(finding: Finding, row: Measured) -> dict[str, dict[str, int]] | None:
    segment = row.pair.side(finding.side)
    if segment is None or segment.column != 1 or row.pair.unit:
        return None
    end = finding.start + len(finding.text)
    return {
        "start": {"line": finding.line, "column": _bytes_before(finding.excerpt, finding.start)},
        "end": {"line": finding.end_line, "column": _bytes_before(finding.excerpt, end)},
    }


def _bytes_before(text: str, index: int) -> int:
    """Return the column, in bytes from 1, of the character ``index`` on its line of ``text``."""
    line = LINE_BREAK.split(text[:index])[-1]
    return len(line.encode("utf-8", "replace")) + 1
