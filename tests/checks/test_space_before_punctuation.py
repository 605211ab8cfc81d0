"""A space before a mark is a fault where the language sets none."""

import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.space_before_punctuation import SPACE_BEFORE_PUNCTUATION
from transcheck.languages import LANGUAGES
from transcheck.model import Side


def spaced(text: str, lang: str = "en") -> list[str]:
    return lone(SPACE_BEFORE_PUNCTUATION, text, lang=lang)


@pytest.mark.parametrize("language", [language.tag for language in LANGUAGES])
def test_no_language_sets_a_space_before_a_comma(language: str) -> None:
    assert spaced("Abc , abc", language) == [" ,"]


@pytest.mark.parametrize("mark", [";", ":", "!", "?", " »", "%"])
@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"])
def test_french_sets_spaces(mark: str, space: str) -> None:
    assert spaced(f"Il y en a 5{space}{mark.strip()} bien sûr", "fr") == []


@pytest.mark.parametrize(
    "text",
    [
        "Wait ... or … no", "It is .5 and a .com site", "Ha :) ha ;-) ha :D", "It stood 3 : 1",
        "a != b", "He said ( or so ) that", "Tick [ ] the box", "Ciao )",
        "Name     : value", "He wrote ,,so'' there",
    ],
)  # fmt: skip
def test_signs_that_are_no_punctuation_pass(text: str) -> None:
    assert spaced(text) == []


def test_a_line_break_is_no_space() -> None:
    assert spaced("He said\n, she said") == []


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("No , no .", "en", [" ,", " ."]),
        ("Warum \N{NO-BREAK SPACE}?", "de", [" \N{NO-BREAK SPACE}?"]),
        ("“So ” he said", "en", [" ”"]),
        ("«Così » disse", "it", [" »"]),
        ("كتب ، ثم", "ar", [" ،"]),
        ("（不在 ）没来", "zh", [" ）"]),
    ],
)
def test_a_spaced_mark_is_marked_with_its_space(text: str, lang: str, found: list[str]) -> None:
    assert spaced(text, lang) == found


def test_a_source_that_has_the_fault_is_named() -> None:
    found = hits(SPACE_BEFORE_PUNCTUATION, "No , no.", "Não , não.")
    assert [hit.side for hit in found] == [Side.SOURCE]
