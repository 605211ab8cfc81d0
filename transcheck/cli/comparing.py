"""A comparison of two reports, printed and judged: what ``diff`` and ``compare`` share."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from transcheck.cli.guard import Exit
from transcheck.results.compare import Comparison


class Form(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class FailOn(StrEnum):
    """When a comparison exits with 1."""

    REGRESSION = "regression"
    NEVER = "never"


OutputForm = Annotated[
    Form,
    typer.Option("--format", help="text, markdown that fits a comment on GitHub, or json."),
]
FailOnOption = Annotated[
    FailOn,
    typer.Option("--fail-on", help="Exit with 1 if something that was fine is now flagged."),
]


def conclude(found: Comparison, form: Form, fail_on: FailOn) -> Exit:
    """Print the comparison and return what it amounts to."""
    from transcheck.reporters import comparison, comparison_json, comparison_markdown

    if form is Form.JSON:
        text = comparison_json.render(found)
    elif form is Form.MARKDOWN:
        text = comparison_markdown.render(found)
    else:
        text = comparison.render(found, colour=sys.stdout.isatty())
    sys.stdout.write(text)
    if found.failures:
        return Exit.INCOMPLETE
    return Exit.FINDINGS if found.regressed and fail_on is FailOn.REGRESSION else Exit.CLEAN
