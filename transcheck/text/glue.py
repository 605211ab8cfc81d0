"""Places in a text where a space may be missing: the seams of its words, before any judgement."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from transcheck.text.late import late
from transcheck.text.letters import CAPITAL, SMALL
from transcheck.text.words import Word, words


class Kind(Enum):
    """What meets at a seam."""

    CAPITAL = "a capital after a small letter"
    CAPITALS = "a word after capitals"
    LETTER_DIGIT = "a digit after a letter"
    DIGIT_LETTER = "a letter after a digit"
    MARK = "a letter right after a punctuation mark"
    OPENING = "an opening quotation mark or bracket right after a letter"
    CLOSING = "a letter right after a closing quotation mark or bracket"
    DASH = "a dash with a space on one side only"
    SMALL = "two words run together"


class Seam(NamedTuple):
    """A possible missing space at code point ``cut`` inside ``start`` to ``end`` (exclusive).

    ``left`` and ``right`` are the pieces that meet there, ``whole`` the piece of a word that both
    belong to ("ChavistaLeft" of "anti-ChavistaLeft"), or the two with ``mark`` between them.
    """

    kind: Kind
    start: int
    end: int
    cut: int
    left: str
    right: str
    whole: str
    mark: str = ""


_LETTER = r"[^\W\d_]"
_CANDIDATE = re.compile(
    rf"[{SMALL}][{CAPITAL}]|[{CAPITAL}]{{3}}[{SMALL}]|{_LETTER}\d|\d{_LETTER}"
    rf"|{_LETTER}[,;:.!?…]+\w|\d[,;]{_LETTER}"
    rf"|{_LETTER}[\"“„«»(\[]{_LETTER}|[\w.,?!][\"”“»)\]]{_LETTER}"
    rf"|^[–—]{_LETTER}|{_LETTER}[–—]$"
)
_OUTER = ".,;:!?…\"'“”„«»()[]"
# A dash that stands apart on one side only; at the start of a line it opens speech or an item.
_DASH = late(
    rf"(?<=[\w,.”»\")] )(?P<before>[–—])(?=(?P<right>{_LETTER}+))"
    rf"|(?<!\w)(?P<left>{_LETTER}+)(?P<after>[–—])(?= {_LETTER})"
)
_INSIDE = re.compile(
    rf"(?P<capital>(?<=[{SMALL}])(?=[{CAPITAL}]))"
    rf"|(?P<capitals>(?<=[{CAPITAL}]{{2}})(?=[{CAPITAL}][{SMALL}]))"
    rf"|(?P<digit>(?<={_LETTER})(?=\d))|(?P<letter>(?<=\d)(?={_LETTER}))"
)
# An English possessive stays with its word: "Trump'sHouse" is "Trump's" and "House".
_PIECE = late(rf"[^\W_]+(?:['’]s(?=[{CAPITAL}])[^\W_]+)?")
_MARKS = frozenset({",", ";", ":", ".", "!", "?", "…", "...", ".,"})
_LONGEST_OPTION = 4
_OPENING = frozenset({"“", "„", "«", "(", "["})
_CLOSING = frozenset(
    {"”", "»", ")", "]", ".”", ",”", '."', ',"', ".“", ",“", "?”", "!”", '?"', '!"'}
)


def seams(text: str) -> Iterator[Seam]:
    """Yield every place of ``text`` where two words might be glued, in order.

    Most are no fault: "iPhone", "MP3" and "U.S." have seams as well.
    """
    if not may_have_seam(text):
        return
    found = words(text)
    for word in found:
        yield from _inside(word)
    for before, after in pairwise(found):
        if after.start - before.end <= 3 and len(before.text) + len(after.text) > 2:
            seam = _between(text, before, after)
            if seam:
                yield seam
    if "–" in text or "—" in text:
        yield from map(_dash, _DASH.finditer(text))


def may_have_seam(text: str) -> bool:
    """Say whether a text is worth a look; a token mostly is not, for it has nothing but letters."""
    if text.isalpha() and (text.islower() or text.istitle()):
        return False
    return any(map(_may_have_seam, text.split()))


def _dash(match: re.Match[str]) -> Seam:
    end = match.end("right") if match["before"] else match.end()
    return Seam(
        kind=Kind.DASH,
        start=match.start(),
        end=end,
        cut=match.end() if match["before"] else match.start("after"),
        left=match["left"] or "",
        right=match["right"] or "",
        whole=match.string[match.start() : end],
        mark=match["before"] or match["after"],
    )


@lru_cache(maxsize=1 << 16)
def _may_have_seam(token: str) -> bool:
    """Say whether a token between white space is worth a look; most come back, so keep answers."""
    return not plain_word(token) and bool(_CANDIDATE.search(token))


def plain_word(token: str) -> str:
    """Return the word that a token is, but for marks around it; "" if it may have a seam.

    >>> plain_word("(Nobody"), plain_word("NATOThe"), plain_word("in2024")
    ('Nobody', '', '')
    """
    core = token.strip(_OUTER)
    return core if core.isalpha() and (core.islower() or core.istitle()) else ""


def _inside(word: Word) -> Iterator[Seam]:
    if word.text.isdecimal() or (word.text.islower() and word.text.isalpha()):
        return
    for piece in _PIECE.finditer(word.text):
        cuts = list(_INSIDE.finditer(piece[0]))
        edges = [0, *(cut.start() for cut in cuts), len(piece[0])]
        for index, cut in enumerate(cuts):
            yield Seam(
                kind=_KINDS[str(cut.lastgroup)],
                start=word.start,
                end=word.end,
                cut=word.start + piece.start() + cut.start(),
                left=piece[0][edges[index] : edges[index + 1]],
                right=piece[0][edges[index + 1] : edges[index + 2]],
                whole=piece[0],
            )


_KINDS = {
    "capital": Kind.CAPITAL,
    "capitals": Kind.CAPITALS,
    "digit": Kind.LETTER_DIGIT,
    "letter": Kind.DIGIT_LETTER,
}


def _between(text: str, before: Word, after: Word) -> Seam | None:
    gap = text[before.end : after.start]
    kind = _gap_kind(text, gap, before.end)
    if kind is None or _is_ending(text, gap, after):
        return None
    return Seam(
        kind=kind,
        start=before.start,
        end=after.end,
        cut=before.end if kind is Kind.OPENING else after.start,
        left=_PIECE.findall(before.text)[-1],
        right=_PIECE.findall(after.text)[0],
        whole=text[before.start : after.end],
        mark=gap,
    )


def _is_ending(text: str, gap: str, after: Word) -> bool:
    """Say whether a bracket offers another ending of the word before it: "autor(es)"."""
    if gap not in {"(", "["} or len(after.text) > _LONGEST_OPTION:
        return False
    return after.text.islower() and text[after.end : after.end + 1] in {")", "]"}


def _gap_kind(text: str, gap: str, at: int) -> Kind | None:
    if gap in _MARKS:
        return Kind.MARK
    if gap == '"':
        # The marks before it tell whether a straight one opens or closes.
        return Kind.CLOSING if text.count('"', 0, at) % 2 else Kind.OPENING
    if gap == "“":
        # It opens in English and closes in German.
        return Kind.CLOSING if text.count("„", 0, at) > text.count("“", 0, at) else Kind.OPENING
    if gap in _OPENING:
        return Kind.OPENING
    return Kind.CLOSING if gap in _CLOSING else None
