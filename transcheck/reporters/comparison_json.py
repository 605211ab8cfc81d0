"""What changed between two reports, as JSON; docs/diffs.md describes the fields."""

import json
from dataclasses import asdict
from typing import Any

from transcheck import __version__
from transcheck.model import Finding, Measured, Segment
from transcheck.results.compare import Comparison, Shift, Unit
from transcheck.scoring import DIGITS

SCHEMA = 1


def render(found: Comparison) -> str:
    """Return the comparison as one JSON document."""
    data = {
        "schema": SCHEMA,
        "tool": f"transcheck {__version__}",
        "signature": [
            {"part": each.part, "old": each.old, "new": each.new} for each in found.signature
        ],
        "summary": {
            "new": len(found.new),
            "fixed": len(found.fixed),
            "unchanged": len(found.unchanged),
            "changed": len(found.changed),
            "regressed": found.regressed,
            "units": {str(kind): count for kind, count in found.kinds().items()},
        },
        "similarity": _shift(found.shift),
        "units": [_unit(unit) for unit in found.units],
        "failures": [asdict(failure) for failure in found.failures],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _shift(shift: Shift | None) -> dict[str, Any] | None:
    if shift is None:
        return None
    return {
        "units": shift.count,
        "mean": round(shift.mean, DIGITS),
        "low": round(shift.low, DIGITS),
        "high": round(shift.high, DIGITS),
        "wins": shift.wins,
        "losses": shift.losses,
        "ties": shift.count - shift.wins - shift.losses,
        "verdict": shift.verdict,
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "kind": str(unit.match.kind),
        "old": [_row(row) for row in unit.match.old],
        "new": [_row(row) for row in unit.match.new],
        "change": round(unit.change, DIGITS) if unit.similarity else None,
        "findings": {
            "new": [_finding(each) for each in unit.new],
            "fixed": [_finding(each) for each in unit.fixed],
            "unchanged": [_finding(each) for each in unit.unchanged],
            "changed": [
                {"old": _finding(before), "new": _finding(after)} for before, after in unit.changed
            ],
        },
    }


def _row(row: Measured) -> dict[str, Any]:
    similarity = row.similarity
    return {
        "id": row.pair.id,
        "source": _segment(row.pair.source),
        "target": _segment(row.pair.target),
        "similarity": None if similarity is None else round(similarity, DIGITS),
    }


def _segment(segment: Segment | None) -> dict[str, Any] | None:
    if segment is None:
        return None
    return {"path": segment.path, "line": segment.line, "lang": segment.lang, "text": segment.text}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "name": finding.name,
        "severity": str(finding.severity),
        "side": str(finding.side),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "text": finding.text,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
    }
