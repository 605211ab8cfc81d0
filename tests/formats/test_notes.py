"""Notes in files: only they come and go, and every other byte stays."""

import codecs
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.test_formats import FILES, XLIFF1, XLIFF2
from tests.formats.test_prose import PAGE
from transcheck.errors import InputError
from transcheck.formats import po_entries, registry
from transcheck.formats.catalog import Format, Languages, Notes
from transcheck.formats.xml_tree import parse
from transcheck.model import Pair
from transcheck.units import Unit

PO = """\
# Licence of the file.

msgid ""
msgstr "Language: pt\\n"


# A translator.
# transcheck: allow all-caps
#. Extracted.
#: a.py:3
#, fuzzy
#| msgid "old"
msgid "wrapped "
"text"
msgstr ""
"em duas "
"linhas"
msgid "next"
msgid_plural "nexts"
msgstr[0] "a"
msgstr[1] "b"

#~ msgid "gone"
#~ msgstr "ido\""""
PREFIXED = (
    XLIFF1.replace("xmlns=", "xmlns:x=")
    .replace("<?xml", "<?XML")
    .replace("</", "</x:")
    .replace("<", "<x:")
    .replace("<x:/x:", "</x:")
    .replace("<x:?XML", "<?xml")
)
EMPTY = XLIFF1.replace("<target>OK</target>", "<target/>").replace("<note>", "<!-- c --><note>")
TEXTS = {
    "a.po": PO, "e.po": FILES["e.po"][0], "a.xlf": XLIFF1, "p.xlf": PREFIXED, "s.xlf": EMPTY,
    "b.xliff": XLIFF2, "n.xliff": XLIFF2.replace("<notes><note>n</note></notes>", ""),
    "a.html": PAGE, "b.html": "loose <b>text</b><IMG ALT='a b'/><ul><li>one<ul><li/>two</ul>three",
}  # fmt: skip
SHAPES: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "BOM": lambda text: codecs.BOM_UTF8 + text.encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
}
ALL = [(name, shape(text)) for name, text in TEXTS.items() for shape in SHAPES.values()]
HOSTILE = (
    'glued-words: </note>]]><target>&\r\nmsgid "x"\n\u2028\x85\x00 transcheck: allow all \ufffe'
)

notes_of_a_unit = st.lists(
    st.text(max_size=30).map("glued-words: {}".format) | st.just(HOSTILE), max_size=3
)


def form_of(name: str) -> Format:
    form = registry.of(name)
    assert form
    return form


def pairs(name: str, data: bytes) -> tuple[Pair, ...]:
    form = form_of(name)
    assert form.read
    return form.read(name, data, Languages(source="en", target="pt")).pairs


def noted(name: str, data: bytes, notes: Notes) -> bytes:
    form = form_of(name)
    assert form.write_notes
    return form.write_notes(name, data, notes)


def blocks(name: str, data: bytes) -> list[int]:
    if strings := form_of(name).strings:
        return list(range(len(strings(name, data))))
    return sorted({pair.target.block for pair in pairs(name, data) if pair.target})


def units(name: str, data: bytes) -> list[tuple[str, str, Unit | None]]:
    if strings := form_of(name).strings:
        return [(each.block, each.text.text, each.unit) for each in strings(name, data)]
    return [
        (pair.source.text, pair.target.text, pair.unit)
        for pair in pairs(name, data)
        if pair.source and pair.target
    ]


@given(st.sampled_from(ALL))
def test_without_findings_no_byte_moves(file: tuple[str, bytes]) -> None:
    name, data = file
    assert noted(name, data, {}) == data
    assert noted(name, data, dict.fromkeys(blocks(name, data), ())) == data


@given(st.sampled_from(ALL), st.data())
def test_notes_change_no_unit_and_leave_no_trace(
    file: tuple[str, bytes], draw: st.DataObject
) -> None:
    name, data = file
    told = {block: draw.draw(notes_of_a_unit) for block in blocks(name, data)}
    once = noted(name, data, told)
    assert units(name, once) == units(name, data)
    assert noted(name, once, told) == once
    assert noted(name, once, {}) == once
    assert noted(name, once, dict.fromkeys(told, ())) == data


@given(st.text(alphabet='msgidctr_pul[]01"\\# ~,.:|\nabé\t\r', max_size=80), notes_of_a_unit)
def test_any_po_that_is_read_can_be_written(text: str, notes: list[str]) -> None:
    data = f'msgid ""\nmsgstr "Language: pt\\n"\n\n{text}'.encode()
    try:
        before = units("a.po", data)
    except InputError:
        return
    told = dict.fromkeys(blocks("a.po", data), notes)
    assert noted("a.po", data, dict.fromkeys(told, ())) == data
    assert units("a.po", noted("a.po", data, told)) == before


def test_a_po_note_stands_below_the_comments_of_translators() -> None:
    data = noted("a.po", PO.encode(), {1: ["glued-words: Two words."]}).decode()
    added = "# transcheck: allow all-caps\n# transcheck: glued-words: Two words.\n#. Extracted."
    assert added in data
    assert len(data.splitlines()) == len(PO.splitlines()) + 1


def test_a_hostile_note_stays_one_comment_line() -> None:
    data = noted("a.po", PO.encode(), {1: [HOSTILE], 2: [HOSTILE]}).decode()
    assert len(data.splitlines()) == len(PO.splitlines()) + 2
    assert len(list(po_entries.entries("a.po", data))) == 4


@pytest.mark.parametrize(("name", "mark"), [("a.xlf", "from"), ("b.xliff", "category")])
def test_an_xliff_note_is_escaped_and_marked(name: str, mark: str) -> None:
    data = noted(name, TEXTS[name].encode(), {1: ["glued-words: <a> & “b”"]})
    assert f'<note {mark}="transcheck">glued-words: &lt;a&gt; &amp; “b”</note>'.encode() in data
    ours = [note for note in parse(name, data).walk("note") if note.attributes.get(mark)]
    assert [note.text for note in ours] == ["glued-words: <a> & “b”"]


def test_a_note_on_a_page_is_an_attribute_of_its_20() -> None:
    note = 'glued-words: <a> & "b"'
    told = dict.fromkeys(blocks("b.html", TEXTS["b.html"].encode()), (note,))
    data = noted("b.html", TEXTS["b.html"].encode(), told).decode()
    said = "transcheck: glued-words: &lt;a&gt; &amp; &quot;b&quot;"
    attributes = (
        f'its-loc-quality-issue-type="uncategorized" its-loc-quality-issue-comment="{said}"'
    )
    assert data.startswith("loose <b>text</b><IMG " + attributes + " ALT='a b'/><ul><li ")
    # One element holds "one" and "three", and nothing holds "loose text".
    assert data.count(attributes) == 3


def test_notes_are_made_where_a_unit_has_none() -> None:
    name = "n.xliff"
    data = noted(name, TEXTS[name].encode(), {1: ["a: b"]}).decode()
    place = '<notes><note category="transcheck">a: b</note></notes>\n<segment'
    assert place in data


def test_a_note_has_the_prefix_of_its_unit() -> None:
    data = noted("p.xlf", PREFIXED.encode(), {1: ["a: b"]})
    assert b'<x:note from="transcheck">a: b</x:note>' in data


def test_other_encodings() -> None:
    xliff = XLIFF1.replace('"1.0"', '"1.0" encoding="iso-8859-1"', 1).encode("latin-1")
    assert b"a: &#8220;" in noted("a.xlf", xliff, {1: ["a: “"]})
    with pytest.raises(InputError, match="UTF-16"):
        noted("a.xlf", XLIFF1.encode("utf-16"), {})
    po = 'msgid ""\nmsgstr "Language: pt\\nContent-Type: text/plain; charset=latin-1\\n"\n\n'
    latin = (po + 'msgid "no"\nmsgstr "não"\n').encode("latin-1")
    assert "# transcheck: a: é\n".encode("latin-1") in noted("a.po", latin, {1: ["a: é"]})
    with pytest.raises(InputError, match="cannot be written in"):
        noted("a.po", latin, {1: ["a: “"]})


def test_the_formats_with_notes() -> None:
    assert [each.name for each in registry.ALL if each.write_notes] == ["po", "xliff", "html"]
    assert {form_of(name).name for name in TEXTS} == {"po", "xliff", "html"}
