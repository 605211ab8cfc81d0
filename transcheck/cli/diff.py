"""``transcheck diff``: what changed between two reports, deliveries or revisions."""

from typing import TYPE_CHECKING, Annotated

import typer

from transcheck.cli import comparing, options, verdict
from transcheck.cli.guard import Exit, guarded
from transcheck.errors import InputError

if TYPE_CHECKING:
    from transcheck.cli.deliveries import Given
    from transcheck.cli.sides import Side
    from transcheck.config import Settings
    from transcheck.model import Report


@guarded
def diff(
    old: Annotated[
        str,
        typer.Argument(
            help="The earlier one: a JSON report, a translation, a localization file, or a folder "
            "of them."
        ),
    ],
    new: Annotated[str | None, typer.Argument(help="The later one; left out with --git.")] = None,
    git: Annotated[
        str | None,
        typer.Option(metavar="REV1..REV2", help="Compare one path in two revisions of git."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="PATH", help="What both translate, a file or a folder: they are checked first."
        ),
    ] = None,
    source_lang: options.From = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="LANG", help="Language of the translations, else detected."),
    ] = None,
    meaning: options.Meaning = True,
    form: options.ComparisonFormat = None,
    output: options.Outputs = None,
    fail_on: comparing.FailOnOption = comparing.FailOn.REGRESSION,
    force: Annotated[
        bool, typer.Option("--force", help="Compare what was not made the same way.")
    ] = False,
    encoding: options.Encoding = None,
    config: options.Config = None,
    cache: options.Cache = True,
) -> Exit:
    """Show what changed, sentence by sentence: findings, words, similarity.

    JSON reports are compared as they are. Articles, with their --source, and localization files
    are checked first. Units are matched by key, else by their texts and neighbours, so that
    inserted, moved, split and merged sentences are seen as such. No reference translation is
    needed.

    Exits with 1 if something that was fine is now flagged, unless --fail-on never.

    Examples:

        transcheck diff old.json new.json

        transcheck diff --source news.en.txt monday.pt.txt tuesday.pt.txt --output html=diff.html

        transcheck diff --from en --to pt monday/locales tuesday/locales --no-meaning

        transcheck diff --git main..HEAD --source news.en.txt news.pt.txt
    """
    from transcheck.cli import catalogs, outputs, sides
    from transcheck.cli.deliveries import Given
    from transcheck.formats.catalog import Languages
    from transcheck.reporters import registry
    from transcheck.results.compare import compare

    to_write = outputs.chosen(form, output, registry.COMPARISONS)
    chosen = verdict.settings(config)
    given = Given(
        source=source,
        project=catalogs.project(chosen, Languages(source=source_lang, target=to)),
        encoding=encoding,
        meaning=meaning,
    )
    with sides.named(old, new, git) as both:
        made = None if source else _reports(both)
        before, after = made or _checked(both, given, chosen, cache=cache)
    return comparing.conclude(compare(before, after, force=force), to_write, fail_on)


def _reports(both: "tuple[Side, Side]") -> "tuple[Report, Report] | None":
    """Return the JSON reports of both sides, None if neither holds one."""
    from transcheck.cli import sides

    before, after = (sides.report(side) for side in both)
    if before and after:
        return before, after
    if before or after:
        odd = both[0 if after else 1].name
        raise InputError(
            f"{odd} holds no JSON report, and the other side does",
            hint="compare two reports, or two translations",
        )
    return None


def _checked(
    both: "tuple[Side, Side]", given: "Given", chosen: "Settings", *, cache: bool
) -> "tuple[Report, Report]":
    from transcheck.cli import local_models, progress
    from transcheck.cli.deliveries import Judge

    with local_models.opened(cache=cache) as models, progress.shown() as advance:
        judge = Judge(given=given, settings=chosen, models=models, progress=advance)
        before, after = (judge.report(side) for side in both)
    return before, after
