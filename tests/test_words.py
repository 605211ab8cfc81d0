"""The one tokenizer: exact places, and marks inside a word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.words import count_words, parts, spellings, words


def test_apostrophes_and_hyphens_inside_a_word_belong_to_it() -> None:
    text = "L’été, “aujourd'hui”: anti-Chavista l'Europe 'tis Trump's dogs'"
    assert [word.text for word in words(text)] == [
        "L’été", "aujourd'hui", "anti-Chavista", "l'Europe", "tis", "Trump's", "dogs",
    ]  # fmt: skip


def test_signs_that_complete_a_letter_do_not_cut_a_word() -> None:
    assert [word.text for word in words("हिन्दी भाषा، cafe\u0301 เชียงใหม่")] == [
        "हिन्दी", "भाषा", "cafe\u0301", "เชียงใหม่",
    ]  # fmt: skip


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert spellings(text) == tuple(word.text for word in found)


def test_a_joined_word_counts_for_its_parts_too() -> None:
    assert parts("l'Europe") == ["l", "Europe"]
    counts = count_words(["Trump's plan", "l'Europe and Europe"])
    assert (counts["Trump's"], counts["Trump"], counts["Europe"], counts["plan"]) == (1, 1, 2, 1)
