"""From settings and a report to what is printed and how the program exits."""

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from transcheck.cli.guard import Exit
from transcheck.errors import InputError
from transcheck.model import Report, Severity

if TYPE_CHECKING:
    from transcheck.cli.outputs import Output
    from transcheck.config import Settings
    from transcheck.embedders.base import Runtime
    from transcheck.engines.base import Decoding

    _Record = TypeVar("_Record", Decoding, Runtime)


def settings(
    config: Path | None,
    *,
    profile: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    fail_on: Severity | None = None,
    engine: str | None = None,
    embedder: str | None = None,
    evidence: bool | None = None,
    calibration: Path | None = None,
    baseline: Path | None = None,
    glossary: Sequence[Path] | None = None,
    search: Sequence[float | None] = (),
    runtime: Sequence[str | None] = (),
    jobs: int | None = None,
) -> "Settings":
    """Return the configured settings, changed by what the command line says.

    Who names an engine wants to hear it. ``search`` and ``runtime`` hold what was said of the
    fields of a ``Decoding`` and of a ``Runtime``, in their order. ``jobs`` None means as many
    processes as pay.
    """
    from transcheck.config import load

    loaded = load(config, profile=profile)
    if evidence is None:
        evidence = True if engine else loaded.evidence
    chosen = replace(
        loaded,
        select=_split(select) or loaded.select,
        ignore=(*loaded.ignore, *_split(ignore)),
        fail_on=fail_on or loaded.fail_on,
        engine=engine or loaded.engine,
        embedder=embedder or loaded.embedder,
        evidence=evidence,
        calibration=calibration or loaded.calibration,
        baseline=baseline or loaded.baseline,
        glossary=(*loaded.glossary, *(glossary or ())),
        decoding=_changed(loaded.decoding, search),
        runtime=_changed(loaded.runtime, runtime),
        jobs=jobs,
    )
    # What is unsound is an error before the models are loaded.
    chosen.terms()
    if chosen.select or chosen.ignore:
        chosen.rules()
    return chosen


def _changed(configured: "_Record", said: Sequence[str | float | None]) -> "_Record":
    names = [each.name for each in fields(configured)]
    given: dict[str, Any] = dict(zip(names, said, strict=False))
    return replace(configured, **{name: each for name, each in given.items() if each is not None})


def _split(selectors: Sequence[str] | None) -> tuple[str, ...]:
    """Return what was selected: an option may be repeated, or hold several with commas."""
    return tuple(each for selector in selectors or () for each in selector.split(",") if each)


def conclude(
    report: Report,
    chosen: "Settings",
    to_write: "Sequence[Output[Report]]",
    *,
    scores: bool = False,
    partial: bool = False,
) -> Exit:
    """Print and write the report, and return what it amounts to.

    ``partial`` says that it covers some units of its files only.
    """
    from transcheck.cli import outputs, suppressions

    report = suppressions.applied(report, chosen, partial=partial)
    outputs.write(report, to_write, scores=scores)
    if report.failures:
        return Exit.INCOMPLETE
    if any(map(report.fails, report.findings)):
        return Exit.FINDINGS
    return Exit.CLEAN


def load_report(path: Path) -> Report:
    """Read a JSON report that an earlier run wrote.

    Raises:
        InputError: the file cannot be read or is no report.
    """
    from transcheck.results.schema import from_json

    return from_json(load_json(path, name=str(path)), path=str(path))


def load_json(path: Path, *, name: str) -> object:
    """Return what a JSON file holds; ``name`` names it in errors.

    Raises:
        InputError: the file cannot be read or is no JSON.
    """
    try:
        return _parsed(path.read_text("utf-8"), path=name)
    except OSError as error:
        raise InputError(f"cannot read {name}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not JSON: {error}") from error


def report_from(text: str, *, path: str) -> Report:
    """Return the JSON report ``text``; ``path`` names it in errors.

    Raises:
        InputError: it is no report.
    """
    from transcheck.results.schema import from_json

    return from_json(_parsed(text, path=path), path=path)


def _parsed(text: str, *, path: str) -> object:
    import json

    try:
        data: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not JSON: {error}") from error
    return data
