"""Read files of keys and values: Java properties and Apple's strings."""

import re
from collections.abc import Iterator

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.located import Located, joined, over_lines, unescaped
from transcheck.model import LINE_BREAK
from transcheck.units import Unit, allowed

_KEY = re.compile(r"[ \t\f]*+((?:[^\\:= \t\f]++|\\.)*+)[ \t\f]*+[:=]?[ \t\f]*+")
_ESCAPE = re.compile(r"\\(?:[uU][0-9A-Fa-f]{4}|.)", re.DOTALL)
_CONTINUED = re.compile(r"(?:[^\\]|^)(?:\\\\)*+\\$")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_APPLE = re.compile(
    r'\s*+(?:(/\*.*?\*/|//[^\n]*+)|(?:"((?:[^"\\]++|\\.)*+)"|([\w.-]++))\s*+=\s*+'
    r'"((?:[^"\\]++|\\.)*+)"\s*+;)',
    re.DOTALL,
)


def properties(path: str, data: bytes) -> list[String]:
    """Return the texts of a properties file, in UTF-8 or, as of old, Latin-1.

    Raises:
        InputError: the file is no text.
    """
    try:
        data.decode("utf-8")
        text = plain.decode(data, path, None)
    except UnicodeDecodeError:
        text = plain.decode(data, path, "latin-1")
    found: list[String] = []
    notes: list[str] = []
    lines = enumerate(LINE_BREAK.split(text), start=1)
    for number, line in lines:
        bare = line.lstrip()
        if bare.startswith(("#", "!")):
            notes.append(bare[1:].strip())
        elif bare and (match := _KEY.match(line)):
            value = joined(_continued(number, line, match.end(), lines))
            key = _ESCAPE.sub(lambda each: _meaning(each[0]), match[1])
            unit = Unit(key=key, notes=tuple(notes), dialects=("java",), allowed=allowed(notes))
            found.append(String(text=value, unit=unit))
            notes = []
        else:
            notes = []
    return found


def _continued(
    number: int, line: str, start: int, lines: Iterator[tuple[int, str]]
) -> Iterator[Located]:
    """Yield the value from ``start`` on, and the lines that go on with it."""
    while _CONTINUED.search(line):
        yield unescaped(line[start:-1], number, start + 1, _ESCAPE, _meaning)
        number, line = next(lines, (number, ""))
        start = len(line) - len(line.lstrip())
    yield unescaped(line[start:], number, start + 1, _ESCAPE, _meaning)


def _meaning(escape: str) -> str:
    if escape[1] in "uU" and len(escape) > 2:
        return chr(int(escape[2:], 16))
    return _CONTROLS.get(escape[1], escape[1])


def apple(path: str, data: bytes) -> list[String]:
    """Return the texts of a strings file, in UTF-8 or UTF-16 with its mark.

    Raises:
        InputError: the file is no text, or no strings file.
    """
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = plain.decode(data, path, "utf-16" if wide else None)
    found: list[String] = []
    notes: tuple[str, ...] = ()
    done = line = 0
    counted = 0
    while text[done:].strip() if len(text) - done < 100 else True:
        match = _APPLE.match(text, done)
        if not match:
            line = text.count("\n", 0, done + 1) + 1
            raise InputError(f"{path}:{line}: not a line of a strings file: {text[done:][:30]!r}")
        done = match.end()
        if match[1]:
            notes = (match[1].strip("/* \n"),)
            continue
        line += text.count("\n", counted, match.start(4))
        counted = match.start(4)
        column = counted - text.rfind("\n", 0, counted)
        key = _ESCAPE.sub(lambda each: _meaning(each[0]), match[3] or match[2])
        unit = Unit(key=key, notes=notes, dialects=("ios",), allowed=allowed(notes))
        value = over_lines(match[4], line + 1, column, _ESCAPE, _meaning)
        found.append(String(text=value, unit=unit))
        notes = ()
    return found


PROPERTIES = Format(
    name="properties",
    summary="Java properties, in UTF-8 or Latin-1",
    suffixes=(".properties",),
    strings=properties,
)
APPLE_STRINGS = Format(
    name="strings",
    summary="Apple's strings files, with comments as notes",
    suffixes=(".strings",),
    strings=apple,
)
