"""Two reports compared, as a page: what changed in each sentence, and what became of its faults."""

from collections import Counter
from collections.abc import Iterator, Sequence

from transcheck import __version__
from transcheck.model import Finding, Measured, Severity, Side
from transcheck.reporters import comparison as text
from transcheck.reporters.html import charts, checks, page
from transcheck.reporters.html.change_charts import changes
from transcheck.reporters.html.checks import Choice
from transcheck.reporters.html.texts import Plain, Sources, pieces, plain_finding, utf16
from transcheck.results.compare import SMALL_CHANGE, Comparison, Unit
from transcheck.results.match import Kind
from transcheck.scoring import DIGITS
from transcheck.text.visible import visible

# What became of a finding, what matters most first.
_LABELS = ("new", "worse", "changed", "better", "fixed", "unchanged")
# A label that stands for a finding of the old report alone.
_GONE = "fixed"

# A finding, what became of it, and the position of its unit.
_Told = tuple[Finding, str, int]


def render(found: Comparison) -> str:
    """Return the comparison as one HTML file that needs nothing else."""
    sources = Sources()
    files = _files(found.units)
    told = list(_told(found.units))
    findings = [finding for finding, _, _ in told]
    rows = [
        {"file": file, **_row(unit, sources)} for unit, file in zip(found.units, files, strict=True)
    ]
    counts = Counter(label for _, label, _ in told)
    names = _names(found.units, files)
    return page.render(
        "comparison.html",
        styles=("report.css", "panel.css", "comparison.css"),
        scripts=("marks.js", "findings.js", "changes.js", "listing.js", "choice.js", "reading.js"),
        data={
            "sources": sources.plain(),
            "checks": checks.explained(findings),
            "rows": rows,
            "findings": [_finding(each, label, at, found.units[at]) for each, label, at in told],
            "files": names,
        },
        title=_title(names),
        one_sided=not any({"source", "target"} <= row.keys() for row in rows),
        counts=[(label, counts[label]) for label in _LABELS],
        kinds=_kinds(found),
        severities=_severities(findings),
        checks=checks.counted(findings),
        files=[_arrow(each["target"] or each["source"]) for each in names],
        shift=text.shift(found.shift) if found.shift else None,
        differing=found.signature,
        failures=found.failures,
        signature={"tool": f"transcheck {__version__}"},
        changes=changes(found.units, found.shift),
        chart=(charts.WIDTH, charts.HEIGHT),
    )


def _told(units: Sequence[Unit]) -> Iterator[_Told]:
    for at, unit in enumerate(units):
        yield from ((finding, label, at) for label, finding in text.labelled(unit))
        yield from ((finding, "unchanged", at) for finding in unit.unchanged)


def _row(unit: Unit, sources: Sources) -> Plain:
    old, new = unit.match.old, unit.match.new
    plain: Plain = {"kind": str(unit.match.kind)}
    before, after = _line(old), _line(new)
    plain["line"] = after or before
    if before and after and before != after:
        plain["was"] = before
    for side in Side:
        if any(row.pair.side(side) for row in (*old, *new)):
            plain[str(side)] = _side(old, new, side, sources)
    if unit.similarity:
        plain["change"] = [round(float(each), DIGITS) for each in unit.similarity]
        plain["small"] = abs(unit.change) < SMALL_CHANGE
    if not unit.silent:
        plain["told"] = True
    key = next((row.pair.unit.key for row in (*new, *old) if row.pair.unit), None)
    return plain if key is None else {**plain, "key": visible(key)}


def _line(rows: Sequence[Measured]) -> int | None:
    return next((each.line for row in rows if (each := row.pair.target or row.pair.source)), None)


def _side(old: Sequence[Measured], new: Sequence[Measured], side: Side, sources: Sources) -> Plain:
    """Return one side of a unit: the language of its text, and what changed in it."""
    rows = [*new, *old]
    first = next(segment for row in rows if (segment := row.pair.side(side)))
    return {
        "of": sources.number(first),
        "pieces": pieces(_joined(old, side), _joined(new, side)),
    }


def _finding(finding: Finding, label: str, at: int, unit: Unit) -> Plain:
    """Return a finding; its offsets count in the joined text of its rows."""
    rows = unit.match.old if label == _GONE else unit.match.new
    position = next(number for number, row in enumerate(rows) if row.pair.id == finding.row)
    before = _joined(rows[:position], finding.side)
    shift = utf16(before, [len(before)])[0] + 1 if before else 0
    plain = plain_finding(finding, at)
    plain["start"] += shift
    plain["end"] += shift
    return plain | {"label": label}


def _joined(rows: Sequence[Measured], side: Side) -> str:
    return " ".join(segment.text for row in rows if (segment := row.pair.side(side)))


def _kinds(found: Comparison) -> list[Choice]:
    counts = found.kinds()
    return [Choice(kind, kind, counts[kind], "") for kind in Kind if counts[kind]]


def _severities(findings: Sequence[Finding]) -> list[Choice]:
    counts = Counter(finding.severity for finding in findings)
    return [
        Choice(severity, severity, counts[severity], severity)
        for severity in reversed(Severity)
        if counts[severity]
    ]


def _files(units: Sequence[Unit]) -> list[int]:
    """Return for each unit the number of the files that it belongs to.

    What only one side or one report has belongs to the files of the units around it.
    """
    numbers: list[int] = []
    current: dict[tuple[str, Side], str] = {}
    number = 0
    for unit in units:
        own = _paths(unit)
        if any(current.get(place, path) != path for place, path in own.items()):
            number, current = number + 1, {}
        current |= own
        numbers.append(number)
    return numbers


def _paths(unit: Unit) -> dict[tuple[str, Side], str]:
    return {
        (name, side): segment.path
        for name, rows in (("old", unit.match.old), ("new", unit.match.new))
        for row in rows
        for side in Side
        if (segment := row.pair.side(side))
    }


def _names(units: Sequence[Unit], files: Sequence[int]) -> list[dict[str, list[str]]]:
    """Return for each number the names of its files on both sides, the old one's first."""
    found: dict[int, dict[tuple[str, Side], str]] = {}
    for unit, number in zip(units, files, strict=True):
        found[number] = _paths(unit) | found.get(number, {})
    return [
        {
            str(side): [
                visible(paths[name, side]) for name in ("old", "new") if (name, side) in paths
            ]
            for side in Side
        }
        for _, paths in sorted(found.items())
    ]


def _arrow(names: Sequence[str]) -> str:
    return " → ".join(dict.fromkeys(names))


def _title(names: Sequence[dict[str, list[str]]]) -> str:
    if len(names) > 1:
        return f"Changes in {len(names)} files"
    only = names[0] if names else {}
    return "Changes: " + (
        _arrow(only.get("target") or only.get("source") or []) or "nothing to read"
    )
