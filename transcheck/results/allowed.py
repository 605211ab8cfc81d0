"""Suppressions in the files themselves: ``transcheck: allow glued-words`` in a comment or note."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from transcheck.checks import registry
from transcheck.errors import ConfigError
from transcheck.model import Finding, Measured, Report
from transcheck.suppression import Notice, Suppression

# A unit with plural forms is several rows, and its comment speaks of them all.
_Unit = tuple[str, str, str | None]


def suppress_allowed(report: Report) -> Report:
    """Return ``report`` with what its files allow marked so, and notices of what allows nothing."""
    rows = {row.pair.id: row for row in report.rows if row.pair.unit and row.pair.unit.allowed}
    if not rows:
        return report
    used: defaultdict[_Unit, set[str]] = defaultdict(set)
    reasons: dict[str, str] = {}
    for finding in report.findings:
        row = rows.get(finding.row)
        if row and (allowing := _allowing(row, finding)):
            used[_unit(row)].update(allowing)
            reasons[finding.fingerprint] = f"the file allows {', '.join(allowing)}"
    units = {_unit(row): row for row in reversed(list(rows.values()))}
    notices = [
        notice
        for key, row in reversed(units.items())
        for notice in _unused(row, used[key], frozenset(report.checks))
    ]
    return replace(
        report,
        findings=tuple(
            replace(finding, suppressed=Suppression.ALLOWED, reason=reasons[finding.fingerprint])
            if finding.fingerprint in reasons
            else finding
            for finding in report.findings
        ),
        notices=(*report.notices, *notices),
    )


def _unit(row: Measured) -> _Unit:
    unit, segment = row.pair.unit, row.pair.target or row.pair.source
    if unit is None or segment is None:
        raise AssertionError(f"row {row.pair.id} is no unit of a file")
    return segment.path, unit.key, unit.context


def _allowing(row: Measured, finding: Finding) -> tuple[str, ...]:
    return tuple(
        name for name in _names(row) if (ids := _ids(name)) is not None and finding.check in ids
    )


def _names(row: Measured) -> tuple[str, ...]:
    return row.pair.unit.allowed if row.pair.unit else ()


def _ids(name: str) -> frozenset[str] | None:
    try:
        return registry.matching([name])
    except ConfigError:
        return None


def _unused(row: Measured, used: set[str], ran: frozenset[str]) -> Iterator[Notice]:
    segment = row.pair.target or row.pair.source
    for name in _names(row):
        ids = _ids(name)
        if segment is None or name in used or (ids is not None and not ids & ran):
            continue
        why = "there is no such check" if ids is None else "it suppresses no finding"
        message = f"`transcheck: allow {name}` is of no use: {why}"
        yield Notice(path=segment.path, line=segment.line, message=message)
