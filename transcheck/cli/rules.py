"""``transcheck rules`` and ``transcheck explain``: what each check means, from its record."""

import sys
from typing import Annotated

import typer

from transcheck.cli.guard import Exit, guarded


@guarded
def rules() -> Exit:
    """List all checks: id, name, severity and what each flags.

    Examples:

        transcheck rules
    """
    from rich.console import Console
    from rich.table import Table

    from transcheck.checks import registry

    table = Table(box=None, pad_edge=False)
    for heading in ("id", "name", "severity", "flags"):
        table.add_column(heading, no_wrap=heading != "flags")
    for check in sorted(registry.ALL, key=lambda check: check.id):
        table.add_row(check.id, check.name, str(check.severity), check.summary)
    Console(highlight=False, markup=False).print(table)
    return Exit.CLEAN


@guarded
def explain(
    check: Annotated[str, typer.Argument(metavar="CHECK", help="Name or id, such as TC201.")],
) -> Exit:
    """Explain a check: what it flags, why, examples, and how often it is right.

    Examples:

        transcheck explain TC201

        transcheck explain low-similarity
    """
    from transcheck.checks import registry
    from transcheck.reporters import check_page

    page = check_page.render(registry.find(check))
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        print(page.rstrip("\n"))  # noqa: T201
    return Exit.CLEAN
