"""missing-placeholder: a placeholder of the source that the translation lacks."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.placeholder_differences import differences
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.placeholders.plurals import silent_arms
from transcheck.placeholders.reading import OPENINGS, is_message
from transcheck.units import Unit


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    missing = differences(measured, context).missing
    strings = measured.pair.strings
    if strings is None:
        return
    source, target, unit = strings
    if missing:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=0, end=len(target.text)),
            message=f"expected {', '.join(one.text for one in missing)}, found no such placeholder",
        )
    elif "{" in target.text and is_message(source.text, unit.dialects):
        for name, arm in silent_arms(source.text, target.text, (source.lang, target.lang)):
            yield Hit(
                side=Side.TARGET,
                span=Span(start=arm.start, end=max(arm.end, arm.start + 1)),
                message=f"expected # or {{{name}}} in the arm {arm.selector}, which is for several "
                "numbers, found neither",
            )


_PYTHON = Unit(key="copied", dialects=("python",))
MISSING_PLACEHOLDER = Check(
    id="TC601",
    name="missing-placeholder",
    summary="A placeholder of the source is missing in the translation.",
    rationale=(
        "A program fills in a value there, which the reader then never sees; a program that counts "
        "its values fails. Placeholders are read in the dialect that the file or the unit "
        "declares; where none is declared, only what cannot be prose is one. A plural form that "
        "stands for one number may say it in a word; one that stands for several, or such an arm "
        "of a message, must have the number if the source has it."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=OPENINGS,
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Copied %(count)d files to %(folder)s.",
            text="%(count)d Dateien kopiert.",
            lang="de",
            unit=_PYTHON,
            flags=("%(count)d Dateien kopiert.",),
            why="nobody learns to which folder",
        ),
        Example(
            source="Welcome back, {{name}}!",
            text="Bem-vindo de volta!",
            lang="pt",
            unit=Unit(key="welcome"),
            flags=("Bem-vindo de volta!",),
            why="two braces are a placeholder whoever reads them",
        ),
        Example(
            source="{n, plural, one {# file} other {# files}}",
            text="{n, plural, one {eine Datei} other {Dateien}}",
            lang="de",
            unit=Unit(key="files", dialects=("icu",)),
            flags=("Dateien",),
            why="how many is lost; “one” is for 1 alone",
        ),
        Example(
            source="Save 50% on %(count)d boats.",
            text="Poupe metade em %(count)d barcos.",
            lang="pt",
            unit=Unit(key="sale"),
            why="a near miss: “50% o” is prose",
        ),
        Example(
            source="User %s already exists.",
            text="用户%s已经存在。",
            lang="zh",
            unit=Unit(key="user"),
            why="a script without spaces writes on behind it",
        ),
        Example(
            source="%d files",
            text="eine Datei",
            lang="de",
            unit=Unit(key="files", plural="one", dialects=("printf",)),
            why="the form for 1 says it in a word",
        ),
    ),
)
