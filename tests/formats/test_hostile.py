"""Hostile and damaged files: one clear line each, and the sound files beside them are checked."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.formats.test_formats import FILES, SOURCES
from transcheck.cli.app import app

LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>\n<x>&d;</x>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n<x>&a;</x>'
XML = ("a.xlf", "c.tmx", "d.ts", "values-pt/strings.xml", "R.pt.resx", "pt.lproj/M.stringsdict")
PO = 'msgid ""\nmsgstr "Language: pt\\nContent-Type: text/plain; charset={}\\n{}"\n\n'
ENTRY = 'msgid "no"\nmsgstr "não"\n'
SOUND = b"key\tsource\ttarget\nk\tSave\tSalvar\n"
NOT_SEARCHED = (".md", ".html", ".txt")
PLURAL = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'


def batch(folder: Path, name: str, data: bytes) -> tuple[int, list[str], list[str]]:
    """Check a file beside a sound one; return exit code, failures, and keys of what was checked."""
    for path, content in (
        (name, data),
        ("sound/pt.tsv", b"key\tsource\ttarget\nk\tSave\tSalvar\n"),
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    if name in SOURCES:
        (folder / SOURCES[name]).parent.mkdir(parents=True, exist_ok=True)
        (folder / SOURCES[name]).write_text(FILES[name][1], "utf-8")
    where = (str(folder), "--from", "en", "--to", "pt", "--no-meaning", "--format", "json")
    result = CliRunner().invoke(app, ["batch", *where])
    report = json.loads(result.stdout)
    lines = [f"{each['path']}: {each['message']}" for each in report["failures"]]
    return result.exit_code, lines, [row["unit"]["key"] for row in report["rows"]]


@pytest.mark.parametrize("data", [LAUGHS, OUTSIDE], ids=["laughs", "outside"])
@pytest.mark.parametrize("name", XML)
def test_no_entity_is_read(tmp_path: Path, name: str, data: str) -> None:
    code, failures, keys = batch(tmp_path, name, data.encode())
    assert (code, keys) == (3, ["k"])
    assert len(failures) == 1
    assert "declares the entity" in failures[0]
    assert "\n" not in failures[0]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("e.po", (PO.format("UTF-8", "") + ENTRY).encode("latin-1"), "is not valid UTF-8"),
        ("e.po", (PO.format("ISO-8859-1", "") + ENTRY).encode(), "says that it is in ISO-8859-1"),
        ("e.po", (PO.format("undefined", "") + ENTRY).encode(), "unknown encoding"),
        ("e.po", (PO.format("UTF-9", "") + ENTRY).encode(), "unknown encoding"),
        ("a.xlf", '<?xml version="1.0" encoding="latin1"?><x>é</x>'.encode(), "it is in latin1"),
        ("a.xlf", b'<?xml version="1.0" encoding="utf-16"?><xliff/>', "encoding"),
        ("a.xlf", b'<?xml version="1.0"?><xliff>\xe9</xliff>', "not sound XML"),
        ("locales/pt.json", '{"a": "é"}'.encode("utf-16"), "looks like UTF-16"),
        ("config/pt.yml", "pt:\n  a: é\n".encode("latin-1"), "is not valid UTF-8"),
        ("config/pt.yml", b"pt: &a [*a, *a]\nb: " + b"[" * 1000, "maximum nesting"),
        ("locales/pt.json", b"[" * 100_000, "not sound JSON"),
        ("ui-pt.ftl", b"a = " + b"{ {" * 5000, "ui-pt.ftl"),
        ("ui-pt.ftl", b'a = { "\\u00\n" }\n', "Invalid Unicode escape sequence"),
    ],
)
def test_damage_is_one_line(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    code, failures, keys = batch(tmp_path, name, data)
    assert (code, keys) == (3, ["k"])
    assert len(failures) == 1
    assert said in failures[0]
    assert "\n" not in failures[0]


@pytest.mark.parametrize("name", [name for name in FILES if not name.endswith(NOT_SEARCHED)])
def test_a_line_of_a_gigabyte_is_not_even_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    with (tmp_path / name).open("wb") as file:
        file.truncate(10**9)  # it takes no room on the disk
    (tmp_path / "sound").mkdir()
    (tmp_path / "sound" / "pt.tsv").write_bytes(SOUND)
    if name in SOURCES:
        (tmp_path / SOURCES[name]).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / SOURCES[name]).write_text(FILES[name][1], "utf-8")
    where = (str(tmp_path), "--from", "en", "--to", "pt", "--no-meaning", "--format", "json")
    result = CliRunner().invoke(app, ["batch", *where])
    report = json.loads(result.stdout)
    assert result.exit_code == 3
    assert [each["message"] for each in report["failures"]] == ["larger than 200 MB"]
    assert [row["unit"]["key"] for row in report["rows"]] == ["k"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "locales/pt.json",
            '{"a": {"k_one": "x",\n"k_one": "y"}}',
            "'a.k one' stands in line 1",
        ),
        ("messages_pt.properties", "k=x\nk=y\n", "'k' stands in line 1 already"),
        ("pt.lproj/Main.strings", '"k" = "x";\n"k" = "y";\n', "'k' stands in line 1 already"),
        ("ui-pt.ftl", "k = x\nk = y\n", "'k' stands in line 1 already"),
        (
            "config/pt.yml",
            "pt:\n a:\n  k:\n   other: x\n   other: y\n",
            "'a.k other' stands in",
        ),
        ("e.po", PO.format("UTF-8", "") + 2 * ENTRY, "'no' stands in line 4 already"),
        ("e.po", PO.format("UTF-8", "Plural-Forms: nplurals=x") + PLURAL, "Plural-Forms"),
        ("e.po", PO.format("UTF-8", "") + PLURAL, "Plural-Forms"),
    ],
)
def test_a_fault_of_the_whole_file_is_one_line(
    tmp_path: Path, name: str, data: str, said: str
) -> None:
    code, failures, keys = batch(tmp_path, name, data.encode())
    assert (code, keys[-1]) == (3, "k")
    assert len(keys) > 1
    assert len(failures) == 1
    assert said in failures[0]
