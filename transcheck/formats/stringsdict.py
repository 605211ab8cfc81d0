"""Read Apple's .stringsdict files: the plural forms of strings."""

from collections.abc import Iterator

from transcheck.errors import InputError
from transcheck.formats.catalog import Format, String
from transcheck.formats.xml_text import as_tag, text_of
from transcheck.formats.xml_tree import Element, parse
from transcheck.units import Unit

_WHOLE = "NSStringLocalizedFormatKey"
# What describes a variable and is no text.
_TECHNICAL = "NSStringFormat"


def strings(path: str, data: bytes) -> list[String]:
    """Return the texts of a .stringsdict file: each whole string, and the forms of its variables.

    Raises:
        InputError: the file is no property list with a dictionary.
    """
    root = parse(path, data)
    top = root.first("dict")
    if root.name != "plist" or top is None:
        raise InputError(f"{path}:{root.line}: expected <plist> with a <dict>, found <{root.name}>")
    return [
        each
        for key, entry in _entries(top)
        if entry.name == "dict"
        for each in _of_string(key, entry)
    ]


def _of_string(key: str, entry: Element) -> Iterator[String]:
    for name, value in _entries(entry):
        if name == _WHOLE:
            yield _string(key, value, None)
        elif value.name == "dict":
            for form, text in _entries(value):
                if not form.startswith(_TECHNICAL) and text.name == "string":
                    yield _string(f"{key}.{name}", text, form)


def _entries(element: Element) -> Iterator[tuple[str, Element]]:
    """Yield the keys of a dictionary, each with the value that follows it."""
    key = None
    for child in element.elements():
        if child.name == "key":
            key = child.text
        elif key is not None:
            yield key, child
            key = None


def _string(key: str, text: Element, plural: str | None) -> String:
    return String(text=text_of(text, as_tag), unit=Unit(key=key, plural=plural, dialects=("ios",)))


STRINGSDICT = Format(
    name="stringsdict",
    summary="Apple's plural forms of strings, by variable",
    suffixes=(".stringsdict",),
    strings=strings,
)
