"""lost-translation: a string that was translated before has no translation now."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.units import State, Unit


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    pair = measured.pair
    if pair.unit is None or not pair.unit.before or pair.target is None or pair.target.text.strip():
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(pair.target.text)),
        message=f"this was translated before, as “{pair.unit.before}”, and its source is the same",
        suggestion=pair.unit.before,
    )


_LOST = Unit(key="save", state=State.UNTRANSLATED, before="Speichern")

LOST_TRANSLATION = Check(
    id="TC633",
    name="lost-translation",
    summary="A string that was translated before is untranslated now.",
    rationale=(
        "An import that went wrong, or a merge, empties translations without a word. With `--since "
        "REV` the units of then are held against those of now: one with the same context and the "
        "same source that had a translation and has none now is flagged where it should stand. "
        "Units whose source changed, or that only await review, are not lost."
    ),
    severity=Severity.ERROR,
    run=_run,
    compares=True,
    strings=True,
    languages="all languages, in localization files, with `batch --since`",
    examples=(
        Example(
            source="Save",
            text="",
            lang="de",
            unit=_LOST,
            flags=("",),
            suggestion="Speichern",
        ),
        Example(
            source="Save", text=" ", lang="de", unit=_LOST, flags=(" ",), suggestion="Speichern"
        ),
        Example(
            source="Save",
            text="",
            lang="de",
            unit=Unit(key="save", state=State.UNTRANSLATED),
            why="it never had one",
        ),
        Example(
            source="Save", text="Sichern", lang="de", unit=_LOST, why="a near miss: it has another"
        ),
    ),
)
