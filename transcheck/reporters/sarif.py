"""SARIF 2.1.0, which code scanning services read: GitHub, Azure DevOps, IDEs.

GitHub shows 5,000 results at most and refuses a file that has far more, so the gravest are kept and
the file says how many were cut.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from transcheck import __version__
from transcheck.checks import registry
from transcheck.checks.base import Check
from transcheck.model import Finding, Measured, Report, Severity
from transcheck.reporters import check_page
from transcheck.reporters.places import Place, place_of, ranked, relative, uri
from transcheck.suppression import Suppression

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST_RESULTS = 5000
_MOST_DESCRIPTION = 1024  # GitHub refuses more
# GitHub takes 10 MB, packed, and shows the file beside a result; 5,000 such texts keep to that.
_MOST_TEXT = 300
# GitHub's names for what SARIF calls levels.
_PROBLEMS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "recommendation",
}


def render(report: Report) -> str:
    """Return the report as one SARIF log with one run."""
    kept = ranked(report.findings)[:_MOST_RESULTS]
    ids = sorted({*report.checks, *(finding.check for finding in kept)})
    rows = {row.pair.id: row for row in report.rows}
    run = {
        "tool": {
            "driver": {
                "name": "transcheck",
                "version": __version__,
                "rules": [_rule(registry.find(each)) for each in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": list(_notifications(report)),
            }
        ],
        "results": [_result(each, rows[each.row], ids, report.baseline) for each in kept],
        "properties": {"signature": dict(report.signature)},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    text = json.dumps(log, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _rule(check: Check) -> dict[str, Any]:
    page = check_page.render(check)
    return {
        "id": check.id,
        "name": check.name,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.rationale[:_MOST_DESCRIPTION]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": str(check.severity)},
        "properties": {
            "tags": ["translation", str(check.status)],
            "problem.severity": _PROBLEMS[check.severity],
        },
    }


def _notifications(report: Report) -> Iterator[dict[str, Any]]:
    for failure in report.failures:
        where = [{"physicalLocation": {"artifactLocation": _artifact(relative(failure.path))}}]
        text = f"not checked: {failure.message} ({failure.stage})"
        yield _notification("error", text) | ({"locations": where} if failure.path else {})
    for notice in report.notices:
        yield _notification("note", f"{notice.path}:{notice.line}: {notice.message}")
    cut = len(report.findings) - _MOST_RESULTS
    if cut > 0:
        text = f"{cut:,} of {len(report.findings):,} findings are left out, the least grave ones"
        yield _notification("warning", f"{text}; the JSON report has them all")


def _notification(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": _message(text)}}


def _result(
    finding: Finding, row: Measured, ids: Sequence[str], baseline: str | None
) -> dict[str, Any]:
    place = place_of(finding, row)
    return {
        "ruleId": finding.check,
        "ruleIndex": ids.index(finding.check),
        "level": str(finding.severity),
        "message": {"text": _message(finding.message)},
        "locations": [_location(place)],
        "partialFingerprints": {
            "transcheck/v1": finding.fingerprint,
            # The one that GitHub matches alerts by; the count after the colon tells equal lines
            # apart, which ours does already.
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        **_state(finding, baseline),
        **_fixes(finding, row, place),
        "properties": {
            "check": finding.name,
            "side": str(finding.side),
            "text": _short(finding.text),
            "excerpt": _short(finding.excerpt),
            "value": finding.value,
            "limit": finding.limit,
            "suggestion": finding.suggestion,
        },
    }


def _state(finding: Finding, baseline: str | None) -> dict[str, Any]:
    state: dict[str, Any] = {}
    if baseline:
        known = finding.suppressed is Suppression.BASELINE
        state["baselineState"] = "unchanged" if known else "new"
    if finding.suppressed:
        inside = finding.suppressed is Suppression.ALLOWED
        suppression = {"kind": "inSource" if inside else "external", "status": "accepted"}
        if finding.reason:
            suppression["justification"] = finding.reason
        state["suppressions"] = [suppression]
    return state


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": _artifact(place.path), "region": _region(place)}
    }


def _artifact(path: str) -> dict[str, str]:
    base = {} if path.startswith("/") else {"uriBaseId": "%SRCROOT%"}
    return {"uri": uri(path), **base}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _fixes(finding: Finding, row: Measured, place: Place) -> dict[str, Any]:
    """Return the repair where the file has the text as it is: a localization file escapes it."""
    if finding.suggestion is None or not place.marked or row.pair.unit:
        return {}
    replacement = {
        "deletedRegion": _region(place),
        "insertedContent": {"text": finding.suggestion},
    }
    change = {"artifactLocation": _artifact(place.path), "replacements": [replacement]}
    return {"fixes": [{"description": {"text": "the suggestion"}, "artifactChanges": [change]}]}


def _short(text: str) -> str:
    return text if len(text) <= _MOST_TEXT else f"{text[: _MOST_TEXT - 1]}…"


def _message(text: str) -> str:
    """Return ``text`` as SARIF wants it: no placeholder (3.11.5) and no link (3.11.6) in it."""
    text = _short(text)
    text = text.replace("{", "{{").replace("}", "}}")
    if "](" in text:
        text = text.replace("\\", r"\\").replace("[", r"\[").replace("]", r"\]")
    return text
