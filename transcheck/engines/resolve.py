"""Which engine translates a pair: the one rule, and what to say where there is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from transcheck import languages
from transcheck.engines import argos, bergamot
from transcheck.engines.base import Translator
from transcheck.engines.masking import MaskingTranslator
from transcheck.engines.pivot import PivotTranslator
from transcheck.errors import ConfigError, ModelError
from transcheck.packages import installed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Engine:
    """A kind of engine: ``make`` takes source, target and threads (None for the default).

    ``quick`` engines translate an article in about a second, so that it needs no asking.
    """

    name: str
    distribution: str
    install: str
    pairs: Callable[[], frozenset[tuple[str, str]]]
    make: Callable[[str, str, int | None], Translator]
    quick: bool = False


# Nearly all packages have English on one side.
_PIVOT = "en"

# In order of preference: whoever installs an Argos package for a pair wants that one.
_ENGINES = (
    _Engine(
        name="argos",
        distribution=installed.DISTRIBUTION,
        install=installed.INSTALL,
        pairs=argos.installed_pairs,
        make=argos.ArgosTranslator,
    ),
    _Engine(
        name="bergamot",
        distribution=bergamot.DISTRIBUTION,
        install=bergamot.INSTALL,
        pairs=bergamot.installed_pairs,
        make=bergamot.BergamotTranslator,
        quick=True,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Available:
    """An engine as ``transcheck models`` lists it.

    ``version`` is that of its Python package, None where that is not installed; ``pairs`` are
    (source, target) tags that can be translated now; ``install`` is the command that adds it.
    """

    name: str
    version: str | None
    pairs: tuple[tuple[str, str], ...]
    install: str

    @property
    def installed(self) -> bool:
        """Whether the engine's Python package is here; it may still lack models."""
        return self.version is not None


def available() -> tuple[Available, ...]:
    """Describe every engine, installed or not, in order of preference; no model is loaded."""
    return tuple(
        Available(
            name=engine.name,
            version=_version(engine.distribution),
            pairs=tuple(sorted(engine.pairs())),
            install=engine.install,
        )
        for engine in _ENGINES
    )


def resolve(
    source: str, target: str, *, name: str | None = None, threads: int | None = None
) -> Translator:
    """Return the engine for a pair of language tags: the one called ``name``, or else the first.

    An installed Argos package for exactly this pair comes before the embedded engine; where no
    engine has the pair, two that meet in English serve it. No model is read before the first
    translation.

    Raises:
        ConfigError: no engine is called ``name``, or both languages are the same.
        ModelError: no engine that is here translates this pair.
    """
    if source == target:
        raise ConfigError(
            f"source and target are both {languages.find(source)}", hint="name two languages"
        )
    engines = _ENGINES if name is None else (_named(name),)
    direct = _first_with(engines, source, target)
    if direct:
        return MaskingTranslator(direct.make(source, target, threads))
    steps = [(source, _PIVOT), (_PIVOT, target)]
    found = [_first_with(engines, *step) for step in steps]
    if all(found):
        first, second = (
            engine.make(*step, threads) for engine, step in zip(found, steps, strict=True) if engine
        )
        return MaskingTranslator(PivotTranslator(first, second, via=_PIVOT))
    if name is not None:
        return engines[0].make(source, target, threads)  # which says what it lacks
    raise ModelError(
        f"no local engine translates {languages.find(source)} to {languages.find(target)}",
        hint=_how_to_get(source, target),
    )


def at_hand(
    source: str, target: str, *, name: str | None = None, threads: int | None = None
) -> Translator | None:
    """Return an engine that may translate without being asked to, or None.

    That is the one called ``name``, which the user prefers, or else a quick one; where it lacks
    the pair, nothing is lost.

    Raises:
        ConfigError: no engine is called ``name``.
    """
    engines = [_named(name)] if name else [engine for engine in _ENGINES if engine.quick]
    found = _first_with(engines, source, target)
    return MaskingTranslator(found.make(source, target, threads)) if found else None


def _first_with(engines: Sequence[_Engine], source: str, target: str) -> _Engine | None:
    return next((engine for engine in engines if (source, target) in engine.pairs()), None)


def _named(name: str) -> _Engine:
    for engine in _ENGINES:
        if engine.name == name:
            return engine
    known = " ".join(engine.name for engine in _ENGINES)
    raise ConfigError(f"unknown engine {name!r}", hint=f"known: {known}")


def _how_to_get(source: str, target: str) -> str:
    """Name the commands that install an engine for the pair, and the pairs that are here."""
    steps = [] if installed.is_argos_here() else [installed.INSTALL]
    steps.append(f"transcheck models pull {source}-{target}")
    pairs = sorted({"-".join(pair) for engine in _ENGINES for pair in engine.pairs()})
    return f"{', then '.join(steps)}; pairs that are here: {' '.join(pairs) or 'none'}"


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except ModuleNotFoundError:
        return None
