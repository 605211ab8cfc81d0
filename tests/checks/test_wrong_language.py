import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.wrong_language import WRONG_LANGUAGE

ENGLISH = "The council said that it would not open the road before the end of the year."
SPANISH = "El ayuntamiento dijo que no abriría la carretera hasta que los trabajos terminen."


@pytest.mark.parametrize("lang", ["ar", "de", "el", "es", "fi", "hi", "ko", "pt", "ru", "vi"])
def test_an_english_sentence_is_marked_whole(lang: str) -> None:
    assert lone(WRONG_LANGUAGE, ENGLISH, lang=lang) == [ENGLISH]


@pytest.mark.parametrize("lang", ["pt", "en", "it"])
def test_a_sentence_in_a_related_language_is_marked(lang: str) -> None:
    (hit,) = hits(WRONG_LANGUAGE, "Something else was said.", SPANISH, langs=("de", lang))
    assert hit.span.of(SPANISH) == SPANISH
    assert "is in Spanish, not in" in hit.message


def test_a_stretch_is_marked_where_the_rest_is_sound() -> None:
    text = "Die Stadt sagte gestern, that it would not open the road before this, und schwieg."
    (found,) = lone(WRONG_LANGUAGE, text, lang="de")
    assert found == "that it would not open the road before this"


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Er las „The Man in the High Castle and what came of it“ zweimal.", "de"),
        ("She said “C'est la vie, mais pas la mienne” and left.", "en"),
        ("Sie mag The Lord of the Rings und The Best of The Band.", "de"),
        ("Il faut bien.", "en"),
        ("Os ministros não sabiam o que dizer sobre a nova lei.", "pt"),
    ],
)
def test_quotations_titles_and_short_sayings_are_left(text: str, lang: str) -> None:
    assert lone(WRONG_LANGUAGE, text, lang=lang) == []


def test_a_copy_of_the_source_is_left_to_untranslated() -> None:
    assert hits(WRONG_LANGUAGE, ENGLISH, ENGLISH, langs=("en", "de")) == []
