"""Numbers in digits: separators, sizes, dates and times, in any script."""

import pytest

from transcheck.numbers import digits


def values(text: str, lang: str) -> list[set[float]]:
    return [set(number.values) for number in digits.read(text, lang)]


def spans(text: str, lang: str) -> list[str]:
    return [number.of(text) for number in digits.read(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("1,250.5", "en"), ("1.250,5", "pt"), ("1 250,5", "fr"), ("1\u202f250,5", "fr"),
        ("1'250.5", "de"), ("١٬٢٥٠٫٥", "ar"),
    ],
)  # fmt: skip
def test_separators_of_every_kind_give_one_value(text: str, lang: str) -> None:
    assert values(text, lang) == [{1250.5}]


def test_a_mark_that_could_be_either_gives_both_values() -> None:
    assert values("1.250", "en") == [{1.25, 1250.0}]
    assert values("1,250", "es") == [{1.25, 1250.0}]


def test_a_language_s_own_mark_for_groups_is_sure() -> None:
    assert values("1,250", "en") == [{1250.0}]
    assert values("3.000", "en") == [{3000.0}]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("5 million", "en"), ("5m", "en"), ("5 milhões", "pt"), ("5 Mio.", "de"),
        ("5 millones", "es"), ("5 млн", "ru"), ("5 ملايين", "ar"), ("500万", "zh"),
        ("500万", "ja"), ("500만", "ko"), ("5백만", "ko"), ("5 ล้าน", "th"), ("5 milyon", "tr"),
        ("5 milionów", "pl"), ("5 miljoen", "nl"), ("5 milioni", "it"), ("5 millions", "fr"),
    ],
)  # fmt: skip
def test_five_million_in_sixteen_languages(text: str, lang: str) -> None:
    assert 5_000_000.0 in values(text, lang)[0]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("1.5 billion", "en"), ("1,5 bilhão", "pt"), ("1.500 millones", "es"),
        ("1,5 mil millones", "es"), ("1,5 milliard", "fr"), ("1,5 Milliarden", "de"),
        ("1,5 miliardi", "it"), ("15億", "ja"), ("15亿", "zh"), ("15억", "ko"),
        ("1,500 ล้าน", "th"), ("1,5 миллиарда", "ru"),
    ],
)  # fmt: skip
def test_a_billion_in_short_and_long_scales(text: str, lang: str) -> None:
    assert 1.5e9 in values(text, lang)[0]


def test_a_spanish_billon_is_no_billion() -> None:
    assert values("2 billones", "es") == [{2e12}]


def test_the_span_takes_in_the_size() -> None:
    assert spans("about 2.8 billion pounds", "en") == ["2.8 billion"]
    assert spans("売却額は1億2,500万ポンド", "ja") == ["1億2,500万"]


def test_east_asian_sizes_add_up() -> None:
    assert values("1億2,500万", "ja") == [{125_000_000.0}]
    assert values("1억 4천 2백만", "ko") == [{142_000_000.0}]
    assert values("100多万", "zh") == [{1_000_000.0}]


def test_a_unit_that_begins_like_a_size_is_no_size() -> None:
    assert values("3千米", "zh") == [{3.0}]


def test_a_range_shares_its_size() -> None:
    first, second = values("from 5 to 6 million", "en")
    assert 5e6 in first
    assert second == {6e6}


def test_a_date_is_three_numbers() -> None:
    assert values("30.09.2018", "de") == [{30.0}, {9.0}, {2018.0}]
    assert values("2018-09-30", "en") == [{2018.0}, {9.0}, {30.0}]


def test_a_time_with_a_full_stop_is_two_numbers() -> None:
    assert values("7.30 pm", "en") == [{7.0}, {30.0}]
    assert values("7.30", "en") == [{7.3}]


def test_scores_and_times_are_linked() -> None:
    assert [number.linked for number in digits.read("2-1", "en")] == [False, True]
    assert [number.clock for number in digits.read("at 7:30", "en")] == [True, False]


def test_other_digits_and_signs() -> None:
    assert values("２０１８", "ja") == [{2018.0}]
    assert values("२०१८", "en") == [{2018.0}]
    assert values("1½", "en") == [{1.5}]
    assert values("CO2 over 5 km2", "en") == [{5.0}]


def test_a_text_without_digits_has_none() -> None:
    assert digits.read("no numbers here", "en") == []
