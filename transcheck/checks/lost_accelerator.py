"""lost-accelerator: a label whose translation no key reaches any more, or two do."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text.accelerators import count, sign_of
from transcheck.units import Unit

# These read no such sign.
_WITHOUT = frozenset({"android", "fluent", "icu", "ios", "rails"})


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or not _WITHOUT.isdisjoint(strings[2].dialects):
        return
    source, target, _ = strings
    sign = sign_of(source.text)
    if sign is None:
        return
    wanted, found = count(source.text, sign), target.text.count(sign)
    if found and (found == wanted or wanted > 1 or sign + sign in target.text):
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"expected {sign!r} before {'one letter' if wanted == 1 else 'letters'}, "
        f"found {found or 'none'}",
    )


LOST_ACCELERATOR = Check(
    id="TC605",
    name="lost-accelerator",
    summary="The sign that marks the key of a label is lost in the translation, or stands twice.",
    rationale=(
        "“&File” in Qt, Windows and wxWidgets and “_File” in GTK say which key opens a menu or "
        "presses a button. Without the sign the keyboard does not reach it; with two, the toolkit "
        "shows one of them. Which letter it is, is the translator's choice, and languages without "
        "Latin letters may put it behind the label: “ファイル(&F)”."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    hint=re.compile("[&_]"),
    languages="all languages, in localization files",
    examples=(
        Example(
            source="&Save as…",
            text="Speichern unter…",
            lang="de",
            unit=Unit(key="save", dialects=("qt",)),
            flags=("Speichern unter…",),
        ),
        Example(
            source="E_xit",
            text="Sair",
            lang="pt",
            unit=Unit(key="exit"),
            flags=("Sair",),
        ),
        Example(
            source="&Find",
            text="&Suchen && &Finden",
            lang="de",
            unit=Unit(key="find"),
            why="two signs in a row stand for the sign itself",
        ),
        Example(
            source="&File",
            text="ファイル(&F)",
            lang="ja",
            unit=Unit(key="file"),
            why="behind the label, as is usual there",
        ),
        Example(
            source="Search & replace in R&D files",
            text="Suchen und Ersetzen in Dateien der Entwicklung",
            lang="de",
            unit=Unit(key="rd"),
            why="a near miss: an “and”, not the sign of a key",
        ),
    ),
)
