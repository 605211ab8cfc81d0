"""A comparison of two reports, written and judged: what ``diff`` and ``compare`` share."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from transcheck.cli.guard import Exit
from transcheck.results.compare import Comparison

if TYPE_CHECKING:
    from transcheck.cli.outputs import Output


class FailOn(StrEnum):
    """When a comparison exits with 1."""

    REGRESSION = "regression"
    NEVER = "never"


FailOnOption = Annotated[
    FailOn,
    typer.Option("--fail-on", help="Exit with 1 if something that was fine is now flagged."),
]


def conclude(found: Comparison, to_write: "Sequence[Output[Comparison]]", fail_on: FailOn) -> Exit:
    """Write the comparison and return what it amounts to."""
    from transcheck.cli import outputs

    outputs.write_comparison(found, to_write)
    if found.failures:
        return Exit.INCOMPLETE
    return Exit.FINDINGS if found.regressed and fail_on is FailOn.REGRESSION else Exit.CLEAN
