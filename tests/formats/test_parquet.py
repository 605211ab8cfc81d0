"""Parquet tables: the columns of a TSV, a row as a line."""

import io
import sys
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from transcheck.errors import InputError
from transcheck.formats.catalog import Languages
from transcheck.formats.parquet import read

NAMED = Languages(source="en", target="pt")


def written(**columns: list[Any]) -> bytes:
    made = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), made)
    return made.getvalue()


TABLE = written(Source=["Save", "Open"], target=["Salvar", None], key=["k", "l"], score=[0.5, 1])


def test_a_row_is_a_unit_and_its_number_the_line() -> None:
    pairs = read("a.parquet", TABLE, NAMED).pairs
    assert [
        (pair.source.text, pair.target.text, pair.target.line, pair.unit.key, pair.unit.state)
        for pair in pairs
        if pair.source and pair.target and pair.unit
    ] == [("Save", "Salvar", 1, "k", "translated"), ("Open", "", 2, "l", "untranslated")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PAR1 no", "a.parquet: not sound Parquet: "),
        (TABLE[:-20], "a.parquet: not sound Parquet: "),
        (written(a=["x"]), "expected the columns source and target, found 'a'"),
        (written(source=[1], target=["x"]), "the column source holds no text"),
    ],
)
def test_damage_is_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read("a.parquet", data, NAMED)
    assert message in raised.value.message
    assert "\n" not in raised.value.message


def test_without_pyarrow_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError) as raised:
        read("a.parquet", TABLE, NAMED)
    assert "transcheck[parquet]" in raised.value.hint
