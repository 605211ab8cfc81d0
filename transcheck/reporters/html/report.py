"""One report as a page: the text with its faults in it, and a summary beside it."""

from collections.abc import Sequence
from typing import Any

from transcheck.model import Measured, Report, Severity, Side
from transcheck.reporters.base import rows_in_words
from transcheck.reporters.html import charts, checks, page
from transcheck.reporters.html.texts import (
    Plain,
    Sources,
    plain_finding,
    plain_segment,
    plain_words,
)
from transcheck.scoring import DIGITS
from transcheck.text.visible import visible


def render(report: Report) -> str:
    """Return the report as one HTML file that needs nothing else."""
    sources = Sources()
    files = _files(report.rows)
    rows = _rows(report, sources, files)
    counting = [finding for finding in report.findings if finding.suppressed is None]
    one_sided = all(row.pair.source is None or row.pair.target is None for row in report.rows)
    return page.render(
        "report.html",
        styles=("report.css", "panel.css"),
        scripts=("marks.js", "findings.js", "rows.js", "listing.js", "choice.js", "reading.js"),
        data={
            "sources": sources.plain(),
            "checks": checks.explained(report.findings),
            "rows": rows,
            "findings": _findings(report),
        },
        title=_title(report),
        one_sided=one_sided,
        rows=rows_in_words(report),
        severities=[(severity, report.count(severity)) for severity in reversed(Severity)],
        checks=checks.counted(counting),
        suppressed=len(report.findings) - len(counting),
        files=_names(report.rows, files),
        failures=report.failures,
        notices=report.notices,
        signature=report.signature,
        along=charts.along(report.rows),
        distribution=charts.distribution(report.rows),
        chart=(charts.WIDTH, charts.HEIGHT),
    )


def _rows(report: Report, sources: Sources, files: Sequence[int]) -> list[Plain]:
    flagged = {finding.row for finding in report.findings}
    plain = [
        {"file": file, **_row(row, sources, flagged=row.pair.id in flagged)}
        for row, file in zip(report.rows, files, strict=True)
    ]
    for before, row, made in zip(report.rows, report.rows[1:], plain[1:], strict=False):
        if _opens(before, row):
            made["opens"] = True
    return plain


def _opens(before: Measured, row: Measured) -> bool:
    """Say whether a row of running text begins a paragraph on both sides that it has."""
    blocks = [
        (one.block, other.block)
        for side in Side
        if (one := before.pair.side(side)) and (other := row.pair.side(side))
    ]
    return not row.pair.unit and bool(blocks) and all(one != other for one, other in blocks)


def _row(row: Measured, sources: Sources, *, flagged: bool) -> Plain:
    pair = row.pair
    plain: Plain = {
        str(side): plain_segment(segment, sources)
        for side in Side
        if (segment := pair.side(side)) is not None
    }
    if pair.unit:
        plain["key"] = visible(pair.unit.key)
    numbers = {"similarity": row.similarity, "limit": row.limit, "alignment": pair.score}
    plain |= {
        name: round(float(number), DIGITS) for name, number in numbers.items() if number is not None
    }
    if row.forward and flagged:
        plain["forward"] = _forward(row.forward.text, row.forward.similarity, row.forward.chrf)
    if row.words and flagged and pair.source and pair.target:
        texts = {Side.SOURCE: visible(pair.source.text), Side.TARGET: visible(pair.target.text)}
        plain["words"] = plain_words(row.words, texts)
    return plain


def _forward(text: str, similarity: float | None, chrf: float) -> dict[str, Any]:
    rounded = None if similarity is None else round(float(similarity), DIGITS)
    return {"text": visible(text), "similarity": rounded, "chrf": round(float(chrf), 1)}


def _findings(report: Report) -> list[Plain]:
    positions = {row.pair.id: at for at, row in enumerate(report.rows)}
    return [plain_finding(finding, positions[finding.row]) for finding in report.findings]


def _files(rows: Sequence[Measured]) -> list[int]:
    """Return for each row the number of the file, or pair of files, that it belongs to.

    A sentence that only one side has belongs to the files of those around it.
    """
    numbers = []
    current: dict[Side, str] = {}
    number = 0
    for row in rows:
        own = {side: segment.path for side in Side if (segment := row.pair.side(side))}
        if any(current.get(side, path) != path for side, path in own.items()):
            number, current = number + 1, {}
        current |= own
        numbers.append(number)
    return numbers


def _names(rows: Sequence[Measured], files: Sequence[int]) -> list[str]:
    """Return the name of each file in reading order: the translation's, where there is one."""
    names: dict[int, str] = {}
    for side in (Side.TARGET, Side.SOURCE):
        for row, number in zip(rows, files, strict=True):
            if segment := row.pair.side(side):
                names.setdefault(number, segment.path)
    return [names[number] for number in sorted(names)]


def _title(report: Report) -> str:
    sides = [
        dict.fromkeys(
            segment.path for row in report.rows if (segment := row.pair.side(side)) is not None
        )
        for side in Side
    ]
    named = [next(iter(paths)) for paths in sides if len(paths) == 1]
    if max(map(len, sides), default=0) > 1:
        return f"{max(map(len, sides))} files"
    return " → ".join(named) or "nothing to read"
