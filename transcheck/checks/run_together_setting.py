"""What stands around a token that may be words run together."""

import re
from typing import NamedTuple

from transcheck.text.letters import CAPITAL

_NAME_NEXT = re.compile(rf" [{CAPITAL}]")
_PAUSE = re.compile(r"\s*(?:$|[.,;:!?…)\]”\"»])")


class Setting(NamedTuple):
    """Where a token stands: in mid-sentence, before a word with a capital, before a mark."""

    inside: bool = False
    before_name: bool = False
    before_mark: bool = False


def setting_of(text: str, start: int, end: int) -> Setting:
    """Return the setting of what stands from ``start`` to ``end`` (exclusive) of ``text``."""
    return Setting(
        inside=not _opens_sentence(text, start),
        before_name=bool(_NAME_NEXT.match(text, end)),
        before_mark=bool(_PAUSE.match(text, end)),
    )


def _opens_sentence(text: str, start: int) -> bool:
    """Say whether what stands at ``start`` begins a sentence or a quotation."""
    before = text[:start].rstrip()
    return not before or not (before[-1].isalnum() or before[-1] in ",;)'’-")
