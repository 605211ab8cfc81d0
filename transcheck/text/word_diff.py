"""What changed from one text to another, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

# A word, one sign of a script that writes words together, white space, or a mark.
_JOINED = "\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_JOINED}]|(?:(?![{_JOINED}])\w)+|\s+|[^\w\s]")
# The comparison takes the product of both lengths in time: longer texts are compared as a whole.
_LONGEST = 1500


class Kind(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Piece(NamedTuple):
    """A piece of the old text, of the new one, or of both."""

    kind: Kind
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """Return the pieces of both texts in reading order; what is removed comes before what is added.

    The pieces that are not added make up ``old``, those that are not removed ``new``. A word that
    changed at all changed as a whole.

    >>> [(str(piece.kind), piece.text) for piece in word_diff("in theoil", "in the oil")]
    [('same', 'in '), ('removed', 'theoil'), ('added', 'the oil')]
    """
    if old == new:
        return [Piece(Kind.SAME, old)] if old else []
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _LONGEST:
        before, after = [old], [new]
    return list(_pieces(before, after))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for tag, start, end, left, right in SequenceMatcher(
        None, before, after, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            yield Piece(Kind.SAME, "".join(before[start:end]))
            continue
        if start < end:
            yield Piece(Kind.REMOVED, "".join(before[start:end]))
        if left < right:
            yield Piece(Kind.ADDED, "".join(after[left:right]))
