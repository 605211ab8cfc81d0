"""The records that flow through transcheck, from a file's text to a report.

All are frozen: a stage makes new records from those of the stage before, and nothing is filled in
later. Offsets count Unicode code points from 0; lines and columns count from 1; ends are exclusive.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import itemgetter

from transcheck.suppression import Notice, Suppression
from transcheck.translations import Translation
from transcheck.units import Unit

LINE_BREAK = re.compile(r"\r\n|\r|\n")

# From this index of a text on, it stands at this line and column of its file.
Run = tuple[int, int, int]


class Severity(StrEnum):
    """How much a finding matters to a reader of the text."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Position in the order note < warning < error, from 0."""
        return list(Severity).index(self)


class Side(StrEnum):
    """Which text of a pair is meant."""

    SOURCE = "source"
    TARGET = "target"


class Origin(StrEnum):
    """Where the target of a pair comes from."""

    GIVEN = "given"
    TRANSLATED = "translated"


class Role(StrEnum):
    """What a segment is in its article."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    BYLINE = "byline"
    LIST = "list"
    STRING = "ui-string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Code points ``start`` to ``end`` (exclusive) of a segment's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the marked part of ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one file, decoded, as a user sees it (no byte order mark)."""

    path: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence, or a line that stands alone, at its exact place in a document.

    ``text`` is the document's text from ``offset`` on, character for character, without white
    space at either end. ``block`` numbers the paragraphs of the document from 0. ``runs`` are the
    stretches of a text that its file writes otherwise, with escapes or over several lines; empty
    where the text stands in the file as it is.
    """

    id: str
    text: str
    lang: str
    path: str
    offset: int
    line: int
    column: int
    block: int
    role: Role = Role.BODY
    runs: tuple[Run, ...] = ()

    def position(self, index: int) -> tuple[int, int]:
        """Return line and column in the file of the character ``index`` of ``text``.

        A segment may run over several lines (hard-wrapped copy), so the line is counted too.
        """
        if self.runs:
            start, line, column = self.runs[bisect_right(self.runs, index, key=itemgetter(0)) - 1]
            return line, column + index - start
        breaks = list(LINE_BREAK.finditer(self.text, 0, index))
        if not breaks:
            return self.line, self.column + index
        return self.line + len(breaks), index - breaks[-1].end() + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A source segment and its translation; either is None where it has no counterpart.

    ``score`` is the alignment score from 0 to 1, or None where nothing had to be aligned.
    ``unit`` is what a localization file says of the pair, None for running text.
    ``translation`` is what the engine said of the target, where one made it.
    """

    id: str
    source: Segment | None
    target: Segment | None
    origin: Origin
    score: float | None = None
    unit: Unit | None = None
    translation: Translation | None = None

    def side(self, side: Side) -> Segment | None:
        """Return the segment on ``side``."""
        return self.source if side is Side.SOURCE else self.target

    @property
    def both(self) -> tuple[Segment, Segment] | None:
        """Source and target; None where one of them is missing or blank."""
        if self.source is None or self.target is None:
            return None
        texts = self.source, self.target
        return texts if all(each.text.strip() for each in texts) else None

    @property
    def strings(self) -> tuple[Segment, Segment, Unit] | None:
        """Source, target and unit of a localization file; None for running text or a blank one."""
        return (*self.both, self.unit) if self.unit and self.both else None

    def retold(self, text: str) -> "Pair":
        """Return the pair with ``text``, in the language of the target, in place of the source."""
        if self.source is None or self.target is None:
            return self
        return replace(self, source=replace(self.source, text=text, lang=self.target.lang))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """The source as a local engine translates it, and how like it the given translation is.

    ``similarity`` is the cosine of both translations, ``chrf`` (0 to 100) counts shared n-grams.
    """

    text: str
    similarity: float | None
    chrf: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportedWord:
    """A word at ``span``, and its cosine to the word of the other text that is most like it."""

    span: Span
    support: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSupport:
    """The words of both texts, or what the encoder takes for words, each with its support."""

    source: tuple[SupportedWord, ...]
    target: tuple[SupportedWord, ...]

    def side(self, side: Side) -> tuple[SupportedWord, ...]:
        """Return the words of the text on ``side``."""
        return self.source if side is Side.SOURCE else self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A pair with what models say of it; None means not measured, it is never 0.

    ``similarity`` is the cosine of the two embeddings, ``margin`` what it is more than that of
    either text with a neighbour of the other (below 0 a neighbour fits better), ``denial`` how much
    more the source denies than the target as the encoder places them, ``words`` how well each word
    is supported by the other side, ``forward`` a second translation. Below ``limit`` a similarity
    is flagged. ``drift`` is the log-odds of a fault, ``unmeasured`` why a unit has no similarity.
    """

    pair: Pair
    similarity: float | None = None
    forward: Forward | None = None
    margin: float | None = None
    denial: float | None = None
    words: WordSupport | None = None
    limit: float | None = None
    drift: float | None = None
    unmeasured: str | None = None


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
