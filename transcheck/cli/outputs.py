"""Where a report goes: one output on standard output, and the files that the user named."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic

from transcheck import files
from transcheck.errors import ConfigError, InputError
from transcheck.model import Report
from transcheck.reporters import registry
from transcheck.reporters.base import Reporter, Told

if TYPE_CHECKING:
    from transcheck.results.compare import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Generic[Told]):
    """A form of the report, or of a comparison, and its file; ``path`` None is standard output."""

    reporter: Reporter[Told]
    path: Path | None = None


def chosen(
    form: str | None, named: Sequence[str] | None, reporters: Sequence[Reporter[Told]]
) -> tuple[Output[Told], ...]:
    """Return what ``--format`` and ``--output`` ask for; the first goes to standard output.

    ``--output NAME`` without a file is ``--format NAME``; without either, that is the first of
    ``reporters``.

    Raises:
        ConfigError: an output is unknown, or two are meant for one place.
    """
    outputs: dict[Path | None, Output[Told]] = {}
    for each in (*([form] if form else ()), *(named or ())):
        output = _output(each, reporters)
        if output.path in outputs:
            names = f"{outputs[output.path].reporter.name} and {output.reporter.name}"
            raise ConfigError(
                f"{names} cannot share {output.path or 'standard output'}",
                hint=f"say --output {output.reporter.name}=FILE with a file of its own",
            )
        outputs[output.path] = output
    printed = outputs.pop(None, Output(reporter=reporters[0]))
    return printed, *outputs.values()


def _output(named: str, reporters: Sequence[Reporter[Told]]) -> Output[Told]:
    name, equals, path = named.partition("=")
    reporter = registry.find(name, reporters)
    if equals and not path:
        raise ConfigError(
            f"--output {named} names no file", hint=f"--output {name}=report{reporter.suffix}"
        )
    return Output(reporter=reporter, path=Path(path) if path not in {"", "-"} else None)


def write(report: Report, outputs: Sequence[Output[Report]], *, scores: bool = False) -> None:
    """Print and write the report in every form that was asked for.

    Raises:
        InputError: a file cannot be written.
    """
    for output in outputs:
        _put(_rendered(report, output, scores=scores), output.path)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if output.reporter is registry.GITHUB and summary:
            from transcheck.reporters import markdown

            _append(Path(summary), markdown.render(report, markdown.STEP_SUMMARY))


def write_comparison(found: "Comparison", outputs: "Sequence[Output[Comparison]]") -> None:
    """Print and write the comparison in every form that was asked for.

    Raises:
        InputError: a file cannot be written.
    """
    for output in outputs:
        if output.reporter is registry.COMPARISON_TEXT and output.path is None:
            from transcheck.reporters import comparison

            _put(comparison.render(found, colour=sys.stdout.isatty()), None)
        else:
            _put(output.reporter.render(found), output.path)


def _put(text: str, path: Path | None) -> None:
    text = text.rstrip("\n")
    if path is None:
        sys.stdout.write(text)
        sys.stdout.write("\n")
    else:
        files.write(path, text.encode("utf-8", "backslashreplace") + b"\n")


def _rendered(report: Report, output: Output[Report], *, scores: bool) -> str:
    if output.reporter is not registry.TEXT:
        return output.reporter.render(report)
    from transcheck.reporters import terminal

    style = terminal.Style(scores=scores)
    if output.path is None:
        width = shutil.get_terminal_size((100, 24)).columns
        style = terminal.Style(width=width, colour=sys.stdout.isatty(), scores=scores)
    return terminal.render(report, style)


def _append(path: Path, text: str) -> None:
    """Add the summary of this step to those that GitHub collects."""
    try:
        with path.open("a", encoding="utf-8", errors="backslashreplace") as summary:
            summary.write(f"{text}\n")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error
