"""same-plural-forms: a message whose plural forms all say the same."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.plural_forms import forms
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.units import Unit


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or strings[2].plural is None:
        return
    own = forms(context.texts, measured.pair)
    if len(own) < 2 or own[0] is not measured.pair:
        return
    sources = {each.source.text for each in own if each.source}
    targets = {each.target.text for each in own if each.target}
    if len(sources) < 2 or len(targets) > 1:
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(strings[1].text)),
        message=f"all {len(own)} forms are the same, and the source tells one from many",
    )


_DAYS = Unit(key="days", plural="0", dialects=("printf",))
SAME_PLURAL_FORMS = Check(
    id="TC606",
    name="same-plural-forms",
    summary="All plural forms of a message say the same.",
    rationale=(
        "Where the source tells one from many and the language has forms for it, forms that are "
        "all the same were mostly filled in from one: “%d Datei” for five files. Some words do "
        "not change (“%d Fenster”), so the finding asks for a look. It stands on the first form."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
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
