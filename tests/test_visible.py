"""Text from strangers cannot steer a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.visible import visible


@given(st.text())
def test_the_length_stays_and_nothing_steers(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    allowed = "\u200c\u200d\u00ad"
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf"} and c not in allowed]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jhidden", "␛[2Jhidden"),
        ("\u202eevil", "\ufffdevil"),
        ("two\nlines\tand", "two lines and"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("plain", "plain"),
    ],
)
def test_signs(text: str, shown: str) -> None:
    assert visible(text) == shown
