"""Which encoders there are, and which of them is meant."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from transcheck.embedders import sbert, use
from transcheck.embedders.base import Embedder
from transcheck.errors import ConfigError

DEFAULT = use.NAME


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


def resolve(name: str | None = None) -> Embedder:
    """Return the encoder of this name, or the embedded one; weights are loaded when it embeds.

    Raises:
        ConfigError: no encoder has this name.
        ModelError: the encoder's package is missing or of a version that cannot be used.
    """
    if name is not None and name.startswith(sbert.PREFIX):
        return sbert.SentenceTransformerEmbedder(name.removeprefix(sbert.PREFIX))
    known = _KNOWN.get(DEFAULT if name is None else name)
    if known is None:
        raise ConfigError(
            f"unknown encoder {name!r}",
            hint=f"known: {' '.join(_KNOWN)} {sbert.PREFIX}NAME_OR_FOLDER",
        )
    return known.load()


def available() -> tuple[Available, ...]:
    """Return all encoders that transcheck knows, installed or not, without loading any."""
    return tuple(
        Available(
            name=name,
            package=known.package,
            version=known.version(),
            languages=known.languages,
            install=f'pip install "{known.requirement}"',
        )
        for name, known in _KNOWN.items()
    )
