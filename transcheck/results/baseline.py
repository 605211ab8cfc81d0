"""A baseline: findings that a team knows already and does not want to hear of again.

A file of its own has one finding on each line, sorted by fingerprint, so that two branches that
add findings seldom touch the same place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from transcheck.errors import InputError
from transcheck.model import Finding, Report
from transcheck.results.coverage import covered_names, paths_of
from transcheck.suppression import Notice, Suppression
from transcheck.text.visible import visible

_HEAD = "# transcheck baseline 1: findings known already, one on each line, sorted"
_ENTRY = re.compile(r"(?P<fingerprint>[0-9a-f]{16}) (?P<name>[\w-]+) (?P<path>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A known finding: its fingerprint decides, the rest tells a reader what it is."""

    fingerprint: str
    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The entries of one file, and the name of the file."""

    file: str
    entries: tuple[Entry, ...]


def entries_of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Return an entry for each finding, but for those that a decision suppresses already."""
    decided = {Suppression.ACCEPTED, Suppression.ALLOWED}
    return tuple(
        Entry(fingerprint=each.fingerprint, name=each.name, path=each.path)
        for each in findings
        if each.suppressed not in decided
    )


def to_text(entries: Iterable[Entry]) -> str:
    """Return the entries as a file holds them."""
    lines = sorted({f"{each.fingerprint} {each.name} {visible(each.path)}" for each in entries})
    return "\n".join([_HEAD, *lines]) + "\n"


def from_text(text: str, *, file: str) -> Baseline:
    """Return the baseline that ``to_text`` wrote.

    Raises:
        InputError: a line is no entry.
    """
    head, *lines = text.splitlines() or [""]
    if head != _HEAD:
        raise InputError(
            f"{file} is no baseline", hint="make one with `transcheck baseline write report.json`"
        )
    entries = []
    for number, line in enumerate(lines, start=2):
        entry = _ENTRY.fullmatch(line)
        if entry is None:
            raise InputError(
                f"{file}:{number}: this line is no entry of a baseline",
                hint="after a merge, keep the lines of both sides",
            )
        entries.append(Entry(**entry.groupdict()))
    return Baseline(file=file, entries=tuple(entries))


def suppress_known(report: Report, baseline: Baseline) -> Report:
    """Return ``report`` with every finding that ``baseline`` has too marked as suppressed.

    Findings are the same if their fingerprints are: they hang on both texts and the marked span,
    not on the line, so a baseline survives an inserted paragraph and lapses with a changed text.
    """
    known = {entry.fingerprint for entry in baseline.entries}
    return replace(
        report,
        baseline=baseline.file,
        findings=tuple(
            replace(finding, suppressed=Suppression.BASELINE)
            if finding.fingerprint in known and finding.suppressed is None
            else finding
            for finding in report.findings
        ),
    )


def stale(baseline: Baseline, report: Report, *, gone: frozenset[str] = frozenset()) -> set[Entry]:
    """Return the entries whose findings are no more; ``gone`` are files that are no more.

    An entry of a file or of a check that the report does not cover is not stale.
    """
    seen = {finding.fingerprint for finding in report.findings}
    paths, names = {visible(path) for path in paths_of(report)}, covered_names(report)
    return {
        entry
        for entry in baseline.entries
        if entry.fingerprint not in seen
        and (entry.path in gone or (entry.path in paths and entry.name in names))
    }


def notice_of(baseline: Baseline, old: set[Entry]) -> tuple[Notice, ...]:
    """Return one notice for all stale entries."""
    if not old:
        return ()
    line = next(n for n, entry in enumerate(baseline.entries, start=2) if entry in old)
    what = "1 entry is" if len(old) == 1 else f"{len(old):,} entries are"
    message = f"{what} stale, the findings are gone; `transcheck baseline prune` drops them"
    return (Notice(path=baseline.file, line=line, message=message),)
