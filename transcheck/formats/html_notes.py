"""Write notes on blocks into an HTML page, as attributes of ITS 2.0 on their elements."""

import html
import re
from collections.abc import Mapping, Sequence

from transcheck.formats import plain
from transcheck.formats.catalog import Notes
from transcheck.formats.html_blocks import blocks
from transcheck.formats.rewrite import rewritten
from transcheck.text.visible import visible

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE
)
_NAME = re.compile(r"<[^\s/>]++")
_BEGIN = ' its-loc-quality-issue-type="uncategorized" its-loc-quality-issue-comment="transcheck: '
_OURS = re.compile(re.escape(_BEGIN) + '[^"]*+"')


def encoding(path: str, data: bytes) -> str | None:
    """Return the encoding that a page says, None for UTF-8.

    Raises:
        InputError: there is no such encoding.
    """
    declared = _CHARSET.search(data, 0, 2000)
    return plain.declared(path, data, declared[1].decode("ascii")) if declared else None


def write(path: str, data: bytes, notes: Notes) -> bytes:
    """Return the page with ``notes`` in place of those that an earlier run left on these blocks.

    Blocks in one element share its notes; a text that stands in no element takes none.

    Raises:
        InputError: the file is no text, or its encoding lacks a character of a note.
    """
    text = plain.decode(data, path, encoding(path, data))
    changes = []
    for start, told in sorted(_by_element(text, notes).items()):
        name = _NAME.match(text, start)
        place = name.end() if name else start
        old = _OURS.match(text, place)
        new = " | ".join(" ".join(visible(note).split()) for note in dict.fromkeys(told))
        attributes = f'{_BEGIN}{html.escape(new)}"' if told else ""
        changes.append((place, old.end() if old else place, attributes))
    return rewritten(data, text, changes, path=path, encoding=encoding(path, data))


def _by_element(text: str, notes: Notes) -> Mapping[int, Sequence[str]]:
    """Return the notes on each element, by the offset of its tag."""
    found: dict[int, list[str]] = {}
    for number, block in enumerate(blocks(text)):
        if number in notes and block.tag:
            found.setdefault(block.tag.start, []).extend(notes[number])
    return found
