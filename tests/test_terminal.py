"""The report for a terminal: the span is marked where it stands, and nothing can steer it."""

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from transcheck.model import (
    Failure,
    Finding,
    Measured,
    Origin,
    Pair,
    Report,
    Segment,
    Severity,
    Side,
)
from transcheck.reporters.base import rows_in_words
from transcheck.reporters.terminal import Style, render
from transcheck.suppression import Suppression
from transcheck.units import Unit

INDENT = 8


def report(text: str, start: int, end: int, *, source: str | None = None) -> Report:
    target = Segment(
        id="t1", text=text, lang="en", path="b.txt", offset=0, line=1, column=1, block=0
    )
    first = replace(target, id="s1", text=source, lang="pt", path="a.txt") if source else None
    finding = Finding(
        check="TC201", name="glued-words", severity=Severity.ERROR, side=Side.TARGET,
        path="b.txt", line=1, column=start + 1, end_line=1, end_column=end + 1,
        text=text[start:end], excerpt=text, start=start, message="a space is missing", row="1",
        fingerprint="0" * 16,
    )  # fmt: skip
    return Report(
        signature={"tool": "transcheck 0"},
        rows=(Measured(pair=Pair(id="1", source=first, target=target, origin=Origin.GIVEN)),),
        findings=(finding,),
    )


def marked(shown: str) -> str:
    """Return what stands above the carets."""
    lines = shown.splitlines()
    at = next(number for number, line in enumerate(lines) if line.strip(" ^") == "" and "^" in line)
    carets = lines[at]
    start, end = carets.index("^"), cell_len(carets)
    cells = "".join(c if cell_len(c) < 2 else c + "\0" for c in lines[at - 1])
    return cells[start:end].replace("\0", "")


def test_carets_stand_under_the_span() -> None:
    assert marked(render(report("He saw theoil there", 7, 13), Style())) == "theoil"


def test_carets_stand_under_wide_characters() -> None:
    assert marked(render(report("大臣は theoil と言った", 4, 10), Style())) == "theoil"
    assert marked(render(report("theoil と大臣大臣と", 7, 10), Style())) == "と大臣"


def test_a_long_sentence_is_cut_around_the_span() -> None:
    text = "word " * 60 + "theoil" + " word" * 60
    shown = render(report(text, 300, 306), Style(width=60))
    assert marked(shown) == "theoil"
    assert all(cell_len(line) <= 60 for line in shown.splitlines()[:4])


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_text_fits_its_width_and_steers_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = render(report(text, start, end, source="fonte"), Style(width=50))
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]
    marks = [line for line in shown.splitlines() if line.strip() and not line.strip(" ^")]
    assert len(marks) <= 1
    assert all(cell_len(line) <= 50 for line in marks)


def test_an_empty_span_is_shown() -> None:
    assert marked(render(report("", 0, 0, source="Olá"), Style())) == "∅"


def test_a_whole_sentence_is_shown_in_full_with_its_source() -> None:
    source, target = "palavra " * 30, "phrase " * 30
    shown = render(report(target.strip(), 0, len(target) - 1, source=source.strip()), Style())
    assert shown.count("palavra") == 30
    assert shown.count("phrase") == 30


def test_colour_only_if_asked_for() -> None:
    assert "\x1b[" not in render(report("theoil", 0, 6), Style())
    assert "\x1b[" in render(report("theoil", 0, 6), Style(colour=True))


def test_units_of_localization_files_are_strings() -> None:
    base = report("theoil", 0, 6)
    row = replace(base.rows[0], pair=replace(base.rows[0].pair, unit=Unit(key="k")))
    assert rows_in_words(replace(base, rows=(row,) * 2000)) == "2,000 strings"


def test_what_was_not_checked_and_what_is_known_is_said() -> None:
    base = report("theoil", 0, 6)
    known = replace(base.findings[0], suppressed=Suppression.BASELINE)
    failure = Failure(path="b.txt", stage="embed", message="no such language")
    shown = render(replace(base, findings=(known,), failures=(failure,)), Style())
    assert "not checked: b.txt: no such language (embed)" in shown
    assert "nothing found in 1 sentence" in shown
    assert "1 known already and not shown" in shown
    assert "explain" not in shown


def test_a_check_is_named_that_is_shown() -> None:
    base = report("theoil", 0, 6)
    known = replace(base.findings[0], name="empty", suppressed=Suppression.BASELINE)
    shown = render(replace(base, findings=(known, *base.findings)), Style())
    assert "`transcheck explain glued-words`" in shown
