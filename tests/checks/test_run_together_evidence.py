"""Words run together: what the model and the article say of a token."""

from collections import Counter
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.checks.run_together import scored
from transcheck.checks.run_together_evidence import (
    best,
    comes_back,
    limits,
    may_be_glued,
    named,
    run_together,
)
from transcheck.checks.run_together_setting import MOST_FITTING, Setting, fitting, setting_of
from transcheck.data.adjacency import adjacency


def glued(text: str, lang: str = "en", **counts: int) -> list[tuple[str, tuple[int, ...]]]:
    return [(word.text, cuts) for word, cuts in run_together(text, lang, Counter(counts))]


@pytest.mark.parametrize(
    ("token", "lang", "expected"),
    [
        ("theoil", "en", True),
        ("oil", "en", False),
        ("minister,", "en", False),
        ("NewYork", "en", False),
        ("ofthe", "en", True),
        ("l'economiamondiale", "it", True),
        ("x" * 41, "en", False),
        ("", "en", False),
    ],
)
def test_only_unknown_words_are_looked_at(token: str, lang: str, expected: bool) -> None:
    assert may_be_glued(token, lang) is expected


@pytest.mark.parametrize(
    ("text", "lang", "token", "cut"),
    [
        ("They met theminister.", "en", "theminister", 3),
        ("It is the end ofthe war.", "en", "ofthe", 2),
        ("Vinieron, porsupuesto, tarde.", "es", "porsupuesto", 3),
        ("Disseram que ogoverno caiu.", "pt", "ogoverno", 1),
        ("He said thegovernment's plan failed.", "en", "thegovernment's", 3),
        ("He said that theoil,which was sold, burnt.", "en", "theoil", 3),
    ],
)
def test_the_place_of_the_space_is_found(text: str, lang: str, token: str, cut: int) -> None:
    assert glued(text, lang) == [(token, (text.index(token) + cut,))]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The reinjected antibodies were uncontroversial.", "en"),
        ("Sheinbaum, Pilieri and Wesbanco agreed.", "en"),
        ("Die Rapperkollegen und das Vorsaisonspiel.", "de"),
        ("El autobombo de los procatalanistas.", "es"),
        ("İstanbullularınkilerden bahsetti.", "tr"),
    ],
)
def test_words_that_no_list_has_are_left_alone(text: str, lang: str) -> None:
    assert glued(text, lang) == []


def test_a_token_that_comes_back_is_a_word() -> None:
    assert glued("They met theminister.", theminister=2) == []


def test_the_article_speaks_for_its_names() -> None:
    assert glued("A Pilieriwas, then.") == []
    assert glued("A Pilieriwas, then.", Pilieri=2) == [("Pilieriwas", (9,))]


PLAIN = Setting()


def score(token: str, lang: str, *article: str, setting: Setting = PLAIN) -> float:
    counts = Counter(article)
    likely = scored(token.lower(), lang, named(token, lang, counts))
    return best(token, likely, lang, counts, setting).score


def test_a_function_word_has_no_capital_in_mid_sentence() -> None:
    assert score("Lacarretera", "es", setting=Setting(inside=True)) < score("Lacarretera", "es")


def test_a_first_name_and_a_word_before_a_mark_are_rarely_glue() -> None:
    plain = score("Johnsonsaid", "en")
    assert score("Johnsonsaid", "en", setting=Setting(before_name=True)) < plain
    assert score("Johnsonsaid", "en", setting=Setting(before_mark=True)) < plain
    theoil = score("theoil", "en", setting=Setting(before_mark=True))
    assert theoil == score("theoil", "en")


@pytest.mark.parametrize(
    ("text", "token", "expected"),
    [
        ("“Lacarretera es", "Lacarretera", Setting(before="“", after="es")),
        ("Vio Lacarretera es", "Lacarretera", Setting(inside=True, before="Vio", after="es")),
        (
            "by Goodway Smith",
            "Goodway",
            Setting(inside=True, before_name=True, before="by", after="Smith"),
        ),
        ("by Goodway (ed.)", "Goodway", Setting(inside=True, before="by", after="(")),
        (
            "by Goodway.",
            "Goodway",
            Setting(inside=True, before_mark=True, before="by", after="."),
        ),
        ("by Goodway", "Goodway", Setting(inside=True, before_mark=True, before="by")),
    ],
)
def test_the_setting_of_a_token(text: str, token: str, expected: Setting) -> None:
    start = text.index(token)
    assert setting_of(text, start, start + len(token)) == expected


def test_words_that_fit_between_their_neighbours_raise_the_score() -> None:
    pulls = adjacency("en")
    of, the = (Setting(inside=True, before=word, after="and") for word in ("of", "the"))
    assert fitting("theoil", 3, of, pulls) > 0 > fitting("theoil", 3, the, pulls)
    assert score("theoil", "en", setting=of) > score("theoil", "en", setting=the)
    assert fitting("theoil", 3, of, adjacency("th")) == 0  # nothing was counted


def test_a_noun_that_would_have_a_capital_is_no_word_of_its_own() -> None:
    setting = Setting(inside=True, before="der", after="ist")
    noun, verb = "Nachbarkollege", "Nachbarsagte"
    pulls = adjacency("de")
    assert fitting(noun, 7, setting, pulls) < 0 < fitting(verb, 7, setting, pulls)
    assert adjacency("en").smallness("colleague") == 0


@settings(deadline=None)  # the first text of a language reads its tables
@given(st.text(), st.integers(0, 20), st.sampled_from(["en", "tr", "th"]))
def test_any_token_fits_somehow(text: str, start: int, lang: str) -> None:
    setting = setting_of(text, min(start, len(text)), len(text))
    assert fitting(text[start:], 1, setting, adjacency(lang)) <= MOST_FITTING


def test_a_name_of_the_article_raises_the_score() -> None:
    assert score("Johnsonsaid", "en", "Johnson") > score("Johnsonsaid", "en")


def test_a_name_of_the_article_stands_before_any_word() -> None:
    assert glued("Then Halkettsweeping cleared.") == []
    assert glued("Then Halkettsweeping cleared.", Halkett=2) == [("Halkettsweeping", (12,))]


def test_a_noun_of_the_article_lowers_it() -> None:
    assert score("Oktoberanfang", "de", "Anfang") < score("Oktoberanfang", "de")


def test_a_token_that_comes_back_in_another_form_is_a_word() -> None:
    assert comes_back("Sutopo", 3, "fi", Counter(["Sutopo", "Sutopon"]))
    assert not comes_back("Sutopo", 3, "fi", Counter(["Sutopo", "Sutela"]))


def test_a_language_without_limits_flags_nothing() -> None:
    assert limits("xx", small=True) == (inf, inf)
