"""What stands around a token that may be words run together."""

import re
from typing import NamedTuple

from transcheck.data.adjacency import Adjacency
from transcheck.text.late import late
from transcheck.text.letters import CAPITAL

_NAME_NEXT = late(rf" [{CAPITAL}]")
_PAUSE = re.compile(r"\s*(?:$|[.,;:!?…)\]”\"»])")
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")
# Neighbours are looked for so many letters away.
_NEAR = 40
# What the neighbours can add to the log odds at most.
MOST_FITTING = 2.0


class Setting(NamedTuple):
    """Where a token stands: in mid-sentence, before a word with a capital, before a mark.

    ``before`` and ``after`` are the words or marks next to it, empty at the edge of the text.
    """

    inside: bool = False
    before_name: bool = False
    before_mark: bool = False
    before: str = ""
    after: str = ""


def setting_of(text: str, start: int, end: int) -> Setting:
    """Return the setting of what stands from ``start`` to ``end`` (exclusive) of ``text``."""
    return Setting(
        inside=not _opens_sentence(text, start),
        before_name=bool(_NAME_NEXT.match(text, end)),
        before_mark=bool(_PAUSE.match(text, end)),
        before=["", *tokens(text[max(start - _NEAR, 0) : start])][-1],
        after=[*tokens(text[end : end + _NEAR]), ""][0],
    )


def tokens(text: str) -> list[str]:
    """Return the words and the marks of a text."""
    return _TOKEN.findall(text)


def fitting(token: str, cut: int, setting: Setting, adjacency: Adjacency) -> float:
    """Return how much better two words fit between the neighbours of ``token`` than one does.

    "theoil" in "of theoil and" does: "of the" and "oil and" are usual. A German noun would have a
    capital of its own, so "Rapperkollege" is one word.
    """
    opens = not setting.inside
    left, right = adjacency.kind(token[:cut], opens=opens), adjacency.kind(token[cut:])
    whole = adjacency.kind(token, opens=opens)
    before, after = adjacency.kind(setting.before), adjacency.kind(setting.after)
    apart = adjacency.pull(before, left, right, after) + adjacency.smallness(token[cut:])
    return min(apart - adjacency.pull(before, whole, after), MOST_FITTING)


def _opens_sentence(text: str, start: int) -> bool:
    """Say whether what stands at ``start`` begins a sentence or a quotation."""
    before = text[:start].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ",;)'’-")
