"""The benchmark of the checks on facts, held to a text of its own."""

from pathlib import Path
from random import Random

import pytest

from tests.benchmarks.garble.inject import Injector, Place
from tests.benchmarks.meaning import inject, run

SOURCE = "The flood destroyed 125 houses in 2018.\nNobody came to the village fair.\n"
TARGET = "A enchente destruiu 125 casas em 2018.\nNinguém veio à feira da aldeia.\n"


@pytest.mark.parametrize("injector", inject.INJECTORS, ids=lambda injector: injector.fault)
def test_a_planted_fault_changes_the_text_where_it_says(injector: Injector) -> None:
    sentence = (
        "“Custou 5 milhões em 2018”, disse @Empresa em https://empresa.example.org, e quem pagou?"
    )
    source = (
        "“It cost 5 million in 2018,” said @Empresa on https://empresa.example.org, and who paid?"
    )
    place = Place(sentence=sentence, lang="pt", source=source)
    damaged = injector.inject(place, Random(3))  # noqa: S311 - a fault to plant, nothing secret
    assert damaged is not None
    assert damaged.text != sentence
    assert damaged.text.startswith(sentence[: damaged.start])
    assert 0 <= damaged.start <= damaged.end <= len(damaged.text)


def test_line_aligned_files_are_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text(SOURCE, encoding="utf-8")
    target.write_text(TARGET, encoding="utf-8")
    run.main([str(source), str(target), "--from", "en", "--to", "pt"])
    line = capsys.readouterr().out
    assert line.startswith("en-pt false alarms/1000 0.00")
    assert "digit changed 1.000 (1)" in line
    assert "number dropped 1.000 (1)" in line
    assert "number added 1.000 (2)" in line
