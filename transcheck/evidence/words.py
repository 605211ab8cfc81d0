"""The support of the words of each pair, beside the cosine of its two texts."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from transcheck.embedders.base import WordComparer
from transcheck.model import Measured

_CHUNK = 128  # pairs: some 20 MB of vectors


def with_words(
    comparer: WordComparer,
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
        done += _with_words(comparer, rows[start : start + _CHUNK])
        progress("words", len(done), len(rows))
    return tuple(done)


def _with_words(comparer: WordComparer, rows: Sequence[Measured]) -> list[Measured]:
    texts = {
        number: (both[0].text, both[1].text)
        for number, row in enumerate(rows)
        if row.similarity is not None and (both := row.pair.both)
    }
    found = dict(zip(texts, comparer.compare_words(list(texts.values())), strict=True))
    return [replace(row, words=found.get(number)) for number, row in enumerate(rows)]
