import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.replacement_character import REPLACEMENT_CHARACTER
from transcheck.model import Side


@pytest.mark.parametrize(
    ("text", "lang", "spans"),
    [
        ("Z\ufffdrich", "de", ["\ufffd"]),
        ("a \ufffd\ufffd b", "en", ["\ufffd\ufffd"]),
        ("Schï¿½n", "de", ["ï¿½"]),
        ("Schï¿½ï¿½n", "de", ["ï¿½ï¿½"]),
        ("Sch&#65533;n", "de", ["&#65533;"]),
        ("приветпїЅ", "ru", ["пїЅ"]),
        ("锟斤拷", "zh", ["锟斤拷"]),
        (r"Sch\ufffdn", "de", [r"\ufffd"]),
        ("fran?ais", "fr", ["?"]),
        ("coraz?n", "es", ["?"]),
        ("harmincnyolcadik?ban", "hu", ["?"]),
        ("Bal?kesirlilerin", "tr", ["?"]),
        ("??????? ???? ??.", "ru", ["??????? ???? ??"]),
    ],
)
def test_lost_letters_are_marked(text: str, lang: str, spans: list[str]) -> None:
    assert lone(REPLACEMENT_CHARACTER, text, lang=lang) == spans


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Who? What?! Why??", "en"),
        ("Really?yes", "en"),
        ("Is it?No.", "en"),
        ("¿Qué?", "es"),
        ("https://example.org/a?b=c", "en"),
        ("file.php?id=x", "en"),
        ("(?) and ?", "en"),
        ("что?где?когда?", "ru"),
        ("A&#65; B", "en"),
        ("¿½ cup?", "es"),
    ],
)
def test_questions_and_addresses_survive(text: str, lang: str) -> None:
    assert lone(REPLACEMENT_CHARACTER, text, lang=lang) == []


def test_the_letter_that_makes_a_word_is_suggested() -> None:
    (hit,) = hits(REPLACEMENT_CHARACTER, None, "El coraz?n", langs=("en", "es"))
    assert hit.suggestion == "ó"


def test_the_source_is_blamed_first() -> None:
    (hit,) = hits(REPLACEMENT_CHARACTER, "Z\ufffdrich", "Z\ufffdrich")
    assert hit.side is Side.SOURCE
    assert hit.suggestion is None
