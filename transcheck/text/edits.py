"""What has to change in a text so that it becomes another."""

import re

_INSIDE_WORD = re.compile(r"(?<=\w)\w")


def replacement(old: str, new: str, start: int, end: int) -> tuple[int, int, str]:
    """Return a stretch of ``old`` that holds ``start`` to ``end``, and what ``new`` has there.

    It is the shortest that makes ``new`` of ``old`` without cutting a word in two.

    >>> replacement("He said said said it.", "He said it.", 8, 17)
    (8, 18, '')
    >>> replacement("He saw the the the house.", "She saw a house.", 7, 18)
    (0, 18, 'She saw a')
    """
    before = 0
    while before < min(start, len(new)) and old[before] == new[before]:
        before += 1
    after = 0
    room = min(len(old) - max(end, before), len(new) - before)
    while after < room and old[-1 - after] == new[-1 - after]:
        after += 1
    while before and _cuts(old, new, before, before):
        before -= 1
    while after and _cuts(old, new, len(old) - after, len(new) - after):
        after -= 1
    return before, len(old) - after, new[before : len(new) - after]


def _cuts(old: str, new: str, here: int, there: int) -> bool:
    """Say whether a word of either text goes on over this place."""
    return bool(_INSIDE_WORD.match(old, here) or _INSIDE_WORD.match(new, there))
