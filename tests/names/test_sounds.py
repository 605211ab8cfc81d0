"""Names keep their sound from one script to another, and from one spelling to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.names.sounds import heard, is_heard, is_shared, likeness, share, sound

SURE = 5.0
NAMES = st.text(alphabet="aeiouktsnrlmpbzy", max_size=12)


@pytest.mark.parametrize(
    ("name", "script", "word"),
    [
        ("Putin", "Cyrl", "Путин"),
        ("Putin", "Cyrl", "Путиным"),
        ("Zelensky", "Cyrl", "Зеленский"),
        ("Merkel", "Kana", "メルケル"),
        ("Rangers", "Kana", "レンジャーズ"),
        ("Virginia", "Kana", "ウェストバージニア"),
        ("Johnson", "Kore", "존슨"),
        ("Trump", "Thai", "ทรัมป์"),
        ("Johnson", "Hans", "约翰逊"),
        ("Merkel", "Arab", "ميركل"),
    ],
)
def test_a_name_sounds_alike_in_another_script(name: str, script: str, word: str) -> None:
    assert heard(name, "Latn", word, script) > SURE
    assert heard(word, script, name, "Latn") == heard(name, "Latn", word, script)
    assert heard("Birkenhead", "Latn", word, script) < 0


def test_of_two_other_scripts_nothing_is_known() -> None:
    assert heard("Путин", "Cyrl", "プーチン", "Kana") < 0
    assert heard("", "Latn", "Путин", "Cyrl") < 0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Putin", "Poutine", True),
        ("Zelenskyy", "Selenskyj", True),
        ("Chicago", "Şikago", True),
        ("Merkel", "Scholz", False),
        ("Berlin", "Merlin", False),
    ],
)
def test_a_name_may_be_spelled_as_a_language_does(one: str, other: str, alike: bool) -> None:
    assert (share(one, other) > 0.6) is alike


def test_letters_are_read_by_what_stands_beside_them() -> None:
    assert sound("Rangers", "Latn") == "RANjErS"
    assert sound("Barry", "Latn") == sound("Bary", "Latn") == "BARY"


LATIN = st.text(alphabet="AEIOUKTSNRLMPBrje", max_size=12)


@given(LATIN, LATIN, LATIN)
def test_more_text_around_a_name_does_not_hide_it(name: str, before: str, text: str) -> None:
    known = likeness("Cyrl")
    assert known is not None
    assert known.best(name, before + text) >= known.best(name, text)
    assert known.best(name, text + before) >= known.best(name, text)


@pytest.mark.parametrize(
    ("script", "letters"), [("Cyrl", "аеоптмркшзв"), ("Kana", "アカサタパラルンー")]
)
@given(st.data())
def test_to_ask_for_a_limit_says_what_the_odds_say(
    script: str, letters: str, data: st.DataObject
) -> None:
    name, other = data.draw(NAMES), data.draw(NAMES)
    word = data.draw(st.text(alphabet=letters, max_size=12))
    for least in (0.0, 2.5, 5.0, 9.0):
        expected = heard(name, "Latn", word, script) > least
        assert is_heard(name, "Latn", word, script, least) is expected
        assert is_heard(word, script, name, "Latn", least) is expected
    assert is_shared(name, other, 0.6) is (share(name, other) > 0.6)
