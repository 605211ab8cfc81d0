"""changed-end-mark: a string that ends in another mark than its source, or in none."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.habits import is_seldom
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Hit, Measured, Pair, Severity, Side, Span
from transcheck.text.end_marks import WITHOUT_STOP, Mark, body, end_mark
from transcheck.units import Unit

# What a file does in more than a quarter of the cases is its way.
_HABIT = 0.25


def _marks(pair: Pair) -> tuple[str, str] | None:
    if pair.strings is None:
        return None
    source, target, _ = pair.strings
    return end_mark(source.text, source.lang), end_mark(target.text, target.lang)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings, marks = measured.pair.strings, _marks(measured.pair)
    if strings is None or marks is None or marks[0] == marks[1]:
        return
    source, target, _ = strings
    expected, found = marks
    # A sentence that was given its stop is no worse for it.
    if (expected, found) == (Mark.NONE, Mark.STOP) or is_message_id(source.text):
        return
    ends = body(target.text)
    # The stop of an abbreviation ends its sentence as well.
    if marks == (Mark.STOP, Mark.NONE) and ends.endswith("."):
        return
    if Mark.STOP in marks and target.lang.partition("-")[0] in WITHOUT_STOP:
        return
    if not is_seldom(measured.pair, _marks, context.texts, _HABIT):
        return
    end = len(ends) or len(target.text)
    yield Hit(
        side=Side.TARGET,
        span=Span(start=end - 1, end=end),
        message=f"expected {expected} at the end, found {found}",
    )


CHANGED_END_MARK = Check(
    id="TC624",
    name="changed-end-mark",
    summary="A string ends in another mark than its source, or has lost it.",
    rationale=(
        "A colon announces a field, an ellipsis a dialogue, and a list in which every entry but "
        "one ends in a full stop looks careless. Marks count by what they say, in whatever script "
        "(“。” is a full stop, the Greek “;” asks), behind quotation marks, brackets and tags too. "
        "A full stop that only the translation has is let pass. Where a file leaves a mark out "
        "or changes it in more than a quarter of the cases, it is the way of the file, and not "
        "said."
    ),
    severity=Severity.NOTE,
    run=_run,
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="User name:",
            text="Benutzername",
            lang="de",
            unit=Unit(key="user"),
            flags=("e",),
        ),
        Example(
            source="The file was saved.",
            text="O ficheiro foi guardado",
            lang="pt",
            unit=Unit(key="saved"),
            flags=("o",),
        ),
        Example(
            source="<b>Delete it?</b>",
            text="<b>削除しますか？</b>",
            lang="ja",
            unit=Unit(key="delete"),
            why="a near miss: the full-width mark says the same",
        ),
        Example(
            source="No such file.",
            text="ไม่มีไฟล์นี้",
            lang="th",
            unit=Unit(key="none"),
            why="Thai writes no full stop",
        ),
        Example(
            source="Saved",
            text="Gespeichert.",
            lang="de",
            unit=Unit(key="saved"),
            why="a full stop that was added",
        ),
    ),
)
