"""Find the blocks of a text: paragraphs, headlines, captions, list lines.

A blank line ends a block, and so does a line break, except in hard-wrapped copy: wire stories are
often broken at 60 to 80 columns, and there the lines of a paragraph belong together.

How hard-wrapped copy is told. A program that wraps text at a width breaks a line exactly where the
next word no longer fits. So a line is *full* at that width when it fits, and would not together
with a space and the first word of the next line. The width taken is the one at which most lines
that end without a terminal mark are full. The text is hard-wrapped if these are at least two and
at least half of all lines that another follows directly, and if at least a third of the lines
after them begin in lower case (or in a script without case). Then a line is joined to the next if
it is full, or is not much shorter and the sentence plainly runs on in lower case, and if the next
begins no list item and is indented no deeper. Headlines, captions, bylines and labels are neither,
so they stay apart.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from transcheck.model import LINE_BREAK
from transcheck.text.characters import is_unspaced

_LIST_MARK = re.compile(r"(?:(?P<bullet>[-*•·▪‣◦])|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))[ \t]+(?=\S)")
TERMINAL = re.compile(r"[.!?…。！？｡।॥؟۔]['\"”’»«“)\]」』】》）\s]*$")

_NARROWEST, _WIDEST = 40, 100
_CLOSED = re.compile(TERMINAL.pattern + "|[:;]$")
# A no-break space keeps two words on one line.
_WORD = re.compile(r"[^ \t]+")


class _Line(NamedTuple):
    """A line without its break: ``start`` and ``end`` leave out the white space around it."""

    start: int
    end: int
    indent: int
    text: str

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


def blocks(text: str) -> list[tuple[int, int]]:
    """Return start and end of each block in reading order, without white space at either end."""
    lines = list(_lines(text))
    width = _wrap_width(lines)
    spans: list[tuple[int, int]] = []
    before: _Line | None = None
    for line in lines:
        if not line.text:
            before = None
            continue
        if before and width and _continues(before, line, width):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
        before = line
    return spans


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for end, after in [*(m.span() for m in LINE_BREAK.finditer(text)), (len(text), len(text))]:
        whole = text[start:end]
        bare = whole.strip()
        indent = len(whole) - len(whole.lstrip()) if bare else 0
        first = start + indent
        yield _Line(start=first, end=first + len(bare), indent=indent, text=bare)
        start = after


def list_mark(text: str) -> int:
    """Return the length of the bullet or number that begins a list item; 0 if there is none."""
    found = _LIST_MARK.match(text)
    # "3. května" is a date: what is numbered begins with a capital.
    if not found or (found["bullet"] is None and text[found.end()].islower()):
        return 0
    return found.end()


def _wrap_width(lines: list[_Line]) -> int:
    """Return the width at which the text is hard-wrapped; 0 if it is not."""
    followed = [(one, two) for one, two in pairwise(lines) if one.text and two.text]
    running = [
        (one, two)
        for one, two in followed
        if not _begins(one, two) and not TERMINAL.search(one.text)
    ]
    # Each such line is full at a range of widths: count where the ranges overlap most.
    full = Counter(
        width
        for one, two in running
        for width in range(one.width, min(one.width + _first_word(two), _WIDEST + 1))
        if width >= _NARROWEST
    )
    if not full:
        return 0
    width = max(full, key=lambda width: (full[width], width))
    inside = [two for one, two in running if _is_full(one, two, width)]
    evident = 3 * sum(_is_running_on(line.text) for line in inside) >= len(inside)
    return width if evident and len(inside) >= max(2, len(followed) / 2) else 0


def _continues(line: _Line, after: _Line, width: int) -> bool:
    """Say whether ``after`` belongs to the block of ``line`` in text hard-wrapped at ``width``."""
    if _begins(line, after):
        return False
    # Some programs even lines out and leave room for a word, so a plain continuation counts too.
    plain = _is_running_on(after.text) and not TERMINAL.search(line.text)
    return _is_full(line, after, width) or (plain and 0.6 * width <= line.width <= width)


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    return line.width <= width < line.width + _first_word(after)


def _first_word(line: _Line) -> int:
    """Return the width that the first word of a line takes on the line before, with its space.

    Without spaces a line may break after any character or two.
    """
    found = _WORD.match(line.text)
    return 2 if found is None or is_unspaced(line.text[0]) else 1 + len(found[0])


def _begins(line: _Line, after: _Line) -> bool:
    """Say whether ``after`` begins a block by its own shape."""
    if list_mark(after.text):
        # A number that a sentence is broken at ("am | 3. Mai") begins nothing.
        return not after.text[0].isdigit() or bool(_CLOSED.search(line.text))
    return after.indent > line.indent and not list_mark(line.text)


def _is_running_on(text: str) -> bool:
    return text[0].isalpha() and not text[0].isupper()
