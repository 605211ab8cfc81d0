"""added-placeholder: a placeholder of the translation that the source does not have."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.placeholder_differences import differences
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.placeholders.reading import OPENINGS
from transcheck.units import Unit


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    for one in differences(measured, context).added:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=one.start, end=one.end),
            message=f"{one.text} stands in the translation, and the source has no such placeholder",
        )


ADDED_PLACEHOLDER = Check(
    id="TC602",
    name="added-placeholder",
    summary="A placeholder stands in the translation that the source does not have.",
    rationale=(
        "The program has no value for it: it fails, or shows the bare sign. Named and numbered "
        "placeholders may be repeated, for some languages say a name twice; what another plural "
        "form of the same message has is known."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=OPENINGS,
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Delete {0}?",
            text="{0} von {1} löschen?",
            lang="de",
            unit=Unit(key="delete", dialects=("csharp",)),
            flags=("{1}",),
        ),
        Example(
            source="Opened %s",
            text="%s ouvert par %s",
            lang="fr",
            unit=Unit(key="opened", dialects=("printf",)),
            flags=("%s",),
            why="values are taken in order, and there is only one",
        ),
        Example(
            source="Rename {name}",
            text="Renombrar {name} (antes {name})",
            lang="es",
            unit=Unit(key="rename", dialects=("python-brace",)),
            why="a near miss: a name may be said twice",
        ),
        Example(
            source="100% safe",
            text="100 % sicher",
            lang="de",
            unit=Unit(key="safe"),
            why="a percent sign in prose",
        ),
    ),
)
