"""One score out of all that was measured of a pair."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.pairs import measured
from transcheck.checks.base import Context
from transcheck.checks.drift import SIGNS, drift, features, shipped
from transcheck.checks.meaning_drift import MEANING_DRIFT
from transcheck.checks.scores import with_scores
from transcheck.model import Measured, Span, SupportedWord, WordSupport
from transcheck.scoring import Calibration, calibration

SOURCE = "The harbour was closed on Friday because of high winds."
TARGET = "O porto ficou fechado na sexta-feira por causa dos ventos fortes."


@pytest.fixture(name="known")
def _known() -> Calibration:
    found = calibration("use")
    assert found is not None
    return found


def words_of(text: str, support: float) -> tuple[SupportedWord, ...]:
    """Return the words of a text, all as well supported."""
    found, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        found.append(SupportedWord(span=Span(start=start, end=at), support=support))
    return tuple(found)


def pair(
    source: str = SOURCE, target: str = TARGET, similarity: float = 0.85, support: float = 0.7
) -> Measured:
    """Return a pair that was measured word by word."""
    support_of = WordSupport.of(source=words_of(source, support), target=words_of(target, support))
    made = replace(measured(source, target), similarity=similarity, words=support_of)
    return replace(made, margin=0.5, denial=0.0)


def test_whatever_speaks_for_a_fault_raises_the_score(known: Calibration) -> None:
    sound = drift(pair(), known)
    assert sound is not None
    worse = (
        pair(similarity=0.4),
        replace(pair(), margin=-0.3),
        pair(target=TARGET.replace("na sexta-feira", "às 21 horas")),
        replace(pair(target=TARGET.replace("ficou", "não ficou")), denial=-0.2),
    )
    for each in worse:
        score = drift(each, known)
        assert score is not None
        assert score > sound


def test_what_was_not_measured_has_no_score(known: Calibration) -> None:
    assert drift(measured(SOURCE, TARGET), known) is None
    assert drift(replace(pair(), words=None), known) is None
    assert drift(measured(None, TARGET), known) is None
    finnish = measured(SOURCE, "Satama oli kiinni perjantaina.", langs=("en", "fi"))
    assert drift(replace(finnish, similarity=0.8, words=pair().words), known) is None
    assert with_scores([pair()], (), None) == (pair(),)


def test_the_check_names_what_speaks_for_a_fault(known: Calibration) -> None:
    worse = TARGET.replace("na sexta-feira", "às 21 horas do dia 15")
    (row,) = with_scores([pair(target=worse, similarity=0.1)], (), known)
    (hit,) = MEANING_DRIFT.run(row, Context(calibration=known))
    assert "numbers that differ" in hit.message
    assert "a low similarity" in hit.message
    assert hit.value is not None
    assert hit.limit is not None
    assert hit.value > hit.limit
    (row,) = with_scores([pair()], (), known)
    assert list(MEANING_DRIFT.run(row, Context(calibration=known))) == []


def test_every_feature_has_a_weight_and_a_sign(known: Calibration) -> None:
    values = features(pair(), known)
    assert values is not None
    assert set(values) == set(shipped().usual) == set(shipped().weights) - {"bias"}
    assert set(values) == {name for names in SIGNS.values() for name in names}


def test_fewer_false_alarms_need_a_higher_score() -> None:
    limits = [shipped().limit(rate) for rate in (0.1, 0.03, 0.01, 0.005, 0.001, 0.0001)]
    assert limits == sorted(limits)


@given(st.text(max_size=80), st.text(max_size=80), st.floats(-1, 1), st.floats(-1, 1))
def test_no_text_makes_it_fail(source: str, target: str, similarity: float, support: float) -> None:
    known = calibration("use")
    assert known is not None
    row = pair(source, target, similarity, support)
    score = drift(row, known)
    assert score is None or abs(score) < 1000
