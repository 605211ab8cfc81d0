"""Everyday sentences with numbers, in English and twelve languages: they give the same numbers.

The sentences in ``everyday`` are our own; line by line they say the same.
"""

from pathlib import Path

import pytest

from tests.checks.pairs import hits
from transcheck.checks.changed_number import CHANGED_NUMBER

FOLDER = Path(__file__).parent / "everyday"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.txt") if path.stem != "en")


def lines(lang: str) -> list[str]:
    return (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("into", ["en", ""])
def test_everyday_sentences_give_the_same_numbers(lang: str, into: str) -> None:
    source, target = (lang, "en") if into else ("en", lang)
    marked = [
        (one, other)
        for one, other in zip(lines(source), lines(target), strict=True)
        if hits(CHANGED_NUMBER, one, other, langs=(source, target))
    ]
    assert marked == []


@pytest.mark.parametrize("time", ["15.40", "16.30"])
def test_a_dotted_time_is_another_time(time: str) -> None:
    source, target = "The talks begin at 3:30 p.m.", f"I colloqui iniziano alle {time}."
    assert hits(CHANGED_NUMBER, source, target, langs=("en", "it"))
