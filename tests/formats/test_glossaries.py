"""Glossary files, what they ask of a text, and what is said of an unsound one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from transcheck.cli.app import app
from transcheck.errors import InputError
from transcheck.formats.glossaries import read
from transcheck.glossary import Concept, Glossary, Term, TermStatus
from transcheck.glossary.find import in_source, occurrences, stands

TBX_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
  <termEntry id="c1">
    <langSet xml:lang="en"><tig><term>account</term></tig></langSet>
    <langSet xml:lang="de-DE">
      <tig><term>Konto</term>
        <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
      <ntig><termGrp><term>Account</term>
        <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp></ntig>
    </langSet>
  </termEntry>
</body></text></martif>
"""
TBX_3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <text><body><conceptEntry id="c1">
    <langSec xml:lang="en"><termSec><term>account</term></termSec></langSec>
    <langSec xml:lang="de"><termSec><term>Konto</term></termSec>
      <termSec><term>Account</term>
        <basic:administrativeStatus>supersededTerm-admn-sts</basic:administrativeStatus>
      </termSec></langSec>
  </conceptEntry></body></text></tbx>
"""
TABLE = "en,de,status\naccount,Konto,\naccount,Account,forbidden\n"
TOML = '[[terms]]\nen = "account"\nde = ["Konto"]\nforbidden = {de = ["Account"]}\n'
ACCOUNT = Term(text="account", lang="en")
KONTO = Term(text="Konto", lang="de")
BANNED = Term(text="Account", lang="de", status=TermStatus.FORBIDDEN)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "text"), [("a.tbx", TBX_2), ("b.tbx", TBX_3), ("c.csv", TABLE), ("d.toml", TOML)]
)
def test_every_form_says_the_same(tmp_path: Path, name: str, text: str) -> None:
    concepts = read(written(tmp_path, name, text))
    assert {term for concept in concepts for term in concept.terms} == {ACCOUNT, KONTO, BANNED}


def test_a_table_of_sources_and_targets_holds_for_any_languages(tmp_path: Path) -> None:
    text = "source\ttarget\tstatus\tnote\nfile\tficheiro|documento\t\tas in the menus\n"
    glossary = Glossary(concepts=read(written(tmp_path, "t.tsv", text)))
    (entry,) = glossary.entries("en", "pt")
    assert (entry.sources, entry.wanted) == (("file",), ("ficheiro", "documento"))
    assert glossary.entries("fr", "de") == (entry,)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.tbx", "<martif><text>", "a.tbx:1:"),
        ("a.tbx", '<!DOCTYPE m [<!ENTITY a "b">]><martif>&a;</martif>', "a.tbx:1"),
        ("a.csv", "", "a.csv: is empty"),
        ("a.csv", "note\n", "a.csv:1: no column is named"),
        ("a.csv", "source,target\n", "holds no terms"),
        ("a.csv", "source,language of choice\na,b\n", "a.csv:1: unknown language"),
        ("a.csv", 'source,target\n"a', "a.csv:2: not a sound table"),
        ("a.csv", "source,target,status\na,b,wrong\n", "a.csv:2: unknown status 'wrong'"),
        ("a.toml", "terms = 3", "terms must be a list of tables"),
        ("a.toml", "term = []", "unknown key 'term'"),
        ("a.toml", "[[terms]]\nen = 3", "entry 1 of terms: en must be a text"),
        ("a.toml", "[[terms]]\nen = ''\nforbidden = 1", "entry 1 of terms: forbidden"),
        ("a.toml", "[", "not valid TOML"),
        ("a.docx", "", "is no glossary"),
    ],
)
def test_an_unsound_glossary_is_one_clear_error(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    with pytest.raises(InputError, match=r".") as caught:
        read(written(tmp_path, name, text))
    assert said in caught.value.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read the glossary"):
        read(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two accounts were closed.", ["accounts"]),
        ("the accounting department", []),
        ("Bank account and Account", ["Bank account", "Account"]),
        ("sub-account's owner", ["account"]),
    ],
)
def test_terms_are_found_with_their_usual_endings(text: str, found: list[str]) -> None:
    longer = (Term(text="bank account", lang="en"), Term(text="Bankkonto", lang="de"))
    glossary = Glossary(concepts=(Concept(terms=(ACCOUNT, KONTO)), Concept(terms=longer)))
    assert [each.span.of(text) for each in in_source(glossary, text, "en", "de")] == found


@pytest.mark.parametrize(
    ("text", "term", "lang", "there"),
    [
        ("Häuser und Gärten", "Haus", "de", True),
        ("os ficheiros novos", "ficheiro", "pt", True),
        ("contas de utilizadores", "conta de utilizador", "pt", True),
        ("новых файлов", "файл", "ru", True),
        ("新しいファイルを開く", "ファイル", "ja", True),
        ("新しい書類を開く", "ファイル", "ja", False),
        ("die Kosten", "Konto", "de", False),
        ("o arquivo", "ficheiro", "pt", False),
    ],
)
def test_a_translation_may_bend_its_terms(text: str, term: str, lang: str, there: bool) -> None:
    assert stands(text, term, lang) is there


@given(st.text(max_size=40), st.text(min_size=1, max_size=12), st.sampled_from(["en", "zh", "ar"]))
def test_any_text_and_any_term_can_be_searched(text: str, term: str, lang: str) -> None:
    for span in occurrences(text, term, lang):
        assert 0 <= span.start < span.end <= len(text)
    concept = Concept(terms=(Term(text=term, lang=lang), Term(text="x", lang="de")))
    for found in in_source(Glossary(concepts=(concept,)), text, lang, "de"):
        assert 0 <= found.span.start < found.span.end <= len(text)
    stands(text, term, lang)


def test_the_command_line_and_the_configuration_name_glossaries(tmp_path: Path) -> None:
    terms = written(tmp_path, "terms.csv", TABLE)
    strings = written(tmp_path, "s.tsv", "source\ttarget\nDelete the account\tAccount löschen\n")
    config = written(tmp_path, "transcheck.toml", 'glossary = "terms.csv"\n')
    command = ["batch", str(strings), "--from", "en", "--to", "de", "--no-meaning"]
    plain = CliRunner().invoke(app, command)
    given = CliRunner().invoke(app, [*command, "--glossary", str(terms)])
    configured = CliRunner().invoke(app, [*command, "--config", str(config)])
    assert plain.exit_code == 0
    assert "missing-term" in given.stdout
    assert "forbidden-term" in given.stdout
    assert given.stdout == configured.stdout


def test_an_unsound_glossary_ends_the_run_before_anything_is_read(tmp_path: Path) -> None:
    terms = written(tmp_path, "terms.csv", "note\n")
    done = CliRunner().invoke(app, ["lint", "none.txt", "--lang", "en", "--glossary", str(terms)])
    assert done.exit_code == 2
    assert "no column is named" in done.stderr
