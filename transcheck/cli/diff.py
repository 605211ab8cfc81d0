"""``transcheck diff``: what changed between two reports."""

from pathlib import Path
from typing import Annotated

import typer

from transcheck.cli import verdict
from transcheck.cli.guard import Exit, guarded


@guarded
def diff(
    old: Annotated[Path, typer.Argument(help="JSON report of the earlier run.")],
    new: Annotated[Path, typer.Argument(help="JSON report of the later run.")],
) -> Exit:
    """Compare two JSON reports: new, fixed and unchanged findings.

    Exits with 1 if there are new findings.

    Examples:

        transcheck diff old.json new.json
    """
    from transcheck.reporters import comparison
    from transcheck.results.compare import compare

    changes = compare(verdict.load_report(old), verdict.load_report(new))
    print(comparison.render(changes).rstrip("\n"))  # noqa: T201
    return Exit.FINDINGS if changes.new else Exit.CLEAN
