"""Where a sentence that one text lacks should stand in it, and which sentences left their place."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from transcheck.checks.base import Texts
from transcheck.model import Pair, Segment, Side

_OTHER = {Side.SOURCE: Side.TARGET, Side.TARGET: Side.SOURCE}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """The run's pairs: their numbers by id, and which of them stand in order on both sides."""

    numbers: dict[str, int]
    in_order: frozenset[int]
    compared: bool


def compared(texts: Texts) -> bool:
    """Say whether the run puts two texts side by side; a text alone has no counterparts."""
    return _order(texts).compared


def is_moved(pair: Pair, texts: Texts) -> bool:
    """Say whether the target of a pair stands elsewhere than the order of the source has it.

    The fewest sentences that have to move to bring all in order are those that are moved.
    """
    order = _order(texts)
    number = order.numbers.get(pair.id)
    return bool(pair.source and pair.target) and number is not None and number not in order.in_order


def place(pair: Pair, side: Side, texts: Texts) -> str:
    """Say in words where the counterpart of ``pair`` on ``side`` should stand: "after line 4"."""
    order = _order(texts)
    number = order.numbers.get(pair.id)
    if number is None:
        return ""
    before = _nearest(range(number - 1, -1, -1), side, texts, order)
    after = _nearest(range(number + 1, len(texts.pairs)), side, texts, order)
    if before is None or after is None:
        edge = before or after
        return "" if edge is None else f"{'before' if before is None else 'after'} line {edge.line}"
    last = before.position(len(before.text))[0]
    if last == after.line:
        return f"on line {last}"
    return f"between lines {last} and {after.line}"


def other(side: Side) -> Side:
    """Return the side across."""
    return _OTHER[side]


def path_of(side: Side, texts: Texts) -> str:
    """Return the path of the text on ``side``, or the name of the side if all of it is missing."""
    return next((found.path for pair in texts.pairs if (found := pair.side(side))), str(side))


def _nearest(numbers: range, side: Side, texts: Texts, order: _Order) -> Segment | None:
    for number in numbers:
        found = texts.pairs[number].side(side)
        if found and number in order.in_order:
            return found
    return None


@lru_cache(maxsize=4)
def _order(texts: Texts) -> _Order:
    both = [number for number, pair in enumerate(texts.pairs) if pair.source and pair.target]
    offsets = [each.target.offset for each in texts.pairs if each.source and each.target]
    return _Order(
        numbers={pair.id: number for number, pair in enumerate(texts.pairs)},
        in_order=frozenset(both[index] for index in _longest_rise(offsets)),
        compared=any(pair.source for pair in texts.pairs),
    )


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return the indices of a longest part of ``values`` that never falls."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_right(ends, value)
        before.append(holders[at - 1] if at else -1)
        ends[at : at + 1] = [value]
        holders[at : at + 1] = [index]
    chain: list[int] = []
    index = holders[-1] if holders else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]
