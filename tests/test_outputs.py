"""Outputs: what standard output carries, which files are written, and how."""

import json
import os
import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from transcheck import files
from transcheck.cli.app import app
from transcheck.errors import InputError
from transcheck.reporters import registry

GLUED = "The court ruled on MondayAfter the hearing the judge left.\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.en.txt"
    path.write_text(GLUED, "utf-8")
    return path


def test_standard_output_carries_text_unless_another_output_goes_there(copy: Path) -> None:
    command = ("lint", copy, "--lang", "en")
    text, report = run(*command).stdout, run(*command, "--format", "json").stdout
    assert "MondayAfter" in text
    assert json.loads(report)["findings"][0]["text"] == "MondayAfter"
    assert run(*command, "--output", "json").stdout == report
    assert run(*command, "--output", "json=-").stdout == report
    both = run(*command, "--output", f"json={copy.parent / 'new' / 'report.json'}")
    assert both.stdout == text
    assert both.exit_code == 1
    assert (copy.parent / "new" / "report.json").read_text("utf-8") == report


def test_a_text_file_is_plain_and_as_wide_on_every_machine(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    report = copy.parent / "report.txt"
    run("lint", copy, "--lang", "en", "--output", f"text={report}", "--format", "json")
    narrow = run("lint", copy, "--lang", "en").stdout
    assert "MondayAfter" in report.read_text("utf-8")
    assert len(report.read_text("utf-8").splitlines()[1]) > len(narrow.splitlines()[1])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "jsn"], "did you mean json?"),
        (["--output", "nothing=x"], "known: text, html, json"),
        (["--output", "json="], "--output json=report.json"),
        (["--output", "json", "--format", "text"], "cannot share standard output"),
        (["--output", "json=a", "--output", "text=a"], "json and text cannot share a"),
    ],
)
def test_what_makes_no_sense_is_refused_before_the_work(
    copy: Path, arguments: list[str], says: str
) -> None:
    done = run("lint", copy, "--lang", "en", *arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert says in done.stderr


def test_help_names_every_output() -> None:
    described = run("lint", "--help").stdout
    assert all(reporter.name in described for reporter in registry.ALL)


def test_a_file_that_cannot_be_written_is_an_error_after_the_report(copy: Path) -> None:
    done = run("lint", copy, "--lang", "en", "--output", f"json={copy}/report.json")
    assert done.exit_code == 2
    assert "MondayAfter" in done.stdout
    assert "cannot write" in done.stderr


def test_a_file_is_replaced_as_a_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.json", "real.json"]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    files.write(pipe, b"report")
    assert os.read(reader, 100) == b"report"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot write"):
        files.write(tmp_path, b"")
