"""``transcheck calibrate``: thresholds of similarity for a user's own model or domain."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded, say
from transcheck.errors import ConfigError

if TYPE_CHECKING:
    from transcheck.embedders.base import Embedder
    from transcheck.model import Document


@guarded
def calibrate(
    source: Annotated[
        str | None, typer.Argument(help="Sound sentences, one a line.", show_default=False)
    ] = None,
    translation: Annotated[
        str | None, typer.Argument(help="Their translations, line by line.", show_default=False)
    ] = None,
    pairs: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Instead: source and translation, parted by a tab."),
    ] = None,
    source_lang: options.From = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="LANG", help="Language of the translations; detected if left out."
        ),
    ] = None,
    kept_in: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write to this file, for --calibration."),
    ] = None,
    output: options.OutputFormat = options.Format.TEXT,
    encoding: options.Encoding = None,
    config: options.Config = None,
    embedder: options.Embedder = None,
    backend: options.Backend = None,
    device: options.Device = None,
    cache: options.Cache = True,
) -> Exit:
    """Measure how similar sound pairs of your own are, so that what is less similar is flagged.

    Takes at least 250 translated sentences that are sound, better 2,000, of one model and one
    pair of languages. Shows which similarities are usual at each length, and which share of
    planted faults each threshold finds: another sentence, the neighbouring one, half a sentence,
    a clause left out. What is measured is kept for the checks to come, which use it for the same
    encoder and the same two languages, and say so.

    Examples:

        transcheck calibrate --pairs memory.tsv --from en --to pt

        transcheck calibrate news.en.txt news.de.txt --output calibration.json
    """
    import json

    from transcheck.calibration import kept
    from transcheck.calibration.fit import Model, fit_one
    from transcheck.calibration.outcomes import outcomes
    from transcheck.calibration.sample import measure
    from transcheck.cli import local_models, progress
    from transcheck.reporters.calibration import render

    chosen = verdict.settings(config, embedder=embedder, runtime=(backend, device))
    one, other = _documents(source, translation, pairs, (source_lang, to), encoding)
    langs = one.lang, other.lang
    with local_models.opened(cache=cache) as models, progress.shown() as advance:
        encoder = models.embedder(chosen)
        _refuse_unknown(langs, encoder)
        sample = measure([_lines(one, other)], langs, encoder, partial(advance, "embed"))
    name, digest = kept.model_of(encoder.signature)
    model = Model(name=one.path, embedder=name, digest=digest)
    made, found = fit_one(sample, model), outcomes(sample, model)
    path = kept_in or kept.default_path(name, digest, langs)
    content = kept.content(made, found)
    kept.save(path, content)
    say(f"kept in {path}")
    whole = json.dumps(content, ensure_ascii=False, indent=2)
    print(whole if output is options.Format.JSON else render(made, sample, found).rstrip("\n"))  # noqa: T201
    return Exit.CLEAN


def _documents(
    source: str | None,
    translation: str | None,
    pairs: str | None,
    langs: tuple[str | None, str | None],
    encoding: str | None,
) -> "tuple[Document, Document]":
    """Return the two texts that were named, in one way or the other, with equal lines."""
    from transcheck.cli.documents import identified, load
    from transcheck.formats import pairs as columns

    if pairs and not source:
        both = columns.read(pairs, encoding=encoding)
        texts = ["\n".join(side) for side in zip(*both, strict=True)]
        return (
            identified(texts[0], pairs, lang=langs[0], option="--from"),
            identified(texts[1], pairs, lang=langs[1], option="--to"),
        )
    if pairs or not source or not translation:
        raise ConfigError(
            "sound pairs are wanted in one file of two columns, or in two files of lines",
            hint="say --pairs FILE, or name the sources and their translations",
        )
    return (
        load(source, lang=langs[0], encoding=encoding, option="--from"),
        load(translation, lang=langs[1], encoding=encoding, option="--to"),
    )


def _lines(one: "Document", other: "Document") -> list[tuple[str, str]]:
    from transcheck.alignment.lines import pair_lines

    both = [pair.both for pair in pair_lines(one, other)]
    return [(each[0].text, each[1].text) for each in both if each]


def _refuse_unknown(langs: tuple[str, str], embedder: "Embedder") -> None:
    """Refuse languages of which the encoder's similarities mean nothing."""
    from transcheck import languages

    if langs[0] == langs[1]:
        raise ConfigError(f"both texts are {languages.find(langs[0])}", hint="name two languages")
    for lang in langs:
        if lang not in embedder.languages:
            raise ConfigError(
                f"{embedder.signature.split()[0]} does not know {languages.find(lang)}",
                hint="`transcheck models` lists the languages of each encoder",
            )
