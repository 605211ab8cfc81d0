"""``transcheck lint``: is this text garbled? No model is loaded."""

from typing import Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded


@guarded
def lint(
    files: Annotated[list[str], typer.Argument(help="Text files, or - for standard input.")],
    lang: Annotated[
        str | None,
        typer.Option(metavar="LANG", help="Language of the texts; detected if left out."),
    ] = None,
    form: options.ReportFormat = None,
    output: options.Outputs = None,
    fail_on: options.FailOn = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    encoding: options.Encoding = None,
    config: options.Config = None,
    baseline: options.Baseline = None,
) -> Exit:
    """Find garbled text: missing spaces, lost sentence ends, loops, web-page residue.

    Looks at each text by itself: nothing is translated and no model is loaded.

    Examples:

        transcheck lint copy.en.txt --lang en

        transcheck lint *.txt --lang de --fail-on error --format json
    """
    chosen = verdict.settings(config, select=select, ignore=ignore, fail_on=fail_on)

    from transcheck import pipeline
    from transcheck.cli import outputs
    from transcheck.cli.documents import load

    to_write = outputs.chosen(form, output)
    documents = [load(name, lang=lang, encoding=encoding, option="--lang") for name in files]
    report = pipeline.lint(documents, chosen)
    return verdict.conclude(report, chosen, to_write, baseline=baseline)
