"""Lost and added negations: what a second translation and the support of words have to say."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.pairs import measured
from transcheck.checks.added_negation import ADDED_NEGATION
from transcheck.checks.base import Context
from transcheck.checks.denial import shipped
from transcheck.checks.lost_negation import LOST_NEGATION
from transcheck.checks.negated import UNSCORED
from transcheck.embedders.use import NAME
from transcheck.model import Forward, Measured, Span, SupportedWord, WordSupport
from transcheck.scoring import calibration

SOURCE, LOST = "The minister did not sign the law.", "O ministro assinou a lei."
SOUND = "O ministro não assinou a lei."


def marked(row: Measured) -> list[str]:
    target = row.pair.target
    return [
        hit.span.of(target.text if target else "")
        for check in (LOST_NEGATION, ADDED_NEGATION)
        for hit in check.run(row, Context(calibration=calibration(NAME)))
    ]


def retold(row: Measured, text: str) -> Measured:
    return replace(row, forward=Forward(text=text, similarity=None, chrf=0.0))


def supported(row: Measured, support: float, denial: float = 0.2) -> Measured:
    """Return the row with every word supported so, but the negator, and as alike as usual."""
    both = row.pair.both or ()
    source, target = (
        tuple(
            SupportedWord(
                span=Span(start=match.start(), end=match.end()),
                support=0.1 if match[0] == "not" else support,
            )
            for match in re.finditer(r"\w+", each.text)
        )
        for each in both
    )
    words = WordSupport.of(source=source, target=target)
    return replace(row, similarity=0.85, denial=denial, words=words)


def test_a_second_translation_bears_out_what_is_lost_or_added() -> None:
    assert marked(retold(measured(SOURCE, LOST), SOUND)) == [LOST]
    assert marked(retold(measured("The minister signed.", "O ministro não assinou."), LOST)) == [
        "não"
    ]


def test_a_second_translation_that_denies_no_more_clears_it() -> None:
    assert not marked(retold(measured(SOURCE, LOST), "O ministro recusou-se a assinar."))


def test_with_neither_a_second_translation_nor_an_encoder_it_is_silent() -> None:
    assert not marked(measured(SOURCE, LOST))


def test_the_score_speaks_where_nothing_may_stand_for_the_negation() -> None:
    assert marked(supported(measured(SOURCE, LOST), 0.5)) == [LOST]
    refused = measured(SOURCE, "O ministro recusou assinar a lei.")
    assert not marked(supported(refused, 0.5, denial=0.05))


def test_an_encoder_that_cannot_tell_denial_leaves_it_to_a_second_translation() -> None:
    row = replace(supported(measured(SOURCE, LOST), 0.5), denial=None)
    assert not marked(row)
    assert marked(retold(row, SOUND)) == [LOST]
    known = Context(calibration=calibration(NAME))
    (alone,) = LOST_NEGATION.run(retold(row, SOUND), known)
    (scored,) = LOST_NEGATION.run(supported(measured(SOURCE, LOST), 0.5), known)
    assert alone.message == scored.message + UNSCORED


def test_the_score_and_a_second_translation_have_to_agree() -> None:
    row = supported(measured(SOURCE, LOST), 0.7)
    assert marked(retold(row, SOUND)) == [LOST]
    assert not marked(retold(row, "O ministro recusou-se a assinar."))


@given(rate=st.floats(0, 1))
def test_more_alarms_allowed_never_raise_the_limit(rate: float) -> None:
    for denying, other in shipped().limits:
        limit = shipped().limit(denying, other, rate)
        assert limit is not None
        assert limit <= (shipped().limit(denying, other, 0) or 0)


def test_two_languages_that_were_not_measured_have_no_limit() -> None:
    assert shipped().limit("ru", "zh", 0.004) is None
    assert shipped().limit("en", "zh-TW", 0.004) == shipped().limit("en", "zh", 0.004)
