"""same-plural-forms: a message whose plural forms all say the same."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.plural_forms import choices, counts, forms
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.placeholders.messages import Argument, parse
from transcheck.units import Unit

# Languages whose nouns stay as they are after a number.
_UNCHANGED = frozenset({
    "az", "bn", "cy", "eu", "fa", "hu", "hy", "ka", "kk", "ky", "mn", "tr", "tt", "ug", "uz",
})  # fmt: skip


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or strings[1].lang.partition("-")[0] in _UNCHANGED:
        return
    if strings[2].plural is None:
        yield from _in_message(*strings)
        return
    own = forms(context.texts, measured.pair)
    if len(own) < 2 or own[0] is not measured.pair:
        return
    if not all(each.unit and counts(each.unit.plural or "") for each in own):
        return  # the variants of Fluent may be for platforms
    sources = {each.source.text for each in own if each.source}
    targets = {each.target.text for each in own if each.target}
    if len(sources) < 2 or len(targets) > 1:
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(strings[1].text)),
        message=_message(len(own)),
    )


def _in_message(source: Segment, target: Segment, unit: Unit) -> Iterator[Hit]:
    if "{" not in source.text:
        return
    apart = {one.name for one in parse(source.text)[0] if len(_said(source.text, one)) > 1}
    for argument in choices(source, target, unit):
        said = _said(target.text, argument)
        if len(argument.arms) > 1 and len(said) == 1 and argument.name in apart:
            yield Hit(
                side=Side.TARGET,
                span=Span(start=argument.start, end=argument.end),
                message=_message(len(argument.arms)),
            )


def _said(text: str, argument: Argument) -> set[str]:
    return {text[arm.start : arm.end] for arm in argument.arms}


def _message(forms: int) -> str:
    return f"all {forms} forms are the same, and the source tells one from many"


_DAYS = Unit(key="days", plural="0", dialects=("printf",))
SAME_PLURAL_FORMS = Check(
    id="TC606",
    name="same-plural-forms",
    summary="All plural forms of a message say the same.",
    rationale=(
        "Where the source tells one from many and the language has forms for it, forms that are "
        "all the same were mostly filled in from one: “%d Datei” for five files. Some words do "
        "not change (“%d Fenster”), so the finding asks for a look. It stands on the first form. "
        "Languages whose nouns stay as they are after a number, as Hungarian and Turkish, are let "
        "pass."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    plurals=True,
    languages="languages with several plural forms, in localization files",
    examples=(
        Example(
            source="%d day",
            text="%d Tag",
            lang="de",
            unit=_DAYS,
            article=("%d Tag",),
            article_source=("%d days",),
            flags=("%d Tag",),
        ),
        Example(
            source="%d day",
            text="%d dzień",
            lang="pl",
            unit=_DAYS,
            article=("%d dzień", "%d dzień"),
            article_source=("%d days", "%d days"),
            flags=("%d dzień",),
        ),
        Example(
            source="{n, plural, one {# day} other {# days}}",
            text="{n, plural, one {# Tag} other {# Tag}}",
            lang="de",
            unit=Unit(key="days", dialects=("icu",)),
            flags=("{n, plural,",),
        ),
        Example(
            source="%d day",
            text="%d dzień",
            lang="pl",
            unit=_DAYS,
            article=("%d dni", "%d dni"),
            article_source=("%d days", "%d days"),
            why="a near miss: two of three are the same",
        ),
        Example(source="%d days", text="%d日", lang="ja", unit=_DAYS, why="a single form"),
    ),
)
