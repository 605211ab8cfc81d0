"""Marks that open and close: which of them have no partner, over the paragraphs of a text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark at a place: ``owner`` numbers the text that holds it, ``index`` is its code point.

    ``opens`` is None where only the marks before it can tell. ``kind`` says which marks belong
    together. ``leads`` says that it begins a line. ``doubtful`` says that it may be a sign of its
    own, such as that of inches; ``optional``, that it closes what is open and is otherwise nothing.
    """

    owner: int
    index: int
    char: str
    kind: str
    opens: bool | None
    leads: bool = False
    doubtful: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The marks of a paragraph. A ``closed`` one, such as a heading, runs on into no other."""

    marks: Sequence[Mark]
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaired:
    """A mark without partner; ``instead`` is the mark that would close what is open there."""

    mark: Mark
    instead: str | None = None


def unpaired(
    paragraphs: Sequence[Paragraph],
    *,
    partners: Mapping[str, str],
    reach: int,
    strict: bool = False,
) -> Iterator[Unpaired]:
    """Yield the marks of one kind that have no partner.

    What is open at the end of a paragraph may be closed within the ``reach`` paragraphs after it.
    A mark that begins a paragraph or a line while one is open repeats that one, as long quotations
    do. ``partners`` gives, for each closing mark, the marks that it closes; any closes any unless
    ``strict``.
    """
    stack: list[Mark] = []
    began: dict[Mark, int] = {}
    for number, paragraph in enumerate(paragraphs):
        doubtful = False
        for old in [mark for mark in stack if number - began[mark] > reach]:
            stack.remove(old)
            yield Unpaired(mark=old)
        for mark in paragraph.marks:
            began[mark] = number
            if mark.leads and stack:
                stack[-1] = mark
            elif mark.opens or (mark.opens is None and not stack):
                stack.append(mark)
            elif stack:
                yield from _close(stack, mark, partners, strict=strict)
            elif not (doubtful or mark.doubtful or mark.optional):
                yield Unpaired(mark=mark)
            doubtful = doubtful or mark.doubtful
        if paragraph.closed:
            yield from map(_alone, stack)
            stack.clear()
    yield from map(_alone, stack)


def _alone(mark: Mark) -> Unpaired:
    return Unpaired(mark=mark)


def _close(
    stack: list[Mark], mark: Mark, partners: Mapping[str, str], *, strict: bool
) -> Iterator[Unpaired]:
    """Take the mark's partner off the stack; what was opened after it stays without one."""
    wanted = partners.get(mark.char, "")
    depth = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].char in wanted), None)
    if depth is None:
        opening = stack.pop()
        if strict:
            instead = next((c for c, opens in partners.items() if opening.char in opens), None)
            yield Unpaired(mark=mark, instead=instead)
        return
    for left in stack[depth + 1 :]:
        yield Unpaired(mark=left)
    del stack[depth:]
