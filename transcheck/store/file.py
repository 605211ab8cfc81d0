"""What models made, kept on disk: a killed run loses nothing finished, a second run is instant.

One SQLite file in the user's cache folder, addressed by content: the key of a value is a hash of
the model's signature and the text. The values are translations and embeddings of copy that may be
confidential, so the folder and the file are made for the user's eyes alone.
"""

import hashlib
import os
import sqlite3
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from transcheck.errors import TranscheckError

# Part of the name, so that another layout is another file and an old one is never misread.
_FILE = "store-3.sqlite3"

# Seconds to wait for another process that writes.
_PATIENCE = 60

# SQLite takes 999 parameters in its oldest builds.
_KEYS = 500

# Bytes before each value that say whether it is what was put under this key.
_CHECKSUM = 4


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
        """Return the value of each text that has one; a damaged one is none."""
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
            found |= {keys[key]: value[_CHECKSUM:] for key, value in rows if _is_sound(key, value)}
        return found

    def put_many(self, signature: str, values: Mapping[str, bytes]) -> None:
        """Keep the value of each text, all or none; a value that is there already is replaced."""
        keyed = [(_key(signature, text), value) for text, value in values.items()]
        rows = [(key, _checksum(key, value) + value) for key, value in keyed]
        with self._explained(), self._database:
            self._database.executemany("INSERT OR REPLACE INTO made VALUES (?, ?)", rows)

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


def _checksum(key: bytes, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(key)).to_bytes(_CHECKSUM)


def _is_sound(key: bytes, value: object) -> bool:
    """Say whether the value is what was put under this key: a disk may have lost some of it."""
    return isinstance(value, bytes) and value[:_CHECKSUM] == _checksum(key, value[_CHECKSUM:])
