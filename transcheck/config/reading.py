"""Configuration files to settings; errors name the file, the line and the nearest known key."""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from transcheck.config.settings import Override, Settings
from transcheck.embedders.base import Runtime
from transcheck.engines.base import Decoding
from transcheck.errors import ConfigError
from transcheck.model import Severity

if TYPE_CHECKING:
    from transcheck.checks.base import Check

FILE_NAME = "transcheck.toml"
_PROFILES = Path(__file__).parents[1] / "data" / "profiles"
# What the profile says of these is kept beside what the file says; of all else the file wins.
_ADDING = ("ignore", "extend_select")

_Found = TypeVar("_Found")


def load(path: Path | None = None, *, profile: str | None = None) -> Settings:
    """Return the settings of ``path``, or of the nearest configuration file above this folder.

    Without ``path`` this looks for ``transcheck.toml``, then for a ``[tool.transcheck]`` table in
    ``pyproject.toml``, in the current folder and each one above it. ``profile`` takes the place of
    the file's own.

    Raises:
        ConfigError: the file is missing or not TOML, or a key, value or check is unknown; the
            message names the file and the line.
    """
    file = path or _nearest_file(Path.cwd())
    values, origins = _Reader(file).values() if file else ({}, {})
    if profile:
        if profile not in _profiles():
            raise ConfigError(f"unknown profile {profile!r}", hint=_known_profiles())
        values["profile"], origins["profile"] = profile, "command line"
    if "profile" in values:
        values, origins = _on_profile(values, origins)
    return Settings(**values, origins=origins, folder=file.parent if file else Path())


def _profiles() -> list[str]:
    return sorted(path.stem for path in _PROFILES.glob("*.toml"))


def _known_profiles() -> str:
    return "known: " + ", ".join(_profiles())


def _on_profile(
    values: dict[str, Any], origins: dict[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    name = values["profile"]
    under, below = _Reader(_PROFILES / f"{name}.toml").values()
    both = {key: (*under[key], *values[key]) for key in _ADDING if key in under and key in values}
    whole = {**under, **values, **both}
    named = dict.fromkeys(below, f"profile {name}")
    named |= {key: f"{origins[key]}, profile {name}" for key in both} | {
        key: place for key, place in origins.items() if key not in both
    }
    return whole, named


def _nearest_file(folder: Path) -> Path | None:
    places = (configured(place) for place in (folder, *folder.parents))
    return next((place for place in places if place), None)


def configured(folder: Path) -> Path | None:
    """Return the file in this folder that configures transcheck, or None."""
    if (folder / FILE_NAME).is_file():
        return folder / FILE_NAME
    project = folder / "pyproject.toml"
    if project.is_file() and "[tool.transcheck" in project.read_text("utf-8", "replace"):
        return project
    return None


class _Reader:
    """Turns one configuration file into settings, and knows on which line each key stands."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._text = path.read_text("utf-8")
            tables: Any = tomllib.loads(self._text)
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"cannot read the configuration {path}: {error}") from error
        except tomllib.TOMLDecodeError as error:
            raise ConfigError(f"{path} is not valid TOML: {error}") from error
        if path.name == "pyproject.toml":
            tables = tables.get("tool", {}).get("transcheck", {})
        self._tables: dict[str, Any] = tables

    def values(self) -> tuple[dict[str, Any], dict[str, str]]:
        """Return the values of the file by the names of ``Settings``, and where each stands."""
        readers: dict[str, Callable[[str, Any], Any]] = {
            "profile": self._profile,
            "select": self._selectors,
            "extend-select": self._selectors,
            "ignore": self._selectors,
            "vocabulary": lambda key, value: frozenset(self._strings(key, value)),
            "do-not-translate": lambda key, value: frozenset(self._strings(key, value)),
            "glossary": self._files,
            "fail-on": self._severity,
            "engine": self._string,
            "embedder": self._string,
            "calibration": self._beside,
            "evidence": self._bool,
            "decoding": self._decoding,
            "runtime": self._runtime,
            "baseline": self._beside,
            "patterns": self._patterns,
            "formats": self._formats,
            "overrides": self._overrides,
        }
        self._refuse_unknown(self._tables, [*readers, "checks"])
        values = {
            key.replace("-", "_"): readers[key](key, value)
            for key, value in self._tables.items()
            if key != "checks"
        }
        origins = {key: self._where(key.replace("_", "-")) for key in values}
        severities, parameters = self._checks(self._tables.get("checks", {}))
        for name, table in self._tables.get("checks", {}).items():
            for check in self._named(name):
                origins |= {f"checks.{check.name}.{key}": self._where(key, name) for key in table}
        return {**values, "severities": severities, "parameters": parameters}, origins

    def _checks(self, tables: object) -> tuple[dict[str, Severity], dict[str, dict[str, float]]]:
        """Return severities and parameters by check name; the narrower selector wins."""
        from transcheck.checks import registry

        severities: dict[str, Severity] = {}
        parameters: dict[str, dict[str, float]] = {}
        named = {name: self._named(name) for name in self._table("checks", tables)}
        for name in sorted(named, key=lambda each: len(named[each]), reverse=True):
            numbers = dict(self._table(name, self._table("checks", tables)[name]))
            own = [] if registry.is_group(name) else named[name][0].parameters
            self._refuse_unknown(numbers, ["severity", *(each.name for each in own)], name)
            if "severity" in numbers:
                severity = self._severity("severity", numbers.pop("severity"))
                severities |= {check.name: severity for check in named[name]}
            for check in named[name]:
                parameters.setdefault(check.name, {})
                parameters[check.name] |= {k: self._number(k, v) for k, v in numbers.items()}
        return severities, parameters

    def _named(self, name: str) -> "list[Check]":
        from transcheck.checks import registry

        if not registry.is_group(name):
            return [self._check(name)]
        ids = registry.matching([name])
        return [check for check in registry.ALL if check.id in ids]

    def _overrides(self, key: str, value: object) -> tuple[Override, ...]:
        if not isinstance(value, list):
            raise self._error(key, "overrides must be a list of tables", "[[overrides]]")
        return tuple(self._override(self._table(key, table)) for table in value)

    def _override(self, table: dict[str, Any]) -> Override:
        self._refuse_unknown(table, ["languages", "paths", "ignore", "checks"])
        languages, paths = (self._strings(k, table.get(k, [])) for k in ("languages", "paths"))
        if not (languages or paths):
            raise self._error("overrides", "an override needs languages or paths", "")
        severities, parameters = self._checks(table.get("checks", {}))
        return Override(
            languages=languages,
            paths=paths,
            ignore=self._selectors("ignore", table.get("ignore", [])),
            severities=severities,
            parameters=parameters,
        )

    def _patterns(self, key: str, value: object) -> tuple[str, ...]:
        from transcheck.formats.project import pattern

        return tuple(self._known(pattern, each, key) for each in self._strings(key, value))

    def _formats(self, key: str, value: object) -> dict[str, str]:
        from transcheck.formats import registry as formats

        said = {glob: self._string(glob, name) for glob, name in self._table(key, value).items()}
        return {glob: self._known(formats.named, name, key).name for glob, name in said.items()}

    def _profile(self, key: str, value: object) -> str:
        name = self._string(key, value)
        if name not in _profiles():
            raise self._error(key, f"unknown profile {name!r}", _known_profiles())
        return name

    def _refuse_unknown(self, table: Iterable[str], known: list[str], inside: str = "") -> None:
        for key in table:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
                hint = f"did you mean {close[0]}?" if close else "known: " + ", ".join(known)
                raise self._error(key, f"unknown setting {key!r}", hint, inside)

    def _check(self, name: str) -> "Check":
        from transcheck.checks import registry

        return self._known(registry.find, name)

    def _selectors(self, key: str, value: object) -> tuple[str, ...]:
        from transcheck.checks import registry

        selectors = self._strings(key, value)
        for selector in selectors:
            self._known(lambda each: registry.matching([each]), selector)
        return selectors

    def _known(self, find: Callable[[str], _Found], name: str, inside: str = "") -> _Found:
        """Return what is found by this name; where nothing is, the error says the line."""
        try:
            return find(name)
        except ConfigError as error:
            raise self._error(name, error.message, error.hint, inside) from error

    def _severity(self, key: str, value: object) -> Severity:
        try:
            return Severity(str(value))
        except ValueError:
            message = f"{key} cannot be {value!r}"
            raise self._error(key, message, "use note, warning or error") from None

    def _strings(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._error(key, f"{key} must be a list of strings", f'{key} = ["…", "…"]')
        return tuple(value)

    def _string(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            raise self._error(key, f"{key} must be a string", f'{key} = "…"')
        return value

    def _beside(self, key: str, value: object) -> Path:
        return self._path.parent / self._string(key, value)

    def _files(self, key: str, value: object) -> tuple[Path, ...]:
        names = (value,) if isinstance(value, str) else self._strings(key, value)
        return tuple(self._path.parent / name for name in names)

    def _bool(self, key: str, value: object) -> bool:
        if not isinstance(value, bool):
            raise self._error(key, f"{key} must be true or false", f"{key} = true")
        return value

    def _decoding(self, key: str, value: object) -> Decoding:
        table = self._table(key, value)
        names = [each.name.replace("_", "-") for each in fields(Decoding)]
        self._refuse_unknown(table, names, key)
        for name, number in table.items():
            self._number(name, number)
        try:
            return Decoding(**{name.replace("-", "_"): number for name, number in table.items()})
        except ConfigError as error:
            raise self._error(error.message.split()[0], error.message, error.hint, key) from error

    def _runtime(self, key: str, value: object) -> Runtime:
        table = self._table(key, value)
        self._refuse_unknown(table, [each.name for each in fields(Runtime)], key)
        said = {name: self._string(name, each) for name, each in table.items()}
        return self._known(lambda _: Runtime(**said), key)

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._error(key, f"{key} must be a number", "")
        return float(value)

    def _table(self, key: str, value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._error(key, f"{key} must be a table", f"[tool.transcheck.checks.{key}]")
        return value

    def _error(self, key: str, message: str, hint: str, inside: str = "") -> ConfigError:
        return ConfigError(f"{self._where(key, inside)}: {message}", hint=hint)

    def _where(self, key: str, inside: str = "") -> str:
        """Return the file and the line on which a key, or a value, first stands.

        ``inside`` is the table that it belongs to, if any.
        """
        start = self._at(inside, 0) if inside else 0
        return f"{self._path}:{self._text.count(chr(10), 0, self._at(key, start)) + 1}"

    def _at(self, word: str, start: int) -> int:
        found = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(self._text, start)
        return found.start() if found else start
