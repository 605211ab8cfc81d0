"""A finished job is not done twice, and a report is never older than what would make it."""

import re
import sqlite3
import tomllib
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from tests.conftest import ROOT
from tests.test_schema import REPORT
from transcheck import pipeline
from transcheck.cli.app import app
from transcheck.config import Settings
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.engines.bergamot import BergamotTranslator
from transcheck.measure import Instruments
from transcheck.model import Document, Failure, Report, Severity
from transcheck.scoring import calibration
from transcheck.store import Store, StoredReports, default_path
from transcheck.store.reports import DISTRIBUTIONS, program

SOURCE = Document(path="a.txt", text="The harbour was closed on Friday.\n", lang="en")
TARGET = Document(path="b.txt", text="O porto fechou na sexta-feira.\n", lang="pt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "store.sqlite3"


def never() -> Report:
    raise AssertionError("the report was known")


def counted(report: Report) -> tuple[Callable[[], Report], list[int]]:
    """Return what makes a report, and a list that grows by each time it does."""
    times: list[int] = []

    def make() -> Report:
        times.append(1)
        return report

    return make, times


def test_a_report_is_made_once_and_comes_back_to_the_last_digit(path: Path) -> None:
    rows = tuple(replace(row, drift=1 / 3) for row in REPORT.rows)
    report = replace(REPORT, rows=rows)
    with Store(path) as store:
        reports = StoredReports(store)
        assert reports.report(("job", SOURCE), lambda: report) == report
        assert reports.report(("job", SOURCE), never) == report
    with Store(path) as store:
        assert StoredReports(store).report(("job", SOURCE), never) == report
        make, times = counted(replace(report, rows=()))
        StoredReports(store).report(("job", replace(SOURCE, text="Other.")), make)
        assert times == [1]


def test_a_report_without_the_verdict_of_a_check_is_made_again(path: Path) -> None:
    failed = Failure(path="a.txt", stage="check glued-words", message="a.txt:1: MemoryError: ")
    make, times = counted(replace(REPORT, failures=(*REPORT.failures, failed)))
    with Store(path) as store:
        for _ in range(2):
            StoredReports(store).report("job", make)
    assert len(times) == 2


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.binary() | st.binary().map(zlib.compress))
def test_whatever_stands_in_its_place_is_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: bytes
) -> None:
    monkeypatch.setattr("transcheck.store.reports.program", lambda: "program")
    make, times = counted(REPORT)
    with Store(tmp_path / "forged") as store:
        monkeypatch.setattr(store, "get_many", lambda _signature, keys: {keys[0]: value})
        assert StoredReports(store).report("job", make) == REPORT
    assert times == [1]


def test_an_endless_report_and_one_that_is_cut_off_are_none(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(path) as store:
        reports = StoredReports(store)
        reports.report("job", lambda: REPORT)
        ((value,),) = store._database.execute("SELECT value FROM made").fetchall()
        whole = value[4:]
        monkeypatch.setattr(store, "get_many", lambda _signature, keys: {keys[0]: whole[:-9]})
        assert reports.report("job", lambda: replace(REPORT, rows=())).rows == ()
        monkeypatch.setattr(store, "get_many", lambda _signature, keys: {keys[0]: whole})
        assert reports.report("job", never) == REPORT
        monkeypatch.setattr("transcheck.store.reports._MOST", 100)
        assert reports.report("job", lambda: replace(REPORT, rows=())).rows == ()


# What a report hangs on.


def test_any_file_of_the_program_and_any_version_is_in_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "check.py").write_text("LIMIT = 1\n")
    (tmp_path / "data" / "words.txt").write_text("a\nb\n")
    seen = {program(tmp_path)}
    (tmp_path / "check.pyc").write_bytes(b"compiled")
    assert program(tmp_path) in seen
    (tmp_path / "check.py").write_text("LIMIT = 2\n")
    seen.add(program(tmp_path))
    (tmp_path / "data" / "words.txt").write_text("a\nc\n")
    seen.add(program(tmp_path))
    (tmp_path / "data" / "words.txt").rename(tmp_path / "words.txt")
    seen.add(program(tmp_path))
    monkeypatch.setattr("transcheck.store.reports.version", lambda _name: "9")
    seen.add(program(tmp_path))
    assert len(seen) == 5


def test_all_that_the_program_is_built_on_is_in_the_key() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    names = [re.match(r"[\w.-]+", each) for each in wanted]
    assert sorted(DISTRIBUTIONS) == sorted(name[0] for name in names if name)


def test_whatever_changes_a_report_is_in_the_key(path: Path) -> None:
    known = calibration("use")
    assert known
    with Store(path) as store:
        tools = Instruments(embedder=UniversalSentenceEncoder(), reports=StoredReports(store))
        own = replace(known, medians=dict.fromkeys(known.medians, 0.5))
        engine = BergamotTranslator("en", "pt")
        jobs: list[Callable[[], Report]] = [
            lambda: check(SOURCE, TARGET, Settings(), tools),
            lambda: check(replace(SOURCE, path="c.txt"), TARGET, Settings(), tools),
            lambda: check(SOURCE, replace(TARGET, text="O porto.\n"), Settings(), tools),
            lambda: check(SOURCE, TARGET, Settings(ignore=("empty",)), tools),
            lambda: check(SOURCE, TARGET, Settings(fail_on=Severity.ERROR), tools),
            lambda: check(SOURCE, TARGET, Settings(vocabulary=frozenset({"x"})), tools),
            lambda: check(SOURCE, TARGET, Settings(), tools, aligned=True),
            lambda: check(SOURCE, TARGET, Settings(), replace(tools, calibration=own)),
            lambda: check(
                SOURCE, TARGET, Settings(), replace(tools, calibration=replace(own, name="own"))
            ),
            lambda: check(SOURCE, TARGET, Settings(), replace(tools, second=engine)),
            lambda: pipeline.check_engine(
                SOURCE, engine, Settings(), target="pt", instruments=tools
            ),
        ]
        made = [job() for job in jobs]
        assert count(path) == len(jobs)
        assert [job() for job in jobs] == made
        assert count(path) == len(jobs)


def check(
    source: Document,
    target: Document,
    chosen: Settings,
    tools: Instruments,
    *,
    aligned: bool = False,
) -> Report:
    return pipeline.check_translation(source, target, chosen, instruments=tools, aligned=aligned)


def count(path: Path) -> int:
    """Return how many reports the store holds: nothing else is put in it here."""
    with sqlite3.connect(path) as database:
        ((number,),) = database.execute("SELECT count(*) FROM made").fetchall()
    return int(number)


# The whole command.

FORMS = ("text", "json", "html")


@pytest.mark.parametrize("second", [None, "b.txt"])
def test_a_second_run_writes_the_same_bytes_and_asks_no_model(
    second: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(SOURCE.text + "The the museum has 12 rooms.\n", "utf-8")
    Path("b.txt").write_text(TARGET.text + "O museu tem 21 salas.\n", "utf-8")
    texts = ["a.txt", second] if second else ["a.txt"]
    command = ["check", *texts, "--from", "en", "--to", "pt", "--scores", "--format"]
    first = [CliRunner().invoke(app, [*command, form, "--no-cache"]) for form in FORMS]
    CliRunner().invoke(app, [*command, "json"])
    assert {run.exit_code for run in first} == {1}
    monkeypatch.delattr(UniversalSentenceEncoder, "embed")
    monkeypatch.delattr(BergamotTranslator, "translate")
    monkeypatch.delattr("transcheck.checks.runner.run")
    again = [CliRunner().invoke(app, [*command, form]) for form in FORMS]
    assert [run.stdout_bytes for run in again] == [run.stdout_bytes for run in first]
    assert {run.exit_code for run in again} == {1}


def test_a_run_without_cache_keeps_nothing(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(SOURCE.text, "utf-8")
    CliRunner().invoke(app, ["check", str(article), "--from", "en", "--to", "pt", "--no-cache"])
    assert not default_path().exists()
