"""Write notes on entries into a PO file, as comments of translators."""

from collections.abc import Iterator, Sequence

from transcheck.formats import po_entries
from transcheck.formats.catalog import Notes
from transcheck.formats.po_entries import OUR_NOTE, Entry
from transcheck.formats.rewrite import rewritten
from transcheck.model import LINE_BREAK
from transcheck.text.visible import visible

# Where a line starts, where its text ends, and where the next line starts.
_Line = tuple[int, int, int]


def write(path: str, data: bytes, notes: Notes) -> bytes:
    """Return the file with ``notes`` in place of those that an earlier run left on these entries.

    Raises:
        InputError: the file is not PO, or its encoding lacks a character of a note.
    """
    text = po_entries.decoded(path, data)
    lines = list(_lines(text))
    changes = [
        change
        for number, entry in enumerate(po_entries.entries(path, text))
        if number in notes
        for change in _changes(text, lines, entry, notes[number])
    ]
    return rewritten(data, text, changes, path=path, encoding=po_entries.encoding(path, data))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for match in LINE_BREAK.finditer(text):
        yield start, match.start(), match.end()
        start = match.end()
    yield start, len(text), len(text)


def _changes(
    text: str, lines: Sequence[_Line], entry: Entry, notes: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield what goes and what comes: new notes follow the comments of translators."""
    above = lines[entry.top - 1 : entry.line]
    comes = next(line for line in above if not _is_before(text[line[0] : line[1]]))
    ending = text[comes[1] : comes[2]] or "\n"
    new = "".join(f"# transcheck: {' '.join(visible(note).split())}{ending}" for note in notes)
    changes = [(start, end, "") for start, _, end in above if OUR_NOTE.match(text, start)]
    yield from sorted([*changes, (comes[0], comes[0], new)])


def _is_before(line: str) -> bool:
    return not line.strip() or (line.startswith("#") and line[1:2] not in {".", ":", ",", "|", "~"})
