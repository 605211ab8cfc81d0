"""Texts and findings as the page's script reads them: safe to show, with offsets as it counts."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

from transcheck import languages
from transcheck.errors import ConfigError
from transcheck.model import Finding, Role, Segment, Side, WordSupport
from transcheck.scoring import DIGITS
from transcheck.sentences import sentences
from transcheck.text.visible import visible
from transcheck.text.word_diff import word_diff

# Fields that say nothing are left out: a page may hold 100,000 rows.
Plain = dict[str, Any]


class Sources:
    """The files and languages of a report, each named once and then by number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, segment: Segment) -> int:
        """Return the number of the file and language that a segment belongs to."""
        return self._numbers.setdefault((segment.path, segment.lang), len(self._numbers))

    def plain(self) -> list[Plain]:
        """Return them in the order of their numbers."""
        return [{"path": visible(path), **language(lang)} for path, lang in self._numbers]


def language(tag: str) -> Plain:
    """Return a language's tag, name and direction, as far as they are known."""
    try:
        known = languages.find(tag)
    except ConfigError:
        return {"lang": visible(tag), "name": visible(tag), "dir": "auto"}
    return {"lang": known.tag, "name": known.name, "dir": known.direction}


def plain_segment(segment: Segment, sources: Sources) -> Plain:
    """Return a segment's text and place, and where in it a new sentence begins."""
    text = visible(segment.text)
    plain: Plain = {"of": sources.number(segment), "text": text, "line": segment.line}
    if segment.role is not Role.BODY:
        plain["role"] = str(segment.role)
    # A segment of several sentences is named after the first and the last.
    if "-" in segment.id:
        starts = [start for start, _ in sentences(segment.text, segment.lang)[1:]]
        plain["starts"] = utf16(text, starts)
    return plain


def plain_words(words: WordSupport, texts: Mapping[Side, str]) -> Plain:
    """Return for each side its words: start, end and support, one after the other."""
    plain: Plain = {}
    for side, text in texts.items():
        found = words.side(side)
        starts = utf16(text, [word.span.start for word in found])
        ends = utf16(text, [word.span.end for word in found])
        supports = [round(float(word.support), 2) for word in found]
        plain[str(side)] = list(zip(starts, ends, supports, strict=True))
    return plain


def plain_finding(finding: Finding, row: int) -> Plain:
    """Return what the page shows of a finding; ``row`` is its row's position."""
    ends = [finding.start, finding.start + len(finding.text)]
    start, end = utf16(visible(finding.excerpt), ends)
    plain: Plain = {
        "row": row,
        "check": finding.check,
        "severity": str(finding.severity),
        "side": str(finding.side),
        "line": finding.line,
        "column": finding.column,
        "start": start,
        "end": end,
        "message": visible(finding.message),
        "fingerprint": finding.fingerprint,
    }
    if finding.suggestion is not None:
        plain["fix"] = pieces(finding.text, finding.suggestion)
    for name in ("value", "limit"):
        number = getattr(finding, name)
        if number is not None:
            plain[name] = round(float(number), DIGITS)
    if finding.suppressed is not None:
        plain["suppressed"] = visible(": ".join(filter(None, (finding.suppressed, finding.reason))))
    return plain


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    """Return the word diff of two texts, safe to show."""
    return [(str(piece.kind), visible(piece.text)) for piece in word_diff(old, new)]


def utf16(text: str, offsets: Iterable[int]) -> list[int]:
    """Return where code points begin as JavaScript counts.

    >>> utf16("a😀b", [0, 1, 2, 3])
    [0, 1, 3, 4]
    """
    if text.isascii():
        return list(offsets)
    wide = [index for index, sign in enumerate(text) if ord(sign) > 0xFFFF]
    return [offset + bisect_left(wide, offset) for offset in offsets]
