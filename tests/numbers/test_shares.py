"""Shares in words: two thirds are not a quarter, in any two languages."""

from itertools import permutations
from pathlib import Path

import pytest

from transcheck.numbers.compare import compare

FOLDER = Path(__file__).parent / "everyday"
LANGS = sorted(file.stem for file in FOLDER.glob("*.txt"))
# The lines of the files that name two thirds and a quarter.
TWO_THIRDS, QUARTER = 3, 10


def line(lang: str, number: int) -> str:
    return (FOLDER / f"{lang}.txt").read_text("utf-8").splitlines()[number]


@pytest.mark.parametrize(("here", "there"), list(permutations(LANGS, 2)))
def test_another_share_is_a_change(here: str, there: str) -> None:
    source, target = line(here, TWO_THIRDS), line(there, QUARTER)
    assert any(one.target for one in compare((source, here), (target, there)))


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("Two-thirds of voters agreed.", "Zwei Drittel der Wähler stimmten zu.", "de"),
        ("Two-thirds of voters agreed.", "66 % des électeurs étaient d'accord.", "fr"),
        ("A third man was arrested.", "Ein Viertel der Stadt sah zu.", "de"),
        ("Three quarters of an hour later, a third of them left.",
         "Una tercera parte se fue tres cuartos de hora después.", "es"),
        ("One in three women agreed.", "Une femme sur trois était d'accord.", "fr"),
    ],
)  # fmt: skip
def test_a_share_may_be_written_otherwise(source: str, target: str, lang: str) -> None:
    assert compare((source, "en"), (target, lang)) == []
