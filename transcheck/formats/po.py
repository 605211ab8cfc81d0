"""Read gettext PO and POT files: plural forms, contexts, states, flags."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from transcheck.formats import po_entries, po_notes
from transcheck.formats.catalog import Catalog, Format, Languages, repeated, tags, unit_pair
from transcheck.formats.po_entries import Entry
from transcheck.model import Pair
from transcheck.text.plural_rule import plural_rule
from transcheck.units import State, Unit, allowed

_FIELD = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_LONGEST = re.compile(r"max-length:\s*(\d+)")
# The flags of gettext and the dialects that they declare.
_DIALECTS = {
    "c-format": "printf",
    "objc-format": "ios",
    "python-format": "python",
    "python-brace-format": "python-brace",
    "java-format": "java",
    "java-printf-format": "printf",
    "csharp-format": "csharp",
    "javascript-format": "printf",
    "php-format": "printf",
    "perl-format": "printf",
    "perl-brace-format": "python-brace",
    "lua-format": "printf",
    "ruby-format": "ruby",
    "boost-format": "printf",
    "object-pascal-format": "printf",
    "sh-format": "shell",
    "qt-format": "qt",
    "qt-plural-format": "qt",
    "kde-format": "qt",
    "icu-message-format": "icu",
}


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a PO or POT file.

    Each plural form is a pair of its own: the first form stands for ``msgid``, the others for
    ``msgid_plural``. A source without language is English, as gettext has it.

    Raises:
        InputError: the file is not PO, or its language is not known.
    """
    entries = list(po_entries.entries(path, po_entries.decoded(path, data)))
    header = _header(entries)
    template = PurePath(path).suffix.casefold() == ".pot"
    source, target = tags(
        path,
        source=header.get("X-Source-Language") or named.source or "en",
        target=header.get("Language") or named.target or ("en" if template else None),
    )
    pairs = [
        pair
        for number, entry in enumerate(entries)
        if entry.source.text or entry.context
        for pair in _pairs(path, number, entry, (source, target), header.get("Plural-Forms"))
    ]
    return Catalog(path=path, pairs=tuple(pairs), problems=tuple(_problems(path, entries, header)))


def _header(entries: list[Entry]) -> dict[str, str]:
    first = next((each for each in entries if not each.source.text and not each.context), None)
    return dict(_FIELD.findall(first.targets[0].text)) if first and first.targets else {}


def _problems(path: str, entries: list[Entry], header: dict[str, str]) -> Iterator[str]:
    yield from repeated(path, ((_key(each), each.line) for each in entries if not each.obsolete))
    if not any(each.plural and len(each.targets) > 1 for each in entries):
        return
    said = header.get("Plural-Forms", "")
    try:
        plural_rule(said)
    except ValueError as error:
        yield f"{path}:1: the header says Plural-Forms as {said[:80]!r}: {error}"


def _key(entry: Entry) -> str:
    return f"{entry.context.text}|{entry.source.text}" if entry.context else entry.source.text


def _pairs(
    path: str, number: int, entry: Entry, languages: tuple[str, str], rule: str | None
) -> Iterator[Pair]:
    unit = Unit(
        key=entry.source.text,
        state=_state(entry),
        context=entry.context.text if entry.context else None,
        notes=entry.comments,
        max_length=next((int(m[1]) for m in map(_LONGEST.fullmatch, entry.flags) if m), None),
        dialects=tuple(_DIALECTS[flag] for flag in entry.flags if flag in _DIALECTS),
        allowed=allowed(entry.comments),
    )
    forms = tuple(map(str, range(len(entry.targets))))
    for form, target in enumerate(entry.targets):
        source = entry.source
        if entry.plural:
            # A language with a single form says it of any number.
            source = entry.plural if form or len(entry.targets) == 1 else entry.source
            unit = replace(unit, plural=str(form), forms=forms, plural_rule=rule)
        yield unit_pair(path, number, (source, target), languages, unit)


def _state(entry: Entry) -> State:
    if entry.obsolete:
        return State.OBSOLETE
    if not any(target.text for target in entry.targets):
        return State.UNTRANSLATED
    return State.NEEDS_REVIEW if "fuzzy" in entry.flags else State.TRANSLATED


PO = Format(
    name="po",
    summary="gettext PO and POT: contexts, plural forms, fuzzy and obsolete entries, flags",
    suffixes=(".po", ".pot"),
    read=read,
    write_notes=po_notes.write,
)
