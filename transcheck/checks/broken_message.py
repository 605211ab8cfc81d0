"""broken-message: a MessageFormat text that no program can read, or that lacks an arm."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.placeholders.messages import Argument, parse
from transcheck.placeholders.reading import is_message
from transcheck.units import Unit


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None:
        return
    source, target, unit = strings
    if "{" not in source.text or not is_message(source.text, unit.dialects):
        return
    arguments, problem = parse(target.text)
    if problem:
        span = Span(start=problem.place, end=problem.place + 1)
        yield Hit(
            side=Side.TARGET, span=span, message=f"no message of MessageFormat: {problem.why}"
        )
        return
    ours = {one.name: one for one in parse(source.text)[0] if one.arms}
    for argument in arguments:
        lost = _lost(argument, ours.get(argument.name))
        if lost:
            yield Hit(
                side=Side.TARGET,
                span=Span(start=argument.start, end=argument.end),
                message=f"expected an arm for {', '.join(lost)}, found "
                f"{', '.join(argument.selectors)}",
            )


def _lost(argument: Argument, source: Argument | None) -> list[str]:
    """Return the arms that a choice lacks: “other”, and those that a select has in the source."""
    wanted = ["other"] if argument.arms else []
    if source and source.kind == argument.kind == "select":
        wanted = [*source.selectors]
    return [arm for arm in wanted if arm not in argument.selectors]


_ICU = Unit(key="files", dialects=("icu",))
BROKEN_MESSAGE = Check(
    id="TC604",
    name="broken-message",
    summary="A MessageFormat text cannot be read by a program, or lacks an arm that it needs.",
    rationale=(
        "One brace too few and the whole message is lost, often only for the users of one "
        "language. Every plural and select needs the arm “other”, and a select all arms that the "
        "source has, for the program chooses among these. Which further plural arms stand there is "
        "the language's affair."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=re.compile("{"),
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="{n, plural, one {# file} other {# files}}",
            text="{n, plural, one {# Datei} other {# Dateien}",
            lang="de",
            unit=_ICU,
            flags=("}",),
            why="the last brace is missing",
        ),
        Example(
            source="{n, plural, one {# file} other {# files}}",
            text="{n, plural, one {# plik} few {# pliki} many {# plików}}",
            lang="pl",
            unit=_ICU,
            flags=("{n, plural,",),
            why="“other” is always needed",
        ),
        Example(
            source="{n, plural, one {# file} other {# files}}",
            text="{n, plural, one {# plik} few {# pliki} many {# plików} other {# pliku}}",
            lang="pl",
            unit=_ICU,
            why="a near miss: Polish needs more arms than English",
        ),
        Example(
            source="It's {name}",
            text="C’est {name}",
            lang="fr",
            unit=_ICU,
            why="an apostrophe before no brace is one",
        ),
    ),
)
