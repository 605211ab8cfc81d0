"""Settings come from files whose every key is known, and errors name the line."""

from pathlib import Path

import pytest

from transcheck.checks import registry
from transcheck.config import Settings, load
from transcheck.errors import ConfigError
from transcheck.model import Severity


def write(folder: Path, text: str, name: str = "transcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_all_stable_checks_run_with_their_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rules = load().rules()
    assert [rule.check for rule in rules] == [c for c in registry.ALL if c.status == "stable"]
    assert all(rule.severity is rule.check.severity for rule in rules)


def test_a_file_is_found_in_a_folder_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'fail-on = "error"\n')
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert load().fail_on is Severity.ERROR


def test_pyproject_counts_only_with_our_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, '[tool.transcheck]\nvocabulary = ["KlimaTicket"]\n', "pyproject.toml")
    below = tmp_path / "a"
    below.mkdir()
    write(below, "[tool.other]\nx = 1\n", "pyproject.toml")
    monkeypatch.chdir(below)
    assert load().vocabulary == {"KlimaTicket"}


def test_select_ignore_and_families(tmp_path: Path) -> None:
    settings = load(write(tmp_path, 'select = ["TC2"]\nignore = ["repeated-phrase"]\n'))
    chosen = {rule.check.name for rule in settings.rules()}
    assert {"glued-words", "missing-sentence-end"} <= chosen
    assert "repeated-phrase" not in chosen
    assert all(rule.check.id.startswith("TC2") for rule in settings.rules())


def test_severity_and_parameters_of_one_check(tmp_path: Path) -> None:
    text = '[checks.low-similarity]\nseverity = "note"\nfalse-alarm-rate = 0.02\n'
    rules = {rule.check.name: rule for rule in load(write(tmp_path, text)).rules()}
    assert rules["low-similarity"].severity is Severity.NOTE
    assert rules["low-similarity"].parameters["false-alarm-rate"] == 0.02


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('\nfail_on = "error"\n', 2, "did you mean fail-on?"),
        ('fail-on = "fatal"\n', 1, "note, warning or error"),
        ('select = ["glued-word"]\n', 1, "did you mean glued-words?"),
        ('[checks.glued-word]\nseverity = "note"\n', 1, "did you mean glued-words?"),
        ("[checks.low-similarity]\n\nfalse-alarms = 0.1\n", 3, "false-alarm-rate"),
        ('[checks.low-similarity]\nfalse-alarm-rate = "much"\n', 2, "must be a number"),
        ('vocabulary = "one"\n', 1, "list of strings"),
        ("engine = 3\n", 1, "must be a string"),
        ("checks = 3\n", 1, "must be a table"),
    ],
)
def test_errors_name_the_file_the_line_and_the_remedy(
    tmp_path: Path, text: str, line: int, says: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert says in str(caught.value)


def test_a_file_that_is_not_toml_or_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(write(tmp_path, "fail-on = \n"))
    with pytest.raises(ConfigError, match="cannot read the configuration"):
        load(tmp_path / "missing.toml")


def test_a_wrong_selector_on_the_command_line_is_an_error() -> None:
    with pytest.raises(ConfigError, match="unknown check 'TC999'"):
        Settings(select=("TC999",)).rules()


def test_patterns_and_formats(tmp_path: Path) -> None:
    text = 'patterns = ["i18n/{lang}/*.json"]\n[formats]\n"*.conf" = "properties"\n'
    settings = load(write(tmp_path, text))
    assert settings.patterns == ("i18n/{lang}/*.json",)
    assert settings.formats == {"*.conf": "properties"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('patterns = ["*.json"]', "transcheck.toml:1: the pattern '*.json' has no {lang}"),
        ('\n[formats]\n"*.c" = "propertis"', "transcheck.toml:3: unknown format 'propertis'"),
    ],
)
def test_a_wrong_pattern_or_format_says_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load(write(tmp_path, text))
    assert raised.value.message == f"{tmp_path}/{message}"
