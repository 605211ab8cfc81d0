"""too-long: a translation that is longer than its file allows."""

import unicodedata
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example, Parameter
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.units import Unit

_WIDE = Parameter(
    name="wide",
    default=1,
    summary="what a full-width character counts for; 2 where the limit is one of columns",
)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    unit, target = measured.pair.unit, measured.pair.target
    if unit is None or unit.max_length is None or target is None:
        return
    wide = context.parameters.get(_WIDE.name, _WIDE.default)
    widths = [_width(char, wide) for char in target.text]
    if sum(widths) <= unit.max_length:
        return
    total, fitting = 0.0, 0
    while total + widths[fitting] <= unit.max_length:
        total += widths[fitting]
        fitting += 1
    what = "characters" if wide == 1 else "columns"
    yield Hit(
        side=Side.TARGET,
        span=Span(start=fitting, end=len(target.text)),
        message=f"{sum(widths):g} {what}, at most {unit.max_length} fit",
        value=sum(widths),
        limit=unit.max_length,
    )


def _width(char: str, wide: float) -> float:
    """Return the width of a character: a mark upon another has none of its own."""
    if unicodedata.combining(char):
        return 0
    return wide if unicodedata.east_asian_width(char) in "WF" else 1


TOO_LONG = Check(
    id="TC625",
    name="too-long",
    summary="A translation is longer than its file allows.",
    rationale=(
        "A limit (maxwidth of XLIFF, max-length of PO) stands there because the place on the "
        "screen or in the database ends. What does not fit is cut off. Counted are the characters "
        "that a reader sees; with `wide = 2` Chinese, Japanese and Korean ones count for two "
        "columns, as on a terminal. What is marked is the part that does not fit."
    ),
    severity=Severity.ERROR,
    run=_run,
    strings=True,
    parameters=(_WIDE,),
    languages="all languages, where a unit has a limit",
    examples=(
        Example(
            source="Settings",
            text="Einstellungen",
            lang="de",
            unit=Unit(key="settings", max_length=10),
            flags=("gen",),
            why="13 characters, 10 fit",
        ),
        Example(
            source="Logout",
            text="Terminar sessão",
            lang="pt",
            unit=Unit(key="logout", max_length=8),
            flags=(" sessão",),
        ),
        Example(
            source="Settings",
            text="設定画面",
            lang="ja",
            unit=Unit(key="settings", max_length=4),
            why="a near miss: four characters, if eight columns",
        ),
        Example(
            source="Log", text="Protokolldatei", lang="de", unit=Unit(key="log"), why="no limit"
        ),
    ),
)
