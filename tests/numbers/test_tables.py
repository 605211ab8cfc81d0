"""The shipped tables of number words: sorted, known kinds, readable values."""

from importlib.resources import files

import pytest

from transcheck import data
from transcheck.numbers import units
from transcheck.numbers.tables import tables

FOLDER = files(data) / "numbers"
FILES = [
    f"numbers/{folder}/{file.name}"
    for folder in ("cldr", "own")
    for file in sorted((FOLDER / folder).iterdir(), key=lambda file: file.name)
]
KINDS = {
    "cardinal", "ordinal", "month", "month?", "weekday", "weekday?", "money", "money?", "scale",
    "value", "unit", "join", "skip", "share", "share?",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_sorted_and_has_no_line_twice(name: str) -> None:
    rows = list(data.lines(name))
    assert rows == sorted(set(rows))
    assert {row.split(" ")[0] for row in rows} <= KINDS


@pytest.mark.parametrize("name", FILES)
def test_a_table_says_where_it_comes_from(name: str) -> None:
    head = (files(data) / name).read_text("utf-8").split("\n\n")[0]
    assert "Licence: Unicode-3.0" in head or "Own work, Apache-2.0" in head


@pytest.mark.parametrize("name", [name for name in FILES if "/own/" in name])
def test_every_unit_is_known(name: str) -> None:
    codes = {row.split(" ")[1] for row in data.lines(name) if row.startswith("unit ")}
    for code in codes:
        assert not units.same(1, code, 1, code)


@pytest.mark.parametrize(
    ("lang", "value", "text"),
    [
        ("en", 2, "the couple left"), ("en", 12, "a dozen eggs"), ("pt", 0.5, "metade do valor"),
        ("de", 6, "der sechsjährige junge"), ("ru", 10, "в октябре"), ("pl", 3, "troje dzieci"),
        ("ar", 80, "في الثمانينيات"), ("ja", 0.5, "半分"), ("th", 3, "สามคน"), ("tr", 5, "beşinci"),
        ("ko", 4, "네 명"),
    ],
)  # fmt: skip
def test_a_word_may_stand_for_a_number(lang: str, value: float, text: str) -> None:
    assert tables(lang).says(value, text)


def test_a_word_inside_another_stands_for_nothing() -> None:
    assert not tables("en").says(9, "the canine")


def test_both_kinds_of_chinese_share_their_tables() -> None:
    assert tables("zh-TW").loose == tables("zh").loose


def test_a_language_without_tables_has_empty_ones() -> None:
    assert tables("xx").cardinals == {}
    assert not tables("xx").says(2, "two")
