"""Where a finding is shown in tools that know files only, and in which order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from transcheck.model import Finding, Measured, Origin, Report, Segment, Side

# No file can have these in its name, but a path in somebody's report can.
_UNWRITABLE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Lines and columns of a file from 1, ends exclusive; ``marked`` if the span itself is there.

    A text that an engine made stands in no file, so its findings are shown at its source.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    marked: bool


def place_of(finding: Finding, row: Measured) -> Place:
    """Return where in a file the finding is to be shown."""
    source = row.pair.source
    if finding.side is Side.TARGET and row.pair.origin is Origin.TRANSLATED and source:
        return _whole(source)
    return Place(
        path=relative(finding.path),
        line=finding.line,
        column=finding.column,
        end_line=finding.end_line,
        end_column=finding.end_column,
        marked=True,
    )


def _whole(segment: Segment) -> Place:
    end_line, end_column = segment.position(len(segment.text))
    return Place(
        path=relative(segment.path),
        line=segment.line,
        column=segment.column,
        end_line=end_line,
        end_column=end_column,
        marked=False,
    )


def places(report: Report) -> dict[str, Place]:
    """Return the place of each finding, by its fingerprint."""
    rows = {row.pair.id: row for row in report.rows}
    return {each.fingerprint: place_of(each, rows[each.row]) for each in report.findings}


def relative(path: str) -> str:
    """Return the path as code review knows it: from the current folder, with slashes."""
    here = Path.cwd()
    whole = Path(path)
    if whole.is_absolute() and whole.is_relative_to(here):
        whole = whole.relative_to(here)
    return whole.as_posix()


def uri(path: str) -> str:
    """Return a path as ``relative`` gives it as a URI reference."""
    if not Path(path).is_absolute():
        return quote(path, errors="replace")
    return Path(_UNWRITABLE.sub("?", path)).as_uri()


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings with the gravest first; those that do not count stand last."""
    return sorted(findings, key=lambda each: (each.suppressed is not None, -each.severity.rank))


def counted(report: Report) -> list[Finding]:
    """Return the findings that count, in reading order."""
    return [finding for finding in report.findings if finding.suppressed is None]
