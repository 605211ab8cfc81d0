"""The shipped lists of words: sorted, unique, in small letters where they should be."""

import pytest

from transcheck import data
from transcheck.data import lexicon
from transcheck.languages import LANGUAGES, Language

PLAIN = ["inner_capitals.txt", "name_prefixes.txt", "brand_parts.txt", "number_endings.txt"]
FOLDERS = ["capital_words", "common_words", "function_words", "sentence_starters"]
LISTS = [
    *PLAIN,
    "article_names.txt",
    "months.txt",
    "name_syllables.txt",
    *(
        f"{folder}/{language.tag}.txt"
        for folder in FOLDERS
        for language in LANGUAGES
        if data.exists(f"{folder}/{language.tag}.txt")
    ),
]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_and_has_no_word_twice(name: str) -> None:
    words = [line.split()[0] for line in data.lines(name)]
    assert words == sorted(set(words))


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one.cased], ids=str)
def test_every_language_with_capitals_has_its_words(language: Language) -> None:
    tag = language.tag
    assert len(lexicon.common_words(tag)) >= 5000
    assert len(lexicon.function_words(tag)) >= 100


def test_a_language_without_lists_has_empty_ones() -> None:
    assert lexicon.common_words("xx") == frozenset()
    assert lexicon.sentence_starters("xx") == {}


def test_weak_starters_are_told_from_strong_ones() -> None:
    assert lexicon.sentence_starters("en")["but"] is True
    assert lexicon.sentence_starters("en")["the"] is False


def test_an_ending_may_belong_to_some_languages_only() -> None:
    assert "de" in lexicon.number_endings("nl")
    assert "de" not in lexicon.number_endings("es")


def test_a_beginning_may_ask_for_an_ending() -> None:
    assert lexicon.word_beginnings("ru")["mini"] == ("",)
    assert "ый" in lexicon.word_beginnings("ru")["не"]
    assert lexicon.word_beginnings("uk")["не"] == ("",)


def test_few_languages_join_pronouns_to_verbs() -> None:
    spanish = lexicon.joined_pronouns("es")
    assert spanish is not None
    assert (spanish.infinitives[0], spanish.lost) == ("ar", "")
    assert lexicon.joined_pronouns("fr") is None


def test_names_and_the_words_of_offices_are_told_from_others() -> None:
    assert {"catalan", "greece", "parliament"} <= lexicon.capital_words("en")
    assert {"sources", "police", "residents"}.isdisjoint(lexicon.capital_words("en"))
    assert lexicon.capital_words("xx") == frozenset()


def test_words_of_one_letter_before_which_nothing_but_a_noun_stands() -> None:
    assert lexicon.lone_letters("en") == {"a", "i"}
    assert "e" not in lexicon.lone_letters("it")
