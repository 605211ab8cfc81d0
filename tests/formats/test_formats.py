"""Every format: texts, keys and exact places, damage in one line."""

import csv
import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.errors import InputError
from transcheck.formats import discovery, key_values, registry, tables, yaml_strings
from transcheck.formats.catalog import Languages
from transcheck.formats.discovery import Counterpart
from transcheck.formats.parquet import PARQUET
from transcheck.formats.project import Project
from transcheck.model import Pair
from transcheck.units import State

XLIFF1 = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="pt-BR" datatype="x"><body>
<trans-unit id="k" maxwidth="20" size-unit="char"><source>Save <g id="1">all</g></source>
<target state="needs-review-translation">A &amp; <g id="1">tudo</g></target>
<note>transcheck: allow all-caps</note></trans-unit>
<trans-unit id="l" translate="no"><source>OK</source><target>OK</target></trans-unit>
</body></file></xliff>
"""
XLIFF2 = """<xliff version="2.0" srcLang="en" trgLang="pt"
xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f"><unit id="k"><notes><note>n</note></notes>
<segment state="final"><source>One.</source><target>A &amp; um.</target></segment>
<segment><source>Two <ph id="2"/>.</source></segment></unit></file></xliff>
"""
TMX = """<tmx version="1.4"><header srclang="en"/><body><tu tuid="k">
<tuv xml:lang="en"><seg>Save<ph x="1">&lt;br></ph></seg></tuv>
<tuv xml:lang="pt"><seg>A &amp; b</seg></tuv></tu></body></tmx>
"""
QT = """<!DOCTYPE TS><TS version="2.1" language="pt_BR"><context><name>Main</name>
<message numerus="yes"><source>%n file(s)</source><translation><numerusform>A &amp; b</numerusform>
<numerusform>%n arquivos</numerusform></translation></message></context></TS>
"""
XCSTRINGS = """{"sourceLanguage": "en", "version": "1.0", "strings": {
"k": {"comment": "n", "localizations": {"pt": {"stringUnit": {"state": "translated",
 "value": "A \\u0026 b"}}}},
"p": {"localizations": {"en": {"variations": {"plural": {"one": {"stringUnit": {"value": "%d day"}},
 "other": {"stringUnit": {"value": "%d days"}}}}}, "pt": {"variations": {"plural": {
 "one": {"stringUnit": {"state": "needs_review", "value": "%d dia"}},
 "many": {"stringUnit": {"state": "translated", "value": "%d dias"}}}}}}},
"q": {"shouldTranslate": false}, "r": {"extractionState": "stale"}, "s": {}}}
"""
# A file by its name: its text, and the text of its source where it has one.
FILES = {
    "a.xlf": (XLIFF1, ""),
    "b.xliff": (XLIFF2, ""),
    "c.tmx": (TMX, ""),
    "d.ts": (QT, ""),
    "e.po": ('msgid ""\nmsgstr "Language: pt\\n"\n\nmsgid "k"\nmsgstr "A & b"\n', ""),
    "g.csv": ('note,Key,source,target\r\n,k,Save,"A & ""b"",\r\nc"d"\r\n', ""),
    "h.jsonl": ('{"key": "k", "source": "Save",\t"target": "A \\u0026 b"}\r\n\n', ""),
    "f.tsv": ("key\tsource\ttarget\nk\tSave\tA & b\n", ""),
    "locales/pt.json": ('{"a": {\n  "k_one": "A \\u0026 b"}}', '{"a": {"k_one": "Save"}}'),
    "app_pt.arb": ('{"k": "A & b", "@k": {"description": "n"}}', '{"k": "Save"}'),
    "values-pt/strings.xml": (
        '<resources>\n<string name="k">A &amp; b\\n</string></resources>',
        '<resources><string name="k">Save</string></resources>',
    ),
    "pt.lproj/Main.strings": ('/* n */\n"k" = "A & b";\n', '"k" = "Save";\n'),
    "messages_pt.properties": ("# n\nk = A \\u0026 \\\n  b\n", "k=Save\n"),
    "R.pt.resx": (
        '<root><data name="k"><value>A &amp; b</value><comment>n</comment></data></root>',
        '<root><data name="k"><value>Save</value></data></root>',
    ),
    "config/pt.yml": (
        'pt:\n  a:\n    k:\n      one: "A & \\u0062 \\"é\\"\n        c"\n'
        "      other: |\n        Tudo\n",
        "en:\n  a:\n    k:\n      other: Save\n",
    ),
    "ui-pt.ftl": (
        '# n\nk = A & { $x }\n  b\n\n    c\nm = {"a"} { $n ->\n  [one] um\n *[other] { $n }\n }.\n'
        "    .title = t\n",
        "k = Save\nm = { $n ->\n  [one] one\n *[other] { $n }\n }.\n    .title = t\n",
    ),
    "pt.lproj/M.stringsdict": (
        '<plist version="1.0"><dict>\n<key>k</key><dict><key>NSStringLocalizedFormatKey</key>'
        "<string>A &amp; %#@n@</string>\n<key>n</key><dict><key>NSStringFormatValueTypeKey</key>"
        "<string>d</string><key>one</key><string>um</string></dict></dict></dict></plist>",
        "<plist><dict><key>k</key><dict><key>NSStringLocalizedFormatKey</key>"
        "<string>S %#@n@</string>"
        "<key>n</key><dict><key>other</key><string>%d</string></dict></dict></dict></plist>",
    ),
    "L.xcstrings": (XCSTRINGS, ""),
    "news.pt.txt": ("A & b\r\n\nc", "Save\n\nd\n"),
    "docs/pt/a.md": ("---\nx: y\n---\n\nA & b\n", "Save\n"),
    "docs/pt/a.html": ("<html><body><!-- c -->\n<p class=x>A &amp; b", "<p>Save"),
    "film.pt.srt": (
        "1\n00:00:01,000 --> 00:00:02,000\n<i>A & b,\ne c.</i>\n\n",
        "1\n00:00:01,000 --> 00:00:02,000\nSave\n",
    ),
    "film.pt.vtt": (
        "WEBVTT\n\nSTYLE\nx {}\n\nNOTE n\n\nintro\n00:01.000 --> 00:02.000 line:0\nA &amp; b\nc",
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nSave\n",
    ),
}
SOURCES = {
    "news.pt.txt": "news.en.txt", "docs/pt/a.md": "docs/en/a.md",
    "docs/pt/a.html": "docs/en/a.html",
    "ui-pt.ftl": "ui-en.ftl", "pt.lproj/M.stringsdict": "en.lproj/M.stringsdict",
    "config/pt.yml": "config/en.yml", "film.pt.srt": "film.srt", "film.pt.vtt": "film.en.vtt",
    "locales/pt.json": "locales/en.json", "app_pt.arb": "app_en.arb",
    "values-pt/strings.xml": "values/strings.xml", "R.pt.resx": "R.resx",
    "pt.lproj/Main.strings": "en.lproj/Main.strings",
    "messages_pt.properties": "messages.properties",
}  # fmt: skip

PROJECT = Project(languages=Languages(source="en", target="pt"))


def pairs(folder: Path, name: str, data: bytes | None = None) -> list[Pair]:
    text, source = FILES[name]
    (folder / name).parent.mkdir(exist_ok=True, parents=True)
    (folder / name).write_bytes(text.encode() if data is None else data)
    files = [folder / name]
    if source:
        files.append(folder / SOURCES[name])
        files[1].parent.mkdir(exist_ok=True, parents=True)
        files[1].write_text(source, "utf-8")
    return [
        pair
        for file, beside in discovery.sources(files, PROJECT).items()
        for pair in discovery.catalog(file, beside, PROJECT.languages).pairs
    ]


def test_every_format_is_tested() -> None:
    assert {registry.of(name) for name in FILES} | {PARQUET} == set(registry.ALL)


@pytest.mark.parametrize("name", FILES)
def test_a_text_has_its_languages_key_and_exact_place(tmp_path: Path, name: str) -> None:
    first = pairs(tmp_path, name)[0]
    assert first.source
    assert first.target
    assert first.unit
    assert first.unit.key.split(".")[-1] in {"k", "%n file(s)", "000", "1"} or name == "b.xliff"
    assert (first.source.lang, first.target.lang) == ("en", "pt")
    if name == "b.xliff":
        assert first.source.text == "One."
    lines = FILES[name][0].splitlines(keepends=True)
    assert "A & " in first.target.text
    for index, character in enumerate(first.target.text.removesuffix("{1}tudo{/1}")):
        line, column = first.target.position(index)
        there = lines[line - 1][column - 1]
        assert there == character or there in "&\\<\n", (index, character)


def test_states_notes_and_limits(tmp_path: Path) -> None:
    review, locked = (pair.unit for pair in pairs(tmp_path, "a.xlf"))
    assert review
    assert locked
    assert (review.state, review.max_length) == (State.NEEDS_REVIEW, 20)
    assert review.allowed == ("all-caps",)
    assert locked.state is State.LOCKED
    plural = pairs(tmp_path, "locales/pt.json")[0].unit
    assert plural
    assert (plural.key, plural.plural) == ("a.k", "one")


def test_inline_codes_are_placeholders(tmp_path: Path) -> None:
    first = pairs(tmp_path, "a.xlf")[0]
    assert first.target
    assert first.target.text == "A & {1}tudo{/1}"


def test_entities_are_not_read(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><xliff>&b;</xliff>'
    with pytest.raises(InputError, match="declares the entity"):
        pairs(tmp_path, "a.xlf", bomb.encode())


@pytest.mark.parametrize(
    "data",
    [
        XLIFF1.replace('"1.0"', '"1.0" encoding="x-none"').encode(),
        XLIFF1.replace('"1.0"', '"1.0" encoding="utf-16"').encode(),
        b"<xliff>" * 1000,
        b"",
    ],
)
def test_damage_is_one_clear_line(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.xlf"):
        pairs(tmp_path, "a.xlf", data)


@pytest.mark.parametrize("name", FILES)
def test_no_damage_is_a_traceback(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - damage, not a secret
    sound = FILES[name][0].encode()
    for _ in range(30):
        data = bytearray(sound[: chance.randrange(1, len(sound) + 1)])
        for _ in range(chance.randrange(4)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        if not chance.randrange(4):
            data = bytearray(data.decode("latin-1").encode("utf-16"))
        try:
            pairs(tmp_path, name, bytes(data))
        except InputError as error:
            assert "\n" not in error.message  # noqa: PT017 - reading it is allowed too


CELLS = st.text(alphabet='ab,"\r\n \t', max_size=6)


@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1), every=st.booleans())
def test_csv_is_read_as_python_reads_it(rows: list[tuple[str, str]], every: bool) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL).writerows(
        [("source", "target"), *rows]
    )
    named = Languages(source="en", target="pt")
    found = tables.csv("a.csv", written.getvalue().encode(), named).pairs
    assert [
        (pair.source.text, pair.target.text) for pair in found if pair.source and pair.target
    ] == [row for row in rows if any(cell.strip() for cell in row)]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", 'source,target\na,"b\n', "a.csv:2:3: the quoted cell does not end"),
        ("a.csv", "source,target\na,b,c\n", "a.csv:2: 3 cells, but 2 columns are named"),
        (
            "a.jsonl",
            '\n{"source": 1}',
            "a.jsonl:2: expected an object with the fields source and target",
        ),
        ("a.yml", "en:\n  a: 'b\n", "a.yml:3:1: not sound YAML: found unexpected end of stream"),
        ("a.yml", "[" * 300, "a.yml:1: nested too deep"),
        ("a.yml", "? [a]\n: b\n", "a.yml:1: a key is no text"),
        ("a.srt", "1\nHello\n", "a.srt:1: expected a cue, found '1'"),
        ("a.vtt", "00:01.000", "a.vtt:1: expected WEBVTT, found '00:01.000'"),
        ("a.csv", "source,target,source\n", "a.csv:1: two columns are called 'source'"),
        ("a.tsv", "source\ttarget\na\tb\tc\n", "a.tsv:2: 3 cells, but 2 columns are named"),
    ],
)
def test_damage_says_its_place(tmp_path: Path, name: str, text: str, message: str) -> None:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    form = registry.of(name)
    assert form
    beside = Counterpart(form, None if form.read else file, "pt")
    with pytest.raises(InputError) as raised:
        discovery.catalog(file, beside, PROJECT.languages)
    assert raised.value.message == f"{tmp_path}/{message}"


def test_a_key_that_stands_twice_is_said() -> None:
    text = "key,source,target\nk,a,b\n\nk,c,d\n"
    found = tables.csv("a.csv", text.encode(), Languages(source="en", target="pt"))
    assert found.problems == ("a.csv:4: 'k' stands in line 2 already",)


def test_a_string_catalog_has_states_and_plural_forms(tmp_path: Path) -> None:
    told = [
        (pair.source.text, pair.unit.key, pair.unit.plural, pair.unit.state)
        for pair in pairs(tmp_path, "L.xcstrings")
        if pair.source and pair.unit
    ]
    assert told == [
        ("k", "k", None, State.TRANSLATED),
        ("%d day", "p", "one", State.NEEDS_REVIEW),
        ("%d days", "p", "many", State.TRANSLATED),
        ("q", "q", None, State.LOCKED),
        ("r", "r", None, State.OBSOLETE),
        ("s", "s", None, State.UNTRANSLATED),
    ]


def test_a_fluent_selection_has_a_text_for_each_variant(tmp_path: Path) -> None:
    found = [
        (pair.source.text, pair.target.text, pair.unit.key, pair.unit.plural)
        for pair in pairs(tmp_path, "ui-pt.ftl")
        if pair.source and pair.target and pair.unit
    ]
    assert found == [
        ("Save", "A & { $x }\nb\n\n  c", "k", None),
        ("one.", '{"a"} um.', "m", "one"),
        ("{ $n }.", '{"a"} { $n }.', "m", "other"),
        ("t", "t", "m.title", None),
    ]


def test_yaml_lines_that_go_on_behind_a_backslash() -> None:
    text = 'pt:\n  k: "ab \\\n     cd\\\n     \\ ef\n     gh"\n'
    (only,) = yaml_strings.strings("pt.yml", text.encode())
    assert only.text.text == "ab cd ef gh"
    segment = only.text.segment("pt.yml", "pt", 0)
    places = [segment.position(only.text.text.index(part)) for part in ("ab", "cd", "ef", "gh")]
    assert places == [(2, 7), (3, 6), (4, 8), (5, 6)]


def test_an_empty_key_of_a_strings_file_is_a_key() -> None:
    found = key_values.apple("a.strings", b'"" = "x";\na = "y";\n')
    assert [(each.unit.key, each.text.text) for each in found] == [("", "x"), ("a", "y")]
