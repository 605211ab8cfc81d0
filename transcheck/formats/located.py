"""Text with its place in a file: where each character stands, although escapes are longer."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from transcheck.model import LINE_BREAK, Role, Run, Segment

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Located:
    """A text and where it begins in its file; ``runs`` as a Segment has them."""

    text: str
    line: int
    column: int
    runs: tuple[Run, ...] = ()

    def segment(self, path: str, lang: str, block: int) -> Segment:
        """Return the text as a string of the file, the ``block``-th."""
        return Segment(
            id="",
            text=self.text,
            lang=lang,
            path=path,
            offset=0,
            line=self.line,
            column=self.column,
            block=block,
            role=Role.STRING,
            runs=self.runs,
        )

    def stripped(self) -> "Located":
        """Return the text without white space at either end."""
        text = self.text.strip()
        gone = len(self.text) - len(self.text.lstrip())
        if not gone:
            return self if text == self.text else replace(self, text=text)
        if not self.runs:
            return Located(text, self.line, self.column + gone)
        before = max(index for index, run in enumerate(self.runs) if run[0] <= gone)
        start, line, column = self.runs[before]
        first = (0, line, column + gone - start)
        rest = ((run[0] - gone, *run[1:]) for run in self.runs[before + 1 :])
        return Located(text, line, first[2], (first, *rest))


class Lines:
    """Where the lines of a text start, and so at which line and column an offset stands."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in LINE_BREAK.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def unescaped(
    raw: str, line: int, column: int, escape: re.Pattern[str], meaning: Callable[[str], str]
) -> Located:
    """Return ``raw``, which has no line break, with each match of ``escape`` put into its meaning.

    >>> unescaped("a&amp;b", 3, 1, re.compile("&amp;"), lambda _: "&").runs
    ((0, 3, 1), (1, 3, 2), (2, 3, 7))
    """
    parts: list[str] = []
    runs: list[Run] = []
    length = done = 0
    for match in escape.finditer(raw):
        before = (done, raw[done : match.start()])
        for start, text in (before, (match.start(), meaning(match[0]))):
            if text:
                runs.append((length, line, column + start))
                parts.append(text)
                length += len(text)
        done = match.end()
    if not done:
        return Located(raw, line, column)
    runs.append((length, line, column + done))
    return Located("".join(parts) + raw[done:], line, column, tuple(runs))


def joined(parts: Iterable[Located]) -> Located:
    """Return the parts as one text; empty ones do not count for the place."""
    parts = list(parts)
    filled = [part for part in parts if part.text]
    if len(filled) < 2:
        return (filled or parts)[0]
    runs: list[Run] = []
    length = 0
    for part in filled:
        own = part.runs or ((0, part.line, part.column),)
        runs += [(length + start, line, column) for start, line, column in own]
        length += len(part.text)
    first = filled[0]
    return Located("".join(part.text for part in filled), first.line, first.column, tuple(runs))


def over_lines(
    raw: str, line: int, column: int, escape: re.Pattern[str], meaning: Callable[[str], str]
) -> Located:
    """Return ``raw`` as ``unescaped`` does, over as many lines as it has."""
    cuts = [0, *(match.end() for match in LINE_BREAK.finditer(raw)), len(raw)]
    return joined(
        unescaped(raw[start:end], line + number, 1 if number else column, escape, meaning)
        for number, (start, end) in enumerate(pairwise(cuts))
    )


def folded(text: Located) -> Located:
    """Return the text with one space for each stretch of white space, and none at either end."""
    runs = text.runs or ((0, text.line, text.column),)
    parts: list[Located] = []
    ends = [run[0] for run in runs[1:]] + [len(text.text)]
    for (start, line, column), end in zip(runs, ends, strict=True):
        raw, done = text.text[start:end], 0
        for match in _SPACE.finditer(raw):
            parts.append(Located(raw[done : match.start()], line, column + done))
            parts.append(Located(" ", line, column + match.start()))
            done = match.end()
        parts.append(Located(raw[done:], line, column + done))
    kept: list[Located] = []
    for part in parts:
        if part.text and not (part.text == " " and (not kept or kept[-1].text.endswith(" "))):
            kept.append(part)
    return joined(kept).stripped() if kept else Located("", text.line, text.column)
