"""``transcheck batch``: localization files in, one report out."""

import json
from pathlib import Path

from typer.testing import CliRunner

from transcheck.cli.app import app

STRINGS = "key\tsource\ttarget\nnews\tThe port reopened.\tO porto reabriu em MaputoAgora.\n"


def batch(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["batch", *arguments])
    return result.exit_code, result.output


def test_a_unit_keeps_its_key_and_place(tmp_path: Path) -> None:
    (tmp_path / "pt.tsv").write_text(STRINGS, "utf-8")
    code, output = batch(
        str(tmp_path), "--from", "en", "--to", "pt", "--no-meaning", "--format", "json"
    )
    report = json.loads(output)
    assert code == 1
    assert report["rows"][0]["unit"]["key"] == "news"
    finding = next(each for each in report["findings"] if each["name"] == "glued-words")
    assert (finding["line"], finding["text"]) == (2, "MaputoAgora")


def test_a_folder_without_localization_files_is_no_silent_pass(tmp_path: Path) -> None:
    assert batch(str(tmp_path), "--from", "en", "--to", "pt")[0] == 2


def test_a_damaged_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("only one column\n", "utf-8")
    (tmp_path / "b.tsv").write_text(STRINGS, "utf-8")
    code, output = batch(
        str(tmp_path), "--from", "en", "--to", "pt", "--no-meaning", "--format", "json"
    )
    report = json.loads(output)
    assert code == 3
    assert [failure["stage"] for failure in report["failures"]] == ["read"]
    assert len(report["rows"]) == 1
