"""Profiles, groups, overrides, where a value comes from, and the first configuration."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from transcheck import pipeline
from transcheck.checks import registry
from transcheck.cli.app import app
from transcheck.config import Settings, load
from transcheck.errors import ConfigError
from transcheck.model import Document, Severity

GLUED = "The court ruled on MondayAfter the hearing the judge left."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def settings(folder: Path, text: str) -> Settings:
    path = folder / "transcheck.toml"
    path.write_text(text, "utf-8")
    return load(path)


def names(chosen: Settings) -> set[str]:
    return {rule.check.name for rule in chosen.rules()}


def test_a_group_is_chosen_by_its_name(tmp_path: Path) -> None:
    assert names(settings(tmp_path, 'select = ["garble"]')) == names(Settings(select=("TC2",)))
    assert not names(settings(tmp_path, 'select = ["garble"]\nignore = ["garble"]'))


def test_a_severity_for_a_group_gives_way_to_that_of_a_check(tmp_path: Path) -> None:
    text = (
        '[checks.glued-words]\nseverity = "error"\n[checks.TC20]\nseverity = "warning"\n'
        '[checks.garble]\nseverity = "note"\n'
    )
    found = {rule.check.name: rule.severity for rule in settings(tmp_path, text).rules()}
    assert found["glued-words"] is Severity.ERROR
    assert found["split-word"] is Severity.WARNING
    assert found["mixed-script"] is Severity.NOTE


def test_other_checks_are_added_to_the_stable_ones(tmp_path: Path) -> None:
    others = {check.name for check in registry.ALL if check.status != "stable"}
    assert names(settings(tmp_path, 'extend-select = ["TC"]')) == names(Settings()) | others


def test_repairs_add_their_checks_to_the_stable_ones_but_not_to_a_selection(tmp_path: Path) -> None:
    mended = {check.name for check in registry.ALL if check.status == "repair"}
    assert names(Settings().repairing()) == names(Settings()) | mended
    assert not mended & names(settings(tmp_path, 'ignore = ["garble"]').repairing())
    chosen = settings(tmp_path, 'select = ["mojibake"]')
    assert names(chosen.repairing()) == {"mojibake"}


def test_a_profile_gives_way_to_the_file_and_its_lists_add_up(tmp_path: Path) -> None:
    strict = settings(tmp_path, 'profile = "strict"')
    assert strict.fail_on is Severity.NOTE
    assert names(strict) == {check.name for check in registry.ALL}
    ui = settings(tmp_path, 'profile = "ui"\nignore = ["mojibake"]\nfail-on = "error"')
    assert not names(ui) & {"mojibake", "boilerplate", "truncated"}
    assert ui.fail_on is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('profile = "nws"', "1: unknown profile 'nws' (known: news, strict, ui)"),
        ("[[overrides]]\nignore = []", "1: an override needs languages or paths"),
        ('[[overrides]]\npath = ["x"]', "2: unknown setting 'path' (did you mean paths?)"),
        ("overrides = 1", "1: overrides must be a list of tables"),
        ("[checks.garble]\nlimit = 1", "2: unknown setting 'limit'"),
        (
            '[checks.mojibake]\nseverity = "note"\n[checks.all-caps]\nsevrity = "note"',
            "4: unknown setting 'sevrity' (did you mean severity?)",
        ),
    ],
)
def test_errors_name_line_and_remedy(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, text)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("override", "found"),
    [
        ('languages = ["de"]', True),
        ('languages = ["en"]', False),
        ('paths = ["legal/*"]', False),
        ('paths = ["*.txt"]', False),
        ('paths = ["other/**"]', True),
        ('languages = ["en"]\npaths = ["other/*"]', True),
    ],
)
def test_an_override_holds_for_its_languages_and_paths(
    tmp_path: Path, override: str, found: bool
) -> None:
    chosen = settings(tmp_path, f'[[overrides]]\n{override}\nignore = ["glued-words"]')
    document = Document(path="./docs/legal/a.txt", text=GLUED, lang="en-GB")
    report = pipeline.lint([document], chosen)
    assert bool(report.findings) is found


def test_an_override_changes_severity_of_one_file_alone(tmp_path: Path) -> None:
    text = '[[overrides]]\npaths = ["a.txt"]\n[overrides.checks.garble]\nseverity = "note"'
    documents = [Document(path=path, text=GLUED, lang="en") for path in ("a.txt", "b.txt")]
    report = pipeline.lint(documents, settings(tmp_path, text))
    assert [finding.severity for finding in report.findings] == [Severity.NOTE, Severity.ERROR]


def test_config_show_says_where_each_value_comes_from(tmp_path: Path) -> None:
    path = tmp_path / "transcheck.toml"
    path.write_text(
        'profile = "ui"\n\n[checks.mojibake]\nseverity = "note"\n'
        "[checks.low-similarity]\nfalse-alarm-rate = 0.02\n"
    )
    done = run("config", "show", "--config", path, "--fail-on", "error")
    lines = {line.split(" = ")[0]: line for line in done.stdout.splitlines()}
    assert lines["profile"].endswith(f"# {path}:1")
    assert lines["fail-on"].endswith("# command line")
    assert lines["ignore"].endswith("# profile ui")
    assert lines["select"].endswith("# default")
    assert lines["checks.mojibake.severity"].endswith(f"# {path}:4")
    assert lines["checks.low-similarity.false-alarm-rate"].endswith(f"# {path}:6")
    assert "0.02" in lines["checks.low-similarity.false-alarm-rate"]


def test_init_writes_a_file_that_can_be_read_and_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "pt.po").write_text("", "utf-8")
    assert run("init", tmp_path).exit_code == 0
    path = tmp_path / "transcheck.toml"
    text = path.read_text("utf-8")
    assert "locales/pt.po" in text
    assert load(path).profile == "ui"
    again = run("init", tmp_path)
    assert again.exit_code == 2
    assert path.read_text("utf-8") == text
    # Every commented setting is one that is known.
    wanted = "\n".join(
        line.removeprefix("# ") if " = " in line or "[" in line[:4] else line
        for line in text.splitlines()
    )
    assert load_text(tmp_path, wanted).ignore


def load_text(folder: Path, text: str) -> Settings:
    path = folder / "all.toml"
    path.write_text(text, "utf-8")
    return load(path)


def test_init_takes_articles_where_there_are_no_strings(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("The port reopened.", "utf-8")
    assert run("init", tmp_path).exit_code == 0
    assert load(tmp_path / "transcheck.toml").profile == "news"


def test_a_profile_may_be_said_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "transcheck.toml").write_text('profile = "strict"\nignore = ["mojibake"]', "utf-8")
    monkeypatch.chdir(tmp_path)
    shown = run("config", "show", "--profile", "ui").stdout
    assert re.search(r'^profile = "ui" +# command line$', shown, re.MULTILINE)
    assert not re.search(r"^checks\.(truncated|mojibake)\.", shown, re.MULTILINE)
    wrong = run("lint", "none.txt", "--profile", "prose")
    assert (wrong.exit_code, "known: news, strict, ui" in wrong.stderr) == (2, True)


def test_a_profile_needs_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(profile="strict").fail_on is Severity.NOTE
