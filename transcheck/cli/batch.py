"""``transcheck batch``: are the strings of localization files sound?"""

from pathlib import Path
from typing import Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded
from transcheck.units import State

Include = Annotated[
    list[State] | None,
    typer.Option(
        help="Check units in this state too; else only those that are translated.",
        show_default=False,
    ),
]


@guarded
def batch(
    paths: Annotated[list[Path], typer.Argument(help="Localization files, or folders of them.")],
    source_lang: options.From = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="LANG", help="Language of the translations.")
    ] = None,
    pattern: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="Where files name their language: i18n/{lang}/*.json. May be repeated.",
        ),
    ] = None,
    form: options.ReportFormat = None,
    output: options.Outputs = None,
    meaning: options.Meaning = True,
    fail_on: options.FailOn = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.Config = None,
    profile: options.Profile = None,
    include: Include = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="REV", help="Check only units whose texts changed since this git revision."
        ),
    ] = None,
    baseline: options.Baseline = None,
    glossary: options.Glossary = None,
    jobs: options.Jobs = None,
    embedder: options.Embedder = None,
    backend: options.Backend = None,
    device: options.Device = None,
    cache: options.Cache = True,
    write_notes: Annotated[
        bool,
        typer.Option(
            "--write-notes", help="Write the findings into the files (PO, XLIFF, HTML) as notes."
        ),
    ] = False,
) -> Exit:
    """Check the strings of localization files: placeholders, facts, garbled text, meaning.

    A file in one language is read beside its source: pt.json beside en.json, values-pt beside
    values. A file that cannot be read is named, and the others are still checked (exit code 3).

    Examples:

        transcheck batch locales/ --from en --to pt

        transcheck batch strings.tsv --from en --to de --no-meaning

        transcheck batch docs/ --from en --pattern "docs/{lang}/**/*.md"
    """
    chosen = verdict.settings(
        config,
        profile=profile,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        embedder=embedder,
        baseline=baseline,
        glossary=glossary,
        jobs=jobs,
        runtime=(backend, device),
    )

    from transcheck import pipeline
    from transcheck.cli import catalogs, local_models, notes, outputs, progress, suppressions
    from transcheck.cli.since import changed
    from transcheck.formats import catalog, discovery
    from transcheck.reporters import registry

    to_write = outputs.chosen(form, output, registry.ALL)
    project = catalogs.project(chosen, catalog.Languages(source=source_lang, target=to), pattern)
    files = project.files(paths)
    found, failures = catalogs.read(discovery.sources(files, project), project.languages)
    found, unchanged = changed(found, files, project, since) if since else (found, [])
    units = catalog.selected(found, (State.TRANSLATED, *(include or ())), unchanged)
    with local_models.opened(cache=cache) as models, progress.shown() as advance:
        report = pipeline.check_units(
            units,
            chosen,
            instruments=models.instruments_for(units.pairs, chosen) if meaning else None,
            failures=failures,
            progress=advance,
        )
    code = verdict.conclude(report, chosen, to_write, partial=bool(since))
    if write_notes:
        # After the report, which a file that takes no notes must not cost.
        notes.write(suppressions.applied(report, chosen, partial=bool(since)), project)
    return code
