"""Files that are written whole or not at all."""

import os
import stat
from pathlib import Path

from transcheck.errors import InputError


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, in whose place nobody ever sees half of it.

    The folder is made where it is missing. A link is followed and a file keeps its mode; a device
    or a pipe cannot be put in place of another, so it is written to.

    Raises:
        InputError: the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        place = path.resolve()
        if place.exists() and not place.is_file():
            place.write_bytes(data)
        else:
            _replace(place, data)
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error


def _replace(place: Path, data: bytes) -> None:
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        if place.exists():
            part.chmod(stat.S_IMODE(place.stat().st_mode))
        part.replace(place)
    finally:
        part.unlink(missing_ok=True)
