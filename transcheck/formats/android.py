"""Read Android string resources: strings, arrays, plurals."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from transcheck.errors import InputError
from transcheck.formats.catalog import Format, String
from transcheck.formats.located import Located, joined, unescaped
from transcheck.formats.xml_text import as_tag, text_of
from transcheck.formats.xml_tree import Element, parse
from transcheck.units import State, Unit

_ESCAPE = re.compile(r'\\(?:u[0-9A-Fa-f]{4}|.)|"', re.DOTALL)
_CONTROLS = {"n": "\n", "t": "\t"}


def strings(path: str, data: bytes) -> list[String]:
    """Return the texts of a resource file; those that are not translatable are locked.

    Raises:
        InputError: the file is no sound XML of resources.
    """
    root = parse(path, data)
    if root.name != "resources":
        raise InputError(f"{path}:{root.line}: expected <resources>, found <{root.name}>")
    return [each for element in root.elements() for each in _strings(element)]


def _strings(element: Element) -> Iterator[String]:
    key = element.attributes.get("name", "")
    # A device of another kind has another text of the same name.
    if product := element.attributes.get("product"):
        key = f"{key} ({product})"
    locked = element.attributes.get("translatable") == "false"
    state = State.LOCKED if locked else State.TRANSLATED
    if element.name == "string":
        unit = Unit(key=key, state=state, dialects=("android",))
        yield String(text=_text(element), unit=unit)
    elif element.name in ("plurals", "string-array"):
        plural = element.name == "plurals"
        for number, item in enumerate(element.elements("item")):
            unit = Unit(
                key=key if plural else f"{key}[{number}]",
                state=state,
                plural=item.attributes.get("quantity", "other") if plural else None,
                dialects=("android",),
            )
            yield String(text=_text(item), unit=unit)


def _text(element: Element) -> Located:
    """Return the text as Android shows it: quotes go, escapes are read, white space is folded."""
    plain = text_of(element, _shown, fold='"' not in element.text)
    if not _ESCAPE.search(plain.text):
        return plain
    runs = plain.runs or ((0, plain.line, plain.column),)
    ends = [start for start, *_ in runs[1:]]
    return joined(
        unescaped(plain.text[start:end], line, column, _ESCAPE, _meaning)
        for (start, line, column), end in zip_longest(runs, ends)
    )


def _shown(element: Element) -> tuple[str, str | None]:
    """Show an inner element as a tag, but for ``xliff:g``: it only says what is not translated."""
    return ("", "") if element.name == "g" else as_tag(element)


def _meaning(escape: str) -> str:
    if escape == '"':
        return ""
    if escape[1] == "u" and len(escape) > 2:
        return chr(int(escape[2:], 16))
    return _CONTROLS.get(escape[1], escape[1])


ANDROID = Format(
    name="android",
    summary="Android string resources: strings, arrays, plurals, what is not translatable",
    suffixes=("strings.xml", "arrays.xml", "plurals.xml"),
    strings=strings,
)
