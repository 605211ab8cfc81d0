"""Repairs of a text: the suggestions of a report that may be written without being read first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from transcheck.errors import InputError
from transcheck.model import Document, Finding, Report, Side

# One repair can uncover another ("said&comma;he"); more rounds than this come to no rest.
_ROUNDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Code points ``start`` to ``end`` (exclusive) of a document give way to ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A document after its repairs, and the report on it.

    ``rounds`` hold the edits, each round on what the round before left.
    """

    document: Document
    report: Report
    rounds: tuple[tuple[Edit, ...], ...]

    @property
    def count(self) -> int:
        """How many repairs were made."""
        return sum(map(len, self.rounds))


def repair(document: Document, judge: Callable[[Document], Report]) -> Repaired:
    """Apply every certain repair of the report that ``judge`` makes, until there is none left.

    Raises:
        InputError: the repairs of a text call for repairs again and again.
    """
    rounds: list[tuple[Edit, ...]] = []
    report = judge(document)
    while edits := tuple(_edits(report)):
        if len(rounds) == _ROUNDS:
            raise InputError(
                f"{document.path}: one repair calls for the next, without an end",
                hint="repair it by hand, or leave a check out with --ignore",
            )
        rounds.append(edits)
        document = replace(document, text=edited(document.text, edits))
        report = judge(document)
    return Repaired(document=document, report=report, rounds=tuple(rounds))


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return ``text`` after ``edits``, which are in order and apart from each other."""
    parts: list[str] = []
    done = 0
    for edit in edits:
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*parts, text[done:]))


def _edits(report: Report) -> Iterator[Edit]:
    """Yield the repairs in order; of those that overlap the first, and of these the longest.

    What is passed over comes in the next round, if it is still a fault then.
    """
    offsets = {row.pair.id: segment.offset for row in report.rows if (segment := row.pair.target)}
    done = 0
    for edit in sorted(
        (
            _edit(finding, offsets[finding.row])
            for finding in report.findings
            if finding.certain and finding.side is Side.TARGET and finding.suppressed is None
        ),
        key=lambda edit: (edit.start, -edit.end),
    ):
        if edit.start >= done:
            yield edit
            done = edit.end


def _edit(finding: Finding, offset: int) -> Edit:
    start = offset + finding.start
    return Edit(start=start, end=start + len(finding.text), text=finding.suggestion or "")
