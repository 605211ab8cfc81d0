"""Two articles become pairs by what they say, whatever their paragraphs and counts."""

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.alignment import search
from transcheck.alignment.meaning import align_by_meaning
from transcheck.embedders.memory import RememberingEmbedder
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.errors import AlignmentError
from transcheck.model import Document, Pair, Segment
from transcheck.segment import segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

PAIRS = Path(__file__).parents[1] / "fixtures" / "articles" / "pairs"
SOURCE = (
    "The old bridge over the river will close in May.",
    "Engineers found deep cracks in two of its pillars.",
    "The school bought forty new computers for its library.",
    "A storm tore the roof off the swimming pool on Sunday.",
    "The mayor said that nobody had been hurt.",
    "Tickets for the jazz festival cost twelve euros.",
    "Farmers expect the best olive harvest in ten years.",
)
TARGET = (
    "A velha ponte sobre o rio fechará em maio.",
    "Os engenheiros encontraram fendas profundas em dois dos pilares.",
    "A escola comprou quarenta computadores novos para a biblioteca.",
    "No domingo, uma tempestade arrancou o telhado da piscina.",
    "O presidente da câmara disse que ninguém ficou ferido.",
    "Os bilhetes para o festival de jazz custam doze euros.",
    "Os agricultores esperam a melhor colheita de azeitona em dez anos.",
)
STRANGER = "O hospital procura dadores de sangue do grupo zero."


class WordEmbedder:
    """Puts words in random directions, the same for ``a1`` and ``b1``: fast, and exact enough."""

    signature = "words"
    languages = frozenset({"en", "pt"})
    words = None

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for number, text in enumerate(texts):
            for word in text.replace(".", "").split():
                seed = int.from_bytes(hashlib.sha256(word[1:].encode()).digest()[:4])
                rows[number] += np.random.default_rng(seed).standard_normal(64)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


@pytest.fixture(scope="module")
def encoder() -> RememberingEmbedder:
    return RememberingEmbedder(UniversalSentenceEncoder())


def article(sentences: Sequence[str], lang: str) -> tuple[Segment, ...]:
    """Return the sentences as paragraphs of their own."""
    return made([[sentence] for sentence in sentences], lang)


def made(paragraphs: Sequence[Sequence[str]], lang: str) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    offset = 0
    for block, paragraph in enumerate(paragraphs):
        for text in paragraph:
            segments.append(
                Segment(
                    id=f"s{len(segments) + 1}", text=text, lang=lang, path=f"{lang}.txt",
                    offset=offset, line=len(segments) + 1, column=1, block=block,
                )
            )  # fmt: skip
            offset += len(text) + 1
    return tuple(segments)


def indices(whole: Segment | None, segments: Sequence[Segment]) -> list[int]:
    if whole is None:
        return []
    end = whole.offset + len(whole.text)
    return [i for i, part in enumerate(segments) if whole.offset <= part.offset < end]


def links(
    source: Sequence[Segment], target: Sequence[Segment], pairs: Sequence[Pair]
) -> list[tuple[list[int], list[int]]]:
    return [(indices(pair.source, source), indices(pair.target, target)) for pair in pairs]


def aligned(
    source: Sequence[str], target: Sequence[str], encoder: RememberingEmbedder
) -> list[tuple[list[int], list[int]]]:
    one, other = article(source, "en"), article(target, "pt")
    return links(one, other, align_by_meaning(one, other, encoder))


def straight(start: int, end: int, shift: int = 0) -> list[tuple[list[int], list[int]]]:
    return [([number], [number + shift]) for number in range(start, end)]


def test_sentences_that_correspond_are_paired(encoder: RememberingEmbedder) -> None:
    assert aligned(SOURCE, TARGET, encoder) == straight(0, 7)


def test_a_sentence_left_out_is_found(encoder: RememberingEmbedder) -> None:
    target = TARGET[:3] + TARGET[4:]
    assert aligned(SOURCE, target, encoder) == [*straight(0, 3), ([3], []), *straight(4, 7, -1)]


def test_a_sentence_added_is_found_even_where_the_counts_are_equal(
    encoder: RememberingEmbedder,
) -> None:
    target = (*TARGET[:1], *TARGET[2:5], STRANGER, *TARGET[5:])
    assert aligned(SOURCE, target, encoder) == [
        *straight(0, 1), ([1], []), *straight(2, 5, -1), ([], [4]), *straight(5, 7),
    ]  # fmt: skip


def test_merged_and_split_sentences_stay_together(encoder: RememberingEmbedder) -> None:
    target = (
        "A velha ponte sobre o rio fechará em maio, pois os engenheiros encontraram fendas "
        "profundas em dois dos pilares.",
        TARGET[2],
        "No domingo houve uma tempestade.",
        "Arrancou o telhado da piscina.",
        *TARGET[4:],
    )
    assert aligned(SOURCE, target, encoder) == [
        ([0, 1], [0]), ([2], [1]), ([3], [2, 3]), *straight(4, 7),
    ]  # fmt: skip


def test_a_moved_sentence_is_one_pair(encoder: RememberingEmbedder) -> None:
    target = (*TARGET[:1], *TARGET[2:], TARGET[1])
    assert aligned(SOURCE, target, encoder) == [
        ([0], [0]), ([1], [6]), *straight(2, 7, -1),
    ]  # fmt: skip


def test_two_sentences_that_changed_places_are_two_pairs(encoder: RememberingEmbedder) -> None:
    target = (*TARGET[:2], TARGET[3], TARGET[2], *TARGET[4:])
    assert aligned(SOURCE, target, encoder) == [
        *straight(0, 2), ([2], [3]), ([3], [2]), *straight(4, 7),
    ]  # fmt: skip


def test_a_wrong_translation_at_its_place_stays_a_pair(encoder: RememberingEmbedder) -> None:
    target = (*TARGET[:3], STRANGER, *TARGET[4:])
    assert aligned(SOURCE, target, encoder) == straight(0, 7)


def test_scores_say_how_sure_a_pair_is(encoder: RememberingEmbedder) -> None:
    source, target = article(SOURCE, "en"), article(TARGET[:-1], "pt")
    scores = [pair.score for pair in align_by_meaning(source, target, encoder)]
    assert all(score is not None and 0.5 < score <= 1 for score in scores)


@pytest.mark.parametrize("folder", sorted(PAIRS.glob("*-clean")), ids=lambda path: path.name)
def test_clean_translations_are_paired_throughout(
    folder: Path, encoder: RememberingEmbedder
) -> None:
    left, right = folder.name.split("-")[:2]
    one, other = (
        segment(Document(path=str(path), text=path.read_text("utf-8"), lang=lang))
        for path, lang in (
            (folder / f"source.{left}.txt", left),
            (folder / f"target.{right}.txt", right),
        )
    )
    pairs = align_by_meaning(one, other, encoder)
    assert all(pair.source and pair.target for pair in pairs)


def test_the_structure_decides_where_the_encoder_knows_no_language() -> None:
    source, target = article(SOURCE, "en"), article(TARGET, "ca")
    pairs = align_by_meaning(source, target, RememberingEmbedder(WordEmbedder()))
    assert links(source, target, pairs) == straight(0, 7)
    with pytest.raises(AlignmentError, match=r"ca\.txt has 6"):
        align_by_meaning(source, article(TARGET[:-1], "ca"), WordEmbedder())


def test_an_empty_side_is_refused() -> None:
    with pytest.raises(AlignmentError, match=r"en\.txt has text, the other side has none"):
        align_by_meaning(article(SOURCE, "en"), (), WordEmbedder())
    with pytest.raises(AlignmentError, match="has text"):
        align_by_meaning((), article(TARGET, "pt"), WordEmbedder())
    assert align_by_meaning((), (), WordEmbedder()) == ()


def long_texts(count: int, seed: int) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    rng = random.Random(seed)  # noqa: S311 - a text to align, nothing secret
    sources, targets = [], []
    for number in range(count):
        sources.append(" ".join(f"a{number}x{word}" for word in range(5)) + ".")
        if rng.random() > 0.05:
            targets.append(" ".join(f"b{number}x{word}" for word in range(5)) + ".")
        if rng.random() < 0.05:
            targets.append(f"b{number}y1 b{number}y2 b{number}y3.")
    # A whole passage that only one side has.
    targets[count // 2 : count // 2] = [f"b{number}z1 b{number}z2." for number in range(40)]
    return article(sources, "en"), article(targets, "pt")


def test_the_band_around_the_path_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = long_texts(200, seed=1)
    embedder = RememberingEmbedder(WordEmbedder())
    near = align_by_meaning(source, target, embedder)
    monkeypatch.setattr(search, "_FEW", 10**9)
    assert near == align_by_meaning(source, target, embedder)
    monkeypatch.setattr(search, "_FEW", 500)
    assert near == align_by_meaning(source, target, embedder)


WORDS = st.lists(st.sampled_from([f"{number}" for number in range(12)]), min_size=1, max_size=4)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_every_segment_stands_in_one_pair_in_order(
    one: list[list[list[str]]], other: list[list[list[str]]]
) -> None:
    source, target = (
        made([[" ".join(mark + word for word in words) for words in block] for block in text], lang)
        for text, mark, lang in ((one, "a", "en"), (other, "b", "pt"))
    )
    pairs = align_by_meaning(source, target, WordEmbedder())
    assert pairs == align_by_meaning(source, target, WordEmbedder())
    found = links(source, target, pairs)
    assert [index for left, _ in found for index in left] == list(range(len(source)))
    assert sorted(index for _, right in found for index in right) == list(range(len(target)))
    assert [pair.id for pair in pairs] == [str(n) for n in range(1, len(pairs) + 1)]
    assert all(pair.score is not None and 0 <= pair.score <= 1 for pair in pairs)
