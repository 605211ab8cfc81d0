"""Which engines and embedders are here, as text and as JSON."""

import json
from collections.abc import Iterator, Sequence

from transcheck.embedders.resolve import Available as Embedder
from transcheck.engines.resolve import Available as Engine

SCHEMA = 1


def as_json(engines: Sequence[Engine], embedders: Sequence[Embedder]) -> str:
    """Return one JSON document; ``version`` is null where the package is not installed."""
    data = {
        "schema": SCHEMA,
        "engines": [
            {
                "name": engine.name,
                "version": engine.version,
                "pairs": [{"from": source, "to": target} for source, target in engine.pairs],
                "install": engine.install,
            }
            for engine in engines
        ],
        "embedders": [
            {
                "name": embedder.name,
                "version": embedder.version,
                "languages": sorted(embedder.languages),
                "install": embedder.install,
            }
            for embedder in embedders
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_text(engines: Sequence[Engine], embedders: Sequence[Embedder]) -> str:
    """Return a list for a person, engines in the order in which they are preferred."""
    return "\n".join([*_engines(engines), "", *_embedders(embedders)]) + "\n"


def _engines(engines: Sequence[Engine]) -> Iterator[str]:
    yield "translation engines, the preferred one first"
    for engine in engines:
        yield _line(engine.name, engine.version, engine.install)
        if engine.version:
            pairs = ", ".join(f"{source} -> {target}" for source, target in engine.pairs)
            yield f"    {pairs or 'no language pair installed'}"


def _embedders(embedders: Sequence[Embedder]) -> Iterator[str]:
    yield "embedders"
    for embedder in embedders:
        yield _line(embedder.name, embedder.version, embedder.install)
        if embedder.version:
            yield f"    {' '.join(sorted(embedder.languages))}"


def _line(name: str, version: str | None, install: str) -> str:
    return f"  {name} {version}" if version else f"  {name}: not installed ({install})"
