"""No text makes the reading of numbers fail, hang or point outside of it."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.numbers import digits
from transcheck.numbers.compare import compare
from transcheck.numbers.reading import Text
from transcheck.numbers.tables import tables

LANGUAGES = st.sampled_from(
    ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
     "zh-TW", "fi"]
)  # fmt: skip
PIECES = st.sampled_from(
    ["1", "12", "250", "2018", "00", "０", "٣", "½", " ", " ", ",", ".", ":", "-", "–", "/", "'",
     "%", "$", "million", "mil", "bn", "m", "Milliarden", "hundert", "万", "億", "千", "만", "三",
     "十", "百", "ล้าน", "half", "a", "and", "et", "um", "twenty", "vingt", "ft", "feet", "°C",
     "pm", "Uhr", "年", "平成", "XIX", "s", "İ", "\n", "@1", "٫", "٬"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
def test_any_two_texts_can_be_compared(one: str, other: str, here: str, there: str) -> None:
    for difference in compare((one, here), (other, there)):
        if difference.source:
            assert 0 <= difference.source.start < difference.source.end <= len(one)
        if difference.target:
            assert 0 <= difference.target.start < difference.target.end <= len(other)


@settings(max_examples=200, deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_text_has_the_numbers_of_itself(text: str, lang: str) -> None:
    assert compare((text, lang), (text, lang)) == []


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES)
def test_small_letters_keep_every_place(text: str, lang: str) -> None:
    read = Text(text, lang, digits.read(text, lang))
    assert len(read.small) == len(text)
    assert all(0 <= number.start < number.end <= len(text) for number in read.everything)
    assert read.table is tables(lang)


def test_endless_digits_and_tables_are_read_in_time() -> None:
    start = time.process_time()
    for text in ("9" * 50_000, "1,1" * 20_000, "1 234 " * 10_000, "三" * 50_000, "5万" * 10_000):
        compare((text, "ja"), ("nothing", "en"))
        compare((text, "en"), (text[::-1], "fr"))
    assert time.process_time() - start < 20
