"""``transcheck check``: does the translation say what the source says, and is either garbled?"""

from typing import Annotated

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded
from transcheck.errors import ConfigError


@guarded
def check(
    source: Annotated[str, typer.Argument(help="The article, or - for standard input.")],
    translation: Annotated[
        str | None, typer.Argument(help="Its translation; left out, a local engine makes one.")
    ] = None,
    source_lang: options.From = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to", metavar="LANG", help="Language of the translation; detected if there is one."
        ),
    ] = None,
    form: options.ReportFormat = None,
    output: options.Outputs = None,
    scores: Annotated[
        bool, typer.Option("--scores", help="Show the similarity of every sentence.")
    ] = False,
    aligned: Annotated[
        bool, typer.Option("--aligned", help="Line N of one file translates line N of the other.")
    ] = False,
    fail_on: options.FailOn = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    encoding: options.Encoding = None,
    config: options.Config = None,
    profile: options.Profile = None,
    baseline: options.Baseline = None,
    glossary: options.Glossary = None,
    calibration: options.Calibration = None,
    evidence: options.Evidence = None,
    engine: options.Engine = None,
    embedder: options.Embedder = None,
    backend: options.Backend = None,
    device: options.Device = None,
    threads: options.Threads = None,
    beam: options.Beam = None,
    repetition_penalty: options.RepetitionPenalty = None,
    no_repeat_ngram: options.NoRepeatNgram = None,
    alternatives: options.Alternatives = None,
    batch_tokens: options.BatchTokens = None,
    cache: options.Cache = True,
) -> Exit:
    """Check a translation: meaning that drifted, text that is garbled.

    With one file, a local engine translates it first. With two, the second is judged as the
    translation of the first. Faults that stand in the source already are reported there. Where the
    embedded engine has the pair, it translates the source again as a second opinion: a fact counts
    as lost only if that translation has it too.

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 wrong usage or input, 3 incomplete.

    Examples:

        transcheck check article.txt --from en --to pt

        transcheck check source.pt.txt translation.en.txt --scores

        transcheck check source.zh.txt translation.en.txt --engine argos
    """
    _require_sense(translation, to, aligned=aligned)
    chosen = verdict.settings(
        config,
        profile=profile,
        select=select,
        ignore=ignore,
        fail_on=fail_on,
        engine=engine,
        embedder=embedder,
        evidence=evidence,
        calibration=calibration,
        baseline=baseline,
        glossary=glossary,
        search=(beam, repetition_penalty, no_repeat_ngram, alternatives, batch_tokens),
        runtime=(backend, device),
    )

    from transcheck import languages, pipeline
    from transcheck.cli import local_models, outputs, progress
    from transcheck.cli.documents import load
    from transcheck.reporters import registry

    to_write = outputs.chosen(form, output, registry.ALL)
    document = load(source, lang=source_lang, encoding=encoding, option="--from")
    opened = local_models.opened(cache=cache, threads=threads, decoding=chosen.decoding)
    with opened as models, progress.shown() as advance:
        if translation:
            other = load(translation, lang=to, encoding=encoding, option="--to")
            tools = models.instruments(document.lang, other.lang, chosen, given=True)
            report = pipeline.check_translation(
                document, other, chosen, instruments=tools, aligned=aligned, progress=advance
            )
        else:
            target = languages.find(to or "").tag
            translator = models.translator(document.lang, target, name=chosen.engine)
            tools = models.instruments(document.lang, target, chosen, given=False)
            report = pipeline.check_engine(
                document, translator, chosen, target=target, instruments=tools, progress=advance
            )
    return verdict.conclude(report, chosen, to_write, scores=scores)


def _require_sense(translation: str | None, to: str | None, *, aligned: bool) -> None:
    if aligned and not translation:
        raise ConfigError(
            "--aligned is for two texts", hint="name the translation after the article"
        )
    if not (translation or to):
        raise ConfigError(
            "there is nothing to compare with",
            hint="say --to LANG to translate the article, or name its translation after it",
        )
