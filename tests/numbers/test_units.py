"""Conversions between units: right ones, rounded ones, wrong ones."""

import pytest

from transcheck.numbers import units


@pytest.mark.parametrize(
    ("value", "unit", "other", "other_unit"),
    [
        (100, "mi", 160, "km"), (30, "yd", 27, "m"), (20, "ft", 6, "m"), (1, "mi", 1.6, "km"),
        (550, "lb", 250, "kg"), (650, "lb", 294, "kg"), (80, "F", 27, "C"), (27, "C", 80, "F"),
        (4, "in", 10, "cm"), (1, "in", 2, "cm"), (385, "mi", 600, "km"), (2, "d", 48, "h"),
        (18, "mo", 1.5, "y"), (10, "F", 6, "C"),
    ],
)  # fmt: skip
def test_the_same_but_for_rounding(value: float, unit: str, other: float, other_unit: str) -> None:
    assert units.same(value, unit, other, other_unit)


@pytest.mark.parametrize(
    ("value", "unit", "other", "other_unit"),
    [
        (100, "mi", 100, "km"), (100, "mi", 180, "km"), (30, "yd", 3, "m"), (2, "d", 47, "h"),
        (5, "kg", 5, "kg"), (385, "mi", 603, "km"), (5, "kg", 5, "m"), (80, "F", 80, "C"),
    ],
)  # fmt: skip
def test_not_the_same(value: float, unit: str, other: float, other_unit: str) -> None:
    assert not units.same(value, unit, other, other_unit)
