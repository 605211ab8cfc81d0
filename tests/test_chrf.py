"""chrF, held against sacrebleu itself and the values that its own tests publish."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF

from transcheck.text.chrf import chrf

# Few letters, so that n-grams are shared; white space of several kinds.
TEXTS = st.text(alphabet="abcä中 \t\u00a0", max_size=25) | st.text(max_size=25)


@pytest.mark.parametrize(
    ("text", "reference", "score"),
    [
        ("abcdefg", "hijklmnop", 0.0),
        ("a", "b", 0.0),
        ("", "b", 0.0),
        ("a", "", 0.0),
        ("", "", 0.0),
        ("abcdefg", "abcdefg", 100.0),
        ("abcdefg", "a b cdefg", 100.0),
    ],
)
def test_the_ends_of_the_scale(text: str, reference: str, score: float) -> None:
    assert chrf(text, reference) == score


@given(text=TEXTS, reference=TEXTS)
def test_it_is_sacrebleus(text: str, reference: str) -> None:
    theirs = CHRF().sentence_score(text, [reference]).score
    assert chrf(text, reference) == pytest.approx(theirs, abs=1e-9)
