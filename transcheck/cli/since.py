"""The units of localization files that have changed since a revision of git."""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transcheck.cli import revisions
from transcheck.errors import InputError
from transcheck.formats import discovery
from transcheck.formats.catalog import Catalog
from transcheck.formats.project import Project
from transcheck.model import Pair
from transcheck.units import State

# Context, source and translation of a unit; context, plural form and source.
_Texts = tuple[str | None, str | None, str | None]
_Key = tuple[str | None, str | None, str | None]


def changed(
    catalogs: Sequence[Catalog], files: Sequence[Path], project: Project, revision: str
) -> tuple[list[Catalog], list[Catalog]]:
    """Return the catalogs with the units whose texts changed since, and with those that did not.

    The files of then are read as those of now. A unit is the same if its context and both texts
    are, wherever it stands in its file. One that has lost its translation is told what it was.

    Raises:
        InputError: this is no git repository.
        ConfigError: there is no such revision.
    """
    with revisions.laid_out(revision, files) as places:
        before = _before(places, project)
    new, old = [], []
    for catalog in catalogs:
        then = before.get(catalog.path, _NOTHING)
        pairs = tuple(then.told(pair) for pair in catalog.pairs if not then.has(pair))
        new.append(replace(catalog, pairs=pairs))
        old.append(replace(catalog, pairs=tuple(filter(then.has, catalog.pairs))))
    return new, old


@dataclass(frozen=True, slots=True)
class _Then:
    """What a file held: its units by context and texts, and the translations of the others."""

    units: frozenset[_Texts]
    translations: Mapping[_Key, str]

    def has(self, pair: Pair) -> bool:
        return _texts(pair) in self.units

    def told(self, pair: Pair) -> Pair:
        """Return the pair, with the translation that it had if it has none."""
        known = self.translations.get(_key(pair))
        if known is None or pair.unit is None or pair.unit.state is not State.UNTRANSLATED:
            return pair
        return replace(pair, unit=replace(pair.unit, before=known))


_NOTHING = _Then(frozenset(), {})


def _before(places: Mapping[Path, Path], project: Project) -> dict[str, _Then]:
    """Return what each file of now held then; one that could not be read then held nothing."""
    now = {then: file for file, then in places.items()}
    found: dict[str, _Then] = {}
    for then, beside in discovery.sources(list(places.values()), project).items():
        with contextlib.suppress(InputError, OSError):
            pairs = discovery.catalog(then, beside, project.languages).pairs
            found[str(now[then])] = _Then(
                frozenset(map(_texts, pairs)),
                {
                    _key(pair): pair.both[1].text
                    for pair in pairs
                    if pair.both and pair.unit and pair.unit.state is State.TRANSLATED
                },
            )
    return found


def _key(pair: Pair) -> _Key:
    unit = pair.unit
    return (
        unit.context if unit else None,
        unit.plural if unit else None,
        pair.source.text if pair.source else None,
    )


def _texts(pair: Pair) -> _Texts:
    return (
        pair.unit.context if pair.unit else None,
        pair.source.text if pair.source else None,
        pair.target.text if pair.target else None,
    )
