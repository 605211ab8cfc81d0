"""The two sides that ``diff`` compares: where they lie, and the reports among them."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transcheck.cli import revisions, verdict
from transcheck.errors import ConfigError, InputError
from transcheck.model import Report
from transcheck.results.compare import joined
from transcheck.results.schema import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A file or folder, and what the user calls it: one of a revision lies elsewhere."""

    path: Path
    name: str

    def named(self, file: Path) -> str:
        """Return what the user calls a file of this side."""
        return (Path(self.name) / file.relative_to(self.path)).as_posix()


@contextlib.contextmanager
def named(old: str, new: str | None, git: str | None) -> Iterator[tuple[Side, Side]]:
    """Yield both sides: two paths, or one in two revisions.

    Raises:
        ConfigError: that is not what was named.
        InputError: a revision has no such path.
    """
    if git is None:
        if new is None:
            raise ConfigError("there is nothing to compare with", hint="name two, or say --git")
        yield Side(path=Path(old), name=old), Side(path=Path(new), name=new)
        return
    if new is not None:
        raise ConfigError("--git takes one path", hint="it is read in both revisions")
    first, second = revisions.pair(git)
    with _laid_out(old, first) as before, _laid_out(old, second) as after:
        yield before, after


@contextlib.contextmanager
def _laid_out(path: str, revision: str) -> Iterator[Side]:
    with revisions.laid_out(revision, [Path(path)]) as places:
        if not places:
            raise InputError(f"{path} in {revision}: git has no such file")
        yield Side(path=places[Path(path)], name=path)


def report(side: Side) -> Report | None:
    """Return the JSON report of a side, or those of its folder as one; None if it holds none.

    Raises:
        InputError: a report is damaged, or stands beside JSON that is none.
    """
    if not side.path.is_dir():
        return _report(side, side.path) if side.path.suffix == ".json" else None
    found: dict[str, Report] = {}
    odd: InputError | None = None
    for file in sorted(side.path.rglob("*.json")):
        try:
            one = _report(side, file)
        except InputError as error:
            one, odd = None, error
        if one:
            found[side.named(file)] = one
        else:
            odd = odd or InputError(f"{side.named(file)} is no report, as others of its folder are")
    if found and odd:
        raise odd
    return joined(found) if found else None


def _report(side: Side, file: Path) -> Report | None:
    name = side.named(file)
    data = verdict.load_json(file, name=name)
    is_report = isinstance(data, dict) and {"schema", "findings"} <= data.keys()
    return from_json(data, path=name) if is_report else None
