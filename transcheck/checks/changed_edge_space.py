"""changed-edge-space: white space at the edges of a string that its translation has otherwise."""

import unicodedata
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text.late import late
from transcheck.units import Unit

# These bring their own space.
_WIDE = "：。？！，、）」"
# A word of these needs no space to stand apart from a number ("5分钟").
_UNSPACED = late("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
# Where a mark stands by itself, French puts a narrow space before these.
_APART = ":;?!»"
_NARROW = ("\u00a0", "\u202f")


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None:
        return
    source, target = (each.text for each in strings[:2])
    inner = target.strip()
    begin = len(target) - len(target.lstrip())
    end = begin + len(inner)
    before = source[: len(source) - len(source.lstrip())]
    after = source[len(source.rstrip()) :]
    french = inner[0] in _APART and target[:begin] in _NARROW
    if _shown(before) != _shown(target[:begin]) and not french:
        yield _hit("beginning", Span(start=0, end=begin + 1), before, target)
    if _shown(after) != _shown(target[end:]) and not (after == " " and inner[-1] in _WIDE):
        yield _hit("end", Span(start=end - 1, end=len(target)), after, target)


def _shown(edge: str) -> str:
    """Return an edge without the indentation of its lines, which is layout of the program."""
    return "\n" * edge.count("\n") if "\n" in edge else edge


def _hit(edge: str, span: Span, wanted: str, target: str) -> Hit:
    marked = span.of(target)
    kept, found = (marked[-1], marked[:-1]) if edge == "beginning" else (marked[0], marked[1:])
    return Hit(
        side=Side.TARGET,
        span=span,
        message=f"expected {_named(wanted)} at the {edge}, found {_named(found)}",
        suggestion=wanted + kept if edge == "beginning" else kept + wanted,
        severity=None
        if _shows(wanted, found) and not (wanted == " " and _UNSPACED.match(kept))
        else Severity.NOTE,
    )


def _shows(wanted: str, found: str) -> bool:
    """Say whether a reader sees that an edge has changed: words glued, or a line too few or many.

    A line with an indentation is that of the template around a string.
    """
    if any(edge.rpartition("\n")[2] for edge in (wanted, found) if "\n" in edge):
        return False
    return "\n" in wanted + found or (wanted != "" and found == "")


def _named(space: str) -> str:
    if "\n" in space:
        lines = space.count("\n")
        return "a line end" if lines == 1 else f"{lines} line ends"
    if len(space) == 1:
        return f"a {unicodedata.name(space, 'tab').lower()}"
    return f"{len(space)} spaces" if space else "no space"


CHANGED_EDGE_SPACE = Check(
    id="TC621",
    name="changed-edge-space",
    summary="A string begins or ends with other white space than its source.",
    rationale=(
        "A program puts strings together, so a space lost at an edge glues two words on the "
        "screen, and a line end lost puts two messages on one line. After a full-width mark, which "
        "brings its own space, none is asked for. How far a line is indented is layout. A space "
        "that only the translation has is a note, for most programs let it pass unseen, and so is "
        "the lost line of a template, which is followed by its indentation."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Posted by ",
            text="Veröffentlicht von",
            lang="de",
            unit=Unit(key="by"),
            flags=("n",),
            suggestion="n ",
        ),
        Example(
            source="\nDone.\n",
            text="Concluído.\n",
            lang="pt",
            unit=Unit(key="done"),
            flags=("C",),
            suggestion="\nC",
        ),
        Example(
            source="Name: ",
            text="名前：",
            lang="ja",
            unit=Unit(key="name"),
            why="a near miss: the full-width colon brings its space",
        ),
        Example(
            source="\n        Done.\n    ",
            text="\nFertig.\n",
            lang="de",
            unit=Unit(key="done"),
            why="the lines are there, if not indented",
        ),
        Example(
            source=":",
            text="\u00a0:",
            lang="fr",
            unit=Unit(key="colon"),
            why="the space that French puts before a colon",
        ),
        Example(source=" and ", text=" y ", lang="es", unit=Unit(key="and"), why="kept"),
    ),
)
