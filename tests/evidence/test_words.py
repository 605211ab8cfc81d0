"""Word support through the real encoder: which words of a pair have no counterpart."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.evidence.words import with_words
from transcheck.model import Measured, Origin, Pair, Segment, Side, WordSupport

SOURCE = "The harbour was closed on Friday, and three ships waited outside the bay."
WHOLE = "O porto ficou fechado na sexta-feira, e três navios esperaram fora da baía."
HALF = "O porto ficou fechado na sexta-feira."


# Shared with the property, which cannot take a fixture; the model is loaded when it is first used.
_ENCODER = UniversalSentenceEncoder()


@pytest.fixture
def encoder() -> UniversalSentenceEncoder:
    return _ENCODER


def row(source: str, target: str, lang: str = "pt") -> Measured:
    ours, theirs = (
        Segment(id="s", text=text, lang=lang, path="p", offset=0, line=1, column=1, block=0)
        for text, lang in ((source, "en"), (target, lang))
    )
    pair = Pair(id="1", source=ours, target=theirs, origin=Origin.GIVEN)
    return Measured(pair=pair, similarity=0.5)


def supports(encoder: UniversalSentenceEncoder, rows: Sequence[Measured]) -> list[WordSupport]:
    found = with_words(encoder, rows, lambda _stage, _done, _total: None)
    return [each.words for each in found if each.words]


def test_words_that_were_left_out_are_supported_least(encoder: UniversalSentenceEncoder) -> None:
    (support,) = supports(encoder, [row(SOURCE, HALF)])
    left_out = SOURCE.index("and")
    kept = [word.support for word in support.side(Side.SOURCE) if word.span.start < left_out]
    lost = [word.support for word in support.side(Side.SOURCE) if word.span.start > left_out]
    assert np.mean(lost) < np.mean(kept) / 2


def test_spans_are_the_words_of_both_texts(encoder: UniversalSentenceEncoder) -> None:
    (support,) = supports(encoder, [row("It’s “big”, ﬁve!", "São 5.")])
    texts = [word.span.of("It’s “big”, ﬁve!") for word in support.side(Side.SOURCE)]
    assert texts == ["It’s", "big", "ﬁve"]
    assert [word.span.of("São 5.") for word in support.side(Side.TARGET)] == ["São", "5"]


def test_a_text_without_spaces_has_words(encoder: UniversalSentenceEncoder) -> None:
    chinese = "港口周五关闭，three 艘船等待。"
    (support,) = supports(encoder, [row(SOURCE, chinese, "zh")])
    texts = [word.span.of(chinese) for word in support.side(Side.TARGET)]
    assert "".join(texts) == "港口周五关闭three艘船等待"
    assert len(texts) > 5


def test_a_pair_is_measured_the_same_alone_and_among_others(
    encoder: UniversalSentenceEncoder,
) -> None:
    rows = [row(SOURCE, WHOLE), row("…", "x"), row(SOURCE * 40, HALF * 50), row(WHOLE, SOURCE)] * 40
    together = with_words(encoder, rows, lambda _stage, _done, _total: None)
    for each, expected in zip(rows[:4], together[-4:], strict=True):
        (found,) = with_words(encoder, [each], lambda _stage, _done, _total: None)
        assert (found.words is None) is (expected.words is None)
        if found.words and expected.words:
            one, other = (
                [word.support for word in words.side(Side.SOURCE)]
                for words in (found.words, expected.words)
            )
            assert one == pytest.approx(other, abs=1e-4)


def test_a_text_without_end_is_not_compared_word_by_word(
    encoder: UniversalSentenceEncoder,
) -> None:
    assert supports(encoder, [row("word " * 1500, WHOLE)]) == []


def test_what_was_not_measured_has_no_words(encoder: UniversalSentenceEncoder) -> None:
    bare = Measured(pair=row(SOURCE, WHOLE).pair)
    assert with_words(encoder, [bare], lambda _stage, _done, _total: None) == (bare,)


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_any_text_has_its_words_inside_it(source: str, target: str) -> None:
    for words, text in zip(_ENCODER.embed_words([source, target]), (source, target), strict=True):
        ends = [0]
        for span in words.spans:
            assert ends[-1] <= span.start < span.end <= len(text)
            ends.append(span.end)
        assert words.rows.shape == (len(words.spans), 512)
        assert np.linalg.norm(words.rows, axis=1) == pytest.approx(1, abs=1e-4)
