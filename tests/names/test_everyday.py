"""Everyday sentences with names, in English and other languages: kept names and changed ones.

The sentences in ``everyday`` are our own; line by line they say the same. ``changed.txt`` has a
language, the number of a line, a name in it and another name to put in its place.
"""

from pathlib import Path

import pytest

from transcheck.checks.base import Context
from transcheck.checks.changed_name import CHANGED_NAME
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.evidence.words import with_words
from transcheck.model import Hit, Origin, Pair, Segment
from transcheck.scoring import similarities

FOLDER = Path(__file__).parent / "everyday"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("??.txt") if path.stem != "en")
CHANGED = [row.split(" ") for row in (FOLDER / "changed.txt").read_text("utf-8").splitlines()]
# Loaded by the first sentence that needs it.
ENCODER = UniversalSentenceEncoder()


def lines(lang: str) -> list[str]:
    return (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines()


def segment(text: str, lang: str) -> Segment:
    return Segment(id=lang, text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)


def judged(source: tuple[str, str], target: tuple[str, str]) -> list[Hit]:
    pair = Pair(id="1", source=segment(*source), target=segment(*target), origin=Origin.GIVEN)
    (row,) = with_words(ENCODER, similarities(ENCODER, [pair]), lambda _stage, _done, _all: None)
    return list(CHANGED_NAME.run(row, Context()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kept_names_are_left_alone(lang: str) -> None:
    for english, other in zip(lines("en"), lines(lang), strict=True):
        assert not judged((english, "en"), (other, lang))
        assert not judged((other, lang), (english, "en"))


@pytest.mark.parametrize(("lang", "line", "old", "new"), CHANGED)
def test_a_changed_name_is_told(lang: str, line: str, old: str, new: str) -> None:
    english, sound = lines("en")[int(line) - 1], lines(lang)[int(line) - 1]
    damaged = sound.replace(old, new)
    assert damaged != sound
    assert [hit.span.of(damaged) for hit in judged((english, "en"), (damaged, lang))] == [new]
    assert [hit.message for hit in judged((damaged, lang), (english, "en"))]
