import pytest

from tests.checks.pairs import NO_CONTEXT, hits, measured
from transcheck.checks.empty import EMPTY
from transcheck.model import Span


def test_an_empty_translation_is_marked_at_its_place() -> None:
    (hit,) = hits(EMPTY, "The minister resigned.", "")
    assert hit.span == Span(start=0, end=0)
    assert "The minister resigned." in hit.message


@pytest.mark.parametrize("left", ["   ", ".", "...", "—", "\u200b", "«»", "★"])
def test_white_space_and_marks_are_no_translation(left: str) -> None:
    (hit,) = hits(EMPTY, "The minister resigned on Monday.", left)
    assert hit.span == Span(start=0, end=len(left))


@pytest.mark.parametrize(
    ("source", "target"),
    [("—", ""), ("…", "..."), ("👍", ""), ("Thumbs up", "👍"), ("Euro", "€"), ("One", "1"),
     ("Good", "好"), ("Good", "अ")],
)  # fmt: skip
def test_a_source_without_words_and_a_symbol_for_a_word_are_sound(source: str, target: str) -> None:
    assert hits(EMPTY, source, target) == []


def test_a_pair_without_a_source_or_target_is_not_judged() -> None:
    assert list(EMPTY.run(measured(None, "."), NO_CONTEXT)) == []
    assert list(EMPTY.run(measured("The minister resigned.", None), NO_CONTEXT)) == []
