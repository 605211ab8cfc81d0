"""Marks of another language, and straight ones among curved ones."""

import pytest

from tests.checks.articles import marked
from transcheck.checks.wrong_quote_style import WRONG_QUOTE_STYLE
from transcheck.languages import LANGUAGES


def styles(text: str, lang: str) -> list[str]:
    return [mark for _, mark in marked(WRONG_QUOTE_STYLE, text, lang)]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_the_usual_pairs_of_a_language_pass(language: object) -> None:
    for pair in language.quotes:  # type: ignore[attr-defined]
        text = f"Abc {pair[0]}abc abc{pair[1]} abc."
        assert styles(text, language.tag) == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "lang", "marks"),
    [
        ("Er sagte „ja” und ging.", "de", ["”"]),
        ("He said „yes” and left.", "en", ["„"]),
        ("Он сказал “да” и ушёл.", "ru", ["“", "”"]),
        ("彼は“はい”と言った。", "ja", []),
    ],
)
def test_marks_of_another_language(text: str, lang: str, marks: list[str]) -> None:
    assert styles(text, lang) == marks


def test_few_straight_marks_among_curved_ones() -> None:
    curved = "He said “yes” and “no” to all.\n" * 4
    assert styles(f'{curved}She said "maybe" then.', "en") == ['"', '"']


def test_many_straight_marks_are_a_style_of_their_own() -> None:
    text = "He said “yes” and left.\n" + 'She said "maybe" then.\n' * 4
    assert styles(text, "en") == []
