import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.ngrams import Copy, Loop, copies, loops, repeats_three

UNITS = st.lists(st.sampled_from("abc"), max_size=24)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abab", [Loop(start=0, period=2, count=2, tail=0)]),
        ("xababay", [Loop(start=1, period=2, count=2, tail=1)]),
        ("aaaa", [Loop(start=0, period=1, count=4, tail=0)]),
        ("abcabc", [Loop(start=0, period=3, count=2, tail=0)]),
        ("abcde", []),
        ("", []),
    ],
)
def test_loops(text: str, expected: list[Loop]) -> None:
    assert list(loops(text, longest=5)) == expected


def test_a_period_beyond_the_longest_is_not_looked_for() -> None:
    assert list(loops("abcabc", longest=2)) == []


@given(UNITS)
def test_every_loop_repeats_and_none_is_missed(units: list[str]) -> None:
    found = list(loops(units, longest=6))
    for loop in found:
        unit = units[loop.start : loop.start + loop.period]
        assert units[loop.start : loop.end] == unit * loop.count
        assert loop.count >= 2
    doubled = any(
        units[i : i + p] == units[i + p : i + 2 * p]
        for p in range(1, 7)
        for i in range(len(units) - 2 * p + 1)
    )
    assert bool(found) is doubled


def test_copies_are_as_long_as_they_can_be() -> None:
    found = copies("abcxabcd", "abcdyxab", shortest=2)
    assert found == [Copy(there=4, here=0, length=4), Copy(there=3, here=5, length=3)]


@given(UNITS, UNITS)
def test_copies_stand_in_both(original: list[str], text: list[str]) -> None:
    end = 0
    for copy in copies(original, text, shortest=3):
        assert copy.length >= 3
        assert copy.here >= end
        end = copy.here + copy.length
        assert text[copy.here : end] == original[copy.there : copy.there + copy.length]


@given(UNITS)
def test_three_units_in_a_row_that_come_again_are_told_from_none(units: list[str]) -> None:
    threes = [tuple(units[index : index + 3]) for index in range(len(units) - 2)]
    twice = {three for three in threes if threes.count(three) > 1}
    assert repeats_three(units) is (bool(twice) and len(units) - len(set(units)) >= 3)


@given(UNITS)
def test_every_long_loop_repeats_three_units(units: list[str]) -> None:
    for loop in loops(units, longest=8):
        if loop.period > 2 or loop.count > 4 - loop.period:
            assert repeats_three(units)
