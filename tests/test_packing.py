"""Records come back as they were, and nothing else comes back."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_schema import REPORT
from transcheck.model import Measured, Report, Span, SupportedWord, WordSupport
from transcheck.packing import packed, unpacked
from transcheck.translations import Hypothesis, Translation
from transcheck.units import State, Unit

TRANSLATION = Translation(text="x\ud800", score=-1 / 3, alternatives=(Hypothesis(text="y"),))


def test_a_report_comes_back_to_the_last_digit() -> None:
    pair, bare = (row.pair for row in REPORT.rows)
    rows = (
        replace(REPORT.rows[0], pair=replace(pair, score=1 / 3, translation=TRANSLATION)),
        Measured(pair=replace(bare, unit=Unit(key="k", state=State.TRANSLATED, notes=("a", "b")))),
    )
    report = replace(REPORT, rows=rows, skipped={"fuzzy": 2})
    assert unpacked(Report, packed(report)) == report


@given(
    st.text(), st.none() | st.floats(allow_nan=False, allow_infinity=False), st.none() | st.text()
)
def test_any_translation_comes_back(text: str, score: float | None, via: str | None) -> None:
    made = replace(TRANSLATION, text=text, score=score, via=via)
    assert unpacked(Translation, packed(made)) == made


def leaves(value: object) -> list[tuple[list[object], int]]:
    """Return each place of a value of JSON: the list that holds it, and its number there."""
    if not isinstance(value, list):
        return []
    return [(value, n) for n in range(len(value))] + [at for each in value for at in leaves(each)]


@given(data=st.data())
def test_what_has_another_type_is_refused(data: st.DataObject) -> None:
    """Every field in turn becomes an object, which none is."""
    words = WordSupport.of([SupportedWord(span=Span(start=0, end=1), support=0.5)], [])
    plain = json.loads(packed(replace(REPORT.rows[0], words=words)))
    parent, number = data.draw(st.sampled_from(leaves(plain)))
    parent[number] = data.draw(st.sampled_from([{"a": 1}, [[[]]], True]))
    with pytest.raises(ValueError, match="no Measured: "):
        unpacked(Measured, json.dumps(plain).encode())


@given(st.binary())
def test_any_bytes_are_refused(value: bytes) -> None:
    with pytest.raises(ValueError, match="no Report: "):
        unpacked(Report, value)
