"""PO files: every text at its exact place, every state told apart."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.errors import InputError
from transcheck.formats.catalog import Catalog, Languages
from transcheck.formats.po import read
from transcheck.model import Pair, Segment
from transcheck.units import State, Unit

HEADER = """\
msgid ""
msgstr ""
"Language: pt_BR\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def catalog(text: str, header: str = HEADER) -> Catalog:
    return read("pt.po", (header + text).encode(), Languages())


def parts(pair: Pair) -> tuple[Segment, Segment, Unit]:
    assert pair.source
    assert pair.target
    assert pair.unit
    return pair.source, pair.target, pair.unit


def only(text: str) -> tuple[Segment, Segment, Unit]:
    (pair,) = catalog(text).pairs
    return parts(pair)


def test_an_entry_has_its_texts_languages_and_comments() -> None:
    source, target, unit = only(
        "# A note.\n#. Shown on a button.\n#: a.py:3\n#, python-format, max-length:40\n"
        'msgctxt "menu"\nmsgid "Save %s"\nmsgstr "Salvar %s"\n'
    )
    assert (source.text, target.text) == ("Save %s", "Salvar %s")
    assert (source.lang, target.lang) == ("en", "pt")
    assert unit == Unit(
        key="Save %s",
        context="menu",
        notes=("A note.", "Shown on a button."),
        max_length=40,
        dialects=("python",),
    )


def test_a_place_is_exact_behind_escapes_and_over_lines() -> None:
    _, target, _ = only('msgid "x"\nmsgstr ""\n"Diz \\"sim\\"\\n"\n"ou não"\n')
    assert target.text == 'Diz "sim"\nou não'
    assert target.position(target.text.index("sim")) == (9, 8)
    assert target.position(target.text.index("ou")) == (10, 2)
    assert target.position(target.text.index("não")) == (10, 5)


def test_each_plural_form_has_the_source_that_it_translates() -> None:
    pairs = catalog(
        'msgid "one file"\nmsgid_plural "%d files"\n'
        'msgstr[0] "um arquivo"\nmsgstr[1] "%d arquivos"\n'
    ).pairs
    told = [(source.text, target.text, unit.plural) for source, target, unit in map(parts, pairs)]
    assert told == [("one file", "um arquivo", "0"), ("%d files", "%d arquivos", "1")]


def test_a_language_with_one_form_translates_the_plural() -> None:
    source, _, _ = only('msgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] "%d 个文件"\n')
    assert source.text == "%d files"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ('msgid "a"\nmsgstr "b"\n', State.TRANSLATED),
        ('msgid "a"\nmsgstr ""\n', State.UNTRANSLATED),
        ('#, fuzzy\n#| msgid "c"\nmsgid "a"\nmsgstr "b"\n', State.NEEDS_REVIEW),
        ('#~ msgid "a"\n#~ msgstr "b"\n', State.OBSOLETE),
    ],
)
def test_states(text: str, state: State) -> None:
    assert only(text)[2].state is state


def test_one_empty_form_beside_a_full_one_is_no_untranslated_unit() -> None:
    pairs = catalog('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""\n').pairs
    assert [pair.unit.state for pair in pairs if pair.unit] == [State.TRANSLATED] * 2


def test_a_comment_switches_checks_off() -> None:
    _, _, unit = only('# transcheck: allow glued-words, all-caps\nmsgid "a"\nmsgstr "b"\n')
    assert unit.allowed == ("glued-words", "all-caps")


def test_the_charset_of_the_header_is_read() -> None:
    text = HEADER.replace("UTF-8", "ISO-8859-1") + 'msgid "no"\nmsgstr "não"\n'
    pair = read("pt.po", text.encode("latin-1"), Languages()).pairs[0]
    assert parts(pair)[1].text == "não"


def test_entries_without_blank_lines_between_them_are_kept_apart() -> None:
    pairs = catalog('msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n').pairs
    assert [parts(pair)[0].text for pair in pairs] == ["a", "c"]


def test_a_template_is_untranslated() -> None:
    pairs = read("a.pot", b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n', Languages()).pairs
    assert [pair.unit.state for pair in pairs if pair.unit] == [State.UNTRANSLATED]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("msgid a\n", "pt.po:7: not a line of a PO file"),
        ('msgid "a" "b"\n', "pt.po:7: not a line"),
        ('msgstr "a"\n', "pt.po:7: an entry without msgid"),
    ],
)
def test_damage_is_one_clear_line(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        catalog(text)


def test_a_language_must_be_said() -> None:
    with pytest.raises(InputError, match="does not say its languages"):
        catalog('msgid "a"\nmsgstr "b"\n', header="")


def test_a_repeated_key_and_a_broken_plural_header_are_told() -> None:
    twice = catalog('msgid "a"\nmsgstr "b"\n\n' * 2)
    assert twice.problems == ("pt.po:10: 'a' stands in line 7 already",)
    plural = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n'
    broken = catalog(plural, HEADER.replace("nplurals=2; plural=(n > 1);", "nplurals=INTEGER"))
    assert "Plural-Forms" in broken.problems[0]
    assert len(broken.pairs) == 2


@given(st.text(alphabet='msgidctr_pul[]01"\\# ~,.:|\nabé\t\r', max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    with contextlib.suppress(InputError):
        read("pt.po", (HEADER + text).encode(), Languages())


@given(st.text(alphabet='abé"\\\n\t ', min_size=1, max_size=40))
def test_each_character_stands_where_its_place_says(text: str) -> None:
    escaped = text.translate({34: '\\"', 92: "\\\\", 10: '\\n"\n"', 9: "\\t"})
    body = HEADER + f'msgid "x"\nmsgstr "{escaped}"\n'
    (pair,) = read("pt.po", body.encode(), Languages()).pairs
    target = parts(pair)[1]
    assert target.text == text
    lines = body.split("\n")
    for index, character in enumerate(text):
        line, column = target.position(index)
        assert lines[line - 1][column - 1] == (character if character in "abé " else "\\")
