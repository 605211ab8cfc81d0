"""Plural forms: the rules of PO headers, the categories of languages, and what messages lack."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from tests.formats.test_formats import XCSTRINGS
from transcheck import languages
from transcheck.cli.app import app
from transcheck.data.plurals import categories, fewest
from transcheck.placeholders.plurals import holds_one_number, silent_arms
from transcheck.text.plural_rule import NUMBERS, plural_rule

POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
# An expression in C, and what says the same in Python.
ALIKE = ("+", "*", "==", "!=", "<", "<=", ">", ">=")
BINARY = {
    **{mark: f"int({{}} {mark} {{}})" for mark in ALIKE},
    "&&": "int(bool({}) and bool({}))",
    "||": "int(bool({}) or bool({}))",
}
Both = tuple[str, str]
EXPRESSIONS = st.recursive(
    st.sampled_from([(text, text) for text in ("n", "0", "1", "10")]),
    lambda inner: st.one_of(
        inner.map(lambda one: (f"!({one[0]})", f"int(not {one[1]})")),
        st.tuples(st.sampled_from(list(BINARY)), inner, inner).map(
            lambda each: (
                f"({each[1][0]} {each[0]} {each[2][0]})",
                BINARY[each[0]].format(each[1][1], each[2][1]),
            )
        ),
        st.tuples(inner, inner, inner).map(
            lambda each: (
                f"({each[0][0]} ? {each[1][0]} : {each[2][0]})",
                f"({each[1][1]} if {each[0][1]} else {each[2][1]})",
            )
        ),
    ),
    max_leaves=8,
)


def test_a_rule_gives_every_number_its_form() -> None:
    one, few, many = plural_rule(POLISH).forms
    assert one == (1,)
    assert few[:5] == (2, 3, 4, 22, 23)
    assert {0, 5, 11, 12, 13, 14, 21, 112}.issubset(many)
    assert sorted(one + few + many) == list(NUMBERS)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "expected"),
        ("nplurals=x; plural=0;", "expected"),
        ("nplurals=2; plural=(n;", "left open"),
        ("nplurals=2; plural=n);", "nothing was opened"),
        ("nplurals=2; plural=n ? 1;", "left open"),
        ("nplurals=2; plural=1 : 0;", "nothing was opened"),
        ("nplurals=2; plural=n n;", "cannot be read from “n” on"),
        ("nplurals=2; plural=n = 1;", "cannot be read from “= 1” on"),
        ("nplurals=2; plural=n ==;", "ends too early"),
        ("nplurals=2; plural=1 / n;", "divides by 0"),
        ("nplurals=2; plural=n==1 ? 0 : n==2 ? 1 : 2;", "asks for form 2 of 2"),
        ("nplurals=2; plural=" + "(" * 5000, "expected"),
    ],
)
def test_a_broken_rule_says_why(said: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        plural_rule(said)


@given(EXPRESSIONS, st.sampled_from(NUMBERS))
def test_expressions_are_worked_out_as_python_does(both: Both, number: int) -> None:
    text, python = both
    try:
        forms = plural_rule(f"nplurals=99; plural={text};").forms
    except ValueError as error:
        assert "asks for form" in str(error)  # noqa: PT017 - numbers beyond 98 are no forms
        return
    assert number in forms[eval(python, {"n": number})]  # noqa: S307 - made above


@given(st.text(alphabet="n0123456789 ()?:=!<>&|+-*/%", max_size=60))
def test_no_rule_raises_anything_else(text: str) -> None:
    try:
        forms = plural_rule(f"nplurals=3; plural={text};").forms
    except ValueError:
        return
    assert sorted(number for form in forms for number in form) == list(NUMBERS)


def test_the_table_knows_languages_and_their_order() -> None:
    known = [one.tag for one in (*languages.LANGUAGES, *languages.OTHER_LANGUAGES)]
    assert [tag for tag in known if not categories(tag)] == [
        "gn", "ht", "mi", "oc", "rw", "szl", "ba", "tt",
    ]  # fmt: skip
    order = ["zero", "one", "two", "few", "many", "other"]
    for tag in known:
        names = list(categories(tag))
        assert names == sorted(names, key=order.index)
        assert fewest(tag) <= sum(map(bool, categories(tag).values()))


@pytest.mark.parametrize(
    ("form", "lang", "rule", "single"),
    [
        ("one", "de", None, True),
        ("one", "ru", None, False),
        ("one", "pt-BR", None, True),
        ("one", "is", None, False),
        ("zero", "en", None, True),
        ("zero", "lv", None, False),
        ("=0", "ru", None, True),
        ("other", "ja", None, False),
        ("0", "ja", None, False),
        ("0", "ar", None, True),
        ("0", "ru", POLISH, True),
        ("1", "pl", POLISH, False),
        ("0", "ja", "nplurals=2; plural=n != 1;", True),
        ("7", "de", "nplurals=2; plural=n != 1;", False),
    ],
)
def test_forms_for_a_single_number(form: str, lang: str, rule: str | None, single: bool) -> None:
    assert holds_one_number(form, lang, rule) is single


@pytest.mark.parametrize(
    ("source", "target", "lang", "silent"),
    [
        ("one {# a} other {# b}", "one {x} other {# y}", "de", []),
        ("one {# a} other {# b}", "one {x} other {# y}", "ru", ["one"]),
        ("one {# a} other {# b}", "=1 {x} few {y} other {{n} y}", "pl", ["few"]),
        ("one {# a} other {# b}", "one {x} other {'#' y}", "de", ["other"]),
        ("one {# a} other {# b}", "one {x} other {{g, select, a {# y} other {z}}}", "de", []),
        ("one {a} other {b}", "one {x} other {y}", "de", []),
        ("=0 {none} one {a} other {# b}", "=0 {x} one {x} other {y}", "de", ["other"]),
    ],
)
def test_arms_that_leave_the_number_out(
    source: str, target: str, lang: str, silent: list[str]
) -> None:
    found = silent_arms(f"{{n, plural, {source}}}", f"{{n, plural, {target}}}", ("en", lang))
    assert [arm.selector for _, arm in found] == silent


def findings(folder: Path, target: str, files: dict[str, str]) -> list[tuple[str, str, str]]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    which = "missing-plural-form,needless-plural-form"
    named = ("--from", "en", "--to", target, "--no-meaning", "--format", "json")
    result = CliRunner().invoke(app, ["batch", str(folder), *named, "--select", which])
    return [
        (each["name"], each["text"], each["message"])
        for each in json.loads(result.stdout)["findings"]
    ]


FILES = {
    "android": {
        "values/strings.xml": '<resources><plurals name="k"><item quantity="one">a</item>'
        '<item quantity="other">b</item></plurals></resources>',
        "values-pl/strings.xml": '<resources><plurals name="k"><item quantity="zero">z</item>'
        '<item quantity="one">x</item><item quantity="other">y</item></plurals></resources>',
    },
    "stringsdict": {
        "en.lproj/M.stringsdict": "<plist><dict><key>k</key><dict><key>n</key><dict>"
        "<key>one</key><string>a</string><key>other</key><string>b</string>"
        "</dict></dict></dict></plist>",
        "pl.lproj/M.stringsdict": "<plist><dict><key>k</key><dict><key>n</key><dict>"
        "<key>one</key><string>x</string><key>other</key><string>y</string>"
        "</dict></dict></dict></plist>",
    },
    "i18next": {
        "en.json": '{"k_one": "a", "k_other": "b", "reason_other": "c"}',
        "pl.json": '{"k_one": "x", "k_other": "y", "reason_other": "z"}',
    },
    "rails": {
        "en.yml": "en:\n  k:\n    one: a\n    other: b\n  m:\n    one: c\n    other: d\n",
        "pl.yml": "pl:\n  k:\n    one: x\n    other: y\n"
        "  m:\n    one: v\n    few: w\n    many: y\n    other: z\n",
    },
    "arb": {
        "app_en.arb": '{"k": "{n, plural, =0{z} one{a} other{b}}"}',
        "app_pl.arb": '{"k": "{n, plural, =0{z} one{x} other{y}}"}',
    },
    "xcstrings": {"L.xcstrings": XCSTRINGS.replace('"pt"', '"pl"').replace('"many"', '"other"')},
}


@pytest.mark.parametrize("name", FILES)
def test_a_language_needs_its_categories(tmp_path: Path, name: str) -> None:
    told = findings(tmp_path, "pl", FILES[name])
    missing = [message for check, _, message in told if check == "missing-plural-form"]
    # The first form of the catalog waits for review, and so is not judged; but it is there.
    expected = [] if name == "xcstrings" else ["few, many"]
    assert [message.split("form ")[1].split(";")[0] for message in missing] == expected
    needless = [text for check, text, _ in told if check == "needless-plural-form"]
    assert needless == (["z"] if name == "android" else [])


def test_the_forms_of_a_po_file_are_those_of_its_header(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr "Language: pl\\nPlural-Forms: {}\\n"\n\n'
    entry = 'msgid "{0}"\nmsgid_plural "{0}s"\n{1}\n'
    forms = [f'msgstr[{n}] "x{n}"' for n in range(4)]
    text = "".join(entry.format(n, "\n".join(forms[:n])) for n in (2, 3, 4))
    told = findings(tmp_path, "pl", {"a.po": head.format(POLISH) + text})
    assert told == [
        ("missing-plural-form", "x0", "2 forms, and the header of the file has 3"),
        (
            "needless-plural-form",
            "x3",
            "the header of the file has 3 forms, so this is never shown",
        ),
    ]
    german = head.format("nplurals=2; plural=n != 1;") + entry.format("d", "\n".join(forms[:2]))
    told = findings(tmp_path, "pl", {"a.po": german + german.split("\n\n")[1].replace('"d', '"e')})
    assert [message for *_, message in told] == [
        "the header of the file tells 2 forms apart, pl has 3"
    ]


def test_qt_has_as_many_forms_as_the_language(tmp_path: Path) -> None:
    text = (
        '<TS language="pl"><context><message numerus="yes"><source>%n a</source><translation>'
        "<numerusform>x</numerusform><numerusform>y</numerusform></translation></message>"
        "</context></TS>"
    )
    assert [m for *_, m in findings(tmp_path, "pl", {"a.ts": text})] == ["2 forms, and pl has 3"]


@pytest.mark.parametrize("lang", ["pl", "ko"])
def test_rails_as_it_comes_knows_one_and_other(tmp_path: Path, lang: str) -> None:
    files = {"en.yml": FILES["rails"]["en.yml"]}
    assert not findings(
        tmp_path, lang, files | {f"{lang}.yml": files["en.yml"].replace("en", lang)}
    )
