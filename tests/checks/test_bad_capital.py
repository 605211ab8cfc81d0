"""bad-capital: words that look wrong and are right, and the other way round."""

import pytest

from tests.checks.articles import marked as marked_in_article
from tests.checks.articles import marked_in_pair
from tests.checks.pairs import hits, lone
from transcheck.checks.bad_capital import BAD_CAPITAL
from transcheck.model import Side

_LINES = "".join(f"The boat number {number} came home late.\n\n" for number in range(6))


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


@pytest.mark.parametrize(
    ("before", "marked"),
    [
        ("The mayor did not answer.", [(15, "so")]),
        ("“Will it ever end,”", []),
        ("“Will it ever end?”", []),
        ("He asked the whole council, in earnest,", []),
        ("The mayor spoke of the end –", []),
        ("Nothing but", []),
    ],
)
def test_a_line_may_go_on_with_the_one_before(before: str, marked: list[tuple[int, str]]) -> None:
    text = f"{_LINES}{before}\n\nso said the mayor on Monday."
    assert marked_in_article(BAD_CAPITAL, text) == marked


@pytest.mark.parametrize(("mark", "found"), [(".", [(Side.TARGET, 8, "disse")]), (",", [])])
def test_beside_a_source_as_well(mark: str, found: list[tuple[Side, int, str]]) -> None:
    source = "".join(f"It was the year {number}.\n" for number in range(7)) + "The mayor said so."
    target = "".join(f"Foi no ano de {number}.\n" for number in range(7))
    target = f"{target[:-2]}{mark}\ndisse o presidente na segunda."
    assert marked_in_pair(BAD_CAPITAL, source, target) == found
