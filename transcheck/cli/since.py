"""The units of localization files that have changed since a revision of git."""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from transcheck.cli import revisions
from transcheck.errors import InputError
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
    with revisions.laid_out(revision, files) as places:
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
