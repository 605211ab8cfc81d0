"""needless-plural-form: a plural form that no number of its language takes."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.plural_forms import choices, first_of_file, has_rails_forms, is_by_category
from transcheck.data.plurals import categories
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.placeholders.plurals import language
from transcheck.text.plural_rule import forms_in_use
from transcheck.units import Unit

# Beside the language's own categories, programs show these for 0, 1 and 2: those of Apple, of
# Rails and i18next the first, Flutter all three. Android shows none.
_SHOWN = frozenset({"zero"})
_SHOWN_IN_MESSAGES = frozenset({"zero", "one", "two"})


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None:
        return
    source, target, unit = strings
    known = categories(language(target.lang))
    whole = Span(start=0, end=len(target.text))
    if not known or has_rails_forms(context.texts, measured.pair):
        return
    if unit.plural is None:
        yield from _in_message(source, target, unit)
    elif is_by_category(unit):
        shown = () if "android" in unit.dialects else _SHOWN
        if unit.plural not in {*known, *shown}:
            yield _needless(unit.plural, target.lang, whole)
    elif unit.plural_rule and unit.plural.isdecimal():
        forms = forms_in_use(unit.plural_rule, all_forms=True)
        if 0 < forms <= int(unit.plural):
            message = f"the header of the file has {forms} forms, so this is never shown"
            yield Hit(side=Side.TARGET, span=whole, message=message)
    if unit.plural_rule and first_of_file(context.texts, measured.pair):
        used = forms_in_use(unit.plural_rule)
        if used > len(known):
            message = f"the header of the file tells {used} forms apart, {target.lang} {len(known)}"
            yield Hit(side=Side.TARGET, span=whole, message=message, severity=Severity.NOTE)


def _in_message(source: Segment, target: Segment, unit: Unit) -> Iterator[Hit]:
    known = {*categories(language(target.lang)), *_SHOWN_IN_MESSAGES}
    for argument in choices(source, target, unit):
        for arm in argument.arms:
            if not arm.selector.startswith("=") and arm.selector not in known:
                span = Span(start=arm.start, end=max(arm.end, arm.start + 1))
                yield _needless(arm.selector, target.lang, span)


def _needless(form: str, lang: str, span: Span) -> Hit:
    return Hit(
        side=Side.TARGET,
        span=span,
        message=f"{lang} has no form {form}, so this is never shown",
        severity=Severity.NOTE,
    )


_RULE = "nplurals=2; plural=n != 1;"
NEEDLESS_PLURAL_FORM = Check(
    id="TC608",
    name="needless-plural-form",
    summary="A plural form stands in a message that no number of its language takes.",
    rationale=(
        "Nobody ever reads it, and mostly it came from the file of another language, whose rule "
        "the program may then take as well. A form beyond those of the rule in the header of a PO "
        "file is an error to gettext; a category that CLDR does not have for the language is only "
        "noted. “zero” is known to most programs, whatever the language."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    plurals=True,
    languages="languages with plural rules in CLDR, in localization files",
    examples=(
        Example(
            source="%d days",
            text="%d días",
            lang="es",
            unit=Unit(key="days", plural="2", forms=("0", "1", "2"), plural_rule=_RULE),
            flags=("%d días",),
            why="the rule of the header has two forms",
        ),
        Example(
            source="{n, plural, one {# day} other {# days}}",
            text="{n, plural, one {# Tag} few {# Tage} other {# Tage}}",
            lang="de",
            unit=Unit(key="days", dialects=("icu",)),
            flags=("# Tage",),
        ),
        Example(
            source="{n, plural, one {# day} other {# days}}",
            text="{n, plural, =0 {heute} one {# Tag} other {# Tage}}",
            lang="de",
            unit=Unit(key="days", dialects=("icu",)),
            why="a near miss: an arm for the number 0 is taken in every language",
        ),
        Example(
            source="%d days",
            text="%d días",
            lang="es",
            unit=Unit(key="days", plural="1", forms=("0", "1"), plural_rule=_RULE),
            why="the second of two",
        ),
    ),
)
