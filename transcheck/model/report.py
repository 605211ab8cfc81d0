"""What checks saw, and the report of a run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from transcheck.model.measured import Measured
from transcheck.model.texts import Side, Span
from transcheck.suppression import Notice, Suppression


class Severity(StrEnum):
    """How much a finding matters to a reader of the text."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Position in the order note < warning < error, from 0."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a check saw: a fault at ``span`` of the segment on ``side``.

    ``value`` is what was measured and ``limit`` what it was held against, where there are such
    numbers. ``suggestion`` is the text that would repair the span; None where no repair is sure.
    ``certain`` suggestions may be written unseen: no word changes, and nothing else can be meant.
    ``severity`` is that of this hit where it matters less than the check's others do.
    """

    side: Side
    span: Span
    message: str
    value: float | None = None
    limit: float | None = None
    suggestion: str | None = None
    certain: bool = False
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A fault as a user reads it: complete, with its place in the file.

    ``excerpt`` is the whole segment and ``start`` the code point in it at which ``text``, the
    marked span, begins. ``fingerprint`` stays the same while both texts of the row do, wherever
    they move in the file. ``suppressed`` is None for a finding that counts; else the baseline
    knows it, somebody accepted it, or the file itself allows it, and ``reason`` is theirs.
    """

    check: str
    name: str
    severity: Severity
    side: Side
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    excerpt: str
    start: int
    message: str
    row: str
    fingerprint: str
    value: float | None = None
    limit: float | None = None
    suggestion: str | None = None
    certain: bool = False
    suppressed: Suppression | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that could not be checked, so that the report is incomplete."""

    path: str
    stage: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that one run saw: what it ran with, every row with its numbers, findings and failures.

    ``checks`` are the ids of those that ran. ``baseline`` names the file that the findings were
    held against, None if there was none. ``fail_on`` is the severity from which a finding fails.
    ``skipped`` counts the units of localization files that were not checked, by the reason.
    """

    signature: Mapping[str, str]
    rows: tuple[Measured, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...] = ()
    checks: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    baseline: str | None = None
    skipped: Mapping[str, int] = field(default_factory=dict)
    fail_on: Severity = Severity.WARNING

    def count(self, severity: Severity) -> int:
        """Number of findings of exactly this severity that are not suppressed."""
        return sum(f.severity is severity and f.suppressed is None for f in self.findings)

    def fails(self, finding: Finding) -> bool:
        """Whether the finding counts, and is severe enough for the run to fail."""
        return finding.suppressed is None and finding.severity.rank >= self.fail_on.rank
