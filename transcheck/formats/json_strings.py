"""Read JSON resources: i18next with its plural forms, and ARB of Flutter."""

import json
import re
from dataclasses import replace
from pathlib import PurePath

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.json_text import values
from transcheck.units import Unit

_PLURAL = re.compile(r"(.+)_(zero|one|two|few|many|other|plural|\d+)")


def strings(path: str, data: bytes) -> list[String]:
    """Return the texts of a JSON or ARB file; keys of levels are joined by dots.

    Raises:
        InputError: the file is no JSON.
    """
    text = plain.decode(data, path, None)
    try:
        json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not sound JSON: {error}") from None
    arb = PurePath(path).suffix.casefold() == ".arb"
    notes = {}
    found = []
    for way, value in values(path, text):
        if arb and way[0].startswith("@"):
            if way[1:] == ("description",):
                notes[way[0][1:]] = value.text
            continue
        key = ".".join(way)
        plural = None if arb else _PLURAL.fullmatch(key)
        unit = Unit(
            key=plural[1] if plural else key,
            plural=plural[2] if plural else None,
            dialects=("icu",) if arb else (),
        )
        found.append(String(text=value, unit=unit))
    if not notes:
        return found
    return [
        replace(each, unit=replace(each.unit, notes=(notes[each.unit.key],)))
        if each.unit.key in notes
        else each
        for each in found
    ]


JSON = Format(
    name="json",
    summary="JSON: i18next with nesting and plural forms, ARB of Flutter with descriptions",
    suffixes=(".json", ".arb"),
    strings=strings,
)
