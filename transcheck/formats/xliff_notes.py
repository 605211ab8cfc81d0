"""Write notes on units into an XLIFF file, marked as ours: ``<note from="transcheck">``."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from transcheck.errors import InputError
from transcheck.formats.catalog import Notes
from transcheck.formats.xml_tree import DECLARED, Element, parse
from transcheck.text.visible import visible

_PREFIX = re.compile(rb"<([^\s<>/:]+:)?")
_SPACE = b" \t\r\n"
# No XML file may hold these, not even escaped.
_FORBIDDEN = str.maketrans("\ufffe\uffff", "\ufffd\ufffd")

# Bytes from the first offset to the second give way to others.
_Change = tuple[int, int, bytes]


def units_of(file: Element) -> Iterator[Element]:
    """Yield the units of a ``<file>``, in order."""
    return file.walk("trans-unit", "unit")


def is_ours(note: Element) -> bool:
    """Whether a note is one that an earlier run left."""
    return "transcheck" in (note.attributes.get("from"), note.attributes.get("category"))


def write(path: str, data: bytes, notes: Notes) -> bytes:
    """Return the file with ``notes`` in place of those that an earlier run left on these units.

    Raises:
        InputError: the file is no XLIFF, or in an encoding of two bytes for a letter.
    """
    if b"\0" in data[:4]:
        raise InputError(
            f"{path}: no notes are written into UTF-16", hint="convert the file to UTF-8"
        )
    declared = DECLARED.match(data)
    # Whatever other encoding it is, a reference in ASCII means the same character.
    utf8 = declared is None or declared[1].lower() in {b"utf-8", b"utf8"}
    units = [unit for file in parse(path, data).elements("file") for unit in units_of(file)]
    changes: list[_Change] = []
    for number, unit in enumerate(units, start=1):
        if number in notes:
            told = [_escaped(note, utf8=utf8) for note in notes[number]]
            changes += (_in_unit if unit.name == "unit" else _after)(data, unit, told)
    parts: list[bytes] = []
    done = 0
    for start, end, new in sorted(changes):
        # A unit within a note of ours, which no XLIFF has, goes with that.
        if start >= done:
            parts += (data[done:start], new)
            done = end
    return b"".join((*parts, data[done:]))


def _escaped(note: str, *, utf8: bool) -> bytes:
    text = escape(" ".join(visible(note).translate(_FORBIDDEN).split()))
    return text.encode() if utf8 else text.encode("ascii", "xmlcharrefreplace")


def _after(data: bytes, unit: Element, told: Sequence[bytes]) -> Iterator[_Change]:
    """Yield the changes to a unit of XLIFF 1.2, where notes follow the texts."""
    yield from (_gone(data, note) for note in unit.elements("note") if is_ours(note))
    last = list(unit.elements("source", "seg-source", "target"))[-1]
    gap, end = data[_gap(data, last) : last.start], _end(data, last)
    yield end, end, b"".join(gap + _note(data, unit, b"from", each) for each in told)


def _in_unit(data: bytes, unit: Element, told: Sequence[bytes]) -> Iterator[_Change]:
    """Yield the changes to a unit of XLIFF 2, where ``<notes>`` stands before the segments."""
    holder = unit.first("notes")
    others = [note for note in holder.elements() if not is_ours(note)] if holder else []
    if holder and others:
        yield from (_gone(data, note) for note in holder.elements("note") if is_ours(note))
        gap, end = data[_gap(data, others[-1]) : others[-1].start], _end(data, others[-1])
        yield end, end, b"".join(gap + _note(data, unit, b"category", each) for each in told)
        return
    if holder:
        yield _gone(data, holder)
    if told:
        first = next(unit.elements("originalData", "segment", "ignorable"))
        start, prefix = _gap(data, first), _prefix(data, unit)
        inside = b"".join(_note(data, unit, b"category", each) for each in told)
        gap = data[start : first.start]
        yield start, start, b"%b<%bnotes>%b</%bnotes>" % (gap, prefix, inside, prefix)


def _note(data: bytes, unit: Element, attribute: bytes, text: bytes) -> bytes:
    prefix = _prefix(data, unit)
    return b'<%bnote %b="transcheck">%b</%bnote>' % (prefix, attribute, text, prefix)


def _prefix(data: bytes, element: Element) -> bytes:
    """Return the prefix of the namespace that a tag is written with: ``x:`` or nothing."""
    match = _PREFIX.match(data, element.start)
    return (match and match[1]) or b""


def _gone(data: bytes, element: Element) -> _Change:
    return _gap(data, element), _end(data, element), b""


def _gap(data: bytes, element: Element) -> int:
    """Return where the white space begins that stands before an element."""
    start = element.start
    while start and data[start - 1] in _SPACE:
        start -= 1
    return start


def _end(data: bytes, element: Element) -> int:
    """Return where an element ends; ``end`` of an empty one stands behind its only tag."""
    if not element.children and data[element.end - 2 : element.end] == b"/>":
        return element.end
    return data.index(b">", element.end) + 1
