"""missing-tag: a tag of the source that the translation lacks."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text import tags
from transcheck.units import Unit


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or "<" not in strings[0].text:
        return
    source, target, _ = strings
    left = tags.counted(tags.find(target.text))
    lost = []
    for one in tags.find(source.text):
        if left[one.name, one.closing]:
            left[one.name, one.closing] -= 1
        else:
            lost.append(one)
    blanks = tags.lost_blanks(source.text, target.text)
    named = [*(one.text for one in lost), *blanks]
    if named:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=0, end=len(target.text)),
            message=f"expected {', '.join(named)}, found no such tag",
            severity=None if blanks or not all(one.sets for one in lost) else Severity.NOTE,
        )


MISSING_TAG = Check(
    id="TC611",
    name="missing-tag",
    summary="A tag of the source is missing in the translation.",
    rationale=(
        "A lost tag is a lost link or lost emphasis, and a lost closing tag spoils the page from "
        "there on. Attributes are not compared here. A word of prose in angle brackets "
        "(“<file>”) is no tag unless it closes, has attributes or is known to HTML: it may be "
        "translated, or stand between other marks, but not be gone. A line break alone is a note: "
        "the translation may be short enough without."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=re.compile("<"),
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Read <b>this</b> first",
            text="Lesen Sie <b>das zuerst",
            lang="de",
            unit=Unit(key="read"),
            flags=("Lesen Sie <b>das zuerst",),
        ),
        Example(
            source="See <0>the guide</0>",
            text="Veja o guia",
            lang="pt",
            unit=Unit(key="see"),
            flags=("Veja o guia",),
            why="the link is lost",
        ),
        Example(
            source="One<br>two",
            text="Eins<br/>zwei",
            lang="de",
            unit=Unit(key="two"),
            why="two ways to write one tag",
        ),
        Example(
            source="Usage: run <file>",
            text="Aufruf: run <Datei>",
            lang="de",
            unit=Unit(key="usage"),
            why="a near miss: a word in angle brackets",
        ),
        Example(
            source="use <text> as a message",
            text="usa como mensaje",
            lang="es",
            unit=Unit(key="text"),
            flags=("usa como mensaje",),
            why="nothing says what to use",
        ),
    ),
)
