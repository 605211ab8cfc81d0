"""missing-plural-form: a message without a plural form that its language needs."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.plural_forms import choices, first_of_file, has_rails_forms, is_by_category
from transcheck.data.plurals import categories, fewest
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.placeholders.plurals import language
from transcheck.text.plural_rule import forms_in_use
from transcheck.units import Unit


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None:
        return
    source, target, unit = strings
    whole = Span(start=0, end=len(target.text))
    if unit.plural is None:
        yield from _in_message(source, target, unit)
    elif has_rails_forms(context.texts, measured.pair):
        return
    elif unit.forms and unit.plural == unit.forms[0]:
        missing = _by_category(target, unit) if is_by_category(unit) else _by_number(target, unit)
        if missing:
            yield Hit(side=Side.TARGET, span=whole, message=missing)
    if unit.plural_rule and first_of_file(context.texts, measured.pair):
        used, needed = forms_in_use(unit.plural_rule), fewest(language(target.lang))
        if 0 < used < needed:
            what = (
                f"the header of the file tells {_counted(used)} apart, {target.lang} has {needed}"
            )
            yield Hit(side=Side.TARGET, span=whole, message=what)


def _by_category(target: Segment, unit: Unit) -> str | None:
    return _message(_lacking(unit.forms, target.lang), unit.forms, target.lang)


def _by_number(target: Segment, unit: Unit) -> str | None:
    wanted = fewest(language(target.lang))
    if unit.plural_rule:
        wanted = forms_in_use(unit.plural_rule, all_forms=True)
    if not unit.forms[0].isdecimal() or len(unit.forms) >= wanted:
        return None
    said = "the header of the file has" if unit.plural_rule else f"{target.lang} has"
    return f"{_counted(len(unit.forms))}, and {said} {wanted}"


def _in_message(source: Segment, target: Segment, unit: Unit) -> Iterator[Hit]:
    for argument in choices(source, target, unit):
        found = argument.selectors
        message = _message(_lacking(found, target.lang), found, target.lang)
        if message:
            span = Span(start=argument.start, end=argument.end)
            yield Hit(side=Side.TARGET, span=span, message=message)


def _lacking(found: tuple[str, ...], lang: str) -> list[str]:
    """Return the categories with whole numbers that have no form, and no arm for each number."""
    return [
        name
        for name, numbers in categories(language(lang)).items()
        if numbers and name not in found and not all(f"={each}" in found for each in numbers)
    ]


def _message(lacking: list[str], found: tuple[str, ...], lang: str) -> str | None:
    if not lacking or "other" not in found:
        return None
    return f"{lang} has also a form {', '.join(lacking)}; found {', '.join(found)}"


def _counted(number: int) -> str:
    return "1 form" if number == 1 else f"{number} forms"


_ICU = Unit(key="files", dialects=("icu",))
_ANDROID = Unit(key="files", plural="one", forms=("one", "other"), dialects=("android",))
MISSING_PLURAL_FORM = Check(
    id="TC607",
    name="missing-plural-form",
    summary="A message lacks a plural form that its language needs.",
    rationale=(
        "A program takes another form in its place, and says “5 plik” or “2 plików”. Asked for are "
        "the categories that CLDR gives a language for whole numbers: “one”, “few” and “many” in "
        "Polish; those for fractions or for millions alone are not. A PO file numbers its forms by "
        "the rule in its header: each entry must have as many, and the rule must tell apart at "
        "least as many as the language's files usually do. The first form is marked. The variants "
        "of Fluent are left out, for what stands as the default there may be for any number."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    plurals=True,
    languages="languages with plural rules in CLDR, in localization files",
    examples=(
        Example(
            source="{n, plural, one {# file} other {# files}}",
            text="{n, plural, one {# plik} other {# pliku}}",
            lang="pl",
            unit=_ICU,
            flags=("{n, plural,",),
            why="“few” and “many” are missing",
        ),
        Example(
            source="%d file",
            text="%d файл",
            lang="ru",
            unit=_ANDROID,
            flags=("%d файл",),
        ),
        Example(
            source="%d file",
            text="%d Datei",
            lang="de",
            unit=Unit(
                key="files", plural="0", forms=("0",), plural_rule="nplurals=2; plural=n != 1;"
            ),
            flags=("%d Datei",),
            why="the header has two",
        ),
        Example(
            source="{n, plural, one {# file} other {# files}}",
            text="{n, plural, =1 {eine Datei} other {# Dateien}}",
            lang="de",
            unit=_ICU,
            why="a near miss: “one” stands for 1 alone, and 1 has an arm",
        ),
        Example(
            source="%d file",
            text="%d fichier",
            lang="fr",
            unit=_ANDROID,
            why="French has “many” for millions alone",
        ),
        Example(
            source="%d files",
            text="%d 個のファイル",
            lang="ja",
            unit=Unit(key="files", plural="other", forms=("other",), dialects=("android",)),
            why="a single form for all numbers",
        ),
    ),
)
