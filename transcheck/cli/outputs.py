"""Where a report goes: one output on standard output, and the files that the user named."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from transcheck import files
from transcheck.errors import ConfigError, InputError
from transcheck.model import Report
from transcheck.reporters import github, markdown, registry, terminal
from transcheck.reporters.base import Reporter


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A form of the report and its file; ``path`` None is standard output."""

    reporter: Reporter
    path: Path | None = None


def chosen(form: str | None, named: Sequence[str] | None) -> tuple[Output, ...]:
    """Return what ``--format`` and ``--output`` ask for; the first goes to standard output.

    ``--output NAME`` without a file is ``--format NAME``; without either, that is ``text``.

    Raises:
        ConfigError: an output is unknown, or two are meant for one place.
    """
    outputs: dict[Path | None, Output] = {}
    for output in map(_output, [*([form] if form else []), *(named or ())]):
        if output.path in outputs:
            names = f"{outputs[output.path].reporter.name} and {output.reporter.name}"
            raise ConfigError(
                f"{names} cannot share {output.path or 'standard output'}",
                hint=f"say --output {output.reporter.name}=FILE with a file of its own",
            )
        outputs[output.path] = output
    printed = outputs.pop(None, Output(reporter=terminal.TEXT))
    return printed, *outputs.values()


def _output(named: str) -> Output:
    name, equals, path = named.partition("=")
    reporter = registry.find(name)
    if equals and not path:
        raise ConfigError(
            f"--output {named} names no file", hint=f"--output {name}=report{reporter.suffix}"
        )
    return Output(reporter=reporter, path=Path(path) if path not in {"", "-"} else None)


def write(report: Report, outputs: Sequence[Output], *, scores: bool = False) -> None:
    """Print and write the report in every form that was asked for.

    Raises:
        InputError: a file cannot be written.
    """
    for output in outputs:
        text = _rendered(report, output, scores=scores).rstrip("\n") + "\n"
        if output.path is None:
            sys.stdout.write(text)
        else:
            files.write(output.path, text.encode("utf-8", "backslashreplace"))
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if output.reporter is github.GITHUB and summary:
            _append(Path(summary), markdown.render(report, markdown.STEP_SUMMARY))


def _rendered(report: Report, output: Output, *, scores: bool) -> str:
    if output.reporter is not terminal.TEXT:
        return output.reporter.render(report)
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
