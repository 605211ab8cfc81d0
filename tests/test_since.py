"""--since: only units whose texts changed since a git revision, wherever they stand."""

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from transcheck.cli.app import app

OLD = "old\tHe lives in Porto now.\tEle vive no PortoAgora mesmo.\n"
NEW = "new\tShe lives in Lisbon now.\tEla vive em LisboaAgora mesmo.\n"
HEAD = "key\tsource\ttarget\n"


def run(*arguments: str) -> Result:
    command = ["batch", "s.tsv", "--from", "en", "--to", "pt", "--no-meaning"]
    return CliRunner().invoke(app, [*command, "--format", "json", *arguments])


def git(*arguments: str) -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    file = tmp_path / "s.tsv"
    file.write_text(HEAD + OLD, "utf-8")
    git("add", ".")
    git("commit", "-qm", "first")
    return file


def keys(done: Result) -> list[str]:
    return [row["unit"]["key"] for row in json.loads(done.stdout)["rows"]]


def test_only_changed_units_are_checked_and_the_others_counted(repository: Path) -> None:
    repository.write_text(HEAD + NEW + OLD, "utf-8")
    assert keys(run()) == ["new", "old"]
    done = run("--since", "HEAD")
    assert keys(done) == ["new"]
    assert json.loads(done.stdout)["skipped"] == {"unchanged": 1}
    assert done.exit_code == 1


def test_a_unit_whose_source_changed_has_changed(repository: Path) -> None:
    repository.write_text(HEAD + OLD.replace("lives", "lived"), "utf-8")
    assert keys(run("--since", "HEAD")) == ["old"]


def test_nothing_changed_is_clean_and_calls_no_known_finding_stale(repository: Path) -> None:
    report = run().stdout
    CliRunner().invoke(app, ["baseline", "write", "-"], input=report)
    done = run("--since", "HEAD", "--baseline", "transcheck-baseline.txt")
    assert (done.exit_code, keys(done)) == (0, [])
    assert json.loads(done.stdout)["notices"] == []
    assert repository.exists()


def test_a_file_that_was_not_there_is_new_as_a_whole(repository: Path) -> None:
    git("mv", "s.tsv", "t.tsv")
    git("commit", "-qm", "second")
    repository.write_text(HEAD + OLD, "utf-8")
    assert keys(run("--since", "HEAD")) == ["old"]


@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen", "-h", "HEAD:s.tsv"])
def test_a_revision_is_never_an_option(repository: Path, revision: str) -> None:
    done = run(f"--since={revision}")
    assert done.exit_code == 2
    assert "there is no revision" in done.stderr
    assert sorted(path.name for path in repository.parent.iterdir()) == [".git", "s.tsv"]


def test_outside_a_repository_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "s.tsv").write_text(HEAD + OLD, "utf-8")
    done = run("--since", "HEAD")
    assert done.exit_code == 2
    assert "in no git repository" in done.stderr


def test_a_translation_that_is_gone_is_a_finding_with_what_it_was(repository: Path) -> None:
    gone = "old\tHe lives in Porto now.\t\nnever\tGo on.\t\n"
    repository.write_text(HEAD + gone, "utf-8")
    done = run("--since", "HEAD")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["name"], finding["line"], finding["column"]) == ("lost-translation", 2, 28)
    assert finding["suggestion"] == "Ele vive no PortoAgora mesmo."
    assert done.exit_code == 1
    assert run().exit_code == 0


def test_a_translation_whose_source_changed_is_not_lost(repository: Path) -> None:
    repository.write_text(HEAD + "old\tHe lives in Faro now.\t\n", "utf-8")
    assert keys(run("--since", "HEAD")) == []


def test_a_changed_unit_is_held_against_those_that_are_not_judged(repository: Path) -> None:
    head = HEAD + "a\tSign out\tAbmelden\n"
    repository.write_text(head, "utf-8")
    git("commit", "-qam", "second")
    repository.write_text(HEAD + "b\tSign out\tAusloggen\na\tSign out\tAbmelden\n", "utf-8")
    done = run("--since", "HEAD")
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["name"], finding["text"]) == ("inconsistent-translation", "Ausloggen")
    assert keys(done) == ["b"]
