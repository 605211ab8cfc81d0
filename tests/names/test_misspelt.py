"""Names with a letter or two wrong, and what looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.checks.base import Context, Texts
from transcheck.checks.misspelt_names import misspelt_names
from transcheck.model import Origin, Pair, Segment
from transcheck.names.misspelt import is_slip, slips
from transcheck.names.reading import Text


def pair(number: int, source: tuple[str, str], target: tuple[str, str]) -> Pair:
    ours, theirs = (
        Segment(id=lang, text=text, lang=lang, path=lang, offset=0, line=1, column=1, block=0)
        for text, lang in (source, target)
    )
    return Pair(id=str(number), source=ours, target=theirs, origin=Origin.GIVEN)


def found(source: str, target: str, lang: str, *beside: str) -> list[tuple[str, str]]:
    """Return what is found in an English text and its translation; ``beside`` are sentences."""
    pairs = [pair(0, (source, "en"), (target, lang))]
    pairs += [pair(number, (text, "en"), (text, lang)) for number, text in enumerate(beside, 1)]
    context = Context(texts=Texts(pairs=tuple(pairs)))
    return [(name.text, word.text) for name, word in misspelt_names(pairs[0], context)]


@pytest.mark.parametrize(
    ("source", "target", "lang", "wrong"),
    [
        ("We met Mr Johnson.", "Wir trafen Herrn Jonhson.", "de", "Jonhson"),
        ("The Chicago office closed.", "Le bureau de Chicgao a fermé.", "fr", "Chicgao"),
        ("The Microsoft deal failed.", "El acuerdo con Mircosoft fracasó.", "es", "Mircosoft"),
        ("It rained in Manchester.", "Det regnade i Machester.", "sv", "Machester"),
        ("The Washington office closed.", "Kancelář ve Wahsington zavřela.", "cs", "Wahsington"),
    ],
)
def test_a_slip_is_found_where_the_language_knows_the_name(
    source: str, target: str, lang: str, wrong: str
) -> None:
    assert [word for _, word in found(source, target, lang)] == [wrong]


def test_the_article_tells_how_a_rare_name_is_spelled() -> None:
    source, target = "He praised Brankwood.", "Er lobte Brankwod."
    assert found(source, target, "de") == []
    assert found(source, target, "de", "Brankwood.") == [("Brankwood", "Brankwod")]


def test_a_spelling_that_the_translation_keeps_to_is_its_own() -> None:
    source, target = "He praised Brankwood.", "Er lobte Brankwod."
    assert found(source, target, "de", "Brankwood.", "Brankwod.") == []


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("Moscow denied it.", "Moskau bestritt es.", "de"),
        ("Putin met Zelensky.", "Putin traf Selenskyj.", "de"),
        ("He read Merkel's letter.", "Er las Merkels Brief.", "de"),
        ("It rained in Arizona.", "A plouat în sudul Arizonei.", "ro"),
        ("He lives in Canada.", "On mieszka w Kanadzie.", "pl"),
        ("Elections in Catalonia.", "Wahlen in Katalonien.", "de"),
        ("The Washington office closed.", "Офис в Вашингтоне закрылся.", "ru"),
        ("It rained in Mexico.", "Mexikossa satoi.", "fi"),
    ],
)
def test_forms_and_spellings_of_the_language_are_kept(source: str, target: str, lang: str) -> None:
    assert found(source, target, lang) == []


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("Higgins", "Higgings", True),
        ("Higgins", "Higigns", True),
        ("Higgins", "Hgins", True),
        ("Higgins", "Higgins", False),
        ("Higgins", "Huggans", True),
        ("Higgins", "Dawkins", False),
        ("Zürich", "Zurich", False),
        ("Yunnan", "Junnan", False),
    ],
)
def test_two_letters_make_a_slip_and_three_another_name(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read(source: str, target: str) -> None:
    for name, word in slips(Text(source, "en"), Text(target, "de")):
        assert source[name.start : name.end] == name.text
        assert target[word.start : word.end] == word.text
