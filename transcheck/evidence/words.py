"""How well each word of a text is supported by the words of the text that it is compared with."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from transcheck.embedders.base import WordEmbedder, WordVectors
from transcheck.model import Measured, Span, SupportedWord, WordSupport
from transcheck.scoring import distinct_texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CHUNK = 128  # pairs: some 20 MB of vectors
_LONGEST = 1000  # words: no sentence is so long, and each is compared with each


def with_words(
    embedder: WordEmbedder,
    rows: Sequence[Measured],
    progress: Callable[[str, int, int], None],
) -> tuple[Measured, ...]:
    """Add the support of their words to the rows that have a similarity.

    ``progress`` is called with "words", the number of rows done and that of all.

    Raises:
        ModelError: the embedder failed.
    """
    done: list[Measured] = []
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        texts = distinct_texts(row.pair for row in chunk)
        vectors = dict(zip(texts, embedder.embed_words(texts), strict=True))
        done += [_with_words(row, vectors) for row in chunk]
        progress("words", len(done), len(rows))
    return tuple(done)


def _with_words(row: Measured, vectors: dict[str, WordVectors]) -> Measured:
    if row.similarity is None or row.pair.both is None:
        return row
    ours, theirs = (vectors[segment.text] for segment in row.pair.both)
    if not (0 < len(ours.spans) <= _LONGEST and 0 < len(theirs.spans) <= _LONGEST):
        return row
    cosines = ours.rows @ theirs.rows.T
    support = WordSupport(
        source=_supported(ours.spans, cosines.max(axis=1)),
        target=_supported(theirs.spans, cosines.max(axis=0)),
    )
    return replace(row, words=support)


def _supported(spans: Sequence[Span], best: "NDArray[np.float32]") -> tuple[SupportedWord, ...]:
    return tuple(
        SupportedWord(span=span, support=support)
        for span, support in zip(spans, best.tolist(), strict=True)
    )
