"""The checks of strings beyond their examples: what they find, and what they leave alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.pairs import said, string
from transcheck.checks.base import Context, Texts
from transcheck.checks.changed_end_mark import CHANGED_END_MARK
from transcheck.checks.registry import find
from transcheck.model import Measured, Role, Severity
from transcheck.numbers.figures import swapped
from transcheck.text import line_breaks
from transcheck.text.tags import lost_blanks
from transcheck.units import Unit

TEXTS = st.text(alphabet="<>ab 1207.:пм％„\"'\\", max_size=40)


@pytest.mark.parametrize(
    ("source", "text", "marked"),
    [
        ("Needs v2.5.2 or v2.5.4", "Braucht v4.5.2 oder v2.5.4", "4"),
        ("bytes %(0)d to %(1)d", "Bytes %(7)d bis %(1)d", "7"),
        ("4 landscape A6 pages on one A4 page", "6 A6-Seiten quer auf einer A4-Seite", "6"),
        ("from ``0.0`` to ``1.0``", "von ``0.0`` bis ``9.0``", "9"),
        ('<p class="mb-1">a</p>', '<p class="mb-3">a</p>', "3"),
    ],
)
def test_digits_of_a_string_count_wherever_they_stand(source: str, text: str, marked: str) -> None:
    assert [hit.span.of(text) for hit in said("changed-number", source, text)] == [marked]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("6 p.m.", "18 Uhr"),
        ("1.5 million", "1 500 000"),
        ("2017-05-31 22:00", "31.05.2017, 22:00"),
        ("A4 paper", "Papier"),
        ("7 days", "07 Tage"),
    ],
)
def test_digits_that_say_the_same_are_no_change(source: str, text: str) -> None:
    assert swapped((source, "en"), (text, "de")) is None


@pytest.mark.parametrize(
    ("source", "text", "lost"),
    [
        ("<a> of <ids>", "<a> von", ["<ids>"]),
        ("::<one> - ::<two>", ":: - ::<two>", ["<one>"]),
        ("use <text> here", "hier „Text“", []),
        ("use <text> here", "TEXT hier", []),
        ("use <text> here", "hier ＜文字＞", []),
        ("<b>bold</b> <file>", "<b>fett</b> <Datei>", []),
        ("a < b and c > d", "a und d", []),
    ],
)
def test_blanks_to_fill_in_are_kept(source: str, text: str, lost: list[str]) -> None:
    assert lost_blanks(source, text) == lost


@pytest.mark.parametrize(
    ("source", "text", "flagged"),
    [
        (r"say \"yes\"", "sag „ja“", False),
        (r"say \"yes\"", r"sag \"ja\" oder \"nein\"", False),
        (r"say \"yes\"", 'sag "ja"', True),
        (r"it\'s here", r"l\'objet d\'ici", False),
        (r"it\'s here", "l'objet", True),
        (r"\n\"", r"„", True),
    ],
)
def test_only_bare_quotation_marks_are_a_lost_escape(source: str, text: str, flagged: bool) -> None:
    assert bool(said("changed-escape", source, text, "fr")) == flagged


def test_an_address_that_is_wrong_in_one_of_two_places() -> None:
    source = "<user@example.com> becomes user@example.com"
    (hit,) = said("lost-handle", source, "Aus <user@exaple.com> wird user@example.com")
    assert hit.suggestion == "user@example.com"
    assert said("lost-handle", source, "Es wird user@example.com") == []
    (hit,) = said("lost-handle", source, "Es wird nichts")
    assert hit.message == "expected user@example.com, user@example.com, found nothing like it"


def test_a_letter_less_is_no_other_country() -> None:
    for end in ("co", "cm", "ne"):
        assert said(
            "changed-url", "See https://a.example.com.", f"Ver https://a.example.{end}.", "es"
        )
    assert not said("changed-url", "See https://example.com.", "Ver https://example.com.co.", "es")


@pytest.mark.parametrize(
    ("source", "text", "lang", "flagged"),
    [
        ("As follows::", "Wie folgt:", "de", True),
        ("As follows::", "Wie folgt::", "de", False),
        ("starts with", "以……开始", "zh", False),
        ("Aug.", "août", "fr", False),
        ("and so on.", "и т.д.", "ru", False),
        ("Wait...", "Warten.", "de", True),
        ("Saved (for now).", "Gespeichert (bis jetzt)", "de", True),
        ("Saved (for now).", "Gespeichert. (Bis jetzt)", "de", False),
        ("Not changed.", "変更なし", "ja", True),
        ("Empty where not changed.", "変更しない場合は空白", "ja", False),
    ],
)
def test_end_marks(source: str, text: str, lang: str, flagged: bool) -> None:
    assert bool(said("changed-end-mark", source, text, lang)) == flagged


@pytest.mark.parametrize(
    ("source", "text", "marked"),
    [
        ("<b>%s</b> lost", "</b>%s<b> verloren, <i>%d</i>", "</b>"),
        ("&lt;a&gt;here&lt;/a&gt;", "</a>hier<a>", "</a>"),
        ("<p>Run <b>it</b>", "<p><b>Es starten</b></b>", "</b>"),
        ("<p>Run <b>it</b>", "<p><b>Es starten", None),
        ("<li>A <b>b</b> <li>C", "<li>A <b>b</b> <li>C", None),
    ],
)
def test_crossed_tags(source: str, text: str, marked: str | None) -> None:
    hits = said("crossed-tags", source, text)
    assert [text[hit.span.start : hit.span.end] for hit in hits] == [marked] * bool(marked)


@pytest.mark.parametrize(("lost", "flagged"), [(5, True), (6, False)])
def test_what_most_strings_of_a_file_do_is_its_way(lost: int, flagged: bool) -> None:
    pairs = [string("Saved it.", "Gespeichert").pair] * lost
    pairs += [string("Saved it.", "Gespeichert.").pair] * (10 - lost)
    context = Context(texts=Texts(pairs=tuple(pairs)))
    assert bool(list(CHANGED_END_MARK.run(Measured(pair=pairs[0]), context))) == flagged


@given(TEXTS, TEXTS)
def test_nothing_is_lost_from_a_copy(one: str, other: str) -> None:
    assert lost_blanks(one, one) == []
    assert swapped((one, "en"), (one, "de")) is None
    lost_blanks(one, other)
    if found := swapped((one, "en"), (other, "de")):
        assert all(
            number.of(text).isdecimal() for number, text in zip(found, (one, other), strict=True)
        )


@pytest.mark.parametrize(
    ("source", "text", "flagged"),
    [
        ("Prints the list\nof files.", "Gibt die Liste\nder vielen\nDateien aus.", False),
        ("Prints the list\nof all files.", "Gibt die Liste der Dateien aus.", True),
        ("Name: a\nSize: b", "Name: a\nGröße: b\nArt: c", True),
    ],
)
def test_a_longer_text_may_need_more_lines(source: str, text: str, flagged: bool) -> None:
    assert bool(said("changed-line-breaks", source, text)) == flagged


def test_code_stands_as_it_is_in_a_translated_text() -> None:
    source = "Say that all is good: run this command --good with force"
    text = "Sagen, dass alles gut ist: run this command --good with force"
    assert said("untranslated", source, text) == []
    assert said("untranslated", source.replace("--", ""), text.replace("--", "")) != []


@pytest.mark.parametrize(
    ("name", "source", "text", "severities"),
    [
        ("changed-edge-space", "By ", "Von", {None}),
        ("changed-edge-space", "Done\n", "Fertig", {None}),
        ("changed-edge-space", "Done", "Fertig\n", {None}),
        ("changed-edge-space", "By", "Von ", {Severity.NOTE}),
        ("changed-edge-space", "\n    Done.\n    ", "\nFertig.", {Severity.NOTE}),
        ("changed-edge-space", "Wait 5 minutes ", "Fünf Minuten warten", {None}),
        ("changed-edge-space", " min", "分钟", {Severity.NOTE}),
        ("added-tag", "Number 2", "2<sup>e</sup>", {Severity.NOTE}),
        ("added-tag", "Done", "<b>Fertig</b>", {None}),
        ("missing-tag", "One<br>two", "Eins zwei", {Severity.NOTE}),
        ("missing-tag", "<b>One</b><br>two", "Eins zwei", {None}),
        ("changed-line-breaks", "Name: %s\nSize: %d", "Name: %s Größe: %d", {None}),
        ("changed-line-breaks", "Name: %s\nSize: %d", "Name: %s\nGröße:\n%d", {Severity.NOTE}),
        ("copied-string", "Apple Pay", "Apple Pay", {Severity.NOTE}),
        ("copied-string", "Product ID", "Product ID", {Severity.NOTE}),
        ("copied-string", "Delete this file", "Delete this file", {None}),
        ("copied-string", "hg strip [-f] REV", "hg strip [-f] REV", set()),
        ("space-before-punctuation", "Use %s.", "请使用 %s 。", set()),
        ("empty", "{}th", "{}.", set()),
    ],
)
def test_what_no_reader_sees_is_a_note(
    name: str, source: str, text: str, severities: set[Severity | None]
) -> None:
    lang = "zh" if "请" in text else "de"
    measured = string(source, text, lang)
    target = replace(measured.pair.target, role=Role.STRING) if measured.pair.target else None
    measured = replace(measured, pair=replace(measured.pair, target=target))
    hits = find(name).run(measured, Context())
    assert {hit.severity for hit in hits} == severities


def test_a_word_that_the_file_translates_was_copied() -> None:
    copied = string("Changeset %(rev)s", "Changeset %(rev)s").pair
    others = [string("Show changeset", "Änderung zeigen").pair] * 2
    kept = [string("Show changeset", "Changeset zeigen").pair] * 2
    for beside, found in ((others, 1), (kept, 0), ([*kept, *others], 0)):
        context = Context(texts=Texts(pairs=(copied, *beside)))
        assert len(list(find("copied-string").run(Measured(pair=copied), context))) == found


@given(source=TEXTS, text=TEXTS)
def test_lines_of_any_text_are_counted(source: str, text: str) -> None:
    assert line_breaks.wraps(text) <= line_breaks.count(text) or not text.strip()
    assert line_breaks.may_be_wrapped(text) or not line_breaks.is_wrapped(text)
    assert line_breaks.paragraphs(source) >= 1


def run_of(*strings: tuple[str, str, str, str]) -> Texts:
    """Return strings by path, language, source and translation, as a run has them."""
    made = []
    for number, (path, lang, source, text) in enumerate(strings):
        pair = string(source, text, lang).pair
        assert pair.target
        made.append(replace(pair, id=str(number), target=replace(pair.target, path=path)))
    return Texts(pairs=tuple(made))


def flagged(name: str, texts: Texts) -> list[tuple[str, str]]:
    context = Context(texts=texts)
    return [
        (pair.id, hit.message)
        for pair in texts.pairs
        for hit in find(name).run(Measured(pair=pair), context)
    ]


def test_a_file_that_is_being_translated_is_told_once() -> None:
    copies = [("de.yml", "de", text, text) for text in map("Delete this file {}".format, range(25))]
    found = flagged("copied-string", run_of(("de.yml", "de", "Save", "Speichern"), *copies))
    message = "the translation is the source, and so it is in 25 of 26 strings of the file"
    assert found == [("1", message)]


def test_what_most_languages_keep_is_a_name() -> None:
    kept = [(f"{lang}.yml", lang, "number, picture", "number, picture") for lang in ("de", "ru")]
    assert flagged("copied-string", run_of(*kept)) == []
    put = [(f"{lang}.yml", lang, "number, picture", "x, y") for lang in ("fr", "es")]
    assert len(flagged("copied-string", run_of(*kept, *put))) == 2


def test_variants_of_a_language_say_things_otherwise() -> None:
    said = [("app_pt_BR.ts", "Gerenciar arquivos"), ("app_pt_PT.ts", "Gerir ficheiros")]
    both = [(path, "pt", "Manage files", text) for path, text in said]
    assert flagged("inconsistent-translation", run_of(*both)) == []
    assert flagged("inconsistent-translation", run_of(*both, ("app_pt_PT.ts", *both[0][1:])))


@pytest.mark.parametrize(
    ("name", "source", "text", "lang"),
    [
        ("lost-accents", "number [, precision]", "number [, precision]", "fr"),
        ("missing-placeholder", "%d %B, %Y", "%e. %B %Y", "hu"),
        ("changed-escape", "The sign '\\' escapes", "Signe « \\ » d'échappement", "fr"),
        ("changed-escape", "The sign '\\' escapes", 'Betrakta "\\"', "sv"),
        ("unbalanced-quotes", "Email", 'דוא"ל', "he"),
        ("control-or-invisible-character", "Actual Size", "ទំហំ\u200bជាក់ស្ដែង", "km"),
        ("lost-question", "Delete it?", "ဖျက်မလား။", "my"),
        ("length-ratio", "One file is left of those.|Many files are left of those, and more.",
         "还有文件。", "zh"),
        ("repeated-phrase", "One or more.|More or more.", "|".join(["على عنصر او اقل."] * 3), "ar"),
    ],
)  # fmt: skip
def test_what_other_formats_write_is_no_fault(name: str, source: str, text: str, lang: str) -> None:
    made = string(source, text, lang)
    assert made.pair.target
    pair = replace(made.pair, target=replace(made.pair.target, role=Role.STRING))
    assert list(find(name).run(replace(made, pair=pair), Context())) == []


def test_words_between_dashes_are_no_option() -> None:
    assert not said("lost-option", "--none--", "--keine--")
    assert said("lost-option", "Use --none here", "Mit --keine")


def test_variants_for_platforms_are_no_plural_forms() -> None:
    pairs = []
    for form, source in (("windows", "Exit"), ("other", "Quit")):
        pair = string(source, "Beenden").pair
        pairs.append(replace(pair, id=form, unit=Unit(key="quit", plural=form)))
    context = Context(texts=Texts(pairs=tuple(pairs)))
    assert not list(find("same-plural-forms").run(Measured(pair=pairs[0]), context))
