"""The report for a person at a terminal: place, sentence with the span marked, why, what to do."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from transcheck.model import Failure, Finding, Measured, Report, Segment, Severity, Side
from transcheck.reporters.base import rows_in_words
from transcheck.suppression import Notice
from transcheck.text.visible import visible

_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_ELLIPSIS = "…"
_LABEL = 4
_INDENT = " " * (_LABEL + 4)
# Stands where a span is empty, so that there is something to mark.
_NOTHING = "∅"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How to print: ``width`` in terminal cells, ``colour`` or plain, with ``scores`` or not."""

    width: int = 100
    colour: bool = False
    scores: bool = False


def render(report: Report, style: Style = Style()) -> str:
    """Return the report as text, with ANSI colours if ``style.colour``."""
    if not style.colour:
        # To have nothing but the text drawn would take longer than to judge it.
        return "".join(f"{line.plain}\n" for line in _lines(report, style))
    out = io.StringIO()
    console = Console(
        file=out,
        width=style.width,
        force_terminal=True,
        color_system="standard",
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )
    for line in _lines(report, style):
        console.print(line)
    return out.getvalue()


def _lines(report: Report, style: Style) -> Iterator[Text]:
    rows = {row.pair.id: row for row in report.rows}
    for finding in report.findings:
        if finding.suppressed is None:
            yield from _finding(finding, rows[finding.row], style)
            yield Text()
    if style.scores:
        yield from _scores(report.rows, style)
        yield Text()
    yield from map(_failure, report.failures)
    yield from map(_notice, report.notices)
    yield from _summary(report)


def _finding(finding: Finding, row: Measured, style: Style) -> Iterator[Text]:
    colour = _STYLES[finding.severity]
    yield Text.assemble(
        (f"{visible(finding.path)}:{finding.line}:{finding.column}", "bold"),
        "  ",
        (finding.severity, f"bold {colour}"),
        f"  {finding.name} ",
        (finding.check, "dim"),
    )
    # Where the whole sentence is at fault, all of it has to be read, and its source too.
    whole = finding.text == finding.excerpt and bool(finding.text)
    other = row.pair.source if finding.side is Side.TARGET else None
    if other:
        yield from _plain(other, style, "dim", whole=whole)
    marked = row.pair.side(finding.side)
    if whole and marked:
        yield from _plain(marked, style, f"bold {_STYLES[finding.severity]}", whole=True)
    else:
        yield from _marked(finding, marked.lang if marked else "", style)
    for line in _wrapped(visible(finding.message), style.width - len(_INDENT)):
        yield Text(_INDENT + line)
    if finding.suggestion is not None:
        yield Text(f"{_INDENT}fix: ").append(visible(finding.suggestion) or "remove it", "green")


def _plain(segment: Segment, style: Style, ink: str, *, whole: bool) -> Iterator[Text]:
    """Yield the segment behind its language: wrapped if ``whole``, else its beginning."""
    room = style.width - len(_INDENT)
    text = visible(segment.text)
    label = f"  {segment.lang:>{_LABEL}}  "
    for line in _wrapped(text, room) if whole else [_clip(text, room)]:
        yield Text.assemble((label, "dim"), (line, ink))
        label = _INDENT


def _wrapped(text: str, room: int) -> list[str]:
    """Return ``text`` in lines of at most ``room`` cells."""
    if text.isascii() and len(text) <= room:
        return [text.rstrip()]
    console = Console(width=room, file=io.StringIO())
    return [str(line).rstrip() for line in Text(text).wrap(console, room)]


def _marked(finding: Finding, lang: str, style: Style) -> Iterator[Text]:
    """Yield the sentence with its span marked, clipped to the width around the span."""
    text = visible(finding.excerpt)
    start, end = finding.start, finding.start + len(finding.text)
    if start == end:
        text, end = text[:start] + _NOTHING + text[end:], start + 1
    room = style.width - len(_INDENT)
    before, mark, after = _window(text, start, end, room)
    colour = _STYLES[finding.severity]
    yield Text.assemble(
        (f"  {lang:>{_LABEL}}  ", "dim"), before, (mark, f"bold {colour} underline"), after
    )
    if not style.colour:
        yield Text(_INDENT + " " * cell_len(before) + "^" * cell_len(mark))


def _window(text: str, start: int, end: int, room: int) -> tuple[str, str, str]:
    """Cut ``text`` to ``room`` cells so that the span from ``start`` to ``end`` can be seen."""
    before, mark, after = text[:start], _clip(text[start:end], room), text[end:]
    spare = room - cell_len(mark)
    ahead = min(cell_len(before), max(spare // 2, spare - cell_len(after)))
    before = _clip_left(before, ahead)
    return before, mark, _clip(after, spare - cell_len(before))


def _clip(text: str, room: int) -> str:
    if cell_len(text) <= room:
        return text
    kept = text[: max(room, 0)]
    while kept and cell_len(kept) >= room:
        kept = kept[:-1]
    return kept + _ELLIPSIS if room > 0 else ""


def _clip_left(text: str, room: int) -> str:
    if cell_len(text) <= room:
        return text
    kept = text[max(len(text) - room, 0) :]
    while kept and cell_len(kept) >= room:
        kept = kept[1:]
    return _ELLIPSIS + kept if room > 0 else ""


def _scores(rows: Sequence[Measured], style: Style) -> Iterator[Text]:
    yield Text("similarity  line  sentence", "dim")
    for row in rows:
        segment = row.pair.source or row.pair.target
        if segment is None:
            continue
        score = "  -   " if row.similarity is None else f"{row.similarity:6.3f}"
        bar = "█" * round(max(row.similarity or 0.0, 0.0) * 4)
        clipped = _clip(visible(segment.text), style.width - 20)
        yield Text.assemble(score, " ", (f"{bar:4}", "blue"), f" {segment.line:4}  ", clipped)


def _failure(failure: Failure) -> Text:
    return Text.assemble(
        ("not checked: ", "bold red"),
        f"{visible(failure.path)}: {visible(failure.message)} ({failure.stage})",
    )


def _notice(notice: Notice) -> Text:
    where = visible(f"{notice.path}:{notice.line}")
    return Text.assemble(("notice: ", "bold cyan"), f"{where}: {visible(notice.message)}")


def _summary(report: Report) -> Iterator[Text]:
    found = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity in reversed(Severity)
        if (count := report.count(severity))
    ]
    what = ", ".join(found) if found else "nothing found"
    yield Text.assemble((what, "bold"), f" in {rows_in_words(report)}")
    if report.skipped:
        parts = ", ".join(f"{count} {reason}" for reason, count in sorted(report.skipped.items()))
        yield Text(f"{sum(report.skipped.values())} not checked: {parts}", "dim")
    known = sum(finding.suppressed is not None for finding in report.findings)
    if known:
        yield Text(f"{known} known already and not shown", "dim")
    used = (
        value if part == "tool" else f"{part} {value}" for part, value in report.signature.items()
    )
    yield Text(" · ".join(used), "dim")
    if found:
        shown = (finding for finding in report.findings if finding.suppressed is None)
        worst = max(shown, key=lambda finding: finding.severity.rank)
        yield Text(f"`transcheck explain {worst.name}` says more of a check", "dim")
