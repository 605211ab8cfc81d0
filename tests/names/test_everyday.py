"""Everyday sentences with names, in English and other languages: kept names and changed ones.

The sentences in ``everyday`` are our own; line by line they say the same, and all are one article.
``changed.txt`` has a language, the number of a line, a name in it and another to put in its place.
"""

from pathlib import Path

import pytest

from transcheck.checks.base import Context, Texts
from transcheck.checks.changed_name import CHANGED_NAME
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.evidence.words import with_words
from transcheck.model import Hit, Origin, Pair, Segment
from transcheck.scoring import similarities

FOLDER = Path(__file__).parent / "everyday"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("??.txt") if path.stem != "en")
CHANGED = [row.split(" ") for row in (FOLDER / "changed.txt").read_text("utf-8").splitlines()]
# Into English these are not judged.
ONE_WAY = ("ja", "ru")
# Loaded by the first sentence that needs it.
ENCODER = UniversalSentenceEncoder()


def lines(lang: str) -> list[str]:
    return (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines()


def segment(text: str, lang: str) -> Segment:
    return Segment(id=lang, text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)


def judged(here: str, there: str, line: int, damaged: str = "") -> list[Hit]:
    """Return what is said of one line among all; ``damaged`` is the text that is not English."""
    texts = {lang: list(lines(lang)) for lang in (here, there)}
    if damaged:
        texts[here if there == "en" else there][line] = damaged
    pairs = [
        Pair(
            id=str(number),
            source=segment(source, here),
            target=segment(target, there),
            origin=Origin.GIVEN,
        )
        for number, (source, target) in enumerate(zip(*texts.values(), strict=True))
    ]
    rows = with_words(
        ENCODER, similarities(ENCODER, [pairs[line]]), lambda _stage, _done, _all: None
    )
    return list(CHANGED_NAME.run(rows[0], Context(texts=Texts(pairs=tuple(pairs)))))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_kept_names_are_left_alone(lang: str) -> None:
    for line, _ in enumerate(lines("en")):
        assert not judged("en", lang, line)
        assert not judged(lang, "en", line)


@pytest.mark.parametrize(("lang", "line", "old", "new"), CHANGED)
def test_a_changed_name_is_told(lang: str, line: str, old: str, new: str) -> None:
    number = int(line) - 1
    sound = lines(lang)[number]
    damaged = sound.replace(old, new)
    assert damaged != sound
    assert [hit.span.of(damaged) for hit in judged("en", lang, number, damaged)] == [new]
    assert (lang in ONE_WAY) is not bool(judged(lang, "en", number, damaged))
