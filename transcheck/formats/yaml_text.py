"""Read YAML as events, with the place of each character of a text."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from transcheck.errors import InputError
from transcheck.formats.located import Lines, Located
from transcheck.model import Run

# What stands for one character, by the style of the text, or for none.
_TOKENS = {
    '"': re.compile(
        r"(?P<nothing>\\(?:\r\n|[\r\n])[ \t]*+)"
        r"|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])|[\s\S]"
    ),
    "'": re.compile(r"''|[\s\S]"),
}
_PLAIN = re.compile(r"[\s\S]")
_DEEPEST = 200


def values(path: str, text: str) -> Iterator[tuple[tuple[str, ...], Located]]:
    """Yield each text of a YAML file with the keys and indexes that lead to it, in order.

    Nothing is constructed, and an alias is passed over: what it stands for has been yielded.

    Raises:
        InputError: the text is no YAML, a key is no text, or it nests too deep.
    """
    import yaml

    lines = Lines(text)
    resolve = yaml.resolver.Resolver().resolve
    try:
        events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for way, event in _scalars(path, events):
            tag = event.tag or resolve(yaml.ScalarNode, event.value, event.implicit)
            if tag in ("tag:yaml.org,2002:str", "!"):
                yield way, _located(text, lines, event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise InputError(f"{place}: not sound YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise InputError(f"{path}: not sound YAML: {' '.join(str(error).split())}") from None


def _scalars(path: str, events: Iterable[Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    way: list[str | int | None] = []  # None in a mapping before a key
    for event in events:
        kind = type(event).__name__.removesuffix("Event")
        if kind not in ("Scalar", "Alias") and not kind.startswith(("Mapping", "Sequence")):
            continue
        if kind.endswith("End"):
            way.pop()
        elif way and way[-1] is None:
            if kind != "Scalar":
                raise InputError(f"{path}:{event.start_mark.line + 1}: a key is no text")
            way[-1] = event.value
            continue
        elif kind == "Scalar" and way:
            yield tuple(map(str, way)), event
        elif kind.endswith("Start"):
            if len(way) > _DEEPEST:
                raise InputError(f"{path}:{event.start_mark.line + 1}: nested too deep")
            way.append(None if kind == "MappingStart" else 0)
            continue
        if way:
            last = way[-1]
            way[-1] = last + 1 if isinstance(last, int) else None


def _located(text: str, lines: Lines, event: Any) -> Located:  # noqa: ANN401 - yaml has no types
    """Follow the value through what is written: escapes, quotes, indents and folded lines."""
    starts = lines.starts
    first, end = (
        starts[min(mark.line, len(starts) - 1)] + mark.column
        for mark in (event.start_mark, event.end_mark)
    )
    if event.style in ("|", ">"):
        first = starts[min(event.start_mark.line + 1, len(starts) - 1)]
    elif event.style:
        first, end = first + 1, end - 1
    if text[first:end].endswith(event.value):  # an anchor or a tag may stand before it
        return Located(event.value, *lines.at(end - len(event.value)))
    runs: list[Run] = []
    each = _TOKENS.get(event.style, _PLAIN)
    expected = -1
    token = each.match(text, first, end)
    for index, character in enumerate(event.value):
        while token and (token.lastgroup or (not character.isspace() and token[0].isspace())):
            token = each.match(text, token.end(), end)
        offset = token.start() if token else max(first, end - 1)
        if offset != expected or (runs and offset in starts[runs[-1][1] : runs[-1][1] + 1]):
            runs.append((index, *lines.at(offset)))
        expected = offset + 1
        token = each.match(text, token.end(), end) if token else None
    if len(runs) < 2:
        return Located(event.value, *(runs[0][1:] if runs else lines.at(first)))
    return Located(event.value, *runs[0][1:], tuple(runs))
