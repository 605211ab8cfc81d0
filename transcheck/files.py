"""Files that are written whole or not at all, and the folder that is the user's own."""

import os
import stat
import sys
from pathlib import Path

from transcheck.errors import InputError


def data_folder() -> Path:
    """Return the user's folder for what cannot be made again without them."""
    chosen = os.environ.get("TRANSCHECK_DATA")
    if chosen:
        return Path(chosen).expanduser()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "transcheck"
    shared = os.environ.get("XDG_DATA_HOME")
    if shared:
        return Path(shared) / "transcheck"
    place = "Library/Application Support" if sys.platform == "darwin" else ".local/share"
    return Path.home() / place / "transcheck"


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
