"""An .argosmodel file, which is a zip from a stranger: looked through, then unpacked with care.

Nothing is written outside the folder that the caller names, and nothing before the whole table of
contents was found sound. Sizes are counted as they are unpacked: a header can say anything.
"""

import json
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from transcheck.errors import InputError

METADATA = "metadata.json"

# The largest packages are near 400 MB, of some 30 files, and hardly compress.
_MOST_BYTES = 4 * 1024**3
_MOST_FILES = 5_000
_MOST_METADATA = 1024**2
# A bomb is a small file that becomes a large one; weights of a model shrink by a tenth.
_HIGHEST_RATIO = 100
_HARMLESS = 64 * 1024**2
_CHUNK = 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What an archive holds: one folder called ``folder``, with ``metadata.json`` read."""

    folder: str
    source: str
    target: str
    version: str
    files: tuple[str, ...]


def contents(archive: Path) -> Contents:
    """Look through an archive without unpacking it.

    Raises:
        InputError: it is no zip, is damaged, or holds what no package holds.
    """
    with _opened(archive) as file:
        members = _members(archive, file)
        folder = _only_folder(archive, members)
        metadata = _metadata(archive, file, members.get(f"{folder}/{METADATA}"))
    return Contents(
        folder=folder,
        source=metadata["from_code"],
        target=metadata["to_code"],
        version=metadata.get("package_version", ""),
        files=tuple(members),
    )


def unpack(archive: Path, into: Path) -> Path:
    """Unpack an archive into the empty folder ``into``; return the package's folder in it.

    Raises:
        InputError: the archive is not sound.
        OSError: the disk is full, or the folder cannot be written.
    """
    with _opened(archive) as file:
        members = _members(archive, file)
        folder = _only_folder(archive, members)
        left = _MOST_BYTES
        for name, member in members.items():
            target = into / name
            target.parent.mkdir(parents=True, exist_ok=True)
            left -= _copy(archive, file, member, target, left)
    return into / folder


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    """Open a zip; whatever is wrong with it, now or while it is read, is one clear error."""
    try:
        with zipfile.ZipFile(archive) as file:
            yield file
    except FileNotFoundError as error:
        raise InputError(f"{archive}: no such file") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _refused(archive, f"it is damaged or no zip archive ({error})") from error


def _members(archive: Path, file: zipfile.ZipFile) -> Mapping[str, zipfile.ZipInfo]:
    """Return the files of an archive by name; all names are safe to join to a folder."""
    entries = file.infolist()
    if len(entries) > _MOST_FILES:
        raise _refused(archive, f"it holds {len(entries)} files, no package has so many")
    for entry in entries:
        reason = _unsafe(entry)
        if reason:
            raise _refused(archive, f"{entry.filename!r} {reason}")
    members = [entry for entry in entries if not entry.is_dir()]
    if len({entry.filename.casefold() for entry in members}) < len(members):
        raise _refused(archive, "two of its files have the same name")
    unpacked = sum(entry.file_size for entry in members)
    packed = sum(entry.compress_size for entry in members)
    if unpacked > _MOST_BYTES or unpacked > max(_HARMLESS, _HIGHEST_RATIO * packed):
        raise _refused(archive, f"it would unpack to {unpacked:,} bytes")
    return {entry.filename: entry for entry in members}


def _unsafe(entry: zipfile.ZipInfo) -> str:
    """Say why this entry must not be unpacked; empty if it may."""
    # zipfile makes "/" of "\" on Windows only, and cuts a name at NUL: the original is judged.
    name = entry.orig_filename
    parts = PurePosixPath(name).parts
    if not parts or name.startswith("/") or ".." in parts or set(name) & set('\\:\0<>"|?*'):
        return "would be written outside its folder"
    if stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return "is a link or a device"
    if entry.flag_bits & 1:
        return "is encrypted"
    return ""


def _only_folder(archive: Path, members: Mapping[str, zipfile.ZipInfo]) -> str:
    folders = {PurePosixPath(name).parts[0] for name in members}
    if len(folders) != 1 or any("/" not in name for name in members):
        raise _refused(archive, "a package is one folder, with all files in it")
    folder = folders.pop()
    if folder.startswith("."):
        raise _refused(archive, f"its folder {folder!r} would be hidden")
    return folder


def _metadata(
    archive: Path, file: zipfile.ZipFile, member: zipfile.ZipInfo | None
) -> dict[str, str]:
    if member is None or member.file_size > _MOST_METADATA:
        raise _refused(archive, f"it has no {METADATA} that says what it translates")
    try:
        metadata = json.loads(next(_chunks(archive, file, member), b""))
    except (ValueError, RecursionError) as error:
        raise _refused(archive, f"its {METADATA} is not JSON ({error})") from error
    wanted = ("from_code", "to_code")
    if not isinstance(metadata, dict) or not all(
        isinstance(metadata.get(key), str) for key in wanted
    ):
        raise _refused(archive, f"its {METADATA} names no pair of languages")
    return {key: value for key, value in metadata.items() if isinstance(value, str)}


def _copy(
    archive: Path, file: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, left: int
) -> int:
    """Unpack one file of at most ``left`` bytes; return its size. zipfile checks its CRC."""
    size = 0
    with target.open("xb") as out:
        for chunk in _chunks(archive, file, member):
            size += len(chunk)
            if size > min(left, member.file_size):
                raise _refused(archive, f"{member.filename!r} is larger than it says")
            out.write(chunk)
    return size


def _chunks(archive: Path, file: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield what a file of the archive holds; a damaged table can point outside the archive."""
    try:
        with file.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk
    except (OSError, ValueError) as error:
        raise _refused(archive, f"{member.filename!r} cannot be read ({error})") from error


def _refused(archive: Path, reason: str) -> InputError:
    return InputError(
        f"{archive} is refused: {reason}",
        hint="get the package again from where it came from; nothing was installed",
    )
