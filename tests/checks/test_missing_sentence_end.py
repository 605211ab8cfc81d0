"""Lost full stops: exact spans, and names and titles that look like them."""

import pytest

from transcheck.checks.base import Context
from transcheck.checks.missing_sentence_end import MISSING_SENTENCE_END
from transcheck.model import Hit, Measured, Origin, Pair, Role, Segment, Side


def hits(text: str, lang: str = "en", role: Role = Role.BODY) -> list[Hit]:
    segment = Segment(
        id="0", text=text, lang=lang, path="a", offset=0, line=1, column=1, block=0, role=role
    )
    pair = Pair(id="0", source=None, target=segment, origin=Origin.GIVEN)
    return list(MISSING_SENTENCE_END.run(Measured(pair=pair), Context()))


@pytest.mark.parametrize(
    ("text", "lang", "mark"),
    [
        ("The vote was lost by a hair He will try again.", "en", "hair He"),
        ("O porto fechou na segunda Mas os barcos saíram.", "pt", "segunda Mas"),
        ("Il porto ha chiuso lunedì Tuttavia le barche escono.", "it", "lunedì Tuttavia"),
        ("De brug ging maandag dicht Toch reden de bussen.", "nl", "dicht Toch"),
        ("Der Hafen wurde geschlossen Die Fischer warten.", "de", "geschlossen Die"),
    ],
)
def test_a_lost_stop_is_marked_with_both_words(text: str, lang: str, mark: str) -> None:
    assert [hit.span.of(text) for hit in hits(text, lang)] == [mark]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("I think that I can, said Anna.", "en"),
        ("He said: The port is closed.", "en"),
        ("She asked, “But why?” and left.", "en"),
        ("Ich danke Ihnen, dass Sie gekommen sind und Ihr Wort halten.", "de"),
        ("Nous lisons Le Monde chaque matin.", "fr"),
        ("El viaje a La Habana fue largo.", "es"),
        ("Dat heeft de heer Van der Berg al gezegd.", "nl"),
        ("Ik ben het met mevrouw De Boer eens over de haven.", "nl"),
        ("Mehr dazu finden Sie im Kapitel Was ist neu in dieser Fassung.", "de"),
        ("Veja o capítulo O que há de novo nesta versão.", "pt"),
        ("Om ett patent gör det måste Du låta bli att sprida verket.", "sv"),
        ("La película La isla ganó siete premios este año.", "es"),
        ("Se lo decía al señor De Grandes esta mañana.", "es"),
        ("Van a conectar la Y vasca con Zaragoza.", "es"),
        ("He has ruled The Gambia for two decades.", "en"),
        ("The country is ranked No 1 in the world.", "en"),
        ("The story ran in The New York Times on Monday.", "en"),
    ],
)
def test_names_and_quotations_are_left_alone(text: str, lang: str) -> None:
    assert hits(text, lang) == []


def test_headlines_are_left_alone() -> None:
    text = "Port closed for a week But buses run"
    assert hits(text)
    assert hits(text, role=Role.HEADLINE) == []


def test_the_gap_is_kept_in_the_suggestion() -> None:
    (hit,) = hits("The port was closed\nHowever, the ships left.")
    assert hit.suggestion == "closed.\nHowever"


def beside(source: tuple[str, str], target: tuple[str, str]) -> list[str]:
    """Return what is marked in a pair."""
    ours, theirs = (
        Segment(id=lang, text=text, lang=lang, path=lang, offset=0, line=1, column=1, block=0)
        for text, lang in (source, target)
    )
    pair = Pair(id="1", source=ours, target=theirs, origin=Origin.GIVEN)
    return [
        hit.span.of((ours if hit.side is Side.SOURCE else theirs).text)
        for hit in MISSING_SENTENCE_END.run(Measured(pair=pair), Context())
    ]


def test_a_translator_who_splits_a_sentence_proves_nothing_about_the_source() -> None:
    source = "After an hour the captain put Ayr in front with a low shot."
    target = "Depois de uma hora o capitão marcou. O Ayr passou para a frente."
    assert beside((source, "en"), (target, "pt")) == []


def test_a_mark_that_the_rules_take_for_no_end_is_not_missing() -> None:
    source = "The port also handles ships of class S/390. This is the first port of its kind."
    target = "Der Hafen fertigt auch Schiffe der Klasse S/390 ab. Dies ist der erste Hafen"
    assert beside((source, "en"), (f"{target.replace(' ab', '')} dieser Art.", "de")) == []
    assert beside((source, "en"), (f"{target.replace('ab.', 'ab')} dieser Art.", "de")) == [
        "ab Dies"
    ]


def test_one_end_of_the_source_is_missed_in_one_place() -> None:
    source = (
        "The rapid rise in prices has hit many small ports. "
        "The weak demand of the islands has not helped them."
    )
    target = (
        "Der schnelle Anstieg der Preise hat viele kleine Hafenstädte getroffen "
        "Die schwache Nachfrage der Inseln half ihnen nicht."
    )
    assert beside((source, "en"), (target, "de")) == ["getroffen Die"]


def test_a_word_that_the_source_has_in_mid_sentence_is_a_name() -> None:
    source = "It stands on the left bank, beside the old Brickworks Theatre. That closed in May."
    target = "Es steht am linken Ufer neben dem alten Brickworks Theatre, das im Mai schloss."
    assert beside((source, "en"), (target, "de")) == []
    assert beside((source.replace("Theatre", "theatre"), "en"), (target, "de")) == [
        "Brickworks Theatre"
    ]
