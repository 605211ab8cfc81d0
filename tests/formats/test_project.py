"""Which files are read, in which format, beside which source."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from transcheck.cli.app import app
from transcheck.errors import ConfigError, InputError
from transcheck.formats import discovery
from transcheck.formats.catalog import Languages
from transcheck.formats.project import Project, pattern
from transcheck.text import globs

TEXTS = {"en": "k = Save\n", "pt": "k = Salvar\n"}


def project(*patterns: str, **formats: str) -> Project:
    return Project(languages=Languages(source="en"), patterns=patterns, formats=formats)


def written(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(TEXTS["pt" if "pt" in name else "en"], "utf-8")


def read(folder: Path, how: Project) -> dict[str, list[tuple[str, str]]]:
    found = {}
    for file, beside in discovery.sources(how.files([folder]), how).items():
        pairs = discovery.catalog(file, beside, how.languages).pairs
        texts = [(p.source.text, p.target.text) for p in pairs if p.source and p.target]
        found[file.relative_to(folder).as_posix()] = texts
    return found


@pytest.mark.parametrize(
    ("glob", "path", "lang"),
    [
        ("i18n/{lang}/*.json", "i18n/pt/a.json", "pt"),
        ("i18n/{lang}/*.json", "web/i18n/zh_Hans/a.json", "zh_Hans"),
        ("i18n/{lang}/*.json", "i18n/pt/b/a.json", None),
        ("i18n/{lang}/**/*.json", "i18n/pt/a.json", "pt"),
        ("i18n/{lang}/**/*.json", "i18n/pt/b/c/a.json", "pt"),
        ("./{lang}/x.{lang}.json", "pt/x.pt.json", "pt"),
        ("{lang}/x.{lang}.json", "pt/x.de.json", None),
        ("a.{lang}", "xa.pt", None),
        ("{lang}/?.md", "pt\\a.md", "pt"),
    ],
)
def test_a_pattern_fits_the_end_of_a_path(glob: str, path: str, lang: str | None) -> None:
    found = globs.match(glob, path)
    assert (found and found["lang"]) == lang


def test_folders_of_apple_may_have_the_names_of_languages(tmp_path: Path) -> None:
    for name, text in (("English", "Save"), ("Portuguese", "Salvar"), ("Resources", "Nada")):
        folder = tmp_path / f"{name}.lproj"
        folder.mkdir()
        (folder / "Main.strings").write_text(f'"k" = "{text}";\n', "utf-8")
    assert read(tmp_path, project()) == {"Portuguese.lproj/Main.strings": [("Save", "Salvar")]}


def test_a_source_without_any_of_the_keys_is_told(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text("{}", "utf-8")
    (tmp_path / "pt-br.json").write_text('{"k": "Salvar"}', "utf-8")
    with pytest.raises(InputError, match=r"none of its 1 texts stands in .*en\.json"):
        read(tmp_path, project())


def test_a_pattern_pairs_files_of_other_names(tmp_path: Path) -> None:
    names = (
        "texts/lang-en/a.properties",
        "texts/lang-pt/a.properties",
        "texts/lang-xx/a.properties",
    )
    written(tmp_path, *names)
    assert read(tmp_path, project("texts/lang-{lang}/*.properties")) == {
        "texts/lang-pt/a.properties": [("Save", "Salvar")]
    }


def test_a_language_that_stands_twice_in_a_path(tmp_path: Path) -> None:
    written(tmp_path, "en/x.en.properties", "pt/x.pt.properties")
    assert list(read(tmp_path, project("{lang}/x.{lang}.properties"))) == ["pt/x.pt.properties"]


def test_a_format_by_glob_goes_before_the_name(tmp_path: Path) -> None:
    written(tmp_path, "en/a.conf", "pt/a.conf", "en/b.json", "pt/b.json")
    found = read(tmp_path, project(**{"*/a.conf": "properties", "**/b.json": "properties"}))
    assert found == {name: [("Save", "Salvar")] for name in ("pt/a.conf", "pt/b.json")}


def test_a_pattern_says_the_language_of_a_bilingual_file(tmp_path: Path) -> None:
    (tmp_path / "po-pt").mkdir()
    (tmp_path / "po-pt" / "a.po").write_text('msgid "Save"\nmsgstr "Salvar"\n', "utf-8")
    with pytest.raises(InputError, match="does not say its languages"):
        read(tmp_path, project())
    assert read(tmp_path, project("po-{lang}/*.po")) == {"po-pt/a.po": [("Save", "Salvar")]}


def test_a_translation_without_its_source_is_told(tmp_path: Path) -> None:
    written(tmp_path, "pt/a.properties")
    with pytest.raises(InputError, match="no source stands beside it"):
        read(tmp_path, project("{lang}/*.properties"))


def test_a_pattern_needs_a_place_for_the_language() -> None:
    with pytest.raises(ConfigError, match=r"has no \{lang\}"):
        pattern("i18n/*.json")


def test_what_does_not_exist_is_said_before_anything_is_read(tmp_path: Path) -> None:
    written(tmp_path, "i18n/en.properties", "i18n/pt.properties")
    with pytest.raises(InputError, match=r"no such file or folder: \S+locale\b"):
        project().files([tmp_path / "i18n", tmp_path / "locale"])


@pytest.mark.parametrize("name", ["csv", "jsonl"])
def test_a_report_of_an_earlier_run_is_no_localization_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text('msgid "%d files"\nmsgstr "Dateien"\n', encoding="utf-8")
    arguments = ["batch", str(tmp_path), "--from", "en", "--to", "de", "--no-meaning"]
    report = tmp_path / f"report.{name}"
    CliRunner().invoke(app, [*arguments, "--output", f"{name}={report}"])
    assert report.stat().st_size
    assert Project().files([tmp_path]) == [tmp_path / "de.po"]
