"""``transcheck compare``: which of two engines translates this better, and how sure is that?"""

from typing import Annotated

import typer

from transcheck.cli import comparing, options, verdict
from transcheck.cli.guard import Exit, guarded
from transcheck.errors import ConfigError


@guarded
def compare(
    source: Annotated[str, typer.Argument(help="The article, or - for standard input.")],
    engines: Annotated[
        str, typer.Option(metavar="A,B", help="The two engines, such as argos,bergamot.")
    ],
    to: Annotated[str, typer.Option("--to", metavar="LANG", help="Language to translate into.")],
    source_lang: options.From = None,
    form: options.ComparisonFormat = None,
    output: options.Outputs = None,
    fail_on: comparing.FailOnOption = comparing.FailOn.NEVER,
    encoding: options.Encoding = None,
    config: options.Config = None,
    embedder: options.Embedder = None,
    backend: options.Backend = None,
    device: options.Device = None,
    threads: options.Threads = None,
    cache: options.Cache = True,
) -> Exit:
    """Translate one article with two engines and compare, sentence by sentence.

    The first engine is the old side: "new" findings are the second one's, "fixed" ones the first
    one's, and similarity that rises speaks for the second.

    Examples:

        transcheck compare news.pt.txt --engines argos,bergamot --to en
    """
    names = [name.strip() for name in engines.split(",")]
    if len(names) != 2 or not all(names) or names[0] == names[1]:
        raise ConfigError(f"--engines {engines}: two are compared", hint="for example A,B")
    chosen = verdict.settings(config, embedder=embedder, runtime=(backend, device))

    from transcheck import languages, pipeline
    from transcheck.cli import local_models, outputs, progress
    from transcheck.cli.documents import load
    from transcheck.reporters import registry
    from transcheck.results import compare as results

    to_write = outputs.chosen(form, output, registry.COMPARISONS)
    document = load(source, lang=source_lang, encoding=encoding, option="--from")
    target = languages.find(to).tag
    with local_models.opened(cache=cache, threads=threads) as models, progress.shown() as advance:
        # Both are found before the first one works.
        translators = [models.translator(document.lang, target, name=name) for name in names]
        tools = models.instruments(document.lang, target, chosen, given=False)
        one, other = (
            pipeline.check_engine(
                document, translator, chosen, target=target, instruments=tools, progress=advance
            )
            for translator in translators
        )
    return comparing.conclude(results.compare(one, other), to_write, fail_on)
