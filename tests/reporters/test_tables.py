"""CSV, JSON lines and Markdown: complete, and harmless whatever the texts are."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from tests.reporters.reports import FINDING, REPORT, ROW, TARGET, TEXTS, hostile, many
from transcheck.reporters import jsonl, markdown, table


def cells(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_every_finding_with_both_texts() -> None:
    rows = cells(table.render(REPORT))
    assert [row["suppressed"] for row in rows] == ["", "", "baseline", "accepted", "allowed"]
    assert (rows[0]["source"], rows[0]["target"]) == ("Olá mundo", "Helloworld, é")
    assert rows[0]["line"] == "2"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_csv_has_no_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    (row, _) = cells(table.render(hostile(text)))
    assert {row[name] for name in ("text", "message", "target", "suggestion")} == {f"'{text}"}


@given(TEXTS)
def test_csv_comes_back_whatever_the_text(text: str) -> None:
    rows = cells(table.render(hostile(text)))
    assert len(rows) == 2
    assert rows[0]["text"].removeprefix("'") == text.removeprefix("'")


def test_jsonl_says_the_kind_of_each_line() -> None:
    lines = [json.loads(line) for line in jsonl.render(REPORT).split("\n")]
    kinds = [line["kind"] for line in lines]
    assert kinds == ["finding"] * 5 + ["failure", "notice", "summary"]
    assert lines[0]["source"] == "Olá mundo"
    assert lines[-1] == {
        "kind": "summary", "rows": 1, "error": 1, "warning": 0, "note": 1, "fail_on": "warning",
    }  # fmt: skip


@given(TEXTS)
def test_jsonl_has_a_line_for_each_object(text: str) -> None:
    assert [json.loads(line)["kind"] for line in jsonl.render(hostile(text)).split("\n")] == [
        "finding", "finding", "failure", "notice", "summary",
    ]  # fmt: skip


def test_markdown_counts_lists_and_tells_what_is_known() -> None:
    text = markdown.render(REPORT)
    assert text.startswith("## transcheck: 1 error, 1 note\n\n1 sentence, 3 findings known already")
    assert "| 2 | error | glued-words (TC201) | `Helloworld` | a space is missing |" in text
    assert "**Not checked:** `in/bad.po`: no text" in text


def test_markdown_fits_and_says_what_had_no_room() -> None:
    text = markdown.render(many(5000))
    assert len(text) <= markdown.COMMENT
    shown = text.count("| warning |") + text.count("| error |")
    assert f"… and {5001 - shown:,} more" in text
    assert len(markdown.render(many(5000), markdown.STEP_SUMMARY)) > len(text)


def test_markdown_notifies_nobody_and_shows_no_markup() -> None:
    message = "<img src=x> [a](b) @octocat | **bold** `code`"
    text = markdown.render(replace(REPORT, findings=(replace(FINDING, message=message),)))
    assert r"\<img src\=x\>" in text
    assert r"\[a\]\(b\)" in text
    assert "@octocat" not in text
    assert r"\| \*\*bold\*\*" in text


def test_markdown_code_cannot_leave_its_cell() -> None:
    fault = r"a\| `@octocat`"
    row = replace(ROW, pair=replace(ROW.pair, target=replace(TARGET, text=fault)))
    finding = replace(FINDING, text=fault, excerpt=fault)
    text = markdown.render(replace(REPORT, rows=(row,), findings=(finding,)))
    assert "| <code>a\\\\\\| \\`@\u200boctocat\\`</code> |" in text


@given(TEXTS)
def test_markdown_has_one_table_row_whatever_the_text(text: str) -> None:
    rows = [
        line
        for line in markdown.render(hostile(text)).split("\n")
        if re.match(r"\| 2 \| error \|", line)
    ]
    assert len(rows) == 1
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", rows[0])) == 6
