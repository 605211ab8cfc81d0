import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.split_word import SPLIT_WORD
from transcheck.model import Side


@pytest.mark.parametrize(
    ("text", "lang", "span"),
    [
        ("They pub lished the report.", "en", "pub lished"),
        ("They pub-\nlished the report.", "en", "pub-\nlished"),
        ("The minis\nter left early.", "en", "minis\nter"),
        ("Wait for the d e c i s i o n!", "en", "d e c i s i o n"),
        ("It is a s e c r e t.", "en", "s e c r e t"),
        ("La poli tique du gouvernement.", "fr", "poli tique"),
        ("Das Parla ment tagt heute.", "de", "Parla ment"),
        ("Новое прави тельство города.", "ru", "прави тельство"),
        ("El presi dente viajó a Lima.", "es", "presi dente"),
    ],
)
def test_a_split_word_is_marked_and_joined(text: str, lang: str, span: str) -> None:
    (hit,) = hits(SPLIT_WORD, "", text, langs=("en", lang))
    assert hit.span.of(text) == span
    assert hit.suggestion == span.replace("-", "").replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("They may be in to some thing every day.", "en"),
        ("Three- to five-year plans, pre- and post-war.", "en"),
        ("He plays in D minor and C sharp.", "en"),
        ("The J R R T club met.", "en"),
        ("Der Vor- und Nachteil, die Ein- oder Ausreise.", "de"),
        ("Wenn er zielte, traf er.", "de"),
        ("O normalizare a relațiilor.", "ro"),
        ("Cha mẹ của anh ấy.", "vi"),
        ("See con.text and pre/fix at a@b.de", "en"),
    ],
)
def test_words_that_stand_on_their_own_are_left(text: str, lang: str) -> None:
    assert lone(SPLIT_WORD, text, lang=lang) == []


def test_a_word_split_in_the_source_is_its_fault() -> None:
    found = hits(SPLIT_WORD, "The govern ment fell.", "O gover no caiu.")
    assert [hit.side for hit in found] == [Side.SOURCE]
