"""changed-line-breaks: a string that has other lines than its source."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.habits import is_seldom
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Hit, Measured, Pair, Severity, Side, Span
from transcheck.text import line_breaks
from transcheck.units import Unit

# A file that has other lines in more than this share of the cases wraps its texts anew.
_HABIT = 0.2


def _kept(pair: Pair) -> tuple[str, str] | None:
    """Return whether a string of several lines keeps their number."""
    if pair.strings is None:
        return None
    ours, theirs = (line_breaks.count(each.text) for each in pair.strings[:2])
    return ("lines", "kept" if ours == theirs else "other") if ours or theirs else None


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or not any("\n" in each.text for each in strings[:2]):
        return
    source, target = (each.text for each in strings[:2])
    ours, theirs = line_breaks.count(source), line_breaks.count(target)
    if ours == theirs or is_message_id(source) or not _matters(measured.pair, context):
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target)),
        message=f"expected {ours + 1} lines, found {theirs + 1}",
    )


def _matters(pair: Pair, context: Context) -> bool:
    """Say whether the lines are more than a way to fit a text into a width.

    A text that was wrapped may be wrapped anew in files that do so, and be longer in any.
    """
    if pair.strings is None:
        return False
    source, target = (each.text for each in pair.strings[:2])
    ours, theirs = line_breaks.count(source), line_breaks.count(target)
    if line_breaks.paragraphs(source) != line_breaks.paragraphs(target):
        return True
    if ours and not line_breaks.is_wrapped(source):
        return True
    if theirs > ours > 0:
        return False
    return line_breaks.outgrows(target, source) or is_seldom(pair, _kept, context.texts, _HABIT)


_LIST = Unit(key="list")
CHANGED_LINE_BREAKS = Check(
    id="TC623",
    name="changed-line-breaks",
    summary="A string has more or fewer lines than its source.",
    rationale=(
        "A line break parts the entries of a list, the paragraphs of a message or the rows of a "
        "button. One that is lost runs them together, and one too many leaves a gap. Text that "
        "its source wraps in the middle of sentences may be wrapped anew where the file does so, "
        "unless a paragraph is lost or a line grows wider than the source has any; that a longer "
        "text needs more lines is no fault."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    hint=re.compile("\n"),
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Name: %s\nSize: %d",
            text="Name: %s Größe: %d",
            lang="de",
            unit=_LIST,
            flags=("Name: %s Größe: %d",),
        ),
        Example(
            source="Saved.\n\nClose the window now.",
            text="Guardado.\nFeche a janela agora.",
            lang="pt",
            unit=_LIST,
            flags=("Guardado.\nFeche a janela agora.",),
            why="a paragraph is lost",
        ),
        Example(
            source="One\nTwo",
            text="Eins\nZwei\n",
            lang="de",
            unit=_LIST,
            why="a near miss: what stands at the edges is changed-edge-space",
        ),
        Example(
            source="Prints the names of all files\nthat were changed.",
            text="Gibt alle Namen\nder geänderten\nDateien aus.",
            lang="de",
            unit=Unit(key="0"),
            article=("Zeigt die\nZeile\nan.", "Löscht die\nDatei\nganz.", "Kopiert\nes\nnun."),
            article_source=("Shows the line\nas it is.", "Deletes\nthe file.", "Copies it\nnow."),
            why="wrapped anew, in a file that does so throughout",
        ),
    ),
)
