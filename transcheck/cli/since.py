"""Files as they were at a git revision, and the units that have changed since."""

import contextlib
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from transcheck.errors import ConfigError, InputError
from transcheck.formats import discovery
from transcheck.formats.catalog import Catalog
from transcheck.formats.project import Project
from transcheck.model import Pair

_Texts = tuple[str | None, str | None, str | None]


def changed(
    catalogs: Sequence[Catalog], files: Sequence[Path], project: Project, revision: str
) -> tuple[list[Catalog], int]:
    """Return the catalogs with the units whose texts changed since, and how many did not.

    The files of then are read as those of now. A unit is the same if its context and both texts
    are, wherever it stands in its file.

    Raises:
        InputError: this is no git repository.
        ConfigError: there is no such revision.
    """
    with _at(revision, files) as places:
        before = _texts_before(places, project)
    left, unchanged = [], 0
    for catalog in catalogs:
        known = before.get(catalog.path, frozenset())
        pairs = tuple(pair for pair in catalog.pairs if _texts(pair) not in known)
        unchanged += len(catalog.pairs) - len(pairs)
        left.append(replace(catalog, pairs=pairs))
    return left, unchanged


def _texts_before(places: Mapping[Path, Path], project: Project) -> dict[str, frozenset[_Texts]]:
    """Return what each file of now held then; one that could not be read then held nothing."""
    now = {then: file for file, then in places.items()}
    found: dict[str, frozenset[_Texts]] = {}
    for then, beside in discovery.sources(list(places.values()), project).items():
        with contextlib.suppress(InputError, OSError):
            pairs = discovery.catalog(then, beside, project).pairs
            found[str(now[then])] = frozenset(map(_texts, pairs))
    return found


def _texts(pair: Pair) -> _Texts:
    return (
        pair.unit.context if pair.unit else None,
        pair.source.text if pair.source else None,
        pair.target.text if pair.target else None,
    )


@contextlib.contextmanager
def _at(revision: str, files: Sequence[Path]) -> Iterator[dict[Path, Path]]:
    """Yield where the files of a revision lie for a while; those that it lacks are left out."""
    root = _git("rev-parse", "--show-toplevel")
    if root is None:
        raise InputError(
            "this folder is in no git repository", hint="--since compares with a git revision"
        )
    # What comes after --end-of-options is never taken for an option.
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    if commit is None:
        raise ConfigError(f"there is no revision {revision!r}", hint="`git log` lists them")
    top = Path(root.decode().rstrip("\n"))
    with tempfile.TemporaryDirectory(prefix="transcheck-") as folder:
        places: dict[Path, Path] = {}
        for file in files:
            whole = file.resolve()
            if not whole.is_relative_to(top):
                continue
            inside = whole.relative_to(top)
            data = _git("cat-file", "blob", f"{commit.decode().strip()}:{inside.as_posix()}")
            if data is not None:
                place = Path(folder) / inside
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
                places[file] = place
        yield places


def _git(*arguments: str) -> bytes | None:
    """Return what git prints, or None where it fails."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise InputError("git is not installed", hint="--since needs it") from error
    return done.stdout if done.returncode == 0 else None
