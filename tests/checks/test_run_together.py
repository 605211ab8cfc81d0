"""Words run together: the splits, the features and the trees."""

from math import inf

import pytest

from transcheck.checks.run_together import (
    FEATURES,
    Limits,
    Split,
    features,
    grown,
    model,
    planted,
    scored,
    splits,
    standing,
)
from transcheck.data.frequency import (
    beginnings,
    by_ending,
    endings,
    fold,
    in_order,
    shared_beginning,
    shared_ending,
    zipf,
)
from transcheck.languages import LANGUAGES

CASED = [one.tag for one in LANGUAGES if one.cased and one.spaced]


def test_a_tree_sends_a_row_to_its_leaf() -> None:
    tree = grown([[0, -1, -1], [1.5, -2.0, 3.0], [1, 0, 0], [2, 0, 0]])
    assert tree == (0, 1.5, -2.0, 3.0)
    model = planted(0.5, [tree, tree])
    assert [model.score([value]) for value in (1.5, 1.6)] == [-3.5, 6.5]


def test_a_score_that_cannot_reach_the_least_is_left_open() -> None:
    tree = (0, 1.5, -2.0, 3.0)
    model = planted(0.5, [tree, tree])
    assert [model.score([value], 6.4) for value in (1.5, 1.6)] == [-inf, 6.5]


def test_a_least_score_leaves_out_splits_and_changes_none() -> None:
    every = scored("theminister", "en")
    least = every[0].score - 0.5
    assert scored("theminister", "en", frozenset(), Limits(least, least)) == tuple(
        one for one in every if one.score > least
    )


def test_a_split_with_a_word_of_grammar_has_a_limit_of_its_own() -> None:
    limits = Limits(grammar=1.0, content=2.0)
    assert limits.of(Split("the", "oil"), "en") == limits.of(Split("talk", "about"), "en") == 1
    assert limits.of(Split("cinema", "goers"), "en") == 2


@pytest.mark.parametrize("lang", CASED)
def test_every_language_has_a_model(lang: str) -> None:
    trained = model(lang)
    assert trained is not None
    assert trained.score([0.0] * len(FEATURES)) < trained.base + 100


def test_a_language_without_a_model_has_no_scores() -> None:
    assert scored("theoil", "th") == ()


def test_a_split_needs_two_words() -> None:
    assert Split("the", "oil") in splits("theoil", "en")
    assert list(splits("xqzvkw", "en")) == []


def test_a_half_of_the_article_counts_as_a_word() -> None:
    assert Split("xqzvk", "said") not in splits("xqzvksaid", "en")
    assert Split("xqzvk", "said") in splits("xqzvksaid", "en", frozenset({"xqzvk"}))
    assert standing("said", "en") == 3


def test_features_come_in_their_order() -> None:
    row = dict(zip(FEATURES, features(Split("the", "oil"), "en"), strict=True))
    assert row["frequency left"] == pytest.approx(zipf("the", "en"))
    assert (row["function left"], row["function right"]) == (1, 0)
    assert (row["length left"], row["length right"]) == (3, 3)


def test_glue_scores_above_compounds() -> None:
    glue, compound = scored("theminister", "en")[0], scored("undernutrition", "en")[0]
    assert glue.split == Split("the", "minister")
    assert glue.score > compound.score


def test_words_are_folded_as_the_lists_spell_them() -> None:
    assert fold("Straße", "de") == "strasse"
    assert fold("IŞIK", "tr") == "ışık"
    assert zipf("groß", "de") > 4


def test_beginnings_and_endings_are_counted_without_the_word_itself() -> None:
    under, land = beginnings("under", "en"), endings("land", "en")
    assert under.total > under.content + under.function
    assert under.content > 50 > under.function
    assert land.content > 50
    assert beginnings("qqqqqq", "en") == endings("qqqqqq", "en") == (0, 0, 0)


def test_the_nearest_other_word_tells_what_is_shared() -> None:
    assert shared_beginning("governmentally", "en") >= len("government")
    assert shared_ending("Xqzland", "en") >= len("land")
    assert list(in_order("en", "g")) == sorted(in_order("en", "g"))
    assert list(by_ending("en", "d")) == sorted(by_ending("en", "d"))
    assert "dnal" in by_ending("en", "d")


def test_an_unknown_half_stands_beside_a_function_word_alone() -> None:
    assert Split("xqzvkw", "because") in splits("xqzvkwbecause", "en")
    assert Split("xqzvkw", "house") not in splits("xqzvkwhouse", "en")
