"""Localization files read for a report: what ``batch`` and ``diff`` share."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from transcheck.config import Settings
from transcheck.errors import InputError
from transcheck.formats import discovery
from transcheck.formats.catalog import Catalog, Languages
from transcheck.formats.discovery import Counterpart
from transcheck.formats.project import Project, pattern
from transcheck.model import Failure


def project(chosen: Settings, named: Languages, patterns: Sequence[str] | None = None) -> Project:
    """Return how files are to be read; patterns that were said take the place of those set."""
    return Project(
        languages=named,
        patterns=tuple(map(pattern, patterns or chosen.patterns)),
        formats=chosen.formats,
    )


def read(
    files: Mapping[Path, Counterpart], named: Languages
) -> tuple[list[Catalog], list[Failure]]:
    """Read every file beside its source; one that cannot be read is a failure, the others go on.

    Raises:
        InputError: there is none.
    """
    if not files:
        raise InputError(
            "there is no translation among the localization files",
            hint="a file in one language needs its source beside it: en.json and pt.json",
        )
    catalogs: list[Catalog] = []
    failures: list[Failure] = []
    for file, counterpart in files.items():
        try:
            catalog = discovery.catalog(file, counterpart, named)
            catalogs.append(catalog)
            failures += [unread(str(file), problem) for problem in catalog.problems]
        except (InputError, OSError) as error:
            failures.append(unread(str(file), str(error)))
    return catalogs, failures


def unread(name: str, problem: str) -> Failure:
    """Return the failure of a file that could not be read; its name need not be said twice."""
    return Failure(path=name, stage="read", message=problem.removeprefix(f"{name}:").strip())
