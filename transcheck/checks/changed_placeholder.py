"""changed-placeholder: a placeholder with another name, another type or at another's place."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.placeholder_differences import differences
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.placeholders.reading import OPENINGS
from transcheck.units import Unit


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    changed = differences(measured, context).changed
    for ours, theirs in changed:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=theirs.start, end=theirs.end),
            message=f"expected {ours.text}, found {theirs.text}",
            suggestion=ours.text if len(changed) == 1 else None,
        )


CHANGED_PLACEHOLDER = Check(
    id="TC603",
    name="changed-placeholder",
    summary="A placeholder has another name or type than in the source, or takes another's place.",
    rationale=(
        "A translated name is not known to the program, and another type makes it fail or print "
        "nonsense. Placeholders without a name or number take their values in order: where a "
        "language needs another order they have to be numbered."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=OPENINGS,
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Dear {first_name}",
            text="Lieber {Vorname}",
            lang="de",
            unit=Unit(key="dear"),
            flags=("{Vorname}",),
            suggestion="{first_name}",
        ),
        Example(
            source="%d of %s",
            text="%s: %d",
            lang="de",
            unit=Unit(key="of", dialects=("printf",)),
            flags=("%s", "%d"),
            why="each would print the other's value",
        ),
        Example(
            source="%d of %s",
            text="%2$s: %1$d",
            lang="de",
            unit=Unit(key="of", dialects=("printf",)),
            why="a near miss: numbered, so the order is free",
        ),
        Example(
            source="Took %5.2f s",
            text="Durou %.2f s",
            lang="pt",
            unit=Unit(key="took", dialects=("printf",)),
            why="another width, the same value",
        ),
    ),
)
