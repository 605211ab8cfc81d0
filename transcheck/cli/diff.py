"""``transcheck diff``: what changed between two reports, deliveries or revisions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transcheck.cli import comparing, options, verdict
from transcheck.cli.guard import Exit, guarded
from transcheck.errors import ConfigError, InputError
from transcheck.model import Document, Report

if TYPE_CHECKING:
    from collections.abc import Iterator


@guarded
def diff(
    old: Annotated[
        str, typer.Argument(help="JSON report, folder of reports, or translation; earlier one.")
    ],
    new: Annotated[str | None, typer.Argument(help="The later one; left out with --git.")] = None,
    git: Annotated[
        str | None,
        typer.Option(metavar="REV1..REV2", help="Compare the file in two revisions of git."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="What both translate: they are checked on the fly."),
    ] = None,
    source_lang: options.From = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="LANG", help="Language of the translations, else detected."),
    ] = None,
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

    Units are matched by key, else by their texts and neighbours, so that inserted, moved, split
    and merged sentences are seen as such. No reference translation is needed.

    Exits with 1 if something that was fine is now flagged, unless --fail-on never.

    Examples:

        transcheck diff old.json new.json

        transcheck diff --source news.en.txt monday.pt.txt tuesday.pt.txt --output html=diff.html

        transcheck diff --git main..HEAD --source news.en.txt news.pt.txt
    """
    from transcheck.cli import outputs
    from transcheck.reporters import registry
    from transcheck.results.compare import compare

    to_write = outputs.chosen(form, output, registry.COMPARISONS)
    sides = _sides(old, new, git)
    if source is None:
        before, after = (_report(name, data) for name, data in sides)
    else:
        before, after = _checked(
            sides, source, langs=(source_lang, to), encoding=encoding, config=config, cache=cache
        )
    return comparing.conclude(compare(before, after, force=force), to_write, fail_on)


# A name, and the bytes behind it; None for what has to be read from the disk.
_Side = tuple[str, bytes | None]


def _sides(old: str, new: str | None, git: str | None) -> tuple[_Side, _Side]:
    if git is None:
        if new is None:
            raise ConfigError("there is nothing to compare with", hint="name two, or say --git")
        return (old, None), (new, None)
    if new is not None:
        raise ConfigError("--git takes one path", hint="it is read in both revisions")
    from transcheck.cli import revisions

    first, second = revisions.pair(git)
    one, other = (revisions.content(revision, old) for revision in (first, second))
    return (f"{first}:{old}", one), (f"{second}:{old}", other)


def _report(name: str, data: bytes | None) -> Report:
    """Return a report, or those of a folder as one."""
    if data is not None:
        from transcheck.formats import plain

        return verdict.report_from(plain.decode(data, name, None), path=name)
    path = Path(name)
    if not path.is_dir():
        if path.suffix != ".json" and path.is_file():
            raise InputError(
                f"{name} is no JSON report", hint="to compare two translations, add --source FILE"
            )
        return verdict.load_report(path)
    files = sorted(path.rglob("*.json"))
    if not files:
        raise InputError(f"there is no JSON report in {name}")
    from transcheck.results.compare import joined

    return joined({str(file.relative_to(path)): verdict.load_report(file) for file in files})


def _checked(
    sides: tuple[_Side, _Side],
    source: str,
    *,
    langs: tuple[str | None, str | None],
    encoding: str | None,
    config: Path | None,
    cache: bool,
) -> "Iterator[Report]":
    """Yield the report on each translation of ``source``."""
    from transcheck import pipeline
    from transcheck.cli import local_models, progress
    from transcheck.cli.documents import load

    chosen = verdict.settings(config, select=None, ignore=None, fail_on=None)
    document = load(source, lang=langs[0], encoding=encoding, option="--from")
    with local_models.opened(cache=cache) as models, progress.shown() as advance:
        for side in sides:
            other = _document(side, lang=langs[1], encoding=encoding)
            tools = models.instruments(document.lang, other.lang, chosen, given=True)
            yield pipeline.check_translation(
                document, other, chosen, instruments=tools, progress=advance
            )


def _document(side: _Side, *, lang: str | None, encoding: str | None) -> Document:
    from transcheck.cli.documents import identified, load
    from transcheck.formats import plain

    name, data = side
    if data is None:
        return load(name, lang=lang, encoding=encoding, option="--to")
    return identified(plain.decode(data, name, encoding), name, lang=lang, option="--to")
