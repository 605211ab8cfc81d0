"""Which engine translates a pair: the one rule, and what to say where there is none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version

from transcheck import languages
from transcheck.engines import argos, bergamot
from transcheck.engines.base import Decoding, Translator
from transcheck.engines.masking import MaskingTranslator
from transcheck.engines.pivot import PivotTranslator
from transcheck.errors import ConfigError, ModelError
from transcheck.packages import installed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Engine:
    """A kind of engine.

    ``make`` takes source, target, threads (None for the default) and how to decode; an engine that
    always decodes in its own way, which is not ``adjustable``, never gets anything but the default.
    ``quick`` engines translate an article in about a second, so that it needs no asking.
    """

    name: str
    distribution: str
    install: str
    pairs: Callable[[], frozenset[tuple[str, str]]]
    make: Callable[[str, str, int | None, Decoding], Translator]
    adjustable: bool
    quick: bool = False


_DEFAULT = Decoding()

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
        adjustable=True,
    ),
    _Engine(
        name="bergamot",
        distribution=bergamot.DISTRIBUTION,
        install=bergamot.INSTALL,
        pairs=bergamot.installed_pairs,
        make=lambda source, target, threads, _: bergamot.BergamotTranslator(
            source, target, threads
        ),
        adjustable=False,
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
    source: str,
    target: str,
    *,
    name: str | None = None,
    threads: int | None = None,
    decoding: Decoding = _DEFAULT,
) -> Translator:
    """Return the engine for a pair of language tags: the one called ``name``, or else the first.

    An installed Argos package for exactly this pair comes before the embedded engine; where no
    engine has the pair, two that meet in English serve it. No model is read before the first
    translation.

    Raises:
        ConfigError: no engine is called ``name``, both languages are the same, or the engine cannot
            decode in this way.
        ModelError: no engine that is here translates this pair.
    """
    if source == target:
        raise ConfigError(
            f"source and target are both {languages.find(source)}", hint="name two languages"
        )
    engines = _ENGINES if name is None else (_named(name),)
    direct = _first_with(engines, source, target)
    if direct:
        return MaskingTranslator(_made(direct, (source, target), threads, decoding))
    steps = [(source, _PIVOT), (_PIVOT, target)]
    found = [_first_with(engines, *step) for step in steps]
    if all(found):
        searches = (replace(decoding, alternatives=0), decoding)
        first, second = (
            _made(engine, step, threads, search)
            for engine, step, search in zip(found, steps, searches, strict=True)
            if engine
        )
        return MaskingTranslator(PivotTranslator(first, second, via=_PIVOT))
    if name is not None:
        return engines[0].make(source, target, threads, _DEFAULT)  # which says what it lacks
    raise ModelError(
        f"no local engine translates {languages.find(source)} to {languages.find(target)}",
        hint=_how_to_get(source, target),
    )


def at_hand(
    source: str, target: str, *, name: str | None = None, threads: int | None = None
) -> Translator | None:
    """Return an engine that may translate without being asked to, or None.

    That is the one called ``name``, which the user prefers, or else a quick one; where it lacks
    the pair, nothing is lost. It decodes in its own way.

    Raises:
        ConfigError: no engine is called ``name``.
    """
    engines = [_named(name)] if name else [engine for engine in _ENGINES if engine.quick]
    found = _first_with(engines, source, target)
    return MaskingTranslator(found.make(source, target, threads, _DEFAULT)) if found else None


def _made(
    engine: _Engine, pair: tuple[str, str], threads: int | None, decoding: Decoding
) -> Translator:
    if str(decoding) != str(_DEFAULT) and not engine.adjustable:
        named = "-".join(pair)
        raise ConfigError(
            f"{engine.name}, which translates {named} here, has a search of its own and cannot be "
            f"told: {decoding}",
            hint=f"leave the options of the search out, or: transcheck models pull {named}",
        )
    return engine.make(*pair, threads, decoding)


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
