"""A sentence without a translation is reported where it stands, and where it should stand."""

import pytest

from tests.checks.aligned import findings
from transcheck.checks.dropped_sentence import DROPPED_SENTENCE
from transcheck.checks.empty import EMPTY
from transcheck.model import Role, Severity, Side


def test_the_place_in_both_texts_is_named() -> None:
    (found,) = findings(DROPPED_SENTENCE, [(1, 1), (2, 2), (3, None), (4, 5)])
    assert (found.side, found.path, found.line) == (Side.SOURCE, "en.txt", 3)
    assert found.message == (
        "left out: pt.txt does not say it; it would stand between lines 2 and 5"
    )
    assert (found.text, found.value) == ("This is line 3.", 0.75)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(1, None), (2, 4)], "before line 4"),
        ([(1, 4), (2, None), (3, None)], "after line 4"),
        ([(1, 4), (2, None), (3, 4)], "on line 4"),
    ],
)
def test_the_edges_of_a_text_and_of_a_line(
    rows: list[tuple[int | None, int | None]], words: str
) -> None:
    for found in findings(DROPPED_SENTENCE, rows):
        assert found.message.endswith(f"it would stand {words}")


def test_a_moved_neighbour_does_not_name_the_place() -> None:
    found = findings(DROPPED_SENTENCE, [(1, 1), (2, 9), (3, None), (4, 2), (5, 3)])
    assert found[0].message.endswith("between lines 1 and 2")


@pytest.mark.parametrize("role", [Role.HEADLINE, Role.HEADING, Role.BYLINE])
def test_a_heading_of_one_side_is_a_note(role: Role) -> None:
    (found,) = findings(DROPPED_SENTENCE, [(1, None), (2, 2)], role=role)
    assert found.severity is Severity.NOTE


def test_a_sentence_or_an_item_of_a_list_is_a_warning() -> None:
    for role in (Role.BODY, Role.LIST):
        (found,) = findings(DROPPED_SENTENCE, [(1, None), (2, 2)], role=role)
        assert found.severity is Severity.WARNING


def test_what_stands_on_both_sides_or_on_the_target_alone_is_none_of_it() -> None:
    assert findings(DROPPED_SENTENCE, [(1, 1), (None, 2)]) == []


def test_an_empty_translation_is_not_one_that_is_missing() -> None:
    assert findings(EMPTY, [(1, 1), (2, None)]) == []
