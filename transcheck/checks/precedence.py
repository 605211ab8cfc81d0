"""One fault, one finding: a rule gives way where a rule that knows better has marked the place."""

from collections.abc import Iterator, Sequence

from transcheck.checks.base import Context
from transcheck.checks.sides import Fault, SourcedRule, TextRule
from transcheck.model import Segment, Span


def unless(rule: TextRule, *stronger: TextRule) -> TextRule:
    """Return ``rule`` without the faults that share a character with a fault of ``stronger``.

    The stronger rules run only where ``rule`` found something, so sound text costs nothing.
    """

    def run(segment: Segment, context: Context) -> Iterator[Fault]:
        faults = [*rule(segment, context)]
        return _unclaimed(faults, stronger, segment, context) if faults else iter(())

    return run


def unless_beside(rule: SourcedRule, *stronger: TextRule) -> SourcedRule:
    """Do for a rule that reads a translation beside its source what ``unless`` does for others."""

    def run(segment: Segment, source: Segment | None, context: Context) -> Iterator[Fault]:
        faults = [*rule(segment, source, context)]
        return _unclaimed(faults, stronger, segment, context) if faults else iter(())

    return run


def _unclaimed(
    faults: Sequence[Fault], stronger: Sequence[TextRule], segment: Segment, context: Context
) -> Iterator[Fault]:
    claimed = [fault.span for other in stronger for fault in other(segment, context)]
    for fault in faults:
        if not any(_overlap(fault.span, span) for span in claimed):
            yield fault


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
