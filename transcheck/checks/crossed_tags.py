"""crossed-tags: tags of a translation that do not close in the order in which they opened."""

import re
from collections import Counter
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text import tags
from transcheck.units import Unit


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or "<" not in strings[1].text:
        return
    ours, found = (tags.find(each.text) for each in strings[:2])
    apart = _apart(tags.counted(ours), tags.counted(found))
    wrong = tags.crossed(one for one in found if one.name not in apart)
    if wrong is None or tags.crossed(one for one in ours if one.name not in apart):
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=wrong.start, end=wrong.end),
        message=f"{wrong.text} stands where the tags of the source do not cross",
    )


def _apart(had: Counter[tuple[str, bool]], has: Counter[tuple[str, bool]]) -> frozenset[str]:
    """Return the names of tags that the source leaves open as well, or other checks speak of."""
    known = {name for name, _ in had}
    lost = {name for name, _ in had - has}
    open_here = tags.uneven(has)
    return tags.uneven(had) | (open_here & lost) | (open_here - known)


CROSSED_TAGS = Check(
    id="TC613",
    name="crossed-tags",
    summary="The tags of the translation cross each other, and those of the source do not.",
    rationale=(
        "A tag that closes before it opened, or around another that is still open, is repaired by "
        "each browser in its own way, and refused by XML. So is one more that closes nothing. What "
        "the source leaves open, as a paragraph may be, is left out, and a source whose own tags "
        "cross is left alone."
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
            source="<p>Use <b>%s</b> for this",
            text="<p>Dazu </b>%s<b> nehmen",
            lang="de",
            unit=Unit(key="use"),
            flags=("</b>",),
            why="the paragraph is open in both",
        ),
        Example(
            source="Run <b>%s</b> once",
            text="<b>%s</b> einmal ausführen</b>",
            lang="de",
            unit=Unit(key="run"),
            flags=("</b>",),
            why="one more that closes nothing",
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
