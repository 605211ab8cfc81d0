"""crossed-tags: tags of a translation that do not close in the order in which they opened."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text import tags
from transcheck.units import Unit


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or any("<" not in each.text for each in strings[:2]):
        return
    ours, found = (tags.find(each.text) for each in strings[:2])
    wrong = tags.crossed(found)
    # Where tags are lost or added, this says so already.
    if wrong is None or tags.crossed(ours) or tags.counted(found) != tags.counted(ours):
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=wrong.start, end=wrong.end),
        message=f"{wrong.text} stands where the tags of the source do not cross",
    )


CROSSED_TAGS = Check(
    id="TC613",
    name="crossed-tags",
    summary="The tags of the translation cross each other, and those of the source do not.",
    rationale=(
        "A tag that closes before it opened, or around another that is still open, is repaired by "
        "each browser in its own way, and refused by XML. All tags are there, so no count of them "
        "shows it. A source whose own tags cross is left alone."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=re.compile("<"),
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="<b>Read <i>this</i></b>",
            text="<b>Lesen Sie <i>das</b></i>",
            lang="de",
            unit=Unit(key="read"),
            flags=("</b>",),
        ),
        Example(
            source="Press <kbd>Enter</kbd> now",
            text="Agora pressione </kbd>Enter<kbd>",
            lang="pt",
            unit=Unit(key="press"),
            flags=("</kbd>",),
        ),
        Example(
            source="<b>A</b> and <i>B</i>",
            text="<i>B</i> und <b>A</b>",
            lang="de",
            unit=Unit(key="and"),
            why="a near miss: another order, nothing crossed",
        ),
        Example(
            source="<p>One<p>Two",
            text="<p>Eins<p>Zwei",
            lang="de",
            unit=Unit(key="p"),
            why="the source leaves them open as well",
        ),
    ),
)
