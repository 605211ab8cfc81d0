"""Read JSON with the place of each value: what the standard library does not tell."""

import re
from collections.abc import Iterator

from transcheck.errors import InputError
from transcheck.formats.located import Lines, Located, unescaped

_TOKEN = re.compile(
    r'[ \t\r\n]*+(?:"((?:[^"\\\x00-\x1f]++|\\.)*+)"|([{}\[\],:])|(-?\d[\d.eE+-]*+|true|false|null))'
)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_DEEPEST = 200

# The keys and indexes that lead to a value.
Way = tuple[str, ...]


def values(path: str, text: str) -> Iterator[tuple[Way, Located]]:
    """Yield each string of a JSON text with the way to it, in order.

    Raises:
        InputError: the text is no JSON, or nests too deep.
    """
    return ((way, value) for way, value, is_key in texts(path, text) if not is_key)


def texts(path: str, text: str) -> Iterator[tuple[Way, Located, bool]]:
    """Yield as ``values`` does, and the keys of objects too, which the last says.

    Raises:
        InputError: as ``values``.
    """
    lines = Lines(text)
    way: list[str | int] = []  # an index in a list, the last key in an object
    key_follows = False
    done, end = 0, len(text.rstrip())
    while done < end:
        match = _TOKEN.match(text, done)
        if not match or len(way) > _DEEPEST:
            line, column = lines.at(done)
            what = "nested too deep" if match else f"not sound JSON: {text[done:][:20]!r}"
            raise InputError(f"{path}:{line}:{column}: {what}")
        done = match.end()
        if match[2]:
            key_follows = _step(way, match[2])
        elif match[1] is not None:
            found = unescaped(match[1], *lines.at(match.start(1)), _ESCAPE, _meaning)
            is_key = key_follows and bool(way)
            if is_key:
                way[-1], key_follows = found.text, False
            if is_key or not key_follows:
                yield tuple(map(str, way)), found, is_key


def _step(way: list[str | int], mark: str) -> bool:
    """Follow a mark of structure, and say whether a key follows it."""
    if mark in "{[":
        way.append("" if mark == "{" else 0)
        return mark == "{"
    if mark in "]}":
        del way[-1:]
    elif mark == "," and way:
        last = way[-1]
        if isinstance(last, int):
            way[-1] = last + 1
        return isinstance(last, str)
    return False


def _meaning(escape: str) -> str:
    if escape[1] != "u" or len(escape) < 6:
        return _CONTROLS.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    if len(escape) > 6:
        code = 0x10000 + ((code - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00
    return chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd"
