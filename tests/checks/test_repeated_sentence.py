"""A sentence that stands twice is told from refrains, headings and what the source repeats."""

import pytest

from tests.checks.articles import marked, marked_in_pair
from transcheck.checks.repeated_sentence import REPEATED_SENTENCE
from transcheck.model import Side

LONG = "The old bridge near the mill was closed to all traffic on Monday."
SHORT = "The bridge was closed again."


def repeated(text: str, lang: str = "en") -> list[tuple[int, str]]:
    return marked(REPEATED_SENTENCE, text, lang)


def test_the_second_of_two_in_a_row_is_marked() -> None:
    assert repeated(f"{SHORT} {SHORT} Nobody came.") == [(1, SHORT)]


def test_a_sentence_that_comes_again_further_down_is_marked_if_it_is_long() -> None:
    assert repeated(f"{LONG}\nNobody came.\n{LONG}\n") == [(3, LONG)]
    assert repeated(f"{SHORT}\nNobody came.\n{SHORT}\n") == []


def test_far_away_one_sentence_may_come_again_but_not_a_paragraph() -> None:
    between = "".join(f"Boat {number} came.\n" for number in range(120))
    assert repeated(f"{LONG}\n{between}{LONG}\n") == []
    assert repeated(f"{LONG}\nNobody came.\n{between}{LONG}\nNobody came.\n") == [(123, LONG)]


def test_a_paragraph_that_stands_twice_in_a_row_is_marked_sentence_by_sentence() -> None:
    text = f"{LONG} {SHORT}\n\n{LONG} {SHORT}\n"
    assert repeated(text) == [(3, LONG), (3, SHORT)]


@pytest.mark.parametrize(
    "text",
    [
        "Yes. Yes. Of course. Of course.",
        f"{LONG[:-1]}\n\n{LONG}\n",
        f"- {LONG}\n- {LONG}\n",
        "And miles to go before I sleep,\nAnd miles to go before I sleep.\n",
    ],
)
def test_answers_headings_lists_and_verse_pass(text: str) -> None:
    assert repeated(text) == []


def test_an_article_with_refrains_passes() -> None:
    lines = [f"The {thing} of the town was silent and nobody knew the reason." for thing in
             ("bell", "mill", "port")]  # fmt: skip
    refrain = [f"{line}\nNumber {n} came.\n" for n, line in enumerate([*lines, *reversed(lines)])]
    assert repeated("".join(refrain)) == []


def test_another_file_may_say_the_same() -> None:
    found = marked_in_pair(REPEATED_SENTENCE, LONG, LONG, ("en", "en"))
    assert found == []


def test_the_source_is_named_where_it_repeats() -> None:
    target = "A velha ponte junto ao moinho fechou na segunda-feira."
    found = marked_in_pair(REPEATED_SENTENCE, f"{LONG}\n{LONG}", f"{target}\n{target}")
    assert found == [(Side.SOURCE, 2, LONG)]


def test_two_sources_that_are_alike_may_share_a_translation() -> None:
    other = LONG.replace("closed to", "shut to")
    target = "A velha ponte junto ao moinho fechou na segunda-feira."
    assert marked_in_pair(REPEATED_SENTENCE, f"{LONG}\n{other}", f"{target}\n{target}") == []


def test_a_translation_that_repeats_by_itself_is_blamed() -> None:
    target = "A velha ponte junto ao moinho fechou na segunda-feira."
    found = marked_in_pair(REPEATED_SENTENCE, f"{LONG}\nNobody came.", f"{target}\n{target}")
    assert found == [(Side.TARGET, 2, target)]
