"""Seams: where a space may be missing, before any judgement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.glue import Kind, seams


@pytest.mark.parametrize(
    ("text", "kind", "left", "right", "whole"),
    [
        ("a WashingtonAfter b", Kind.CAPITAL, "Washington", "After", "WashingtonAfter"),
        ("in2024", Kind.LETTER_DIGIT, "in", "2024", "in2024"),
        ("2024in", Kind.DIGIT_LETTER, "2024", "in", "2024in"),
        ("he said,he left", Kind.MARK, "said", "he", "said,he"),
        ("rules(which", Kind.OPENING, "rules", "which", "rules(which"),
        ("„Wort“und", Kind.CLOSING, "Wort", "und", "Wort“und"),
        ("anti-ChavistaLeft", Kind.CAPITAL, "Chavista", "Left", "ChavistaLeft"),
        ("Trump'sHouse", Kind.CAPITAL, "Trump's", "House", "Trump'sHouse"),
    ],
)
def test_the_pieces_that_meet(text: str, kind: Kind, left: str, right: str, whole: str) -> None:
    (seam,) = seams(text)
    assert (seam.kind, seam.left, seam.right, seam.whole) == (kind, left, right, whole)


def test_every_seam_of_a_token_is_seen() -> None:
    assert [seam.cut for seam in seams("inNewYork")] == [2, 5]


@given(st.text(alphabet="aBcÉж9 .,\"“”()'-"))
def test_a_cut_lies_inside_its_token(text: str) -> None:
    assert all(0 <= seam.start < seam.cut < seam.end <= len(text) for seam in seams(text))
