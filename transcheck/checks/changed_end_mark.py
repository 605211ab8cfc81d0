"""changed-end-mark: a string that ends in another mark than its source, or in none."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.habits import is_seldom
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Hit, Measured, Pair, Segment, Severity, Side, Span
from transcheck.text.end_marks import (
    WITHOUT_STOP,
    Mark,
    body,
    end_mark,
    is_phrase,
    without_remark,
)
from transcheck.units import Unit

# What a file does in more than half of the cases is its way.
_HABIT = 0.5


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
    if is_message_id(source.text) or _says_the_same(target, *marks):
        return
    if not is_seldom(measured.pair, _marks, context.texts, _HABIT):
        return
    end = len(body(target.text)) or len(target.text)
    expected, found = marks
    yield Hit(
        side=Side.TARGET,
        span=Span(start=end - 1, end=end),
        message=f"expected {expected} at the end, found {found}",
    )


def _says_the_same(target: Segment, expected: str, found: str) -> bool:
    """Say whether a translation with another mark than expected is none the worse for it."""
    if (expected, found) == (Mark.NONE, Mark.STOP):
        return True  # a sentence that was given its stop
    if Mark.STOP in {expected, found} and target.lang.partition("-")[0] in WITHOUT_STOP:
        return True
    if found != Mark.NONE:
        return False
    # The stop of an abbreviation ends its sentence as well.
    if expected == Mark.STOP and (
        body(target.text).endswith(".") or is_phrase(target.text, target.lang)
    ):
        return True
    return end_mark(without_remark(target.text), target.lang) == expected


CHANGED_END_MARK = Check(
    id="TC624",
    name="changed-end-mark",
    summary="A string ends in another mark than its source, or has lost it.",
    rationale=(
        "A colon announces a field, an ellipsis a dialogue, and a list in which every entry but "
        "one ends in a full stop looks careless. Marks count by what they say, in whatever script "
        "(“。” is a full stop, the Greek “;” asks), behind quotation marks, brackets and tags too. "
        "A full stop that only the translation has is let pass, and so is one before a remark in "
        "brackets, or missing where a Japanese phrase ends in a noun. Where a file leaves a mark "
        "out or changes it in more than half of the cases, it is the way of the file, and not said."
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
            source="Leave blank if unchanged.",
            text="変更しない場合は空白",
            lang="ja",
            unit=Unit(key="blank"),
            why="a phrase",
        ),
        Example(
            source="Names of hosts (for Kerberos).",
            text="Die Namen der Rechner. (Für Kerberos)",
            lang="de",
            unit=Unit(key="hosts"),
            why="the stop stands before the remark",
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
