"""Let a second translation of the source confirm or clear what a check of facts saw.

A translator may say a fact in a way that a check cannot read across two languages. The forward
translation says it in the language of the target, and independently: what is missing against the
source and against it, too, is missing.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from transcheck.checks.base import Context
from transcheck.model import Forward, Hit, Measured, Pair, Side

Run = Callable[[Measured, Context], Iterator[Hit]]

UNCONFIRMED = "; no second translation confirms it"


def confirmed(run: Run, *, by_value: bool = False) -> Run:
    """Make a check of facts of ``run``, which compares a source with its translation.

    A hit stands if ``run`` finds the fault between the forward translation and the target as well.
    If not, it is cleared. Without a forward translation all hits stand, and say so.

    ``by_value`` is for facts that ``run`` reads alike in every language, such as numbers. There an
    engine that fails its own source has lost the fact too, and clears nothing.
    """

    def judged(measured: Measured, context: Context) -> Iterator[Hit]:
        hits = list(run(measured, context))
        if not hits:
            return
        forward = measured.forward
        again = [] if forward is None else _against(forward, measured.pair, run, context)
        trusted = forward is not None and not (
            by_value and _fails(forward, measured.pair, run, context)
        )
        for hit in hits:
            if any(_touch(hit, other) for other in again):
                yield hit
            elif not trusted:
                yield replace(hit, message=hit.message + UNCONFIRMED)

    return judged


def _against(forward: Forward, pair: Pair, run: Run, context: Context) -> list[Hit]:
    return list(run(Measured(pair=pair.retold(forward.text)), context))


def _fails(forward: Forward, pair: Pair, run: Run, context: Context) -> bool:
    """Say whether the engine's own translation is at fault."""
    if pair.target is None:
        return False
    engines = replace(pair, target=replace(pair.target, text=forward.text))
    return any(True for _ in run(Measured(pair=engines), context))


def _touch(one: Hit, other: Hit) -> bool:
    """Say whether two hits may be of one fault.

    Spans on the source cannot be held together: the forward translation has other words.
    """
    if one.side is not other.side:
        return False
    apart = one.span.end < other.span.start or other.span.end < one.span.start
    return one.side is Side.SOURCE or not apart
