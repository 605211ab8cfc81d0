"""Settings: what a user chose in a configuration file and on the command line."""

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from transcheck.checks import registry
from transcheck.checks.base import Check, Status
from transcheck.checks.runner import Rule
from transcheck.errors import ConfigError
from transcheck.model import Severity

FILE_NAME = "transcheck.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What to check and how; the defaults are those of a run without any configuration.

    ``select`` and ``ignore`` hold check ids, names or id prefixes; an empty ``select`` means all
    stable checks. ``vocabulary`` holds words that are sound as they are written. ``severities``
    and ``parameters`` are keyed by check name. ``engine`` and ``embedder`` None mean the first
    that fits, and ``calibration`` None the thresholds that go with it; ``evidence`` says whether an
    engine is asked for a second opinion, None where that costs little. ``baseline`` holds known
    findings. ``folder`` is that of the configuration, the current one where there is none.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = Severity.WARNING
    vocabulary: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    engine: str | None = None
    embedder: str | None = None
    calibration: Path | None = None
    evidence: bool | None = None
    baseline: Path | None = None
    folder: Path = Path()

    def rules(self) -> tuple[Rule, ...]:
        """Return the chosen checks with their severities and parameters, in the table's order.

        Raises:
            ConfigError: a name in ``select`` or ``ignore`` fits no check.
        """
        selected = registry.matching(self.select)
        ignored = registry.matching(self.ignore)
        return tuple(
            self._rule(check)
            for check in registry.ALL
            if check.id not in ignored
            and (check.id in selected if self.select else check.status is Status.STABLE)
        )

    def _rule(self, check: Check) -> Rule:
        defaults = {parameter.name: parameter.default for parameter in check.parameters}
        return Rule(
            check=check,
            severity=self.severities.get(check.name, check.severity),
            parameters={**defaults, **self.parameters.get(check.name, {})},
        )


def load(path: Path | None = None) -> Settings:
    """Return the settings of ``path``, or of the nearest configuration file above this folder.

    Without ``path`` this looks for ``transcheck.toml``, then for a ``[tool.transcheck]`` table in
    ``pyproject.toml``, in the current folder and each one above it.

    Raises:
        ConfigError: the file is missing or not TOML, or a key, value or check is unknown; the
            message names the file and the line.
    """
    file = path or _nearest_file(Path.cwd())
    return _Reader(file).settings() if file else Settings()


def _nearest_file(folder: Path) -> Path | None:
    for place in (folder, *folder.parents):
        if (place / FILE_NAME).is_file():
            return place / FILE_NAME
        project = place / "pyproject.toml"
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

    def settings(self) -> Settings:
        readers: dict[str, Callable[[str, Any], Any]] = {
            "select": self._selectors,
            "ignore": self._selectors,
            "vocabulary": lambda key, value: frozenset(self._strings(key, value)),
            "fail-on": self._severity,
            "engine": self._string,
            "embedder": self._string,
            "calibration": self._beside,
            "evidence": self._bool,
            "baseline": self._beside,
        }
        self._refuse_unknown(self._tables, [*readers, "checks"])
        chosen = {
            key.replace("-", "_"): readers[key](key, value)
            for key, value in self._tables.items()
            if key != "checks"
        }
        settings = Settings(**chosen, folder=self._path.parent)
        return self._with_checks(settings, self._tables.get("checks", {}))

    def _with_checks(self, settings: Settings, tables: object) -> Settings:
        severities: dict[str, Severity] = {}
        parameters: dict[str, dict[str, float]] = {}
        for name, table in self._table("checks", tables).items():
            check = self._check(name)
            numbers = dict(self._table(name, table))
            self._refuse_unknown(numbers, ["severity", *(p.name for p in check.parameters)])
            if "severity" in numbers:
                severities[check.name] = self._severity("severity", numbers.pop("severity"))
            parameters[check.name] = {k: self._number(k, v) for k, v in numbers.items()}
        return replace(settings, severities=severities, parameters=parameters)

    def _refuse_unknown(self, table: Iterable[str], known: list[str]) -> None:
        for key in table:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
                hint = f"did you mean {close[0]}?" if close else "known: " + ", ".join(known)
                raise self._error(key, f"unknown setting {key!r}", hint)

    def _check(self, name: str) -> Check:
        try:
            return registry.find(name)
        except ConfigError as error:
            raise self._error(name, error.message, error.hint) from error

    def _selectors(self, key: str, value: object) -> tuple[str, ...]:
        selectors = self._strings(key, value)
        for selector in selectors:
            try:
                registry.matching([selector])
            except ConfigError as error:
                raise self._error(selector, error.message, error.hint) from error
        return selectors

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

    def _bool(self, key: str, value: object) -> bool:
        if not isinstance(value, bool):
            raise self._error(key, f"{key} must be true or false", f"{key} = true")
        return value

    def _number(self, key: str, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._error(key, f"{key} must be a number", "")
        return float(value)

    def _table(self, key: str, value: object) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._error(key, f"{key} must be a table", f"[tool.transcheck.checks.{key}]")
        return value

    def _error(self, key: str, message: str, hint: str) -> ConfigError:
        where = re.search(rf"\b{re.escape(key)}\b", self._text)
        line = self._text.count("\n", 0, where.start()) + 1 if where else 1
        return ConfigError(f"{self._path}:{line}: {message}", hint=hint)
