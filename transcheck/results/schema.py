"""The JSON form of a report: the contract that other programs rely on.

``docs/json-report.md`` describes every field. Fields are added freely; a field whose meaning
changes raises ``SCHEMA``.
"""

from collections.abc import Mapping
from dataclasses import asdict, fields
from typing import Any

from transcheck import __version__
from transcheck.errors import InputError
from transcheck.model import (
    Failure,
    Finding,
    Forward,
    Measured,
    Origin,
    Pair,
    Report,
    Role,
    Segment,
    Severity,
    Side,
    Span,
    SupportedWord,
    WordSupport,
)
from transcheck.scoring import DIGITS
from transcheck.suppression import Notice, Suppression
from transcheck.translations import Hypothesis, Translation
from transcheck.units import State, Unit

SCHEMA = 1

_WORD_DIGITS = 2  # there are many of them, and none decides by itself
_UNIT = tuple(field.name for field in fields(Unit))


def to_json(report: Report) -> dict[str, Any]:
    """Return the report as plain dictionaries, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "tool": f"transcheck {__version__}",
        "signature": dict(report.signature),
        "summary": {str(severity): report.count(severity) for severity in reversed(Severity)},
        "rows": [row_to_json(row) for row in report.rows],
        "findings": [finding_to_json(finding) for finding in report.findings],
        "failures": [asdict(failure) for failure in report.failures],
        "checks": list(report.checks),
        "notices": [asdict(notice) for notice in report.notices],
        "baseline": report.baseline,
        "skipped": dict(report.skipped),
        "fail_on": str(report.fail_on),
    }


def from_json(data: object, *, path: str) -> Report:
    """Return the report that ``to_json`` made ``data`` of; ``path`` names the file in errors.

    Raises:
        InputError: ``data`` is no transcheck report, or of another schema.
    """
    if not isinstance(data, dict) or "schema" not in data or "findings" not in data:
        raise InputError(
            f"{path} is not a transcheck report",
            hint="make one with `transcheck check … --format json > report.json`",
        )
    if data["schema"] != SCHEMA:
        raise InputError(
            f"{path} has schema {data['schema']}, this version reads {SCHEMA}",
            hint="make it again with this version",
        )
    try:
        return Report(
            signature=data["signature"],
            rows=tuple(_read_row(row) for row in data["rows"]),
            findings=tuple(_read_finding(finding) for finding in data["findings"]),
            failures=tuple(Failure(**_known(Failure, failure)) for failure in data["failures"]),
            checks=tuple(data.get("checks", ())),
            notices=tuple(Notice(**_known(Notice, each)) for each in data.get("notices", ())),
            baseline=data.get("baseline"),
            skipped=data.get("skipped", {}),
            fail_on=Severity(data.get("fail_on", Severity.WARNING)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path} is a damaged report: {error!r}", hint="make it again") from error


def row_to_json(row: Measured) -> dict[str, Any]:
    """Return a row as plain dictionaries, lists, strings and numbers."""
    pair = row.pair
    return {
        "id": pair.id,
        "source": _segment(pair.source),
        "target": _segment(pair.target),
        "origin": str(pair.origin),
        "alignment": _rounded(pair.score),
        "similarity": _rounded(row.similarity),
        "limit": _rounded(row.limit),
        "drift": _rounded(row.drift),
        "forward": _forward(row.forward),
        "margin": _rounded(row.margin),
        "denial": _rounded(row.denial),
        "words": _words(row.words),
        "unmeasured": row.unmeasured,
        "unit": _unit(pair.unit),
        "translation": translation_json(pair.translation) if pair.translation else None,
    }


def translation_json(translation: Translation) -> dict[str, Any]:
    """Return what an engine said of a translation beside its text."""
    return {
        "score": _rounded(translation.score),
        "via": translation.via,
        "alternatives": [
            {"text": each.text, "score": _rounded(each.score)} for each in translation.alternatives
        ],
    }


def _unit(unit: Unit | None) -> dict[str, Any] | None:
    if unit is None:
        return None
    # ``asdict`` would copy every value of every row.
    return {name: getattr(unit, name) for name in _UNIT} | {"state": str(unit.state)}


def _forward(forward: Forward | None) -> dict[str, Any] | None:
    if forward is None:
        return None
    return {
        "text": forward.text,
        "similarity": _rounded(forward.similarity),
        "chrf": _rounded(forward.chrf),
    }


def _words(words: WordSupport | None) -> dict[str, list[list[float]]] | None:
    if words is None:
        return None
    return {
        str(side): [
            [word.span.start, word.span.end, round(float(word.support), _WORD_DIGITS)]
            for word in words.side(side)
        ]
        for side in Side
    }


def _segment(segment: Segment | None) -> dict[str, Any] | None:
    if segment is None:
        return None
    return {
        "id": segment.id,
        "path": segment.path,
        "line": segment.line,
        "column": segment.column,
        "offset": segment.offset,
        "block": segment.block,
        "role": str(segment.role),
        "lang": segment.lang,
        "text": segment.text,
    }


def finding_to_json(finding: Finding) -> dict[str, Any]:
    """Return the finding as a plain dictionary."""
    return {
        "check": finding.check,
        "name": finding.name,
        "severity": str(finding.severity),
        "side": str(finding.side),
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "text": finding.text,
        "excerpt": finding.excerpt,
        "start": finding.start,
        "message": finding.message,
        "value": _rounded(finding.value),
        "limit": _rounded(finding.limit),
        "suggestion": finding.suggestion,
        "certain": finding.certain,
        "row": finding.row,
        "fingerprint": finding.fingerprint,
        "suppressed": finding.suppressed,
        "reason": finding.reason,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(float(number), DIGITS)


def _read_row(data: dict[str, Any]) -> Measured:
    pair = Pair(
        id=data["id"],
        source=_read_segment(data["source"]),
        target=_read_segment(data["target"]),
        origin=Origin(data["origin"]),
        score=data["alignment"],
        unit=_read_unit(data.get("unit")),
        translation=_read_translation(data),
    )
    forward = data.get("forward")
    return Measured(
        pair=pair,
        similarity=data["similarity"],
        forward=Forward(**_known(Forward, forward)) if forward else None,
        margin=data.get("margin"),
        denial=data.get("denial"),
        limit=data.get("limit"),
        drift=data.get("drift"),
        words=_read_words(data.get("words")),
        unmeasured=data.get("unmeasured"),
    )


def _read_translation(data: dict[str, Any]) -> Translation | None:
    made = data.get("translation")
    if made is None:
        return None
    alternatives = tuple(Hypothesis(**_known(Hypothesis, each)) for each in made["alternatives"])
    return Translation(
        text=data["target"]["text"],
        score=made["score"],
        via=made["via"],
        alternatives=alternatives,
    )


def _read_words(data: dict[str, Any] | None) -> WordSupport | None:
    if data is None:
        return None
    source, target = (
        tuple(
            SupportedWord(span=Span(start=start, end=end), support=support)
            for start, end, support in data[side]
        )
        for side in Side
    )
    return WordSupport.of(source, target)


def _read_unit(data: dict[str, Any] | None) -> Unit | None:
    if data is None:
        return None
    lists = {name: tuple(data[name]) for name in ("notes", "dialects", "allowed")}
    return Unit(**_known(Unit, {**data, **lists, "state": State(data["state"])}))


def _read_segment(data: dict[str, Any] | None) -> Segment | None:
    if data is None:
        return None
    return Segment(**_known(Segment, {**data, "role": Role(data["role"])}))


def _read_finding(data: dict[str, Any]) -> Finding:
    suppressed = data["suppressed"]
    enums = {
        "severity": Severity(data["severity"]),
        "side": Side(data["side"]),
        "suppressed": Suppression(suppressed) if suppressed else None,
    }
    return Finding(**_known(Finding, {"certain": False, **data, **enums}))


def _known(
    record: type[Segment | Finding | Failure | Forward | Notice | Unit | Hypothesis],
    data: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the fields of ``record``: a newer transcheck may have added others, an older has few.

    A record without a field that it must have raises TypeError when it is made.
    """
    return {field.name: data[field.name] for field in fields(record) if field.name in data}
