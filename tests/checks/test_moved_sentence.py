"""The fewest sentences that would have to move are those that moved."""

import pytest

from tests.checks.aligned import findings
from transcheck.checks.moved_sentence import MOVED_SENTENCE
from transcheck.model import Side


def test_the_place_of_the_source_and_of_the_order_is_named() -> None:
    (found,) = findings(MOVED_SENTENCE, [(1, 1), (2, 5), (3, 2), (4, 3), (5, 4)])
    assert (found.side, found.line) == (Side.TARGET, 5)
    assert found.message == (
        "out of order: its source stands on line 2 of en.txt, so it would stand between lines "
        "1 and 2 here"
    )


@pytest.mark.parametrize(
    ("rows", "moved"),
    [
        ([(1, 1), (2, 2), (3, 3)], []),
        ([(1, 3), (2, 1), (3, 2)], [3]),
        ([(1, 2), (2, 3), (3, 1)], [1]),
        ([(1, 1), (2, None), (None, 2), (3, 3)], []),
        ([(1, 5), (2, 1), (3, 2), (4, 3), (5, 4), (6, 9), (7, 6), (8, 7), (9, 8)], [5, 9]),
    ],
)
def test_only_what_left_its_place_is_marked(
    rows: list[tuple[int | None, int | None]], moved: list[int]
) -> None:
    assert [found.line for found in findings(MOVED_SENTENCE, rows)] == moved


def test_of_two_that_changed_places_one_moved() -> None:
    assert len(findings(MOVED_SENTENCE, [(1, 1), (2, 3), (3, 2), (4, 4)])) == 1
