"""Roman numerals and years by other calendars."""

from transcheck.numbers import calendars, roman


def test_roman_numerals_are_read() -> None:
    assert {2.0, 19.0} <= roman.values("Elisabeth II. und das XIX. Jahrhundert")
    assert 19.0 in roman.values("au XIXe siècle")


def test_letters_of_words_are_none() -> None:
    assert roman.values("Le Monde, Die Civil CDU") == set()


def test_years_of_other_calendars() -> None:
    assert [year for _, _, year in calendars.years("ปี 2561", "th")] == [2018.0]
    assert [year for _, _, year in calendars.years("平成30年と令和元年", "ja")] == [2018.0, 2019.0]
    assert list(calendars.years("2561", "en")) == []
