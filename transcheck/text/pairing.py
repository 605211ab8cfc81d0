"""Marks that open and close: which of them have no partner, over the paragraphs of a text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Mark(NamedTuple):
    """A mark at a place: ``owner`` numbers the text that holds it, ``start`` is its code point.

    ``opens`` is None where only the marks before it can tell. ``kind`` says which marks belong
    together. ``leads`` says that it begins a line. ``doubtful`` says that it may be a sign of its
    own, such as that of inches; ``optional``, that it closes what is open and is otherwise nothing.
    """

    owner: int
    start: int
    char: str
    kind: str
    opens: bool | None
    leads: bool = False
    doubtful: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """The marks of a paragraph, in order."""

    marks: Sequence[Mark]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaired:
    """A mark without partner; ``instead`` is the mark that would close what is open there.

    ``repeated`` says that the next paragraph begins with such a mark, as those of long quotations
    do: then it lacks nothing, unless something else tells that the quotation ended before.
    """

    mark: Mark
    instead: str | None = None
    repeated: bool = False


@dataclass(slots=True, kw_only=True)
class _Open:
    """What is open so far, the paragraph of each mark, and the marks that share their partner."""

    stack: list[Mark] = field(default_factory=list)
    began: dict[Mark, int] = field(default_factory=dict)
    shared: set[Mark] = field(default_factory=set)

    def given_up(self, before: int) -> Iterator[Unpaired]:
        """Take off what was opened before that paragraph; yield what has no partner."""
        old = [mark for mark in self.stack if self.began[mark] < before]
        self.stack = self.stack[len(old) :]
        yield from (Unpaired(mark=mark) for mark in old if mark not in self.shared)


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
    state = _Open()
    for number, paragraph in enumerate(paragraphs):
        yield from state.given_up(number - reach)
        for mark in paragraph.marks:
            state.began[mark] = number
        yield from _read(state, paragraph.marks, partners, strict=strict)
    yield from state.given_up(len(paragraphs))


def _read(
    state: _Open, marks: Sequence[Mark], partners: Mapping[str, str], *, strict: bool
) -> Iterator[Unpaired]:
    """Read the marks of a paragraph; yield those without partner that show at once."""
    stack, doubtful = state.stack, False
    for mark in marks:
        if mark.leads and stack:
            yield Unpaired(mark=stack[-1], repeated=True)
            stack[-1] = mark
        elif mark.opens or (mark.opens is None and not stack):
            stack.append(mark)
        elif stack:
            if mark is marks[-1]:
                state.shared.update(_outer(stack, mark, partners))
            yield from _close(stack, mark, partners, strict=strict)
        elif not (doubtful or mark.doubtful or mark.optional):
            yield Unpaired(mark=mark)
        doubtful = doubtful or mark.doubtful


def _outer(stack: Sequence[Mark], mark: Mark, partners: Mapping[str, str]) -> Sequence[Mark]:
    """Return the mark that the last mark of a paragraph closes along with the innermost one.

    Russian and French set one mark where two guillemets would meet: «he said «no».
    """
    if len(stack) < 2 or stack[-1].char not in partners.get(mark.char, ""):
        return ()
    inner, outer = stack[-1], stack[-2]
    alike = inner.char == outer.char == "«" and inner.owner == outer.owner == mark.owner
    return (outer,) if alike else ()


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
