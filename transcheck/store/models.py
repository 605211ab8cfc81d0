"""Engines and encoders that are asked only for what the store lacks.

A value that is not what was put there is made again, as if it were missing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from transcheck.embedders.base import Embedder, WordComparer
from transcheck.engines.base import Translator
from transcheck.model import WordSupport
from transcheck.packing import packed, unpacked
from transcheck.store.file import Store
from transcheck.translations import Translation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Texts whose results are written together: what a killed run loses, some two seconds of work.
_TRANSLATIONS = 128
_EMBEDDINGS = 1024

_Made = TypeVar("_Made")


class StoredTranslator:
    """A translator that asks its engine only for what the store lacks."""

    def __init__(self, translator: Translator, store: Store) -> None:
        self._translator = translator
        self._store = store

    @property
    def signature(self) -> str:
        """The engine's own: the store changes no result."""
        return self._translator.signature

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        """Translate each text on its own, in order; every finished batch is kept at once.

        Raises:
            ModelError: the engine failed.
            StoreError: the store failed.
        """
        kept = self._store.get_many(self.signature, texts)
        found = _readable(kept, partial(unpacked, Translation))
        for batch in _batches(texts, found, size=_TRANSLATIONS):
            made = dict(zip(batch, self._translator.translate(batch), strict=True))
            self._store.put_many(self.signature, {text: packed(made[text]) for text in made})
            found |= made
        return [found[text] for text in texts]


class StoredEmbedder:
    """An embedder that asks its encoder only for what the store lacks."""

    def __init__(self, embedder: Embedder, store: Store) -> None:
        self._embedder = embedder
        self._store = store

    @property
    def signature(self) -> str:
        """The encoder's own: the store changes no result."""
        return self._embedder.signature

    @property
    def languages(self) -> frozenset[str]:
        """The encoder's own."""
        return self._embedder.languages

    @property
    def words(self) -> WordComparer | None:
        """The encoder's own, behind the store."""
        words = self._embedder.words
        return StoredComparer(words, f"{self.signature} words", self._store) if words else None

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return a row for each text, in order; every finished batch is kept at once.

        Raises:
            ModelError: the encoder failed.
            StoreError: the store failed.
        """
        if not texts:
            return self._embedder.embed(texts)
        found = self._store.get_many(self.signature, texts)
        found |= self._made([text for text in texts if text not in found])
        rows = _rows([found[text] for text in texts])
        if rows is None:
            found = self._made(texts)
            rows = _rows([found[text] for text in texts])
        return self._embedder.embed(texts) if rows is None else rows

    def _made(self, texts: Sequence[str]) -> dict[str, bytes]:
        """Return the row of each text from the encoder, and keep it."""
        found: dict[str, bytes] = {}
        for batch in _batches(texts, found, size=_EMBEDDINGS):
            rows = self._embedder.embed(batch).astype("<f4", copy=False)
            made = {text: row.tobytes() for text, row in zip(batch, rows, strict=True)}
            self._store.put_many(self.signature, made)
            found |= made
        return found


def _rows(kept: Sequence[bytes]) -> "NDArray[np.float32] | None":
    """Return a matrix of these rows; None where they cannot be what an encoder made."""
    import numpy as np  # only a run that embeds pays for it

    width = len(kept[0])
    if width == 0 or width % 4 or any(len(row) != width for row in kept):
        return None
    rows = np.frombuffer(b"".join(kept), "<f4").astype(np.float32).reshape(len(kept), -1)
    return rows if np.isfinite(rows).all() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """What is kept of a pair that was compared word by word; None if it cannot be."""

    words: WordSupport | None


class StoredComparer:
    """Compares texts word by word, asking its encoder only for what the store lacks.

    What is kept is how well each word of a pair is supported: a vector for each word is more than
    the store should hold.
    """

    def __init__(self, comparer: WordComparer, signature: str, store: Store) -> None:
        self._comparer = comparer
        self._signature = signature
        self._store = store

    def compare_words(self, pairs: Sequence[tuple[str, str]]) -> list[WordSupport | None]:
        """Return the support of the words of each pair of texts, in order; new ones are kept.

        Raises:
            ModelError: the encoder failed.
            StoreError: the store failed.
        """
        keys = [f"{len(source)} {source}{target}" for source, target in pairs]
        kept = self._store.get_many(self._signature, keys)
        found = _readable(kept, partial(unpacked, _Compared))
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in found}
        if missing:
            made = self._comparer.compare_words(list(missing.values()))
            fresh = {key: _Compared(words=words) for key, words in zip(missing, made, strict=True)}
            self._store.put_many(self._signature, {key: packed(fresh[key]) for key in fresh})
            found |= fresh
        return [found[key].words for key in keys]


def _readable(kept: Mapping[str, bytes], read: Callable[[bytes], _Made]) -> dict[str, _Made]:
    """Return what was kept and can be read."""
    found: dict[str, _Made] = {}
    for text, value in kept.items():
        with suppress(ValueError):
            found[text] = read(value)
    return found


def _batches(
    texts: Sequence[str], found: Mapping[str, object], *, size: int
) -> Iterator[list[str]]:
    """Yield the distinct texts that were not found, in lots of like length, the longest first."""
    missing = sorted({text for text in texts if text not in found}, key=lambda t: (-len(t), t))
    for start in range(0, len(missing), size):
        yield missing[start : start + size]
