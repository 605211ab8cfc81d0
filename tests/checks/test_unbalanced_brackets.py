"""Brackets are paired over an article; smileys, list numbers and intervals pass."""

import pytest

from tests.checks.articles import marked, marked_in_pair
from tests.checks.test_hints import row_of
from transcheck.checks.runner import Rule, run
from transcheck.checks.unbalanced_brackets import UNBALANCED_BRACKETS
from transcheck.model import Side


def brackets(text: str, lang: str = "en") -> list[str]:
    return [mark for _, mark in marked(UNBALANCED_BRACKETS, text, lang)]


@pytest.mark.parametrize(
    "text",
    [
        "(It rained. We waited.)",
        "Bring (namely 1) ink and 2) pens).",
        "We need a) ink; b) pens.",
        "1) Ink is here.\n2) Pens are not.",
        "Fine :) See you (soon :)) and bye :-(",
        "(I joke :) It is late.",
        "The value is in [0, 1) or (0, 1].",
        "¯\\_(ツ)_/¯ he said.",
        "See the note*) and the other**) below.",
        "The price (see note 1) fell.",
        "(See [here](https://example.org/a_(b)) or (www.example.org).)",
        "Type '(' or \"]\" or $[ in code; it costs (about 3 $).",
        "The list (ink,\npens and 8) is long.",
        "It is (wet); we wait.",
        "Call f(x[0]) and `g(`.",
    ],
)
def test_sound_brackets_pass(text: str) -> None:
    assert brackets(text) == []


@pytest.mark.parametrize(
    ("text", "lang", "marks"),
    [
        ("The mayor (away was late.", "en", ["("]),
        ("The mayor, away) was late.", "en", [")"]),
        ("The mayor (away] was late.", "en", ["]"]),
        ("He (or [she) was late.", "en", ["["]),
        ("市长（不在没来。", "zh", ["（"]),
        ("彼は【重要と言った。", "ja", ["【"]),
    ],
)
def test_a_bracket_without_partner(text: str, lang: str, marks: list[str]) -> None:
    assert brackets(text, lang) == marks


def test_half_width_and_full_width_brackets_pair() -> None:
    assert brackets("市长（不在)没来。", "zh") == []


def test_a_bracket_is_not_awaited_for_ever() -> None:
    text = "He (away was late.\n" + "It rained all day.\n" * 6 + "Then, he said) he came.\n"
    assert brackets(text) == ["(", ")"]


def test_a_fault_that_the_source_has_is_reported_there() -> None:
    found = marked_in_pair(UNBALANCED_BRACKETS, "He (away was late.", "Ele (ausente atrasou-se.")
    assert found == [(Side.SOURCE, 1, "(")]


def strings(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the marks, each with its string, in a file of strings and their translations."""
    rows = [
        row_of(*pair, ("en", "de"), string=True, number=number) for number, pair in enumerate(pairs)
    ]
    check = UNBALANCED_BRACKETS
    found = run([Rule(check=check, severity=check.severity)], rows).findings
    return [(finding.text, finding.excerpt) for finding in found]


def test_no_string_closes_what_another_opens() -> None:
    assert strings(("Wait (now)", "Warten (jetzt"), ("Go (now)", "Gehen jetzt)")) == [
        ("(", "Warten (jetzt"), (")", "Gehen jetzt)"),
    ]  # fmt: skip


def test_a_string_that_is_open_on_both_sides_is_closed_by_its_program() -> None:
    assert strings(("Wait (until", "Warten (bis"), ("noon)", "Mittag)")) == []
