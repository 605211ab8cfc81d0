"""The digests of a package's files, written beside them when it is installed.

Argos's index has no digests, so what came is what is recorded: a file that changes later, or is
damaged by a disk, is found before it translates anything. A package that Argos's own tools
installed has no record.
"""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_FILE = "transcheck.json"


class State(StrEnum):
    """What a package's files are, against its record."""

    SOUND = "sound"
    CHANGED = "changed"
    UNRECORDED = "unrecorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The state of one package: ``files`` are those that are changed, missing or new."""

    folder: Path
    state: State
    files: tuple[str, ...] = ()


def write(folder: Path, *, archive: str, origin: str) -> None:
    """Record all files of a package, the SHA-256 of its archive, and where that came from.

    Raises:
        OSError: a file cannot be read or written.
    """
    record = {"archive": archive, "origin": origin, "files": _digests(folder)}
    (folder / _FILE).write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hex digits.

    Raises:
        OSError: it cannot be read.
    """
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def archive_digest(folder: Path) -> str | None:
    """Return the SHA-256 of the archive that a package came from; None without a record."""
    record = _read(folder)
    return str(record.get("archive")) if record else None


def verify(folder: Path) -> Verdict:
    """Hold the files of a package against its record.

    Raises:
        OSError: a file cannot be read.
    """
    record = _read(folder)
    if record is None:
        return Verdict(folder=folder, state=State.UNRECORDED)
    recorded, here = record.get("files"), _digests(folder)
    if not isinstance(recorded, dict):
        return Verdict(folder=folder, state=State.CHANGED, files=(_FILE,))
    names = sorted(recorded.keys() | here.keys())
    changed = tuple(name for name in names if recorded.get(name) != here.get(name))
    state = State.CHANGED if changed else State.SOUND
    return Verdict(folder=folder, state=state, files=changed)


def _read(folder: Path) -> dict[str, object] | None:
    try:
        record = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        record = {}
    return record if isinstance(record, dict) else {}


def _digests(folder: Path) -> dict[str, str]:
    found = {}
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_file() and name != _FILE:
            found[name] = sha256_of(file)
    return found
