"""Two reports compared, as a page: what changed in each sentence, and what became of its faults."""

from collections import Counter
from collections.abc import Sequence

from transcheck import __version__
from transcheck.model import Finding, Measured, Side
from transcheck.reporters.comparison import labelled, place, summary
from transcheck.reporters.html import page
from transcheck.reporters.html.texts import Plain, Sources, pieces, plain_finding, utf16
from transcheck.results.compare import SMALL_CHANGE, Comparison, Unit
from transcheck.scoring import DIGITS
from transcheck.text.visible import visible

# What became of a finding, what matters most first.
_LABELS = ("new", "worse", "changed", "better", "fixed", "unchanged")
# A label that stands for a finding of the old report alone.
_GONE = "fixed"


def render(found: Comparison) -> str:
    """Return the comparison as one HTML file that needs nothing else."""
    sources = Sources()
    units = [_unit(unit, at, sources) for at, unit in enumerate(found.units)]
    counts = Counter(finding["label"] for unit in units for finding in unit["findings"])
    # The last line counts findings, which the buttons do.
    *told, _ = summary(found)
    return page.render(
        "comparison.html",
        styles=("report.css", "comparison.css"),
        scripts=("marks.js", "listing.js", "comparison.js"),
        data={"sources": sources.plain(), "units": units},
        title=_title(found),
        one_sided=not any({"source", "target"} <= unit.keys() for unit in units),
        counts=[(label, counts[label]) for label in _LABELS],
        told=told,
        changes=found.signature,
        failures=found.failures,
        signature={"tool": f"transcheck {__version__}"},
    )


def _unit(unit: Unit, at: int, sources: Sources) -> Plain:
    old, new = unit.match.old, unit.match.new
    plain: Plain = {"kind": str(unit.match.kind), "place": place(unit)}
    for side in Side:
        if any(row.pair.side(side) for row in (*old, *new)):
            plain[str(side)] = _side(old, new, side, sources)
    if unit.similarity:
        plain["similarity"] = [round(float(each), DIGITS) for each in unit.similarity]
        plain["small"] = abs(unit.change) < SMALL_CHANGE
    if unit.silent:
        plain["silent"] = True
    found = (*labelled(unit), *(("unchanged", finding) for finding in unit.unchanged))
    plain["findings"] = [
        _finding(finding, label, at, old if label == _GONE else new) for label, finding in found
    ]
    return plain


def _side(old: Sequence[Measured], new: Sequence[Measured], side: Side, sources: Sources) -> Plain:
    """Return one side of a unit: the language of its text, and what changed in it."""
    rows = [*new, *old]
    first = next(segment for row in rows if (segment := row.pair.side(side)))
    return {
        "of": sources.number(first),
        "pieces": pieces(_joined(old, side), _joined(new, side)),
    }


def _finding(finding: Finding, label: str, at: int, rows: Sequence[Measured]) -> Plain:
    """Return a finding; its offsets count in the joined text of its rows."""
    position = next(number for number, row in enumerate(rows) if row.pair.id == finding.row)
    before = _joined(rows[:position], finding.side)
    shift = utf16(before, [len(before)])[0] + 1 if before else 0
    plain = plain_finding(finding, at)
    plain["start"] += shift
    plain["end"] += shift
    # A fingerprint may be gone in one place and new in another, if its sentence moved.
    plain["fingerprint"] = f"{label}-{at}-{finding.fingerprint}"
    return plain | {"label": label, "name": visible(finding.name), "text": visible(finding.text)}


def _joined(rows: Sequence[Measured], side: Side) -> str:
    return " ".join(segment.text for row in rows if (segment := row.pair.side(side)))


def _title(found: Comparison) -> str:
    """Return the names of what is compared, where each is one file."""
    old, new = (
        {
            segment.path
            for rows in side
            for row in rows
            if (segment := row.pair.target or row.pair.source)
        }
        for side in (
            [unit.match.old for unit in found.units],
            [unit.match.new for unit in found.units],
        )
    )
    if max(len(old), len(new)) > 1:
        return f"Changes in {max(len(old), len(new))} files"
    return "Changes: " + (" → ".join(dict.fromkeys((*old, *new))) or "nothing to read")
