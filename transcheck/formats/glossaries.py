"""Read glossaries: TBX (ISO 30042), tables with named columns, TOML."""

import csv
import io
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from transcheck import languages
from transcheck.errors import ConfigError, InputError
from transcheck.formats import plain, xml_tree
from transcheck.glossary import SOURCE, TARGET, Concept, Term, TermStatus, kept
from transcheck.languages import LANGUAGES

# Terms of one cell are parted by this.
_PARTED = "|"
_NOTES = frozenset({"note", "notes", "definition", "status"})
# The values of administrativeStatus in ISO 12620, by their beginning.
_ADMINISTRATIVE = {
    "preferred": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "legal": TermStatus.ADMITTED,
    "standardized": TermStatus.PREFERRED,
    "deprecated": TermStatus.FORBIDDEN,
    "superseded": TermStatus.FORBIDDEN,
}


def read(path: Path) -> tuple[Concept, ...]:
    """Return the concepts of a glossary file.

    A table has the columns ``source`` and ``target``, or one for each language; ``status`` says
    ``preferred``, ``admitted``, ``forbidden`` or ``do-not-translate``, and ``|`` parts several
    terms in a cell. A TOML file holds ``[[terms]]`` with a key for each language, in it
    ``forbidden`` with the same keys, and a list ``do-not-translate``.

    Raises:
        InputError: the file cannot be read, or is no glossary; the message names the place.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(f"{path} is no glossary", hint=f"known: {', '.join(_READERS)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read the glossary {path}: {error.strerror}") from error
    concepts = tuple(concept for concept in reader(str(path), data) if concept.terms)
    if not concepts:
        raise InputError(f"{path} holds no terms")
    return concepts


def _tbx(path: str, data: bytes) -> Iterator[Concept]:
    for entry in xml_tree.parse(path, data).walk("termEntry", "conceptEntry"):
        terms = []
        for section in entry.walk("langSet", "langSec"):
            lang = section.attributes.get("lang", "")
            for group in section.walk("tig", "ntig", "termSec"):
                named = next(group.walk("term"), None)
                if named and named.text.strip():
                    terms.append(
                        Term(
                            text=" ".join(named.text.split()),
                            lang=_tag(lang, f"{path}:{section.line}"),
                            status=_administrative(group),
                        )
                    )
        yield Concept(terms=tuple(terms))


def _administrative(group: xml_tree.Element) -> TermStatus:
    for note in group.walk("termNote", "administrativeStatus"):
        if note.attributes.get("type", "administrativeStatus") == "administrativeStatus":
            for beginning, status in _ADMINISTRATIVE.items():
                if note.text.strip().startswith(beginning):
                    return status
    return TermStatus.PREFERRED


def _table(delimiter: str) -> Callable[[str, bytes], Iterator[Concept]]:
    def read_table(path: str, data: bytes) -> Iterator[Concept]:
        lines = io.StringIO(plain.decode(data, path, None), newline="")
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            yield from _rows(path, rows)
        except csv.Error as error:
            raise InputError(f"{path}:{rows.line_num}: not a sound table: {error}") from None

    return read_table


def _rows(path: str, rows: Iterator[list[str]]) -> Iterator[Concept]:
    header = [name.strip().casefold() for name in next(rows, [])]
    columns = {
        number: name if name in (SOURCE, TARGET) else _tag(name, f"{path}:1")
        for number, name in enumerate(header)
        if name and name not in _NOTES
    }
    if not columns:
        raise InputError(
            f"{path}:1: no column is named", hint="source and target, or a column a language"
        )
    at_status = header.index("status") if "status" in header else None
    for line, row in enumerate(rows, start=2):
        said = row[at_status].strip() if at_status is not None and at_status < len(row) else ""
        status = _status(said or TermStatus.PREFERRED, f"{path}:{line}")
        cells = {name: row[number] for number, name in columns.items() if number < len(row)}
        yield Concept(terms=tuple(_of_row(cells, status)))


def _of_row(cells: Mapping[str, str], status: TermStatus) -> Iterator[Term]:
    """Yield the terms of a row; what is forbidden are the translations, after the first column."""
    for number, (lang, cell) in enumerate(cells.items()):
        spoken = TermStatus.PREFERRED if status is TermStatus.FORBIDDEN and not number else status
        for text in cell.split(_PARTED):
            if text.strip():
                yield Term(text=text.strip(), lang=lang, status=spoken)


def _toml(path: str, data: bytes) -> Iterator[Concept]:
    try:
        tables = tomllib.loads(plain.decode(data, path, None))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is not valid TOML: {error}") from error
    strange = next((key for key in tables if key not in ("terms", "do-not-translate")), None)
    if strange:
        raise InputError(f"{path}: unknown key {strange!r}", hint="known: terms, do-not-translate")
    yield from kept(_strings(tables.get("do-not-translate", []), f"{path}: do-not-translate"))
    entries = tables.get("terms", [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise InputError(f"{path}: terms must be a list of tables", hint="[[terms]]")
    for number, entry in enumerate(entries, start=1):
        place = f"{path}: entry {number} of terms"
        forbidden = entry.pop("forbidden", {})
        if not isinstance(forbidden, dict):
            raise InputError(f"{place}: forbidden must be a table", hint='forbidden = {de = ["…"]}')
        yield Concept(
            terms=(
                *_of_entry(entry, TermStatus.PREFERRED, place),
                *_of_entry(forbidden, TermStatus.FORBIDDEN, place),
            )
        )


def _of_entry(entry: Mapping[str, object], status: TermStatus, place: str) -> Iterator[Term]:
    for name, texts in entry.items():
        lang = name if name in (SOURCE, TARGET) else _tag(name, place)
        for text in _strings([texts] if isinstance(texts, str) else texts, f"{place}: {name}"):
            yield Term(text=text, lang=lang, status=status)


def _strings(value: object, place: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(each, str) and each for each in value):
        raise InputError(f"{place} must be a text or a list of texts")
    return value


def _status(name: str, place: str) -> TermStatus:
    try:
        return TermStatus(name.casefold().replace(" ", "-"))
    except ValueError:
        raise InputError(
            f"{place}: unknown status {name!r}", hint="known: " + ", ".join(TermStatus)
        ) from None


def _tag(name: str, place: str) -> str:
    """Return the tag of a language; one that transcheck does not know passes, a word does not."""
    try:
        return languages.find(name.replace("_", "-")).tag
    except ConfigError as error:
        if len(name.partition("-")[0]) in (2, 3) and name.isascii():
            return name
        known = ", ".join(each.tag for each in LANGUAGES)
        raise InputError(f"{place}: {error.message}", hint=f"known: {known}") from None


_READERS = {
    ".tbx": _tbx,
    ".csv": _table(","),
    ".tsv": _table("\t"),
    ".toml": _toml,
}
