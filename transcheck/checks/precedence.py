"""One fault, one finding: a rule gives way where a rule that knows better has marked the place."""

from collections.abc import Iterator

from transcheck.checks.base import Context
from transcheck.checks.sides import Fault, TextRule
from transcheck.model import Segment, Span


def unless(rule: TextRule, *stronger: TextRule) -> TextRule:
    """Return ``rule`` without the faults that share a character with a fault of ``stronger``.

    The stronger rules run only where ``rule`` found something, so sound text costs nothing.
    """

    def run(segment: Segment, context: Context) -> Iterator[Fault]:
        faults = list(rule(segment, context))
        if not faults:
            return
        claimed = [fault.span for other in stronger for fault in other(segment, context)]
        for fault in faults:
            if not any(_overlap(fault.span, span) for span in claimed):
                yield fault

    return run


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
