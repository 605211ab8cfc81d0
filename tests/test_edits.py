from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.edits import replacement

WORDS = st.lists(st.sampled_from(["a", "ab", "b", "o rio", "é", "水", "."])).map(" ".join)


@given(WORDS, WORDS, st.data())
def test_the_replacement_makes_one_text_of_the_other(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    first, last, made = replacement(old, new, start, end)
    assert first <= start <= end <= last
    assert old[:first] + made + old[last:] == new


def test_only_what_differs_is_replaced() -> None:
    old = "Os ministros aprovaram a new budget after long talks."
    new = "Os ministros aprovaram um novo orçamento."
    first, last, made = replacement(old, new, 23, 50)
    assert (old[first:last], made) == ("a new budget after long talks", "um novo orçamento")


def test_no_word_is_cut_in_two() -> None:
    old, new = "He saw the house.", "He saw a horse."
    first, last, made = replacement(old, new, 11, 16)
    assert (old[first:last], made) == ("the house", "a horse")
