"""missing-clause and added-clause: what they mark, and who gives way to whom."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.garble.inject import Injector, Place
from tests.benchmarks.meaning.inject_clauses import CLAUSES
from tests.checks.pairs import measured
from transcheck.checks.added_clause import ADDED_CLAUSE
from transcheck.checks.base import Context
from transcheck.checks.low_similarity import LOW_SIMILARITY
from transcheck.checks.missing_clause import MISSING_CLAUSE
from transcheck.checks.scores import with_scores
from transcheck.checks.uncovered import shipped
from transcheck.model import Measured, Side, Span, SupportedWord, WordSupport
from transcheck.scoring import calibration
from transcheck.text.words import words

CONTEXT = Context(calibration=calibration("use"))
SOURCE = "The harbour was closed on Friday, and three ships waited outside the bay."
LOST = "and three ships waited outside the bay"
HALF = "O porto ficou fechado na sexta-feira."


def supported(text: str, low: str) -> tuple[SupportedWord, ...]:
    """Return the words of a text; those of ``low`` have no support, the others plenty."""
    begin = text.index(low) if low else len(text)
    return tuple(
        SupportedWord(
            span=Span(start=word.start, end=word.end),
            support=0.05 if begin <= word.start < begin + len(low) else 0.8,
        )
        for word in words(text)
    )


def row(
    source: str, target: str, *, lost: str = "", added: str = "", similarity: float
) -> Measured:
    support = WordSupport.of(source=supported(source, lost), target=supported(target, added))
    pair = measured(source, target).pair
    return Measured(pair=pair, similarity=similarity, words=support)


def test_what_was_left_out_is_marked_on_the_source() -> None:
    found = row(SOURCE, HALF, lost=LOST, similarity=0.3)
    (hit,) = MISSING_CLAUSE.run(found, CONTEXT)
    assert (hit.side, hit.span.of(SOURCE)) == (Side.SOURCE, LOST)
    assert hit.value is not None
    assert hit.limit is not None
    assert hit.value >= hit.limit
    assert not list(ADDED_CLAUSE.run(found, CONTEXT))


def test_a_stretch_does_not_end_inside_an_address_or_a_number() -> None:
    source = "The harbour closed on Friday, and 3,500 ships waited at ca.bay.example for news."
    found = row(source, HALF, lost="500 ships waited at ca", similarity=0.3)
    (hit,) = MISSING_CLAUSE.run(found, CONTEXT)
    assert hit.span.of(source) == "and 3,500 ships waited at ca.bay.example for news"


def test_what_was_added_is_marked_on_the_translation() -> None:
    (hit,) = ADDED_CLAUSE.run(row(HALF, SOURCE, added=LOST, similarity=0.4), CONTEXT)
    assert (hit.side, hit.span.of(SOURCE)) == (Side.TARGET, LOST)


def test_a_sentence_of_which_nothing_is_left_is_no_missing_clause() -> None:
    wrong = row(SOURCE, HALF, lost=SOURCE, added=HALF, similarity=0.0)
    assert not list(MISSING_CLAUSE.run(wrong, CONTEXT))
    assert not list(ADDED_CLAUSE.run(wrong, CONTEXT))
    assert list(LOW_SIMILARITY.run(wrong, CONTEXT))


def test_without_words_or_calibration_nothing_is_said() -> None:
    found = row(SOURCE, HALF, lost=LOST, similarity=0.3)
    assert not list(MISSING_CLAUSE.run(found, Context()))
    bare = Measured(pair=found.pair, similarity=0.3)
    assert not list(MISSING_CLAUSE.run(bare, CONTEXT))


@pytest.mark.parametrize("side", list(Side))
def test_fewer_false_alarms_ask_for_a_higher_score(side: Side) -> None:
    limits = [shipped().limit(side, rate) for rate in (0.0001, 0.0005, 0.002, 0.003, 0.02, 0.5)]
    assert limits == sorted(limits, reverse=True)
    assert limits[0] == limits[1]


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=13), st.floats(-1, 1), st.floats(-1, 1))
def test_any_support_gives_spans_inside_the_text(
    supports: list[float], other: float, similarity: float
) -> None:
    ours = tuple(
        SupportedWord(span=Span(start=word.start, end=word.end), support=support)
        for word, support in zip(words(SOURCE), supports, strict=False)
    )
    theirs = tuple(
        SupportedWord(span=Span(start=word.start, end=word.end), support=other)
        for word in words(HALF)
    )
    found = Measured(
        pair=measured(SOURCE, HALF).pair,
        similarity=similarity,
        words=WordSupport.of(source=ours, target=theirs),
    )
    for check, text in ((MISSING_CLAUSE, SOURCE), (ADDED_CLAUSE, HALF)):
        for hit in check.run(found, CONTEXT):
            assert 0 <= hit.span.start < hit.span.end <= len(text)


@pytest.mark.parametrize("injector", CLAUSES, ids=lambda injector: injector.fault)
@pytest.mark.parametrize(
    ("lang", "sentence", "following"),
    [
        ("en", SOURCE, "He said nothing at all, but the ship left in the night."),
        ("zh", "港口周五因大风关闭，三艘船在海湾外等待。", "他什么也没有说，但是船在夜里离开了。"),
    ],
)
def test_a_planted_clause_changes_the_text_where_it_says(
    injector: Injector, lang: str, sentence: str, following: str
) -> None:
    place = Place(sentence=sentence, lang=lang, following=following)
    damaged = injector.inject(place, Random(1))  # noqa: S311 - a fault to plant, nothing secret
    assert damaged is not None
    assert damaged.text != sentence
    assert 0 <= damaged.start <= damaged.end <= len(damaged.text)
    if damaged.start < damaged.end:
        assert damaged.text[damaged.start : damaged.end] in following
    else:
        assert len(damaged.text) < len(sentence)


def test_what_was_worked_out_of_the_words_is_not_worked_out_again() -> None:
    known = calibration("use")
    assert known
    found = row(SOURCE, HALF, lost=LOST, similarity=0.6)
    (scored,) = with_scores([found], (), known)
    for check in (MISSING_CLAUSE, ADDED_CLAUSE):
        hits = list(check.run(found, CONTEXT))
        assert list(check.run(scored, CONTEXT)) == hits
        assert list(check.run(replace(scored, words=None), CONTEXT)) == hits
    assert list(MISSING_CLAUSE.run(scored, CONTEXT))
