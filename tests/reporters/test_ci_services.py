"""JUnit, GitHub, GitLab, reviewdog: what each service takes, and nothing that steers it."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from typer.testing import CliRunner

from tests.reporters.reports import FINDING, NOTE, REPORT, ROW, TARGET, TEXTS, hostile, many
from transcheck.cli.app import app
from transcheck.model import Severity
from transcheck.reporters import github, gitlab, junit, rdjson


def test_junit_fails_skips_and_passes_as_the_run_does() -> None:
    root = ET.fromstring(junit.render(REPORT))  # noqa: S314 - our own output
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["in/en.txt", "in/bad.po"]
    kinds = [[child.tag for child in case] for case in suites["in/en.txt"]]
    assert kinds == [["failure"], ["system-out"], ["skipped"], ["skipped"], ["skipped"]]
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("6", "1", "1")
    assert root.get("skipped") == "3"
    strict = ET.fromstring(junit.render(replace(REPORT, fail_on=Severity.NOTE)))  # noqa: S314
    assert strict.get("failures") == "2"


def test_junit_has_a_passing_case_for_a_clean_file() -> None:
    root = ET.fromstring(junit.render(replace(REPORT, findings=(), failures=())))  # noqa: S314
    (case,) = root.iter("testcase")
    assert (case.get("name"), len(case)) == ("no findings", 0)


@given(TEXTS)
def test_junit_is_well_formed_whatever_the_text(text: str) -> None:
    root = ET.fromstring(junit.render(hostile(text)))  # noqa: S314
    assert len(list(root.iter("failure"))) == 1


def test_github_keeps_the_gravest_ten_of_each_kind_and_says_how_many_are_left() -> None:
    lines = github.render(many(25)).splitlines()
    commands = [line.split(" ")[0] for line in lines]
    assert commands[0] == "::error"
    assert commands.count("::warning") == 10
    assert lines[-2] == "transcheck found error: 1, warning: 25, note: 0"
    assert lines[-1].startswith("15 of them are not annotated")


def test_github_counts_failures_among_the_ten_errors() -> None:
    failures = REPORT.failures * 12
    report = replace(many(3, severity=Severity.ERROR), failures=failures)
    lines = github.render(report).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert "6 of them are not annotated" in lines[-1]


def test_github_escapes_properties_and_data() -> None:
    finding = replace(FINDING, path="a,b:c%.po", message="100%: x\n::add-mask::y")
    row = replace(ROW, pair=replace(ROW.pair, target=replace(TARGET, path=finding.path)))
    line = github.render(replace(REPORT, failures=(), rows=(row,), findings=(finding,)))
    command = line.splitlines()[0]
    assert command.startswith("::error file=a%2Cb%3Ac%25.po,line=2,")
    assert command.endswith("::100%25: x ::add-mask::y")


@given(TEXTS)
def test_no_text_makes_a_workflow_command(text: str) -> None:
    lines = github.render(hostile(text)).splitlines()
    assert [line.split(" ")[0] for line in lines[:2]] == ["::error", "::error"]
    assert [line.split(" ")[0] for line in lines[2:]] == ["transcheck"]


def test_github_writes_the_step_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    copy = tmp_path / "copy.txt"
    copy.write_text("The court ruled on MondayAfter the hearing.\n", "utf-8")
    command = ["lint", str(copy), "--lang", "en"]
    assert CliRunner().invoke(app, command).exit_code == 1
    assert summary.read_text("utf-8") == "before\n"
    assert CliRunner().invoke(app, [*command, "--output", "github"]).exit_code == 1
    written = summary.read_text("utf-8")
    assert written.startswith("before\n## transcheck: 1 error\n")
    assert "`MondayAfter`" in written


def test_gitlab_has_unique_fingerprints_of_what_counts() -> None:
    issues = json.loads(gitlab.render(many(30)))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 31
    first, second = json.loads(gitlab.render(REPORT))
    assert (first["severity"], second["severity"]) == ("major", "info")
    assert first["location"] == {"path": "in/en.txt", "lines": {"begin": 2, "end": 2}}


def test_rdjson_counts_columns_in_bytes_where_it_can() -> None:
    first, second = json.loads(rdjson.render(REPORT))["diagnostics"]
    span = {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 11}}
    assert first["location"]["range"] == span
    assert first["suggestions"] == [{"range": span, "text": "Hello world"}]
    assert NOTE.excerpt[NOTE.start :] == "é"
    assert second["location"]["range"]["end"] == {"line": 2, "column": 15}


def test_rdjson_gives_the_line_alone_where_the_bytes_before_are_unknown() -> None:
    row = replace(ROW, pair=replace(ROW.pair, target=replace(TARGET, column=9)))
    first = json.loads(rdjson.render(replace(REPORT, rows=(row,))))["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 2}, "end": {"line": 2}}
    assert "suggestions" not in first


@given(TEXTS)
def test_gitlab_and_rdjson_are_json_whatever_the_text(text: str) -> None:
    assert json.loads(gitlab.render(hostile(text)))[0]["description"] == text
    assert json.loads(rdjson.render(hostile(text)))["diagnostics"][0]["message"] == text
