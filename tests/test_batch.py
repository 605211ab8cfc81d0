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


def test_what_is_not_checked_is_counted_and_can_be_included(tmp_path: Path) -> None:
    entries = '#, fuzzy\nmsgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n'
    (tmp_path / "pt.po").write_text(entries, "utf-8")
    named = (str(tmp_path), "--to", "pt", "--no-meaning")
    code, output = batch(*named)
    assert code == 0
    assert "2 not checked: 1 needs-review, 1 untranslated" in output
    report = json.loads(batch(*named, "--include", "needs-review", "--format", "json")[1])
    assert report["skipped"] == {"untranslated": 1}
    assert [row["unit"]["state"] for row in report["rows"]] == ["needs-review"]


def test_a_short_string_is_not_scored_as_prose(tmp_path: Path) -> None:
    rows = (
        "Open\tAbrir",
        "The port of Maputo reopened after the long storm.\t"
        "O porto de Maputo reabriu depois da longa tempestade.",
    )
    (tmp_path / "pt.tsv").write_text("source\ttarget\n" + "\n".join(rows), "utf-8")
    report = json.loads(batch(str(tmp_path), "--from", "en", "--to", "pt", "--format", "json")[1])
    short, long = report["rows"]
    assert short["similarity"] is None
    assert "too short" in short["unmeasured"]
    assert long["similarity"] > 0.6
    assert (long["margin"], long["unmeasured"]) == (None, None)


GLUED = 'msgid "The port reopened."\nmsgstr "O porto reabriu em MaputoAgora."\n'


def test_notes_are_written_only_when_asked_and_replaced_the_next_time(tmp_path: Path) -> None:
    file = tmp_path / "pt.po"
    file.write_bytes(GLUED.encode())
    arguments = (str(file), "--to", "pt", "--no-meaning", "--select", "glued-words")
    assert batch(*arguments)[0] == 1
    assert file.read_bytes() == GLUED.encode()
    assert batch(*arguments, "--write-notes")[0] == 1
    once = file.read_text("utf-8")
    assert once.startswith("# transcheck: glued-words: ")
    assert once.endswith(GLUED)
    assert batch(*arguments, "--write-notes")[0] == 1
    assert file.read_text("utf-8") == once
    file.write_text(once.replace("MaputoAgora", "Maputo"), "utf-8")
    assert batch(*arguments, "--write-notes")[0] == 0
    assert file.read_text("utf-8") == GLUED.replace("MaputoAgora", "Maputo")
    assert [each.name for each in tmp_path.iterdir()] == ["pt.po"]


def test_a_format_without_notes_is_named(tmp_path: Path) -> None:
    file = tmp_path / "pt.tsv"
    file.write_text(STRINGS, "utf-8")
    code, output = batch(str(file), "--from", "en", "--to", "pt", "--no-meaning", "--write-notes")
    assert code == 1
    assert "no notes are written into these formats: tsv" in output
    assert file.read_text("utf-8") == STRINGS
