"""The runner turns hits into findings: places, fingerprints, order, and checks that fail."""

from collections.abc import Iterator
from dataclasses import replace

from transcheck.checks.base import Check, Context
from transcheck.checks.runner import Rule, run
from transcheck.model import Hit, Measured, Origin, Pair, Segment, Severity, Side, Span


def segment(text: str, *, line: int = 1, column: int = 1, lang: str = "en") -> Segment:
    return Segment(
        id="s", text=text, lang=lang, path="a.txt", offset=0, line=line, column=column, block=0
    )


def row(target: Segment, source: Segment | None = None, *, id: str = "1") -> Measured:  # noqa: A002
    return Measured(pair=Pair(id=id, source=source, target=target, origin=Origin.GIVEN))


def find_x(measured: Measured, _context: Context) -> Iterator[Hit]:
    """Hit every x of the target, from the last to the first."""
    assert measured.pair.target is not None
    text = measured.pair.target.text
    for index in reversed(range(len(text))):
        if text[index] == "x":
            span = Span(start=index, end=index + 1)
            yield Hit(side=Side.TARGET, span=span, message="an x")


def fail_on_y(measured: Measured, _context: Context) -> Iterator[Hit]:
    assert measured.pair.target is not None
    if "y" in measured.pair.target.text:
        raise ValueError("no y, please")
    yield from find_x(measured, _context)


CHECK = Check(
    id="TC999", name="an-x", summary="An x.", rationale="", severity=Severity.NOTE, run=find_x,
    examples=(),
)  # fmt: skip
RULE = Rule(check=CHECK, severity=Severity.ERROR)


def test_a_finding_has_the_place_in_the_file_and_the_configured_severity() -> None:
    (finding,) = run([RULE], [row(segment("ab x", line=7, column=5))]).findings
    assert (finding.line, finding.column, finding.end_line, finding.end_column) == (7, 8, 7, 9)
    assert finding.severity is Severity.ERROR
    assert (finding.text, finding.excerpt, finding.start) == ("x", "ab x", 3)


def test_a_segment_of_several_lines_gives_the_line_of_the_span() -> None:
    (finding,) = run([RULE], [row(segment("ab\r\nc\nde x", line=7, column=5))]).findings
    assert (finding.line, finding.column) == (9, 4)


def test_findings_stand_in_reading_order() -> None:
    findings = run([RULE], [row(segment("x x x"))]).findings
    assert [finding.column for finding in findings] == [1, 3, 5]


def test_fingerprints_are_unique_and_ignore_the_line() -> None:
    first = run([RULE], [row(segment("x x"))]).findings
    moved = run([RULE], [row(segment("x x", line=90))]).findings
    assert len({finding.fingerprint for finding in first}) == 2
    assert [f.fingerprint for f in first] == [f.fingerprint for f in moved]


def test_a_fingerprint_lapses_when_either_text_changes() -> None:
    base = row(segment("x"), segment("source"))
    (finding,) = run([RULE], [base]).findings
    changed = replace(base, pair=replace(base.pair, source=segment("other source")))
    (other,) = run([RULE], [changed]).findings
    assert finding.fingerprint != other.fingerprint


def test_a_check_that_raises_fails_on_that_row_alone() -> None:
    rule = replace(RULE, check=replace(CHECK, run=fail_on_y))
    verdict = run([rule], [row(segment("x y", line=4)), row(segment("x"), id="2")])
    assert [finding.row for finding in verdict.findings] == ["2"]
    (failure,) = verdict.failures
    assert failure.stage == "check an-x"
    assert failure.message == "a.txt:4: ValueError: no y, please"


def words_seen(rows: list[Measured]) -> list[int]:
    """Return how often "harbour" stands in what a check may know, row by row."""
    seen = []

    def look(_measured: Measured, context: Context) -> Iterator[Hit]:
        seen.append(context.words.get("harbour", 0))
        yield from ()

    run([Rule(check=replace(CHECK, run=look), severity=Severity.ERROR)], rows)
    return seen


def test_only_the_words_of_its_own_article_are_evidence() -> None:
    one, other = segment("A harbour."), replace(segment("The harbour, a harbour."), path="b.txt")
    assert words_seen([row(one), row(other)]) == [1, 2]


def test_a_dropped_sentence_does_not_end_an_article() -> None:
    source, target = segment("A harbour."), replace(segment("Um harbour."), path="b.txt")
    dropped = Measured(pair=Pair(id="2", source=source, target=None, origin=Origin.GIVEN))
    assert words_seen([row(target, source), dropped, row(target, source)]) == [5, 5, 5]


def test_a_long_file_is_no_evidence_as_a_whole() -> None:
    seen = words_seen([row(segment("A harbour."))] * 180)
    assert set(seen) == {60}
    assert words_seen([row(segment("A harbour."))] * 70) == [70] * 70
