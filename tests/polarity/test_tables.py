"""The shipped tables of negations: every language, sorted, with their source."""

from importlib.resources import files

import pytest

from transcheck import data

FOLDER = files(data) / "polarity" / "negation"
FILES = sorted(file.name for file in FOLDER.iterdir())


def test_every_language_has_a_table() -> None:
    tags = "ar de en es fr it ja ko nl pl pt ru th tr zh"
    assert [f"{tag}.txt" for tag in tags.split()] == FILES


@pytest.mark.parametrize("name", FILES)
def test_a_table_is_sorted_and_says_where_it_comes_from(name: str) -> None:
    assert "Own work" in (FOLDER / name).read_text("utf-8")
    for line in data.lines(f"polarity/negation/{name}"):
        phrases = line.partition(": ")[2].split(" | ")
        assert phrases == sorted(set(phrases))
        assert all(phrase.strip("*~ ") == phrase.strip("*~") != "" for phrase in phrases)
