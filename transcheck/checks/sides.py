"""Run a rule about one text on both sides of a pair, and blame the side that began it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from transcheck.checks.base import Context
from transcheck.model import Hit, Measured, Segment, Side, Span

# Two spans that share this many characters at either end are one fault carried over: the engine
# translated a part of it ("WashingtonAfter" becomes "WashingtonDepois").
_SHARED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a rule about one text saw: a hit that does not yet know its side."""

    span: Span
    message: str
    value: float | None = None
    limit: float | None = None
    suggestion: str | None = None


TextRule = Callable[[Segment, Context], Iterator[Fault]]


def each_side(rule: TextRule) -> Callable[[Measured, Context], Iterator[Hit]]:
    """Make a check of a rule about one text.

    A fault that stands in the source already is reported there once, and the message says that
    the translation repeats it; the translation is blamed only for faults of its own.
    """

    def run(measured: Measured, context: Context) -> Iterator[Hit]:
        source, target = measured.pair.source, measured.pair.target
        begun = list(rule(source, context)) if source else []
        made = list(rule(target, context)) if target else []
        carried: dict[int, str] = {}
        for fault in made:
            origin = _origin(fault, target, begun, source, taken=carried.keys())
            if origin is None:
                yield _hit(fault, Side.TARGET)
            elif target:
                carried[origin] = fault.span.of(target.text)
        for index, fault in enumerate(begun):
            repeated = carried.get(index)
            note = f"; the translation repeats it: “{repeated}”" if repeated else ""
            yield replace(_hit(fault, Side.SOURCE), message=fault.message + note)

    return run


def _hit(fault: Fault, side: Side) -> Hit:
    return Hit(
        side=side,
        span=fault.span,
        message=fault.message,
        value=fault.value,
        limit=fault.limit,
        suggestion=fault.suggestion,
    )


def _origin(
    fault: Fault,
    target: Segment | None,
    begun: list[Fault],
    source: Segment | None,
    *,
    taken: Collection[int],
) -> int | None:
    """Return the index in ``begun`` of the source fault that this target fault carries over."""
    if target is None or source is None:
        return None
    mark = fault.span.of(target.text)
    whole = mark == target.text
    for index, other in enumerate(begun):
        original = other.span.of(source.text)
        if index in taken:
            continue
        if (whole and original == source.text) or _share_an_end(mark, original):
            return index
    return None


def _share_an_end(one: str, other: str) -> bool:
    if one == other:
        return True
    return one[:_SHARED] == other[:_SHARED] or one[-_SHARED:] == other[-_SHARED:]
