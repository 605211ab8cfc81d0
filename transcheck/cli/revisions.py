"""Files as they are in a revision of git. Only here is git run."""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from transcheck.errors import ConfigError, InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit, and the folder in which its repository is checked out."""

    commit: str
    top: Path

    def name(self, path: Path) -> str | None:
        """Return how the commit names a path; None for one outside its repository."""
        whole = path.resolve()
        return whole.relative_to(self.top).as_posix() if whole.is_relative_to(self.top) else None


def pair(revisions: str) -> tuple[str, str]:
    """Return the two revisions of ``REV1..REV2``.

    Raises:
        ConfigError: that is not what stands there.
    """
    old, dots, new = revisions.partition("..")
    if not (old and dots and new) or new.startswith("."):
        raise ConfigError(
            f"{revisions!r} does not name two revisions", hint="for example --git main..HEAD"
        )
    return old, new


@contextlib.contextmanager
def laid_out(revision: str, paths: Sequence[Path]) -> Iterator[dict[Path, Path]]:
    """Yield where files and folders of a revision lie for a while; what it lacks is left out.

    Raises:
        InputError: there is no git, or no repository where the paths are.
        ConfigError: there is no such revision.
    """
    found = _find(revision, near=paths[0])
    names = {path: name for path in paths if (name := found.name(path)) is not None}
    with tempfile.TemporaryDirectory(prefix="transcheck-") as folder:
        below = Path(folder).resolve()
        _lay_out(found, list(names.values()), below)
        places = {path: below / name for path, name in names.items()}
        yield {path: place for path, place in places.items() if place.exists()}


def _find(revision: str, *, near: Path) -> Revision:
    # A folder that only the revision has is no place to ask from.
    folder = next(each for each in (near, *near.absolute().parents) if each.is_dir())
    top = _git("rev-parse", "--show-toplevel", folder=folder)
    if top is None:
        raise InputError(
            f"{near} is in no git repository", hint="only git knows what a file was before"
        )
    # What comes after --end-of-options is never taken for an option.
    wanted = ("--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    commit = _git("rev-parse", *wanted, folder=folder)
    if commit is None:
        raise ConfigError(f"there is no revision {revision!r}", hint="`git log` lists them")
    return Revision(
        commit=commit.decode().strip(), top=Path(os.fsdecode(top).removesuffix("\n")).resolve()
    )


def _lay_out(revision: Revision, names: Sequence[str], folder: Path) -> None:
    """Write the files of these names, and those of the folders among them, below ``folder``."""
    files = list(_files(revision, frozenset(names)))
    asked = b"".join(os.fsencode(f"{revision.commit}:{file}\n") for file in files)
    with tempfile.TemporaryFile() as answers:
        _git("cat-file", "--batch", folder=revision.top, asked=asked, answers=answers)
        answers.seek(0)
        for file in files:
            # "OBJECT KIND SIZE", or that the object is missing.
            *_, size = answers.readline().split()
            if size.isdigit():
                place = folder / file
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(answers.read(int(size)))
                answers.read(1)


def _files(revision: Revision, names: AbstractSet[str]) -> Iterator[str]:
    """Yield the files of a commit that have one of these names or stand below it."""
    listed = _git("ls-tree", "-r", "-z", "--name-only", revision.commit, folder=revision.top)
    for file in os.fsdecode(listed or b"").split("\0"):
        path = PurePosixPath(file)
        # git itself checks out no such names; a tree made by hand may have them.
        if ".." in path.parts or "\n" in file:
            continue
        if file and (file in names or any(str(each) in names for each in path.parents)):
            yield file


def _git(
    *arguments: str, folder: Path, asked: bytes = b"", answers: IO[bytes] | int = subprocess.PIPE
) -> bytes | None:
    """Return what git prints, None where it fails; with ``answers`` it goes there."""
    command = ["git", *arguments]
    try:
        done = subprocess.run(  # noqa: S603
            command, cwd=folder, input=asked, stdout=answers, stderr=subprocess.DEVNULL, check=False
        )
    except FileNotFoundError as error:
        raise InputError("git is not installed", hint="revisions need it") from error
    return done.stdout if done.returncode == 0 else None
