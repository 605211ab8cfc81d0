"""What changed between two reports, for a person at a terminal."""

from collections.abc import Iterator, Sequence
from textwrap import shorten

from transcheck.model import Finding, Measured, Segment, Side
from transcheck.results.compare import SMALL_CHANGE, Comparison, Shift, Unit
from transcheck.results.match import Kind
from transcheck.text.visible import visible
from transcheck.text.word_diff import Kind as Piece
from transcheck.text.word_diff import word_diff

_INKS = {"new": "\x1b[31m", "worse": "\x1b[31m", "fixed": "\x1b[32m", "better": "\x1b[32m"}
_PLAIN, _BOLD = "\x1b[0m", "\x1b[1m"
_LONGEST_QUOTE = 60
_PAINTED = {Piece.REMOVED: ("\x1b[31;9m", _PLAIN), Piece.ADDED: ("\x1b[32m", _PLAIN)}
_PLAIN_MARKS = {Piece.REMOVED: ("[-", "-]"), Piece.ADDED: ("{+", "+}")}


def render(found: Comparison, *, colour: bool = False) -> str:
    """Return signatures that differ, the units with something to tell, and a summary.

    What is worse stands last, next to the summary: that is where a terminal is when it is done.
    """
    return "\n".join(_lines(found, colour=colour)) + "\n"


def _lines(found: Comparison, *, colour: bool) -> Iterator[str]:
    for change in found.signature:
        yield visible(f"{change.part} differs: {change.old} -> {change.new}")
    if found.signature:
        yield ""
    for title, units in reversed(groups(found)):
        if units:
            head = f"{title} ({len(units)})"
            yield f"{_BOLD}{head}{_PLAIN}" if colour else head
            yield ""
        for unit in units:
            yield from _unit(unit, colour=colour)
            yield ""
    for failure in found.failures:
        yield f"not checked: {visible(failure.path)}: {visible(failure.message)} ({failure.stage})"
    yield from summary(found)


def groups(found: Comparison) -> tuple[tuple[str, Sequence[Unit]], ...]:
    """Return the units with something to tell, the worst group first."""
    worse: list[Unit] = []
    better: list[Unit] = []
    rest: list[Unit] = []
    for unit in found.units:
        if unit.regressed:
            worse.append(unit)
        elif unit.fixed or unit.changed:
            better.append(unit)
        elif not unit.silent:
            rest.append(unit)
    return ("Newly flagged", worse), ("Fixed", better), ("Changed without a finding", rest)


def _unit(unit: Unit, *, colour: bool) -> Iterator[str]:
    yield f"{unit.match.kind}  {place(unit)}{similarity(unit)}"
    old, new = texts(unit)
    if old != new:
        yield "  " + "".join(_inline(old, new, colour=colour))
    for label, finding in labelled(unit):
        ink, plain = (_INKS.get(label, ""), _PLAIN) if colour and label in _INKS else ("", "")
        yield (
            f"  {ink}{label:7}{plain} {finding.severity}  {finding.name}  "
            f"{_quoted(finding)}{visible(finding.message)}"
        )


def _quoted(finding: Finding) -> str:
    """Return the words at fault, unless they stand above as a whole or in the message."""
    if not finding.text or finding.text == finding.excerpt or finding.text in finding.message:
        return ""
    return f"“{shorten(visible(finding.text), _LONGEST_QUOTE, placeholder='…')}”: "


def _inline(old: str, new: str, *, colour: bool) -> Iterator[str]:
    marks = _PAINTED if colour else _PLAIN_MARKS
    for kind, text in word_diff(visible(old), visible(new)):
        before, after = marks.get(kind, ("", ""))
        yield f"{before}{text}{after}"


def labelled(unit: Unit) -> Iterator[tuple[str, Finding]]:
    """Yield the findings to tell of, each with what became of it."""
    yield from (("new", finding) for finding in unit.new)
    yield from (("fixed", finding) for finding in unit.fixed)
    for before, after in unit.changed:
        rise = after.severity.rank - before.severity.rank
        yield ("worse" if rise > 0 else "better" if rise < 0 else "changed"), after


def place(unit: Unit) -> str:
    """Return where the unit stands, and on which line it stood if that is another."""
    before, after = (_first(rows) for rows in (unit.match.old, unit.match.new))
    shown = after or before
    if shown is None:
        return ""
    was = f" (was line {before.line})" if before and before.line != shown.line else ""
    return f"{visible(shown.path)}:{shown.line}{was}"


def _first(rows: Sequence[Measured]) -> Segment | None:
    return next((each for row in rows if (each := row.pair.target or row.pair.source)), None)


def texts(unit: Unit) -> tuple[str, str]:
    """Return the old and the new target; where these are the same, the sources."""
    old, new = (
        (_joined(unit.match.old, side), _joined(unit.match.new, side))
        for side in (Side.TARGET, Side.SOURCE)
    )
    return new if old[0] == old[1] and new[0] != new[1] else old


def _joined(rows: Sequence[Measured], side: Side) -> str:
    return " ".join(each.text for row in rows if (each := row.pair.side(side)))


def similarity(unit: Unit) -> str:
    """Return similarity before and after in words; "" where it did not change."""
    if unit.similarity is None or not unit.change:
        return ""
    old, new = unit.similarity
    small = ", small" if abs(unit.change) < SMALL_CHANGE else ""
    return f"  similarity {old:.3f} -> {new:.3f} ({unit.change:+.3f}{small})"


def summary(found: Comparison) -> Iterator[str]:
    """Yield the counts, and what the similarity of all units together did."""
    kinds = found.kinds()
    yield ", ".join(f"{kinds[kind]} {kind}" for kind in Kind if kinds[kind]) or "no units"
    if found.shift:
        yield shift(found.shift)
    if found.failures:
        yield f"{len(found.failures)} could not be checked: the comparison is incomplete"
    changed = f", {len(found.changed)} changed" if found.changed else ""
    yield (
        f"{len(found.new)} new, {len(found.fixed)} fixed, {len(found.unchanged)} unchanged{changed}"
    )


def shift(found: Shift) -> str:
    """Return the mean change of similarity with its interval, and what it amounts to."""
    return (
        f"similarity: {found.verdict}, {found.mean:+.4f} in the mean of {found.count} "
        f"(95% interval {found.low:+.4f} to {found.high:+.4f}); "
        f"{found.wins} rose, {found.losses} fell by more than {SMALL_CHANGE}"
    )
