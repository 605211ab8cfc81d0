"""``transcheck models``: which engines and embedders are here, and for which languages."""

from transcheck.cli import options
from transcheck.cli.guard import Exit, guarded


@guarded
def models(output: options.OutputFormat = options.Format.TEXT) -> Exit:
    """List the translation engines and embedders that are here, and their languages.

    Examples:

        transcheck models

        transcheck models --format json
    """
    from transcheck.embedders import resolve as embedders
    from transcheck.engines import resolve as engines
    from transcheck.reporters import model_list

    render = model_list.as_json if output is options.Format.JSON else model_list.as_text
    print(render(engines.available(), embedders.available()).rstrip("\n"))  # noqa: T201
    return Exit.CLEAN
