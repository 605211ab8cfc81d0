"""changed-line-breaks: a string that has other lines than its source."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.habits import is_usual
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Hit, Measured, Pair, Severity, Side, Span
from transcheck.text import line_breaks
from transcheck.units import Unit

# A file that has more, or fewer, lines in over this share of the cases wraps its texts anew.
_HABIT = 0.2
# It takes more than this to excuse a text that lost one line alone.
_WAY = 0.5
# A paragraph of so many lines may be one shorter because the language is.
_SEVERAL = 3


def _treated(pair: Pair) -> tuple[str, str] | None:
    """Return what a string of several lines makes of them; one line lost alone may be a slip."""
    if pair.strings is None:
        return None
    ours, theirs = (line_breaks.count(each.text) for each in pair.strings[:2])
    if not (ours or theirs):
        return None
    if ours - theirs == 1:
        return "lines", "slip"
    return "lines", "kept" if ours == theirs else "more" if ours < theirs else "fewer"


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or not any("\n" in each.text for each in strings[:2]):
        return
    source, target = (each.text for each in strings[:2])
    ours, theirs = line_breaks.count(source), line_breaks.count(target)
    if ours == theirs or is_message_id(source):
        return
    same = line_breaks.paragraphs(source) == line_breaks.paragraphs(target)
    rows = theirs < ours and not line_breaks.may_be_wrapped(source)
    joined = line_breaks.alone(target) < line_breaks.alone(source)
    if same and not rows and not joined and _is_wrapped_anew(measured.pair, context):
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target)),
        message=f"expected {ours + 1} lines, found {theirs + 1}",
        severity=Severity.NOTE if same and not rows else None,
    )


def _is_wrapped_anew(pair: Pair, context: Context) -> bool:
    """Say whether other lines are a way to fit a text into a width, and no slip."""
    if pair.strings is None:
        return False
    source, target = (each.text for each in pair.strings[:2])
    ours, theirs = line_breaks.count(source), line_breaks.count(target)
    way = "more" if theirs > ours else "fewer"
    path = pair.strings[1].path
    share = _WAY if ours - theirs == 1 else _HABIT
    usual = is_usual(path, ("lines", way), (_treated, context.texts), share)
    if theirs > ours:
        wrapped = line_breaks.may_be_wrapped(source) or line_breaks.is_wrapped(target)
        return usual or (ours > 0 and wrapped)
    left = line_breaks.wraps(target)
    if line_breaks.wraps(source) > 1 and not left:
        return True
    wider = line_breaks.outgrows(target, source)
    if not usual:
        return left >= _SEVERAL and not wider
    # Where it is the way of the file, one line lost of several that it kept is still a slip.
    if ours - theirs > 1:
        return True
    return line_breaks.is_wrapped(source) if theirs == 0 else not wider


_LIST = Unit(key="list")
CHANGED_LINE_BREAKS = Check(
    id="TC623",
    name="changed-line-breaks",
    summary="A string has more or fewer lines than its source.",
    rationale=(
        "A line break parts the entries of a list, the paragraphs of a message or the rows of a "
        "button. One that is lost runs them together, and one too many leaves a gap. Text that "
        "its source wraps in the middle of sentences may be wrapped anew where the file does so, "
        "and a longer text needs more lines. Otherwise, or where a line grows wider than the "
        "source has any, it is a note, and so is a line too many. A text that is not wrapped at "
        "all any more is let pass."
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
        Example(
            source="Prints the names\nof all files that\nwere changed.",
            text="Gibt die Namen aller Dateien aus, die geändert wurden.",
            lang="de",
            unit=_LIST,
            why="not wrapped any more, and so as a whole",
        ),
    ),
)
