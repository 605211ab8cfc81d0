"""added-tag: a tag of the translation whose like the source does not have."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text import tags
from transcheck.units import Unit

# English writes “2nd” where French raises the letters: “2<sup>e</sup>”.
_ORDINAL = re.compile(r"(?:\d|[}sd])(?:st|nd|rd|th)(?![^\W_])")


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or is_message_id(strings[0].text):
        return
    source, target, _ = strings
    found = tags.find(target.text)
    if not found:
        return
    known = tags.counted(tags.find(source.text))
    ordinal = _ORDINAL.search(source.text)
    for one in found:
        if (one.name, one.closing) not in known and not (ordinal and one.name == "sup"):
            yield Hit(
                side=Side.TARGET,
                span=Span(start=one.start, end=one.end),
                message=f"{one.text} stands in the translation, and the source has no such tag",
                severity=Severity.NOTE if one.sets else None,
            )


ADDED_TAG = Check(
    id="TC612",
    name="added-tag",
    summary="A tag stands in the translation that the source does not have.",
    rationale=(
        "Where the source has no tag the program may show it as it stands, or let it change the "
        "page. A tag that the source has may be repeated: a sentence that became two needs it "
        "twice. One that breaks a line, or raises or lowers a letter, is a note: languages "
        "differ there, and the letters of an ordinal (“2nd”) may be raised."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=re.compile("<"),
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Read this first",
            text="<b>Lesen Sie</b> das zuerst",
            lang="de",
            unit=Unit(key="read"),
            flags=("<b>", "</b>"),
        ),
        Example(
            source="{}nd",
            text="{}<sup>e</sup>",
            lang="fr",
            unit=Unit(key="second", dialects=("python-brace",)),
            why="a near miss: an ordinal",
        ),
        Example(
            source="<i>New</i>",
            text="<i>Novo</i><br>",
            lang="pt",
            unit=Unit(key="new"),
            flags=("<br>",),
        ),
        Example(
            source="<i>Open and close</i>",
            text="<i>Öffnen</i> und <i>schließen</i>",
            lang="de",
            unit=Unit(key="open"),
            why="a near miss: the same tag twice",
        ),
        Example(
            source="help_links",
            text="Se <b>sidan</b>",
            lang="sv",
            unit=Unit(key="help_links"),
            why="the source names its message, and says nothing",
        ),
        Example(source="a < b", text="a < b", lang="pt", unit=Unit(key="less"), why="no tag"),
    ),
)
