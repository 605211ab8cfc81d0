"""Texts and their places in a file: a document, and the segments that it falls into."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import itemgetter

LINE_BREAK = re.compile(r"\r\n|\r|\n")

# From this index of a text on, it stands at this line and column of its file.
Run = tuple[int, int, int]


class Side(StrEnum):
    """Which text of a pair is meant."""

    SOURCE = "source"
    TARGET = "target"


class Role(StrEnum):
    """What a segment is in its article."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    BYLINE = "byline"
    LIST = "list"
    STRING = "ui-string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Code points ``start`` to ``end`` (exclusive) of a segment's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the marked part of ``text``."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of one file, decoded, as a user sees it (no byte order mark)."""

    path: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence, or a line that stands alone, at its exact place in a document.

    ``text`` is the document's text from ``offset`` on, character for character, without white
    space at either end. ``block`` numbers the paragraphs of the document from 0. ``runs`` are the
    stretches of a text that its file writes otherwise, with escapes or over several lines; empty
    where the text stands in the file as it is.
    """

    id: str
    text: str
    lang: str
    path: str
    offset: int
    line: int
    column: int
    block: int
    role: Role = Role.BODY
    runs: tuple[Run, ...] = ()

    def __hash__(self) -> int:
        # Checks look segments up: the place alone tells nearly all apart, and is quick to hash.
        return hash((self.path, self.line, self.column))

    def position(self, index: int) -> tuple[int, int]:
        """Return line and column in the file of the character ``index`` of ``text``.

        A segment may run over several lines (hard-wrapped copy), so the line is counted too.
        """
        if self.runs:
            start, line, column = self.runs[bisect_right(self.runs, index, key=itemgetter(0)) - 1]
            return line, column + index - start
        breaks = list(LINE_BREAK.finditer(self.text, 0, index))
        if not breaks:
            return self.line, self.column + index
        return self.line + len(breaks), index - breaks[-1].end() + 1
