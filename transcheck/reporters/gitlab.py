"""GitLab's Code Quality report, which merge requests show."""

import json

from transcheck.model import Finding, Report, Severity
from transcheck.reporters.places import Place, counted, places

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """Return the findings that count; GitLab keeps one of each fingerprint, and ours are unique."""
    where = places(report)
    issues = [_issue(each, where[each.fingerprint]) for each in counted(report)]
    return json.dumps(issues, indent=1)


def _issue(finding: Finding, place: Place) -> dict[str, object]:
    return {
        "description": finding.message,
        "check_name": finding.name,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": place.path,
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
