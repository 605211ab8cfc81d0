"""One JSON object on each line: findings with both texts, what was not checked, notices."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from transcheck.model import Report, Severity
from transcheck.results.schema import finding_to_json


def render(report: Report) -> str:
    """Return the report line by line; ``kind`` says what a line is, and the last is a summary."""
    return "\n".join(map(_line, _objects(report)))


def _objects(report: Report) -> Iterator[dict[str, Any]]:
    pairs = {row.pair.id: row.pair for row in report.rows}
    for finding in report.findings:
        pair = pairs[finding.row]
        yield {
            "kind": "finding",
            **finding_to_json(finding),
            "key": pair.unit.key if pair.unit else None,
            "source": pair.source.text if pair.source else None,
            "target": pair.target.text if pair.target else None,
        }
    for failure in report.failures:
        yield {"kind": "failure", **asdict(failure)}
    for notice in report.notices:
        yield {"kind": "notice", **asdict(notice)}
    counts = {str(severity): report.count(severity) for severity in reversed(Severity)}
    yield {"kind": "summary", "rows": len(report.rows), **counts, "fail_on": report.fail_on}


def _line(data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
