"""``transcheck baseline``: keep the findings of today, so that only new ones fail."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded, say
from transcheck.errors import InputError

if TYPE_CHECKING:
    from transcheck.model import Report

app = typer.Typer(
    no_args_is_help=True,
    help="Keep the findings of today in a file, so that only new ones fail.",
)

_DEFAULT = Path("transcheck-baseline.txt")
_REPORT = typer.Argument(help="JSON report of a whole run, or - for standard input.")
_FILE = typer.Option(
    "--file",
    metavar="FILE",
    help="The baseline; else that of the configuration, else transcheck-baseline.txt.",
)


@app.command()
@guarded
def write(
    report: Annotated[str, _REPORT],
    file: Annotated[Path | None, _FILE] = None,
    config: options.Config = None,
) -> Exit:
    """Write a baseline: every finding of a report is known from now on.

    Examples:

        transcheck batch locales/ --format json | transcheck baseline write -

        transcheck batch locales/ --baseline transcheck-baseline.txt
    """
    from transcheck import files
    from transcheck.results import baseline

    seen = _report(report)
    if seen.failures:
        say(f"the report is incomplete: {len(seen.failures)} failures, so findings may be missing")
    entries = baseline.entries_of(seen.findings)
    path = _place(file, config)
    files.write(path, baseline.to_text(entries).encode())
    say(f"{len(entries):,} findings are known in {path}")
    return Exit.CLEAN


@app.command()
@guarded
def prune(
    report: Annotated[str, _REPORT],
    file: Annotated[Path | None, _FILE] = None,
    config: options.Config = None,
) -> Exit:
    """Drop the entries whose findings are gone; entries that the report does not cover stay.

    Examples:

        transcheck batch locales/ --format json | transcheck baseline prune -
    """
    from transcheck import files
    from transcheck.cli import suppressions
    from transcheck.results import baseline

    seen = _report(report)
    if seen.failures:
        raise InputError(
            "the report is incomplete, so it cannot say what is gone",
            hint="mend what could not be checked, and run again",
        )
    path = _place(file, config)
    known = suppressions.load_baseline(path)
    old = baseline.stale(known, seen, gone=suppressions.gone_from(known))
    kept = [entry for entry in known.entries if entry not in old]
    files.write(path, baseline.to_text(kept).encode())
    entries = "1 entry" if len(old) == 1 else f"{len(old):,} entries"
    say(f"{entries} dropped, {len(kept):,} kept in {path}")
    return Exit.CLEAN


def _report(name: str) -> "Report":
    if name == "-":
        return verdict.report_from(sys.stdin.read(), path="<stdin>")
    return verdict.load_report(Path(name))


def _place(file: Path | None, config: Path | None) -> Path:
    from transcheck.config import load

    return file or load(config).baseline or _DEFAULT
