"""``transcheck translate``: the translation by itself, sentence by sentence."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from transcheck.cli import options, verdict
from transcheck.cli.guard import Exit, guarded

if TYPE_CHECKING:
    from transcheck.segment import Translated


@guarded
def translate(
    file: Annotated[str, typer.Argument(help="Text file, or - for standard input.")],
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="Language to translate into.")],
    source_lang: options.From = None,
    output: options.OutputFormat = options.Format.TEXT,
    encoding: options.Encoding = None,
    config: options.Config = None,
    engine: options.Engine = None,
    threads: options.Threads = None,
    beam: options.Beam = None,
    repetition_penalty: options.RepetitionPenalty = None,
    no_repeat_ngram: options.NoRepeatNgram = None,
    alternatives: options.Alternatives = None,
    batch_tokens: options.BatchTokens = None,
    cache: options.Cache = True,
) -> Exit:
    """Translate a text with a local engine; white space and paragraphs stay as they are.

    Each sentence is translated by itself. --format json gives the sentences in pairs.

    Examples:

        transcheck translate article.txt --from en --to pt

        transcheck translate artigo.txt --to en --format json
    """
    from transcheck import article, languages
    from transcheck.cli import local_models, progress
    from transcheck.cli.documents import load

    chosen = verdict.settings(
        config,
        engine=engine,
        search=(beam, repetition_penalty, no_repeat_ngram, alternatives, batch_tokens),
    )
    target = languages.find(to).tag
    document = load(file, lang=source_lang, encoding=encoding, option="--from")
    opened = local_models.opened(cache=cache, threads=threads, decoding=chosen.decoding)
    with opened as models, progress.shown() as advance:
        translator = models.translator(document.lang, target, name=chosen.engine)
        made = article.translate(document, translator, target=target, progress=advance)
    if output is options.Format.JSON:
        print(json.dumps(_data(made, translator.signature), ensure_ascii=False, indent=2))  # noqa: T201
    else:
        print(made.document.text.rstrip("\n"))  # noqa: T201
    return Exit.CLEAN


def _data(made: "Translated", engine: str) -> dict[str, Any]:
    from transcheck.results.schema import translation_json

    return {
        "schema": 1,
        "engine": engine,
        "sentences": [
            {
                "line": source.line,
                "column": source.column,
                "source": source.text,
                "target": target.text,
                **translation_json(translation),
            }
            for source, target, translation in zip(
                made.source, made.target, made.translations, strict=True
            )
        ],
    }
