"""Installing and removing packages, each in one step: all of a package is there, or none of it."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from transcheck.errors import InputError, ModelError
from transcheck.packages import archive, installed, record
from transcheck.packages.download import SCHEMES, fetch
from transcheck.packages.index import Offer
from transcheck.packages.students import students

# Called with the name of a package, the bytes that are here, and how many there will be.
Progress = Callable[[str, int, int], None]

_DOWNLOADS = ".transcheck-downloads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """A package that is here now; ``new`` is False if it was here before."""

    folder: Path
    sha256: str
    new: bool


def add(file: Path, *, sha256: str | None = None, origin: str | None = None) -> Installed:
    """Install an .argosmodel file.

    The package is unpacked beside Argos's folder and moved into it when it is complete: a run that
    is killed leaves nothing that Argos or transcheck would take for a package.

    Raises:
        InputError: the file is not sound, its digest is not ``sha256``, or another package of this
            name is installed.
        ModelError: Argos Translate is missing, or the package cannot be written.
    """
    home = installed.home()
    digest = _digest(file)
    if sha256 and digest != sha256.lower():
        raise InputError(
            f"{file} is refused: its SHA-256 is {digest}, not {sha256.lower()}",
            hint="get the package again from where it came from; nothing was installed",
        )
    target = home / archive.contents(file).folder
    if target.exists():
        if record.archive_digest(target) == digest:
            return Installed(folder=target, sha256=digest, new=False)
        raise InputError(
            f"another package is installed at {target}",
            hint=f"to replace it, first run: transcheck models remove {target.name}",
        )
    with _writing(home), tempfile.TemporaryDirectory(dir=home.parent, prefix=".transcheck-") as at:
        unpacked = archive.unpack(file, Path(at))
        record.write(unpacked, archive=digest, origin=origin or str(file.resolve()))
        unpacked.replace(target)
    return Installed(folder=target, sha256=digest, new=True)


def pull(offer: Offer, *, progress: Progress) -> Installed:
    """Fetch a package and install it; what a broken transfer left is gone on from.

    Raises:
        InputError: what came is no sound package, or has another digest than the index says.
        ModelError: it cannot be had from any of its links, or cannot be written.
    """
    if not offer.links:
        raise ModelError(f"the index has no link for {offer.name}")
    problem: ModelError | None = None
    for link in offer.links:
        if not link.startswith(SCHEMES):
            return add(Path(link), sha256=offer.sha256)
        try:
            return _pull_from(link, offer, progress)
        except ModelError as error:
            problem = problem or error
    raise problem or AssertionError


def _pull_from(link: str, offer: Offer, progress: Progress) -> Installed:
    home = installed.home()
    downloads = home.parent / _DOWNLOADS
    with _writing(downloads):
        downloads.mkdir(parents=True, exist_ok=True)
        # Named after the link, so that another version or mirror is never taken for the rest.
        part = downloads / f"{hashlib.sha256(link.encode()).hexdigest()[:16]}.part"
    fetch(link, part, progress=lambda done, total: progress(offer.name, done, total))
    try:
        return add(part, sha256=offer.sha256, origin=link)
    finally:
        # Installed, or of no use: either way the next pull starts afresh.
        part.unlink(missing_ok=True)
        if not any(downloads.iterdir()):
            downloads.rmdir()


def remove(folder: Path) -> None:
    """Remove an installed package or a student.

    Raises:
        ModelError: it cannot be removed.
    """
    # Beside the folder of all packages, in which it would be taken for one of them.
    place = folder.parent.parent
    with _writing(folder), tempfile.TemporaryDirectory(dir=place, prefix=".transcheck-") as at:
        folder.replace(Path(at) / folder.name)


def folders() -> tuple[Path, ...]:
    """Return the folder of every installed package and of every student."""
    return (*installed.folders(), *(each.folder for each in students()))


def find(name: str) -> Path:
    """Return the folder of a package or a student, by its name or by its pair such as ``es-en``.

    Raises:
        ModelError: there is no such package.
    """
    by_name = {folder.name: folder for folder in folders()}
    by_pair = {f"{each.source}-{each.target}": each.folder for each in students()} | {
        "-".join(pair): Path(package.package_path)
        for pair, package in (installed.packages() if name not in by_name else {}).items()
    }
    found = by_name.get(name) or by_pair.get(name)
    if found is None:
        here = " ".join(by_name) or "none"
        raise ModelError(f"no package {name!r} is installed", hint=f"installed: {here}")
    return found


def _digest(file: Path) -> str:
    try:
        return record.sha256_of(file)
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}") from error


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, shutil.Error) as error:
        raise ModelError(
            f"cannot write to {place}: {error}",
            hint="name another folder in ARGOS_PACKAGES_DIR",
        ) from error
