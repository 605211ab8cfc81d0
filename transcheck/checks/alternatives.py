"""Let what an engine thought of next repair what it got wrong.

Where the best hypothesis is a copy of the source or a loop, a later one is often sound.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from transcheck.checks.base import Context
from transcheck.model import Hit, Measured, Side, Span
from transcheck.text.edits import replacement

Run = Callable[[Measured, Context], Iterator[Hit]]


def repaired(*runs: Run) -> Run:
    """Make a check of the first of ``runs``: its hits on the target suggest a sound alternative.

    Sound is the first hypothesis that is not the source, and in which none of ``runs`` finds a
    fault. The span grows to what has to be replaced.
    """

    def judged(measured: Measured, context: Context) -> Iterator[Hit]:
        hits = list(runs[0](measured, context))
        better = _sound(measured, context, runs) if hits else None
        for hit in hits:
            yield hit if better is None or hit.side is Side.SOURCE else _with(hit, measured, better)

    return judged


def _sound(measured: Measured, context: Context, runs: tuple[Run, ...]) -> str | None:
    pair = measured.pair
    if pair.translation is None or pair.source is None or pair.target is None:
        return None
    for other in pair.translation.alternatives:
        if other.text.casefold() == pair.source.text.casefold():
            continue
        retried = replace(
            measured, pair=replace(pair, target=replace(pair.target, text=other.text))
        )
        hits = (hit for run in runs for hit in run(retried, context))
        if all(hit.side is Side.SOURCE for hit in hits):
            return other.text
    return None


def _with(hit: Hit, measured: Measured, better: str) -> Hit:
    text = measured.pair.target.text if measured.pair.target else ""
    start, end, suggestion = replacement(text, better, hit.span.start, hit.span.end)
    return replace(
        hit,
        span=Span(start=start, end=end),
        message=f"{hit.message}; the engine's next translation has no such fault",
        suggestion=suggestion,
    )
