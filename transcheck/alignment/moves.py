"""Find sentences whose counterpart stands elsewhere, out of order."""

from collections.abc import Iterator, Sequence

from transcheck.alignment.gains import Gains
from transcheck.alignment.path import Link

# Of the sentences that are left over, two this much alike are one that was moved.
_ALIKE = 0.4


def with_moves(links: Sequence[Link], gains: Gains) -> tuple[list[Link], list[Link]]:
    """Return the links with moved sentences put together, and those of them that are moved.

    A moved sentence takes the place of its source; all other links stay in the order of both texts.
    """
    parted = [part for link in links for part in _parted(link, gains)]
    dropped = [link.start for link in parted if link.left == link.right]
    added = [link.left for link in parted if link.start == link.end]
    partner = dict(_partners(dropped, added, gains))
    taken = set(partner.values())
    made, moved = [], []
    for link in parted:
        if link.left == link.right and link.start in partner:
            left = partner[link.start]
            moved.append(Link(start=link.start, end=link.end, left=left, right=left + 1))
            made.append(moved[-1])
        elif link.start < link.end or link.left not in taken:
            made.append(link)
    return made, moved


def _parted(link: Link, gains: Gains) -> Iterator[Link]:
    """Yield two sentences that changed places as links of their own, other links as they are."""
    start, left = link.start, link.left
    if (link.end - start, link.right - left) != (2, 2):
        yield link
        return
    alike = gains.likeness([start, start + 1], [left, left + 1])
    crossed = min(alike[0, 1], alike[1, 0])
    if crossed < _ALIKE or crossed < max(alike[0, 0], alike[1, 1]):
        yield link
        return
    yield Link(start=start, end=start + 1, left=left, right=left)
    yield Link(start=start + 1, end=start + 2, left=left, right=left + 1)
    yield Link(start=start + 2, end=start + 2, left=left + 1, right=left + 2)


def _partners(
    dropped: Sequence[int], added: Sequence[int], gains: Gains
) -> Iterator[tuple[int, int]]:
    """Yield the sentences of both sides that are each other's nearest, if they are near."""
    if not dropped or not added:
        return
    alike = gains.likeness(dropped, added)
    theirs, ours = alike.argmax(axis=1), alike.argmax(axis=0)
    for row, column in enumerate(theirs):
        if ours[column] == row and alike[row, column] >= _ALIKE:
            yield dropped[row], added[column]
