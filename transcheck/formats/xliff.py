"""Read XLIFF 1.2 and 2.x: states, notes, inline codes, segments, size restrictions."""

from collections.abc import Iterator, Mapping

from transcheck.errors import InputError
from transcheck.formats import xliff_notes
from transcheck.formats.catalog import Catalog, Format, Languages, repeated, tags, unit_pair
from transcheck.formats.located import Located
from transcheck.formats.xliff_notes import is_ours, units_of
from transcheck.formats.xml_text import text_of
from transcheck.formats.xml_tree import Element, parse
from transcheck.model import Pair
from transcheck.units import State, Unit, allowed

# The states of XLIFF 1.2 and 2 that are no finished translation. "initial" is the default of 2 and
# says something only where a file writes it.
_REVIEW = ("needs-", "new", "initial")
_PAIRED = frozenset({"g", "pc"})
_MARKS = frozenset({"mrk", "sm", "em"})


def read(path: str, data: bytes, named: Languages) -> Catalog:
    """Return the units of an XLIFF file, one for each segment.

    Inline codes stand in the texts as ``{id}``, and paired ones as ``{id}…{/id}``.

    Raises:
        InputError: the file is no XLIFF, or a language is missing or not known.
    """
    root = parse(path, data)
    if root.name != "xliff":
        raise InputError(f"{path}:{root.line}: expected <xliff>, found <{root.name}>")
    pairs: list[Pair] = []
    keys: list[tuple[str, int]] = []
    for file in root.elements("file"):
        given = {**root.attributes, **file.attributes}
        languages = tags(
            path,
            source=given.get("source-language") or given.get("srcLang") or named.source,
            target=given.get("target-language") or given.get("trgLang") or named.target,
        )
        # Ids are unique in each of several files.
        file_name = f"{file.attributes.get('original') or file.attributes.get('id', '')}: "
        for unit in units_of(file):
            key = unit.attributes.get("id", "")
            keys.append((f"{file_name}{key}", unit.line))
            pairs += _pairs(path, len(keys), unit, languages)
    return Catalog(path=path, pairs=tuple(pairs), problems=tuple(repeated(path, keys)))


def _pairs(path: str, number: int, unit: Element, languages: tuple[str, str]) -> Iterator[Pair]:
    notes = tuple(
        note.text
        for holder in (unit, *unit.elements("notes"))
        for note in holder.elements("note")
        if not is_ours(note)
    )
    named = (unit.attributes.get(name) for name in ("resname", "name", "id"))
    key = next(filter(None, named), str(number))
    segments = list(unit.elements("segment")) if unit.name == "unit" else [unit]
    for place, segment in enumerate(segments):
        source, target = segment.first("source"), segment.first("target")
        if source is None:
            raise InputError(f"{path}:{segment.line}: a unit without source")
        texts = (
            text_of(source, _code),
            text_of(target, _code) if target else Located("", segment.line, segment.column),
        )
        yield unit_pair(
            path,
            number,
            texts,
            languages,
            Unit(
                key=key if place == 0 else f"{key}#{place + 1}",
                state=_state(unit.attributes, segment, target, texts[1].text),
                notes=notes,
                max_length=_limit(unit.attributes),
                allowed=allowed(notes),
            ),
        )


def _code(element: Element) -> tuple[str, str | None]:
    name = element.attributes.get("id", element.name)
    if element.name in _PAIRED:
        return f"{{{name}}}", f"{{/{name}}}"
    # The content of a code is that of the original format; that of a mark is text.
    return ("", "") if element.name in _MARKS else (f"{{{name}}}", None)


def _state(unit: Mapping[str, str], segment: Element, target: Element | None, text: str) -> State:
    if unit.get("translate") == "no":
        return State.LOCKED
    if not text.strip():
        return State.UNTRANSLATED
    said = segment.attributes.get("state") or (target.attributes.get("state") if target else None)
    return State.NEEDS_REVIEW if said and said.startswith(_REVIEW) else State.TRANSLATED


def _limit(unit: Mapping[str, str]) -> int | None:
    """Return the longest text in characters: ``maxwidth`` of 1.2, ``sizeRestriction`` of 2."""
    said = unit.get("sizeRestriction", "").rpartition(",")[2]
    if unit.get("size-unit", "pixel") == "char":
        said = unit.get("maxwidth", "")
    return int(said) if said.isdecimal() else None


XLIFF = Format(
    name="xliff",
    summary="XLIFF 1.2 and 2.x: states, notes, inline codes, segments, size limits",
    suffixes=(".xlf", ".xliff"),
    read=read,
    write_notes=xliff_notes.write,
)
