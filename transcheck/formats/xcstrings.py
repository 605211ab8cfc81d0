"""Read Apple's string catalogs (.xcstrings): all languages of a table in one JSON file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from transcheck.errors import InputError
from transcheck.formats import plain
from transcheck.formats.catalog import Catalog, Format, Languages, repeated, tags, unit_pair
from transcheck.formats.json_text import Way, texts
from transcheck.formats.located import Located
from transcheck.languages import is_same
from transcheck.model import Pair
from transcheck.units import State, Unit, allowed

_REVIEW = frozenset({"needs_review", "new"})
# Levels between a language and a text that only say what the next level is.
_LEVELS = frozenset({"variations", "plural", "device", "substitutions"})
_VALUE = ("stringUnit", "value")


@dataclass(slots=True)
class _Entry:
    """A string: its key, and the texts below its entry by the way to them."""

    key: Located
    texts: dict[Way, Located] = field(default_factory=dict)

    def said(self, *way: str) -> str:
        """Return what the catalog says there, empty if nothing."""
        return self.texts[way].text if way in self.texts else ""

    def forms(self, lang: str) -> dict[Way, Located]:
        """Return the texts in a language by the levels that lead to each."""
        return {
            way[2:-2]: text
            for way, text in self.texts.items()
            if way[:2] == ("localizations", lang) and way[-2:] == _VALUE
        }


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of a string catalog, for each language that it translates into.

    The source of a string is its localization in the source language, or else its key.

    Raises:
        InputError: the file is no string catalog, or a language is not known.
    """
    text = plain.decode(data, path, None)
    whole = _whole(path, text)
    source = whole.get("sourceLanguage")
    source = source if isinstance(source, str) else named.source
    entries: dict[str, _Entry] = {}
    keys: list[tuple[str, int]] = []
    for way, value, is_key in texts(path, text):
        if way[0] == "strings" and is_key and len(way) == 2:
            entries[way[1]] = _Entry(value)
            keys.append((way[1], value.line))
        elif way[0] == "strings" and not is_key and len(way) > 2:
            entries[way[1]].texts[way[2:]] = value
    spoken = {
        way[1]: None
        for entry in entries.values()
        for way in entry.texts
        if way[0] == "localizations" and way[-2:] == _VALUE
    }
    pairs: list[Pair] = []
    for lang in spoken:
        if lang != source and is_same(lang, named.target or lang):
            languages = tags(path, source=source, target=lang)
            for number, (key, entry) in enumerate(entries.items()):
                locked = whole["strings"][key].get("shouldTranslate") is False
                for texts_of_both, unit in _units(entry, source or "", lang, locked=locked):
                    pairs.append(unit_pair(path, number, texts_of_both, languages, unit))
    return Catalog(path=path, pairs=tuple(pairs), problems=tuple(repeated(path, keys)))


def _whole(path: str, text: str) -> dict[str, Any]:
    try:
        whole: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not sound JSON: {error}") from None
    strings = whole.get("strings") if isinstance(whole, dict) else None
    if not isinstance(strings, dict) or not all(
        isinstance(each, dict) for each in strings.values()
    ):
        raise InputError(f"{path}: expected an object with strings, each an object")
    return dict(whole)


def _units(
    entry: _Entry, source: str, lang: str, *, locked: bool
) -> Iterator[tuple[tuple[Located, Located], Unit]]:
    ours, theirs = entry.forms(source), entry.forms(lang)
    comment = entry.said("comment")
    notes = (comment,) if comment else ()
    said: dict[str, tuple[str, ...]] = {}
    for way, text in theirs.items():
        if text.text.strip() and (form := _plural(way)):
            said[_key(entry, way)] = (*said.get(_key(entry, way), ()), form)
    # What has no translation at all is one unit without text.
    for way, text in (theirs or {(): Located("", entry.key.line, entry.key.column)}).items():
        other = tuple("other" if level == _plural(way) else level for level in way)
        state = entry.said("localizations", lang, *way, "stringUnit", "state")
        unit = Unit(
            key=_key(entry, way),
            state=_state(entry, state, text.text, locked=locked),
            notes=notes,
            plural=_plural(way),
            forms=said.get(_key(entry, way), ()) if _plural(way) else (),
            dialects=("ios",),
            allowed=allowed(notes),
        )
        yield (ours.get(way) or ours.get(other) or ours.get(()) or entry.key, text), unit


def _key(entry: _Entry, way: Way) -> str:
    names = [level for level in way if level not in _LEVELS and level != _plural(way)]
    return ".".join([entry.key.text, *names])


def _plural(way: Way) -> str | None:
    """Return the plural form that a text is for: what follows the last level ``plural``."""
    return next((way[n + 1] for n in reversed(range(len(way) - 1)) if way[n] == "plural"), None)


def _state(entry: _Entry, state: str, text: str, *, locked: bool) -> State:
    if locked:
        return State.LOCKED
    if entry.said("extractionState") == "stale":
        return State.OBSOLETE
    if not text.strip():
        return State.UNTRANSLATED
    return State.NEEDS_REVIEW if state in _REVIEW else State.TRANSLATED


XCSTRINGS = Format(
    name="xcstrings",
    summary="Apple's string catalogs: all languages in a file, plural and device forms, states",
    suffixes=(".xcstrings",),
    read=read,
)
