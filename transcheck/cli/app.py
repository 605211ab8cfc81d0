"""The ``transcheck`` command: the table of its subcommands."""

from typing import Annotated

import typer

from transcheck import __version__, processes
from transcheck.cli.accept import accept
from transcheck.cli.baseline import app as baseline
from transcheck.cli.batch import batch
from transcheck.cli.calibrate import calibrate
from transcheck.cli.check import check
from transcheck.cli.compare import compare
from transcheck.cli.configuration import app as config
from transcheck.cli.configuration import init
from transcheck.cli.diff import diff
from transcheck.cli.lint import lint
from transcheck.cli.models import app as models
from transcheck.cli.rules import explain, rules
from transcheck.cli.translate import translate

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_COMMANDS = (
    check, lint, batch, accept, translate, calibrate, diff, compare, explain, rules, init,
)  # fmt: skip
for command in _COMMANDS:
    app.command()(command)
app.add_typer(models, name="models")
app.add_typer(baseline, name="baseline")
app.add_typer(config, name="config")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"transcheck {__version__}")  # noqa: T201
        raise typer.Exit


@app.callback()
def transcheck(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Check translations on your own machine: meaning that drifted, text that is garbled.

    Everything runs offline. Exit codes: 0 clean, 1 findings, 2 wrong usage or input,
    3 incomplete.

    Examples:

        transcheck check article.txt --from en --to pt

        transcheck lint copy.en.txt --lang en

        transcheck explain glued-words
    """


def main() -> None:
    """Run the command line."""
    processes.collect_rarely()
    app()
