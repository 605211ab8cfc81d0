"""Comma-separated values, for spreadsheets."""

import csv
import io

from transcheck.model import Finding, Measured, Report

_COLUMNS = (
    "severity", "name", "check", "path", "line", "column", "end_line", "end_column", "key", "side",
    "text", "message", "suggestion", "source", "target", "fingerprint", "suppressed", "reason",
)  # fmt: skip
# What begins a formula in a spreadsheet, the wide forms that Excel reads alike included.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def render(report: Report) -> str:
    """Return a line of names and a line for each finding, the suppressed ones too."""
    rows = {row.pair.id: row for row in report.rows}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for finding in report.findings:
        writer.writerow(_cells(finding, rows[finding.row]))
    return out.getvalue()


def _cells(finding: Finding, row: Measured) -> list[str]:
    pair = row.pair
    more = {
        "key": pair.unit.key if pair.unit else None,
        "source": pair.source.text if pair.source else None,
        "target": pair.target.text if pair.target else None,
    }
    values = (more[name] if name in more else getattr(finding, name) for name in _COLUMNS)
    return [_harmless("" if value is None else str(value)) for value in values]


def _harmless(cell: str) -> str:
    """Return the cell so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
