"""What models made, kept on disk: a killed run loses nothing finished, a second run is instant.

One SQLite file in the user's cache folder, addressed by content: the key of a value is a hash of
the model's signature and the text. The values are translations and embeddings of copy that may be
confidential, so the folder and the file are made for the user's eyes alone.
"""

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from transcheck.embedders.base import Embedder, WordEmbedder
from transcheck.engines.base import Translator
from transcheck.errors import TranscheckError
from transcheck.translations import Hypothesis, Translation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Part of the name, so that another layout is another file and an old one is never misread.
_FILE = "store-2.sqlite3"

# Seconds to wait for another process that writes.
_PATIENCE = 60

# SQLite takes 999 parameters in its oldest builds.
_KEYS = 500

# Texts whose results are written together: what a killed run loses, some two seconds of work.
_TRANSLATIONS = 128
_EMBEDDINGS = 1024


class StoreError(TranscheckError):
    """The store cannot be opened, read or written."""


def default_path() -> Path:
    """Return the file of the user's store: in TRANSCHECK_CACHE, or the platform's cache folder."""
    chosen = os.environ.get("TRANSCHECK_CACHE")
    return (Path(chosen).expanduser() if chosen else _caches() / "transcheck") / _FILE


def _caches() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    chosen = os.environ.get("XDG_CACHE_HOME")
    if chosen:
        return Path(chosen)
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


class Store:
    """Values by signature and text, in one file that processes may share; close it after use.

    Raises:
        StoreError: from every method, when the file is damaged, out of reach, or locked too long.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._explained():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # Before SQLite makes it with the user's mask; its side files take over the mode.
            path.touch(mode=0o600)
            self._database = sqlite3.connect(path, timeout=_PATIENCE)
        try:
            self._prepare()
        except StoreError:
            self.close()
            raise

    def _prepare(self) -> None:
        with self._explained():
            self._database.execute("PRAGMA journal_mode = WAL")
            # A crash of the machine may lose the last transactions, but never damages the file.
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS made (key BLOB PRIMARY KEY, value BLOB NOT NULL)"
                " WITHOUT ROWID"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was put is safe already."""
        self._database.close()

    def get_many(self, signature: str, texts: Sequence[str]) -> dict[str, bytes]:
        """Return the value of each text that has one."""
        keys = {_key(signature, text): text for text in texts}
        found: dict[str, bytes] = {}
        for start in range(0, len(keys), _KEYS):
            some = list(keys)[start : start + _KEYS]
            marks = ",".join("?" * len(some))
            with self._explained():
                rows = self._database.execute(
                    f"SELECT key, value FROM made WHERE key IN ({marks})",  # noqa: S608
                    some,
                ).fetchall()
            found |= {keys[key]: value for key, value in rows}
        return found

    def put_many(self, signature: str, values: Mapping[str, bytes]) -> None:
        """Keep the value of each text, all or none; a value that is there already is replaced."""
        rows = [(_key(signature, text), value) for text, value in values.items()]
        with self._explained(), self._database:
            self._database.executemany("INSERT OR REPLACE INTO made VALUES (?, ?)", rows)

    def damaged(self, detail: str) -> StoreError:
        """Return the error for a value that is not what was put."""
        return StoreError(
            f"the store {self.path} is damaged: {detail}",
            hint="delete the file, or run with --no-cache",
        )

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"cannot use the store {self.path}: {error}",
                hint="delete the file if it is damaged, name another folder in TRANSCHECK_CACHE, "
                "or run with --no-cache",
            ) from error


def _key(signature: str, text: str) -> bytes:
    return hashlib.sha256(f"{signature}\0{text}".encode("utf-8", "surrogatepass")).digest()


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
        found = {text: self._read(value) for text, value in kept.items()}
        for batch in _batches(texts, found, size=_TRANSLATIONS):
            made = dict(zip(batch, self._translator.translate(batch), strict=True))
            self._store.put_many(self.signature, {text: _write(made[text]) for text in made})
            found |= made
        return [found[text] for text in texts]

    def _read(self, value: bytes) -> Translation:
        try:
            text, score, via, *others = json.loads(value)
            alternatives = tuple(Hypothesis(text=each, score=its) for each, its in others)
        except (ValueError, TypeError) as error:
            raise self._store.damaged(f"{value[:40]!r} is no translation") from error
        return Translation(text=text, score=score, via=via, alternatives=alternatives)


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
    def words(self) -> WordEmbedder | None:
        """The encoder's own: a vector for each word is more than the store should hold."""
        return self._embedder.words

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return a row for each text, in order; every finished batch is kept at once.

        Raises:
            ModelError: the encoder failed.
            StoreError: the store failed.
        """
        import numpy as np  # only a run that embeds pays for it

        if not texts:
            return self._embedder.embed(texts)
        found = self._store.get_many(self.signature, texts)
        for batch in _batches(texts, found, size=_EMBEDDINGS):
            rows = self._embedder.embed(batch).astype("<f4", copy=False)
            made = {text: row.tobytes() for text, row in zip(batch, rows, strict=True)}
            self._store.put_many(self.signature, made)
            found |= made
        if len({len(row) for row in found.values()}) > 1:
            raise self._store.damaged("its embeddings are of unequal length")
        joined = b"".join(found[text] for text in texts)
        return np.frombuffer(joined, "<f4").astype(np.float32).reshape(len(texts), -1)


def _write(translation: Translation) -> bytes:
    others = [[each.text, each.score] for each in translation.alternatives]
    return json.dumps([translation.text, translation.score, translation.via, *others]).encode()


def _batches(
    texts: Sequence[str], found: Mapping[str, object], *, size: int
) -> Iterator[list[str]]:
    """Yield the distinct texts that were not found, in lots of like length, the longest first."""
    missing = sorted({text for text in texts if text not in found}, key=lambda t: (-len(t), t))
    for start in range(0, len(missing), size):
        yield missing[start : start + size]
