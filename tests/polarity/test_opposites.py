"""Words that have an opposite, and what the other text says in their place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.data import lines
from transcheck.polarity.opposites import compare

LANGUAGES = (
    "ar",
    "de",
    "en",
    "es",
    "fr",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "th",
    "tr",
    "zh",
)


def exchanged(source: tuple[str, str], target: tuple[str, str]) -> list[tuple[str, str]]:
    return [
        (
            source[0][one.source.start : one.source.end],
            target[0][one.target.start : one.target.end],
        )
        for one in compare(source, target)
    ]


def test_an_opposite_in_the_place_of_a_word_is_an_exchange() -> None:
    source = "Sales rose after the fair, and the older shops won.", "en"
    assert exchanged(source, ("Os preços subiram antes da feira.", "pt")) == [("after", "antes")]
    assert exchanged(source, ("Os preços caíram depois da feira.", "pt")) == [("rose", "caíram")]


def test_a_word_that_is_missing_or_added_is_none() -> None:
    assert not exchanged(("They sold more.", "en"), ("Sie verkauften viel.", "de"))
    assert not exchanged(("They sold little.", "en"), ("Sie verkauften weniger.", "de"))


def test_both_of_two_opposites_may_change_places() -> None:
    source = "More people came, and fewer stayed.", "en"
    assert not exchanged(source, ("Menos gente ficou, mais gente veio.", "pt"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_compared_has_two_poles_in_every_table(lang: str) -> None:
    kinds = {line.partition(":")[0] for line in lines(f"polarity/comparison/{lang}.txt")} - {"skip"}
    assert kinds >= {"more+", "more-", "time+", "time-", "win+", "win-", "rise+", "rise-"}
    assert {kind[:-1] + "+" for kind in kinds} | {kind[:-1] + "-" for kind in kinds} == kinds


@given(st.text(), st.text(), st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_marks_lie_inside_of_any_text(one: str, other: str, here: str, there: str) -> None:
    for exchange in compare((one, here), (other, there)):
        assert 0 <= exchange.source.start < exchange.source.end <= len(one)
        assert 0 <= exchange.target.start < exchange.target.end <= len(other)
