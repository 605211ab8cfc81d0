"""The mark that ends a text, by what it says: whatever script it is written in."""

import re
from collections.abc import Mapping
from enum import StrEnum

from transcheck.text.late import late


class Mark(StrEnum):
    """What the last mark of a text says."""

    NONE = "no mark"
    STOP = "a full stop"
    QUESTION = "a question mark"
    EXCLAMATION = "an exclamation mark"
    COLON = "a colon"
    COLONS = "two colons"
    SEMICOLON = "a semicolon"
    ELLIPSIS = "an ellipsis"


_MARKS: Mapping[str, Mark] = {
    **dict.fromkeys(".。．｡।॥։።۔", Mark.STOP),
    **dict.fromkeys("?？؟⁇", Mark.QUESTION),
    **dict.fromkeys("!！‼", Mark.EXCLAMATION),
    **dict.fromkeys(":：︰", Mark.COLON),
    **dict.fromkeys(";；؛", Mark.SEMICOLON),
    **dict.fromkeys("…⋯", Mark.ELLIPSIS),
}
# Where a language writes another mark, or uses one for something else.
_OWN: Mapping[str, Mapping[str, Mark]] = {
    "el": {";": Mark.QUESTION, "\u037e": Mark.QUESTION, "·": Mark.SEMICOLON},
    "hy": {":": Mark.STOP, "՞": Mark.QUESTION, "՜": Mark.EXCLAMATION, "՝": Mark.COLON},
    "am": {"፥": Mark.COLON, "፣": Mark.SEMICOLON},
}
# These end a sentence without a mark.
WITHOUT_STOP = frozenset({"lo", "my", "th"})
# A phrase that ends in a noun has no stop there; Japanese verbs end in hiragana.
_NOUN: Mapping[str, re.Pattern[str]] = {"ja": late(r"[\u30a1-\u30fa\u30fc\u3005\u4e00-\u9fff]")}
_REMARK = re.compile(r"(?:[(（][^()（）]*[)）]|\[[^\[\]]*\])\s*\Z")
_CLOSING = re.compile(r"(?:\s|[\"'”’»«›“)\]」』）】*`_]|</?[A-Za-z][^<>]{0,200}>|&\w{2,8};)+\Z")
_DOTS = re.compile(r"(?:(?:\.\s?){3}|。。。?|…)\Z")
# A literal block follows, in reStructuredText.
_COLONS = re.compile(r"(?<!:)::\Z")
# The last word of these ends in a stop of its own.
_ABBREVIATION = re.compile(r"(?:\b\w\.(?:\s?\w\.)+|\betc\.|\A[^\W\d_]{1,3}\.)\Z")


def body(text: str) -> str:
    """Return ``text`` without the closing marks, tags and spaces that may stand behind its last."""
    end = text.rstrip()
    if end[-1:].isalnum() or (end[-1:] in _MARKS and end[-1] != ";"):
        return end  # most end so, and a semicolon may end an entity
    # A tail is short: a long run of tags at an end is layout.
    start = max(len(end) - 300, 0)
    return end[:start] + _CLOSING.sub("", end[start:])


def end_mark(text: str, lang: str) -> Mark:
    """Return the mark that a text ends in, closing quotation marks, brackets and tags put aside.

    >>> [str(end_mark(text, "ja")) for text in ("保存する。", "名前：", "(本当？)")]
    ['a full stop', 'a colon', 'a question mark']
    """
    last = body(text)
    if last[-1:].isalnum():
        return Mark.NONE  # as most do
    if _DOTS.search(last[-6:]):
        return Mark.ELLIPSIS
    if _COLONS.search(last[-3:]):
        return Mark.COLONS
    if not last or _ABBREVIATION.search(last[-12:]):
        return Mark.NONE
    own = _OWN.get(lang.partition("-")[0], {})
    return own.get(last[-1]) or _MARKS.get(last[-1], Mark.NONE)


def is_phrase(text: str, lang: str) -> bool:
    """Say whether a text without a mark ends as a phrase does that needs none.

    >>> is_phrase("変更しない場合は空白", "ja"), is_phrase("変更します", "ja")
    (True, False)
    """
    noun = _NOUN.get(lang.partition("-")[0])
    return noun is not None and noun.match(body(text)[-1:]) is not None


def without_remark(text: str) -> str:
    """Return ``text`` without a remark in brackets at its end.

    >>> without_remark("Gespeichert. (Ohne Namen)")
    'Gespeichert. '
    """
    return _REMARK.sub("", text)
