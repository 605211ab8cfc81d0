"""The benchmark of the checks on facts, held to a text of its own."""

from pathlib import Path
from random import Random

import pytest

from tests.benchmarks import corpus
from tests.benchmarks.garble.inject import Injector, Place
from tests.benchmarks.meaning import inject, run
from tests.benchmarks.meaning.inject_names import NAMES

SOURCE = "The flood destroyed 125 houses in 2018.\nNobody came to the village fair.\n"
TARGET = "A enchente destruiu 125 casas em 2018.\nNinguém veio à feira da aldeia.\n"


@pytest.mark.parametrize(
    "injector",
    [injector for injector in inject.INJECTORS if injector not in NAMES],
    ids=lambda injector: injector.fault,
)
def test_a_planted_fault_changes_the_text_where_it_says(injector: Injector) -> None:
    sentence = (
        "“Não custou 5 milhões de dólares, 7,5% a mais, na sexta-feira, dez de maio de 2018”, "
        "disse @Empresa antes em https://empresa.example.org: quem pagou?"
    )
    source = (
        "“It did not cost 5 million dollars, 7.5% more, on Friday, ten May 2018,” @Empresa said "
        "before on https://empresa.example.org: who paid?"
    )
    place = Place(sentence=sentence, lang="pt", source=source)
    damaged = injector.inject(place, Random(3))  # noqa: S311 - a fault to plant, nothing secret
    assert damaged is not None
    assert damaged.text != sentence
    assert damaged.text.startswith(sentence[: damaged.start])
    assert 0 <= damaged.start <= damaged.end <= len(damaged.text)


@pytest.mark.skipif(not corpus.NTREX.is_dir(), reason="the names come from the corpus")
@pytest.mark.parametrize("injector", NAMES, ids=lambda injector: injector.fault)
def test_a_planted_name_changes_the_text_where_it_says(injector: Injector) -> None:
    sentence = "Na segunda-feira, Kavanaugh falou ao Senado."
    place = Place(sentence=sentence, lang="pt", source="On Monday, Kavanaugh addressed the Senate.")
    damaged = injector.inject(place, Random(3))  # noqa: S311 - a fault to plant, nothing secret
    assert damaged is not None
    assert damaged.start == sentence.index("Kavanaugh")
    assert damaged.text == (
        sentence[: damaged.start]
        + damaged.text[damaged.start : damaged.end]
        + (" falou" if damaged.start < damaged.end else "falou")
        + " ao Senado."
    )


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
