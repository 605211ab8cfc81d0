"""No text makes the reading of names fail, hang or point outside of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.names.compare import alone
from transcheck.names.reading import Text

LANGUAGES = st.sampled_from(["ar", "de", "en", "fr", "ja", "ko", "pl", "ru", "th", "tr", "zh"])
PIECES = st.sampled_from(
    ["Merkel", "London", "Putin’s", "l’Europe", "İ", "ß", "ﬁ", "メルケル", "・", "Путин", "بوتين",
     "默克尔", "ทรัมป์", "푸틴", " ", " ", ". ", "“", "-", "1", "COVID-19", "@a", "\n", "\u0301"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
def test_any_two_texts_can_be_compared(one: str, other: str, here: str, there: str) -> None:
    for name in alone(Text(one, here), Text(other, there)):
        assert name.of(one) == name.text


@settings(max_examples=200, deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_text_has_the_names_of_itself(text: str, lang: str) -> None:
    assert alone(Text(text, lang), Text(text, lang)) == ()
