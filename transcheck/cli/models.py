"""``transcheck models``: which engines and embedders are here, and for which languages."""

import json

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

    if output is options.Format.JSON:
        data = {
            "schema": 1,
            "engines": [
                {
                    "name": engine.name,
                    "version": engine.version,
                    "pairs": [f"{source}-{target}" for source, target in engine.pairs],
                    "install": engine.install,
                }
                for engine in engines.available()
            ],
            "embedders": [
                {
                    "name": embedder.name,
                    "version": embedder.version,
                    "languages": sorted(embedder.languages),
                    "install": embedder.install,
                }
                for embedder in embedders.available()
            ],
        }
        print(json.dumps(data, ensure_ascii=False, indent=2))  # noqa: T201
        return Exit.CLEAN
    return Exit.CLEAN
