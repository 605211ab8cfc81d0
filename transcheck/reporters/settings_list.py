"""The settings of a run as lines of TOML, each with where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from transcheck.config import Settings

_HIDDEN = {"severities", "parameters", "origins", "folder", "overrides"}


def render(settings: Settings, said: set[str]) -> str:
    """Return every setting and its origin; ``said`` are those that the command line names."""
    lines = list(_lines(settings, said))
    width = min(max(len(line) for line, _ in lines), 60)
    return "\n".join(f"{line:{width}}  # {origin}" for line, origin in lines)


def _lines(settings: Settings, said: set[str]) -> Iterator[tuple[str, str]]:
    for field in fields(settings):
        if field.name in _HIDDEN:
            continue
        origin = settings.origins.get(field.name, "default")
        if field.name in said:
            origin = "command line" if origin == "default" else f"command line, {origin}"
        value = _value(getattr(settings, field.name))
        yield f"{field.name.replace('_', '-')} = {value}", origin
    for place, override in enumerate(settings.overrides, start=1):
        fits = f"languages {_value(override.languages)} paths {_value(override.paths)}"
        yield f"override {place}: {fits}", settings.origins["overrides"]
    for rule in settings.rules():
        name = rule.check.name
        key = f"checks.{name}.severity"
        yield f"{key} = {_value(str(rule.severity))}", settings.origins.get(key, "default")
        for parameter, number in rule.parameters.items():
            key = f"checks.{name}.{parameter}"
            yield f"{key} = {number:g}", settings.origins.get(key, "default")


def _value(value: object) -> str:
    if value is None:
        return "(none)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        said = (f"{_value(key)} = {_value(each)}" for key, each in value.items())
        return f"{{{', '.join(said)}}}"
    if isinstance(value, frozenset | tuple):
        items = sorted(value) if isinstance(value, frozenset) else value
        return f"[{', '.join(_value(each) for each in items)}]"
    return f'"{value}"'
