"""Run a rule about one text on both sides of a pair, and blame the side that began it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from transcheck.checks.base import Context
from transcheck.model import Hit, Measured, Pair, Segment, Side, Span

# Two spans that share this many characters at either end are one fault carried over: the engine
# translated a part of it ("WashingtonAfter" becomes "WashingtonDepois").
_SHARED = 4
# An engine that translated both halves ("countyWho") leaves the fault about where it was: this
# far apart, as shares of the two sentences, are faults of their own.
_DRIFT = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a rule about one text saw: a hit that does not yet know its side."""

    span: Span
    message: str
    value: float | None = None
    limit: float | None = None
    suggestion: str | None = None
    certain: bool = False


TextRule = Callable[[Segment, Context], Iterator[Fault]]
# The second segment is the source beside which a translation is read, None for a text by itself.
SourcedRule = Callable[[Segment, Segment | None, Context], Iterator[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A fault with the words that it marks and its place in the sentence, from 0 to 1."""

    fault: Fault
    text: str
    whole: bool
    place: float


def each_side(
    rule: TextRule, *, causes: Sequence[TextRule] = ()
) -> Callable[[Measured, Context], Iterator[Hit]]:
    """Make a check of a rule about one text.

    A fault that stands in the source already is reported there once, and the message says that
    the translation repeats it; the translation is blamed only for faults of its own. ``causes``
    are other rules whose faults in the source lead to this one in a translation.

    The source of a string only excuses its translation: it stands beside every language, names
    of the program abound in it, and who translates cannot mend it.
    """

    def alone(segment: Segment, _source: Segment | None, context: Context) -> Iterator[Fault]:
        return rule(segment, context)

    return each_side_beside(alone, causes=causes)


def each_side_beside(
    rule: SourcedRule, *, causes: Sequence[TextRule] = ()
) -> Callable[[Measured, Context], Iterator[Hit]]:
    """Make a check of a rule that reads a translation beside its source, as ``each_side`` does.

    The source is read by itself: a translator may split a sentence or drop its capitals, so the
    translation says nothing of the source.
    """

    def run(measured: Measured, context: Context) -> Iterator[Hit]:
        source, target = measured.pair.source, measured.pair.target
        if source is not None:
            return of_both(measured.pair, source, context)
        # The way of ``lint``, which has to be quick: without a generator of its own.
        return map(_on_target, rule(target, None, context) if target else ())

    def of_both(pair: Pair, source: Segment, context: Context) -> Iterator[Hit]:
        target = pair.target
        begun = _marks(source, rule(source, None, context))
        made = _marks(target, rule(target, source, context)) if target else []
        if not made and not begun:
            return  # what nearly every row comes to, so it must cost little
        elsewhere = [mark for cause in causes for mark in _marks(source, cause(source, context))]
        carried = _carried(made, [*begun, *elsewhere])
        for number, mark in enumerate(made):
            if number not in carried:
                yield _on_target(mark.fault)
        if pair.unit is not None:
            return
        repeated = {origin: made[number].text for number, origin in carried.items()}
        for number, mark in enumerate(begun):
            note = (
                f"; the translation repeats it: “{repeated[number]}”" if number in repeated else ""
            )
            yield replace(_hit(mark.fault, Side.SOURCE), message=mark.fault.message + note)

    return run


def _marks(segment: Segment, faults: Iterable[Fault]) -> list[_Mark]:
    return [
        _Mark(
            fault=fault,
            text=fault.span.of(segment.text),
            whole=fault.span.of(segment.text) == segment.text,
            place=fault.span.start / max(len(segment.text), 1),
        )
        for fault in faults
    ]


def _carried(made: Sequence[_Mark], begun: Sequence[_Mark]) -> dict[int, int]:
    """Return, for each fault of the target that the source began, the number of its origin.

    Each origin explains one fault. Words that the two share decide first, then the place.
    """
    carried: dict[int, int] = {}
    for alike in (_share_words, _share_place):
        for number, mark in enumerate(made):
            if number in carried:
                continue
            free = (i for i in range(len(begun)) if i not in carried.values())
            origin = next((i for i in free if alike(mark, begun[i])), None)
            if origin is not None:
                carried[number] = origin
    return carried


def _share_words(one: _Mark, other: _Mark) -> bool:
    if one.text == other.text or (one.whole and other.whole):
        return True
    return (
        one.text[:_SHARED] == other.text[:_SHARED] or one.text[-_SHARED:] == other.text[-_SHARED:]
    )


def _share_place(one: _Mark, other: _Mark) -> bool:
    return abs(one.place - other.place) <= _DRIFT


def _hit(fault: Fault, side: Side) -> Hit:
    return Hit(
        side=side,
        span=fault.span,
        message=fault.message,
        value=fault.value,
        limit=fault.limit,
        suggestion=fault.suggestion,
        certain=fault.certain,
    )


def _on_target(fault: Fault) -> Hit:
    return _hit(fault, Side.TARGET)
