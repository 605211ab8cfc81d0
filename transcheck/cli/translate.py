"""``transcheck translate``: the translation by itself, sentence by sentence."""

import json
from typing import Annotated

import typer

from transcheck.cli import options
from transcheck.cli.guard import Exit, guarded


@guarded
def translate(
    file: Annotated[str, typer.Argument(help="Text file, or - for standard input.")],
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="Language to translate into.")],
    source_lang: options.From = None,
    output: options.OutputFormat = options.Format.TEXT,
    encoding: options.Encoding = None,
    engine: options.Engine = None,
    threads: options.Threads = None,
    cache: options.Cache = True,
) -> Exit:
    """Translate a text with a local engine; white space and paragraphs stay as they are.

    Each sentence is translated by itself. --format json gives the sentences in pairs.

    Examples:

        transcheck translate article.txt --from en --to pt

        transcheck translate artigo.txt --to en --format json
    """
    from transcheck import languages, pipeline
    from transcheck.cli import local_models, progress
    from transcheck.cli.documents import load

    target = languages.find(to).tag
    document = load(file, lang=source_lang, encoding=encoding, option="--from")
    with local_models.opened(cache=cache, threads=threads) as models, progress.shown() as advance:
        translator = models.translator(document.lang, target, name=engine)
        made = pipeline.translate(document, translator, target=target, progress=advance)
    if output is options.Format.JSON:
        pairs = zip(made.source, made.target, strict=True)
        data = {
            "schema": 1,
            "engine": translator.signature,
            "sentences": [
                {"line": one.line, "column": one.column, "source": one.text, "target": other.text}
                for one, other in pairs
            ],
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))  # noqa: T201
    else:
        print(made.document.text.rstrip("\n"))  # noqa: T201
    return Exit.CLEAN
