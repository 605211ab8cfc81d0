"""The addresses in a text, by kind: web addresses, e-mail addresses, handles and hashtags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from transcheck.text.late import late
from transcheck.text.protected import DOMAINS


class Kind(StrEnum):
    """What an address leads to."""

    WEB = "web address"
    MAIL = "e-mail address"
    HANDLE = "handle"
    HASHTAG = "hashtag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address at code points ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    text: str
    kind: Kind


# Words of scripts that write no spaces, or put endings to a foreign word, may touch an address on
# either side ("weather.comに"), so it ends where such a script begins.
_REST = r"[^\s<>\"“”«»\u0e00-\u0e7f\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef]"
# Languages join a word to an address by a hyphen: "example.org-Server", "example.hu-ról".
_NO_MORE = r"(?![A-Za-z0-9@]|-(?:[A-Za-z0-9-]*\.[a-z]|\s|\Z))"
_ADDRESS = late(
    rf"""
      (?P<MAIL>(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)+)
    | (?P<HANDLE>(?<![A-Za-z0-9_.@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])?)
    | (?P<HASHTAG>(?<![A-Za-z0-9&/#])\#(?=\d*+[^\W\d])(?:[A-Za-z0-9_À-ɏ]++|\w++))
    | (?P<WEB>(?:(?:https?|ftp)://|(?<![A-Za-z0-9.-])www\.){_REST}+
      | (?<![A-Za-z0-9.@/-])(?:[A-Za-z0-9-]++\.)+(?:{DOMAINS}){_NO_MORE}(?:/{_REST}*)?)
    """,
    re.VERBOSE,
)
ANY = re.compile(r"[@#]|\.[a-z]|://")
_AFTER = ".,;:!?…'’)]}>*_-"


def find(text: str) -> Iterator[Address]:
    """Yield the addresses of ``text`` in order, without the words and marks that touch them.

    >>> [(str(one.kind), one.text) for one in find("See weather.comに or ask @Ann_Lee.")]
    [('web address', 'weather.com'), ('handle', '@Ann_Lee')]
    """
    if not ANY.search(text):
        return
    for match in _ADDRESS.finditer(text):
        kind = Kind[match.lastgroup or ""]
        found = _without_marks(match[0]) if kind is Kind.WEB else match[0]
        yield Address(start=match.start(), end=match.start() + len(found), text=found, kind=kind)


def _without_marks(address: str) -> str:
    """Return a web address without the punctuation of the sentence it stands in."""
    end = len(address)
    while end and address[end - 1] in _AFTER:
        if address[end - 1] == ")" and address.count("(", 0, end) >= address.count(")", 0, end):
            break
        end -= 1
    return address[:end]
