"""Baselines, decisions and allowances: what is known does not fail, what is of no use is said."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from tests.reporters.reports import FINDING, REPORT
from transcheck.cli.app import app
from transcheck.errors import ConfigError, InputError
from transcheck.results import accepted, baseline
from transcheck.results.accepted import Decision
from transcheck.results.baseline import Baseline, Entry

OLD = "The court ruled on MondayAfter the hearing the judge left."
NEW = "The president arrived in WashingtonAfter the vote."


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("copy.txt")
    path.write_text(f"{OLD}\n", "utf-8")
    return path


def report_of(path: Path) -> str:
    return run("lint", path, "--lang", "en", "--format", "json").stdout


def fingerprints(path: Path) -> list[str]:
    return [finding["fingerprint"] for finding in json.loads(report_of(path))["findings"]]


def notices(path: Path, *more: str) -> list[str]:
    done = run("lint", path, "--lang", "en", "--format", "json", *more)
    return [notice["message"] for notice in json.loads(done.stdout)["notices"]]


def test_only_new_findings_fail_and_moved_ones_stay_known(copy: Path) -> None:
    assert run("baseline", "write", "-", stdin=report_of(copy)).exit_code == 0
    with_baseline = ("lint", copy, "--lang", "en", "--baseline", "transcheck-baseline.txt")
    assert run(*with_baseline).exit_code == 0
    copy.write_text(f"A new line.\n\n{OLD}\n", "utf-8")
    assert run(*with_baseline).exit_code == 0
    copy.write_text(f"{OLD}\n\n{NEW}\n", "utf-8")
    done = run(*with_baseline)
    assert done.exit_code == 1
    assert "WashingtonAfter" in done.stdout
    assert "MondayAfter" not in done.stdout


def test_the_configuration_may_name_the_baseline(copy: Path) -> None:
    report = report_of(copy)
    Path("transcheck.toml").write_text('baseline = "known.txt"\n', "utf-8")
    assert run("baseline", "write", "-", stdin=report).exit_code == 0
    assert Path("known.txt").exists()
    assert run("lint", copy, "--lang", "en").exit_code == 0


def test_stale_entries_are_said_and_pruned_but_others_stay(copy: Path) -> None:
    other = Path("other.txt")
    other.write_text(f"{NEW}\n", "utf-8")
    whole = run("lint", copy, other, "--lang", "en", "--format", "json").stdout
    run("baseline", "write", "-", stdin=whole)
    copy.write_text("The court ruled on Monday.\n", "utf-8")
    known = ("--baseline", "transcheck-baseline.txt")
    assert notices(copy, *known) == [
        "1 entry is stale, the findings are gone; `transcheck baseline prune` drops them"
    ]
    assert notices(copy, *known, "--select", "boilerplate") == []
    assert notices(other, *known) == []
    assert run("baseline", "prune", "-", stdin=report_of(copy)).exit_code == 0
    kept = Path("transcheck-baseline.txt").read_text("utf-8").splitlines()[1:]
    assert kept == [f"{fingerprints(other)[0]} glued-words other.txt"]
    other.unlink()
    assert len(notices(copy, *known)) == 1


def test_what_is_no_report_prunes_nothing(copy: Path) -> None:
    run("baseline", "write", "-", stdin=report_of(copy))
    before = Path("transcheck-baseline.txt").read_bytes()
    done = run("baseline", "prune", "-", stdin="{}")
    assert done.exit_code == 2
    assert "is not a transcheck report" in done.stderr
    data = json.loads(report_of(copy))
    data["failures"] = [{"path": "x", "stage": "read", "message": "why"}]
    done = run("baseline", "prune", "-", stdin=json.dumps(data))
    assert done.exit_code == 2
    assert "incomplete" in done.stderr
    assert Path("transcheck-baseline.txt").read_bytes() == before


def test_a_merge_conflict_in_a_baseline_names_its_line() -> None:
    text = baseline.to_text(baseline.entries_of([FINDING])) + "<<<<<<< HEAD\n"
    with pytest.raises(InputError, match=r"known\.txt:3: this line is no entry"):
        baseline.from_text(text, file="known.txt")


@given(st.text(min_size=1, max_size=20))
def test_a_baseline_comes_back_whatever_the_path(path: str) -> None:
    text = baseline.to_text([Entry(fingerprint="0" * 16, name="all-caps", path=path)])
    (entry,) = baseline.from_text(text, file="x").entries
    assert (entry.fingerprint, entry.name) == ("0" * 16, "all-caps")


def test_what_is_decided_elsewhere_stays_out_of_a_baseline() -> None:
    kept = [entry.fingerprint for entry in baseline.entries_of(REPORT.findings)]
    assert kept == ["0123456789abcdef", "1" * 16, "2" * 16]


def test_findings_are_stale_only_where_the_check_ran_and_the_file_was_read() -> None:
    def old(name: str, path: str) -> bool:
        entry = Entry(fingerprint="9" * 16, name=name, path=path)
        known = Baseline(file="x", entries=(entry,))
        return bool(baseline.stale(known, REPORT, gone=frozenset(["gone.po"])))

    assert old("glued-words", "in/en.txt")
    assert old("all-caps", "gone.po")
    assert not old("all-caps", "in/en.txt")
    assert not old("glued-words", "elsewhere.txt")


def test_an_accepted_finding_lapses_with_its_text(copy: Path) -> None:
    (fingerprint,) = fingerprints(copy)
    done = run("accept", fingerprint, "--reason", "it is a “name”")
    assert done.exit_code == 0
    assert run("lint", copy, "--lang", "en").exit_code == 0
    (finding,) = json.loads(report_of(copy))["findings"]
    assert (finding["suppressed"], finding["reason"]) == ("accepted", "it is a “name”")
    copy.write_text(OLD.replace("judge", "clerk"), "utf-8")
    assert run("lint", copy, "--lang", "en").exit_code == 1
    (notice,) = notices(copy)
    assert notice == (
        f"the decision on {fingerprint} matches nothing here: a text has changed, or is not part "
        "of this run"
    )


def test_a_decision_that_knows_its_file_is_silent_about_others(copy: Path) -> None:
    report = Path("report.json")
    report.write_text(report_of(copy), "utf-8")
    (fingerprint,) = fingerprints(copy)
    run("accept", fingerprint, "--reason", "fine", "--report", report)
    other = Path("other.txt")
    other.write_text("Nothing is wrong here.\n", "utf-8")
    assert notices(other) == []
    copy.write_text("Nothing is wrong here either.\n", "utf-8")
    assert notices(copy) == [
        f"the decision on {fingerprint} has lapsed: a text in copy.txt has changed"
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["0123", "--reason", "x"], "is no fingerprint"),
        (["0" * 16, "--reason", " "], "a decision needs its reason"),
        (["0" * 16, "--reason", "x", "--report", "report.json"], "has no finding"),
    ],
)
def test_a_decision_without_sense_is_refused(copy: Path, arguments: list[str], says: str) -> None:
    Path("report.json").write_text(report_of(copy), "utf-8")
    done = run("accept", *arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert not Path("transcheck-accepted.toml").exists()


def test_decisions_are_kept_sorted_and_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for digit, reason in (("b", "one"), ("a", "two"), ("b", "three")):
        run("accept", digit * 16, "--reason", reason)
    text = Path("transcheck-accepted.toml").read_text("utf-8")
    decisions = accepted.from_text(text, file="x")
    assert [(each.fingerprint[0], each.reason) for each in decisions] == [
        ("a", "two"),
        ("b", "three"),
    ]


@given(st.text(min_size=1))
def test_a_decision_survives_its_file(reason: str) -> None:
    decision = Decision(fingerprint="0" * 16, reason=reason, text="x\x7f", path="a\\b")
    whole = reason.encode("utf-8", "replace").decode("utf-8")
    text = accepted.to_text([decision])
    assert accepted.from_text(text, file="x") == (replace(decision, reason=whole),)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[accepted\n", "not valid TOML"),
        ("x = 1\n", "only tables"),
        ("[accepted.x]\nreason = 'y'\n", "x:1: x is no fingerprint"),
        (f"\n[accepted.{'0' * 16}]\n", "x:2: a decision needs its reason"),
        (f"[accepted.{'0' * 16}]\nreson = 'y'\n", "unknown key 'reson'"),
    ],
)
def test_a_damaged_file_of_decisions_names_its_line(text: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says):
        accepted.from_text(text, file="x")


PO = """\
msgid ""
msgstr ""
"Language: pt\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# transcheck: allow {allowed}
msgid "He lives in Porto now."
msgstr "Ele vive no PortoAgora mesmo."
"""


@pytest.mark.parametrize(
    ("allowed", "code", "says"),
    [
        ("glued-words", 0, []),
        ("TC2", 0, []),
        ("mojibake", 1, ["`transcheck: allow mojibake` is of no use: it suppresses no finding"]),
        ("glued", 1, ["`transcheck: allow glued` is of no use: there is no such check"]),
    ],
)
def test_a_file_may_allow_a_finding_and_an_unused_allowance_is_said(
    tmp_path: Path, allowed: str, code: int, says: list[str]
) -> None:
    file = tmp_path / "pt.po"
    file.write_text(PO.format(allowed=allowed), "utf-8")
    command = ("batch", file, "--from", "en", "--no-meaning", "--format", "json", "--select")
    done = run(*command, "TC2")
    assert done.exit_code == code, done.stdout
    report = json.loads(done.stdout)
    assert [notice["message"] for notice in report["notices"]] == says
    assert report["findings"][0]["suppressed"] == (None if code else "allowed")
    if allowed != "glued":
        assert json.loads(run(*command, "TC4").stdout)["notices"] == []
