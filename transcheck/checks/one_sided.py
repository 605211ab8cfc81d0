"""The rule that dropped-sentence and added-sentence share, each for its side."""

from collections.abc import Iterator

from transcheck.checks.base import Context
from transcheck.checks.boilerplate import BOILERPLATE
from transcheck.checks.reading_order import compared, other, path_of, place
from transcheck.model import Hit, Measured, Role, Severity, Side, Span

# Editors and pages give an article a headline of their own: worth knowing, no fault.
_OWN = {Role.HEADLINE, Role.HEADING, Role.BYLINE}


def one_sided(measured: Measured, context: Context, side: Side, told: str) -> Iterator[Hit]:
    """Yield a hit for a segment on ``side`` that has no counterpart on the other.

    ``told`` is the message, with ``{path}`` for the other text. A line that a web page left behind
    is no part of the article, so nobody translates it.
    """
    pair = measured.pair
    segment = pair.side(side)
    if segment is None or pair.side(other(side)) is not None or not compared(context.texts):
        return
    if not any(char.isalnum() for char in segment.text) or _is_residue(measured, context):
        return
    where = place(pair, other(side), context.texts)
    yield Hit(
        side=side,
        span=Span(start=0, end=len(segment.text)),
        message=told.format(path=path_of(other(side), context.texts))
        + (f"; it would stand {where}" if where else ""),
        value=pair.score,
        severity=Severity.NOTE if segment.role in _OWN else None,
    )


def _is_residue(measured: Measured, context: Context) -> bool:
    return any(True for _ in BOILERPLATE.run(measured, context))
