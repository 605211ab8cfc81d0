"""changed-number: what it marks, what it says, and what it suggests."""

import pytest

from tests.checks.pairs import hits, measured
from transcheck.checks.base import Context
from transcheck.checks.changed_number import CHANGED_NUMBER
from transcheck.checks.confirmed import UNCONFIRMED
from transcheck.model import Hit, Severity, Side


def found(source: str | None, target: str, *, langs: tuple[str, str] = ("en", "pt")) -> list[Hit]:
    return hits(CHANGED_NUMBER, source, target, langs=langs)


def test_a_changed_number_is_marked_where_it_stands() -> None:
    text = "Cerca de 21 pessoas vieram."
    (hit,) = found("About 12 people came.", text)
    assert hit.side is Side.TARGET
    assert hit.span.of(text) == "21"
    assert hit.message == "expected 12, found 21" + UNCONFIRMED
    assert hit.suggestion == "12"


def test_a_lost_number_marks_the_whole_translation_and_quotes_the_source() -> None:
    text = "Várias pessoas vieram."
    (hit,) = found("In the end about 340 people came to see it.", text)
    assert hit.span.of(text) == text
    assert "expected 340, found no such number" in hit.message
    assert "“In the end about 340 people came to see…”" in hit.message
    assert hit.suggestion is None


def test_lost_numbers_are_told_of_once() -> None:
    (hit,) = found("340 men, 270 women and 55 children came.", "Homens e mulheres vieram.")
    assert "340, 270, 55" in hit.message


def test_an_added_number_is_marked_without_a_suggestion() -> None:
    text = "Cerca de 47 pessoas vieram."
    (hit,) = found("Some people came.", text)
    assert hit.span.of(text) == "47"
    assert hit.message == "found 47, which the source does not have" + UNCONFIRMED
    assert hit.suggestion is None


@pytest.mark.parametrize(
    ("source", "text", "langs", "suggestion"),
    [
        ("It cost 1,250.5 euros.", "Custou 1.520,5 euros.", ("en", "pt"), "1.250,5"),
        ("It cost 2.8 million.", "Custou 8,2 milhões.", ("en", "pt"), "2,8 milhões"),
        ("In 2018 it rained.", "2081年には雨が降った。", ("en", "ja"), "2018"),
        ("It cost 5 million.", "Custou 5 bilhões.", ("en", "pt"), None),
        ("It cost 120,000 euros.", "Custou 12 euros.", ("en", "pt"), None),
        ("The 37 of them left.", "Os 3 saíram.", ("en", "pt"), "37"),
    ],
)
def test_a_suggestion_is_written_as_the_translation_writes_numbers(
    source: str, text: str, langs: tuple[str, str], suggestion: str | None
) -> None:
    (hit,) = found(source, text, langs=langs)
    assert hit.suggestion == suggestion


def test_two_faults_have_no_sure_suggestion() -> None:
    found_hits = found("12 men and 345 women came.", "21 homens e 354 mulheres vieram.")
    assert [hit.suggestion for hit in found_hits] == [None, None]


@pytest.mark.parametrize("langs", [("en", "fi"), ("uk", "en"), ("hu", "cs")])
def test_nothing_is_said_in_languages_without_tables(langs: tuple[str, str]) -> None:
    assert found("12 men", "21 men", langs=langs) == []


def test_traditional_chinese_is_read_too() -> None:
    (hit,) = found("500 houses", "有50間房子", langs=("en", "zh-TW"))
    assert hit.message == "expected 500, found 50" + UNCONFIRMED


def test_nothing_is_said_without_a_source_or_a_translation() -> None:
    assert found(None, "21 homens") == []
    assert found("12 men", "   ") == []


def test_a_number_that_an_article_hides_is_found() -> None:
    text = "1 agent blessé dans une émeute"
    (hit,) = found("Six officers hurt in a riot", text, langs=("en", "fr"))
    assert hit.message == "expected Six, found 1" + UNCONFIRMED


def test_it_is_an_error() -> None:
    assert CHANGED_NUMBER.severity is Severity.ERROR


def test_small_words_are_asked_for_where_a_user_wants_them() -> None:
    pair = measured("It has ten trained experts.", "Conta com especialistas treinados.")
    assert list(CHANGED_NUMBER.run(pair, Context(parameters={"smallest": 13}))) == []
    (hit,) = CHANGED_NUMBER.run(pair, Context(parameters={"smallest": 3}))
    assert "expected ten" in hit.message
