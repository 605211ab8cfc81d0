"""``transcheck lint``: is this text garbled? No model is loaded."""

from typing import Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded
from transcheck.errors import ConfigError
from transcheck.model import Document, Report


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
    profile: options.Profile = None,
    baseline: options.Baseline = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write the repairs that are certain into the files.")
    ] = False,
    show: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")
    ] = False,
) -> Exit:
    """Find garbled text: missing spaces, lost sentence ends, loops, web-page residue.

    Looks at each text by itself: nothing is translated and no model is loaded. Some repairs change
    no word and can be nothing else: --fix makes these in place, --diff shows them (and exits with
    1 if there are any).

    Examples:

        transcheck lint copy.en.txt --lang en

        transcheck lint *.txt --lang de --fail-on error --format json

        transcheck lint copy.en.txt --lang en --diff
    """
    if fix and show:
        raise ConfigError("--fix and --diff exclude each other", hint="look with --diff first")
    chosen = verdict.settings(
        config,
        profile=profile,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        baseline=baseline,
        glossary=glossary,
        jobs=jobs,
    )

    from transcheck import pipeline
    from transcheck.cli import outputs, suppressions
    from transcheck.cli.documents import load
    from transcheck.cli.repairs import Repairer
    from transcheck.reporters import registry

    to_write = outputs.chosen(form, output, registry.ALL)

    mending = chosen.repairing()

    def judge(document: Document) -> Report:
        return suppressions.applied(pipeline.lint([document], mending), mending)

    repairer = Repairer(lang=lang, encoding=encoding, judge=judge)
    if show:
        changed, complete = repairer.show(files)
        if not complete:
            return Exit.INCOMPLETE
        return Exit.FINDINGS if changed else Exit.CLEAN
    if fix:
        documents = repairer.fix(files)
    else:
        documents = [load(name, lang=lang, encoding=encoding, option="--lang") for name in files]
    report = pipeline.lint(documents, chosen)
    return verdict.conclude(report, chosen, to_write)
