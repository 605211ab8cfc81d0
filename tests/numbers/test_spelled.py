"""Numbers in words, and numerals in Chinese characters."""

import pytest

from transcheck.numbers import spelled


def values(text: str, lang: str) -> list[float]:
    return [max(number.values) for number in spelled.read(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("twenty-one", "en", 21), ("three hundred and forty-five", "en", 345),
        ("two million three hundred thousand", "en", 2_300_000), ("two dozen", "en", 24),
        ("half a million", "en", 500_000),
        ("einundzwanzig", "de", 21), ("zweihundertfünfzig", "de", 250),
        ("zwei milliarden", "de", 2e9), ("anderthalb millionen", "de", 1.5e6),
        ("soixante-dix", "fr", 70), ("soixante et onze", "fr", 71),
        ("quatre-vingt-dix-neuf", "fr", 99), ("quatre-vingts", "fr", 80),
        ("trinta e cinco", "pt", 35), ("dois milhões", "pt", 2e6), ("dez mil", "pt", 10_000),
        ("treinta y cinco", "es", 35), ("mil quinientos millones", "es", 1.5e9),
        ("ventuno", "it", 21), ("duecento", "it", 200), ("eenentwintig", "nl", 21),
        ("anderhalf miljoen", "nl", 1.5e6), ("двадцать один", "ru", 21),
        ("двадцатью пятью", "ru", 25), ("dwadzieścia jeden", "pl", 21),
        ("yirmi bir", "tr", 21), ("خمسة وثلاثون", "ar", 35),
        ("三十五", "zh", 35), ("二〇一八", "zh", 2018), ("两千三百万", "zh", 23_000_000),
        ("二十一", "ja", 21),
    ],
)  # fmt: skip
def test_a_number_in_words(text: str, lang: str, value: float) -> None:
    assert value in values(text, lang)


def test_numbers_that_only_stand_side_by_side_are_not_added() -> None:
    assert values("two three", "en") == [2, 3]
    assert values("five hundred, twenty", "en") == [500, 20]


def test_small_and_vague_numbers_are_not_asked_for() -> None:
    text = "three of a million reasons, thousands of them, and twenty-five more"
    assert [max(n.values) for n in spelled.asked_for(text, "en")] == [3, 25]
    assert [max(n.values) for n in spelled.asked_for(text, "en", 13)] == [25]


def test_places_are_asked_for_from_the_fourth_on() -> None:
    asked = spelled.asked_for("the third, the fourth and the twenty-fifth", "en")
    assert [max(n.values) for n in asked] == [25, 4]


def test_names_of_months_are_asked_for_unless_they_are_other_words() -> None:
    asked = spelled.asked_for("in october they march", "en")
    assert [max(n.values) for n in asked] == [10]


def test_italian_winds_are_not_twenty() -> None:
    assert spelled.asked_for("venti forti", "it") == []
