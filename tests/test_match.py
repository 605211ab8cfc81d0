"""Units of two reports find each other, whatever was done to the sentences in between."""

import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.diff import changed, measure
from tests.html.reports import row
from transcheck.model import Document, Measured
from transcheck.results.match import Kind, match
from transcheck.segment import segment
from transcheck.units import Unit

ARTICLES = Path(__file__).parents[1] / "fixtures" / "articles"
TEXT = (
    "The harbour was closed on Monday because of the storm.",
    "The mayor said that it would open again in spring, if the money lasts.",
    "Nobody was hurt when the crane fell on two empty ships.",
    "Fishermen from the northern villages had asked for help twice.",
)


def rows(*texts: str) -> list[Measured]:
    return [row(at, None, text) for at, text in enumerate(texts, start=1)]


def kinds(old: list[Measured], new: list[Measured]) -> list[tuple[str, str, str]]:
    return [
        (
            str(found.kind),
            "+".join(each.pair.id for each in found.old),
            "+".join(each.pair.id for each in found.new),
        )
        for found in match(old, new)
    ]


def test_what_is_the_same_stays_so() -> None:
    assert kinds(rows(*TEXT), rows(*TEXT)) == [("same", str(i), str(i)) for i in (1, 2, 3, 4)]


def test_an_edit_an_insertion_and_a_removal_are_told_apart() -> None:
    a, b, c, d = TEXT
    edited = b.replace("spring", "May")
    new = "An election will be held in the autumn, the council announced."
    assert kinds(rows(a, b, c, d), rows(a, edited, new, d)) == [
        ("same", "1", "1"), ("edited", "2", "2"), ("removed", "3", ""), ("added", "", "3"),
        ("same", "4", "4"),
    ] or kinds(rows(a, b, c, d), rows(a, edited, new, d)) == [
        ("same", "1", "1"), ("edited", "2", "2"), ("added", "", "3"), ("removed", "3", ""),
        ("same", "4", "4"),
    ]  # fmt: skip


def test_a_split_and_a_merged_sentence_are_seen() -> None:
    a, b, c, d = TEXT
    first, second = "The mayor said that it would open again.", "In spring, if the money lasts."
    split = kinds(rows(a, b, c, d), rows(a, first, second, c, d))
    assert split[1] == ("split", "2", "2+3")
    merged = kinds(rows(a, first, second, c, d), rows(a, b, c, d))
    assert merged[1] == ("merged", "2+3", "2")


def test_a_headline_that_was_removed_is_not_merged_into_its_sentence() -> None:
    head, body = "Harbour was closed on Monday", TEXT[0].replace("storm", "flood")
    assert kinds(rows(head, TEXT[0]), rows(body)) == [("removed", "1", ""), ("edited", "2", "1")]


def test_a_moved_sentence_is_seen_and_may_be_edited() -> None:
    a, b, c, d = TEXT
    assert ("moved", "1", "4") in kinds(rows(a, b, c, d), rows(b, c, d, a))
    edited = a.replace("Monday", "Tuesday")
    assert ("moved", "1", "4") in kinds(rows(a, b, c, d), rows(b, c, d, edited))


def test_a_key_holds_whatever_happens_to_the_texts() -> None:
    def keyed(key: str, source: str, target: str) -> Measured:
        made = row(1, source, target)
        return replace(made, pair=replace(made.pair, unit=Unit(key=key)))

    old = [keyed("a", "Open", "Abrir"), keyed("b", "Close", "Fechar")]
    new = [keyed("b", "Open", "Abrir"), keyed("a", "Quit now", "Sair")]
    found = {each.old[0].pair.unit.key: each.new[0].pair.unit.key for each in match(old, new)}  # type: ignore[union-attr]
    assert found == {"a": "a", "b": "b"}


def test_another_engine_changes_the_target_and_not_the_unit() -> None:
    old = [row(at, text, f"x {at}") for at, text in enumerate(TEXT, start=1)]
    new = [row(at, text, f"tudo diferente {at}") for at, text in enumerate(TEXT, start=1)]
    assert [found.kind for found in match(old, new)] == [Kind.EDITED] * 4


@given(st.lists(st.text(max_size=8), max_size=12), st.lists(st.text(max_size=8), max_size=12))
def test_every_unit_appears_exactly_once(old: list[str], new: list[str]) -> None:
    found = match(rows(*old), rows(*new))
    ours = sorted(int(each.pair.id) for one in found for each in one.old)
    theirs = [int(each.pair.id) for one in found for each in one.new]
    assert ours == list(range(1, len(old) + 1))
    assert theirs == list(range(1, len(new) + 1))


@pytest.mark.parametrize("lang", ["en", "de", "es", "fr", "pt"])
def test_articles_changed_by_script_are_matched_and_counted(lang: str) -> None:
    def sentences(name: str) -> list[str]:
        text = (ARTICLES / lang / name).read_text("utf-8")
        return [part.text for part in segment(Document(path="x", text=text, lang=lang))]

    random = Random(7)  # noqa: S311 - no secret
    total = {"units": 0, "right": 0, "articles": 0, "exact": 0}
    for _ in range(4):
        made = changed(sentences("clean.txt"), sentences("garbled.txt"), random)
        for name, count in measure(made, lang, random, show=False).items():
            total[name] += count
    assert total["right"] >= 0.99 * total["units"]
    assert total["exact"] == total["articles"] == 4


def test_two_long_and_wholly_different_texts_take_little_time() -> None:
    random = Random(3)  # noqa: S311 - no secret

    def texts() -> list[Measured]:
        words = ["".join(random.choices("abcdefghijklmnoprstuv", k=6)) for _ in range(4000)]
        return [
            row(at, " ".join(random.choices(words, k=18)), " ".join(random.choices(words, k=18)))
            for at in range(600)
        ]

    old, new = texts(), texts()
    began = time.process_time()
    assert len(match(old, new)) == 1200
    # It took 10 s when every pair near the diagonal was compared in full, and 1 s now.
    assert time.process_time() - began < 5


def test_equal_keys_in_files_of_one_name_belong_to_their_folders() -> None:
    def unit(path: str, text: str, at: int) -> Measured:
        made = row(at, text, text)
        target = replace(made.pair.target, path=path) if made.pair.target else None
        return replace(made, pair=replace(made.pair, target=target, unit=Unit(key="title")))

    old = [unit("monday/app/de.json", "Alles neu", 1), unit("monday/web/de.json", "Start", 2)]
    new = [
        unit("tuesday/api/de.json", "Zugang", 1),
        unit("tuesday/app/de.json", "Start", 2),
        unit("tuesday/web/de.json", "Willkommen", 3),
    ]
    found = {
        tuple(each.pair.target.path for each in (*one.old, *one.new) if each.pair.target)
        for one in match(old, new)
    }
    assert found == {
        ("monday/app/de.json", "tuesday/app/de.json"),
        ("monday/web/de.json", "tuesday/web/de.json"),
        ("tuesday/api/de.json",),
    }
