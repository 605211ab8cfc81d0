"""What the checks of terms share: which terms a source has, and what is said of a lost one."""

from collections.abc import Iterator

from transcheck.checks.base import Context
from transcheck.glossary import Entry
from transcheck.glossary.find import in_source
from transcheck.model import Hit, Measured, Segment, Side, Span


def named(measured: Measured, context: Context) -> Iterator[tuple[str, Entry, Segment]]:
    """Yield the terms of the glossary that a source has, each entry once, and the translation."""
    both = measured.pair.both if context.glossary.concepts else None
    if both is None:
        return
    source, target = both
    said: set[str] = set()
    for span, entry in in_source(context.glossary, source.text, source.lang, target.lang):
        if said.isdisjoint(entry.sources):
            said.update(entry.sources)
            yield span.of(source.text), entry, target


def gone(target: Segment, message: str) -> Hit:
    """Return the hit on a whole translation for a term that stands nowhere in it."""
    return Hit(side=Side.TARGET, span=Span(start=0, end=len(target.text)), message=message)
