"""bad-capital: words that look wrong and are right, and the other way round."""

import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.bad_capital import BAD_CAPITAL


@pytest.mark.parametrize(
    ("text", "lang", "marked"),
    [
        ("She crossed the sTreet.", "en", ["sTreet"]),
        ("Die BRücke wurde gesperrt.", "de", ["BRücke"]),
        ("iPhone, eBay, iCloud and the PhDs", "en", []),
        ("Two MPs used IDs and DVDs.", "en", []),
        ("See https://example.org/tHe for it.", "en", []),
        ("tHe tHe", "en", []),
        ("大臣tHe", "zh", []),
    ],
)
def test_capitals_inside_words(text: str, lang: str, marked: list[str]) -> None:
    assert lone(BAD_CAPITAL, text, lang=lang) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("most of them are against it.", ["most"]),
        ("d'Artagnan rode to Paris at once.", []),
        ("de Gaulle went to London in June.", []),
        ("iPhone sales fell in the spring.", []),
        ("www.example.org says so as well.", []),
    ],
)
def test_the_first_word_beside_a_source(text: str, marked: list[str]) -> None:
    found = hits(BAD_CAPITAL, "Ein Satz im Deutschen.", text, langs=("de", "en"))
    assert [hit.span.of(text) for hit in found] == marked
