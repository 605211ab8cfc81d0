r"""changed-escape: a backslash or a tab that a translation lost, or has too many of."""

import re
from collections import Counter
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.units import Unit

# A backslash in quotation marks is one that is spoken of.
_ESCAPE = re.compile(r"(?<=[\"'])\\(?=[\"'])|\\[a-zA-Z0-9\\\"']?|\t")
_NAMES = {"\t": "a tab"}
# Languages have quotation marks and apostrophes of their own, so these are not counted.
_QUOTES = frozenset({'\\"', "\\'"})
_BARE = re.compile(r"(?<!\\)[\"']")


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None:
        return
    source, target, _ = strings
    if not any("\\" in each.text or "\t" in each.text for each in strings[:2]):
        return
    if is_message_id(source.text):
        return
    ours, theirs = (Counter(_ESCAPE.findall(each.text)) for each in strings[:2])
    bare = Counter(_BARE.findall(target.text)) - Counter(_BARE.findall(source.text))
    differing = [
        escape
        for escape in ours | theirs
        if ours[escape] != theirs[escape] and (escape not in _QUOTES or escape[1] in bare)
    ]
    if not differing:
        return
    expected, found = (
        ", ".join(f"{_NAMES.get(each, each)} {counts[each]} times" for each in differing)
        for counts in (ours, theirs)
    )
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"expected {expected}, found {found}",
    )


_FILE = Unit(key="pattern")
CHANGED_ESCAPE = Check(
    id="TC622",
    name="changed-escape",
    summary="A backslash, what it escapes or a tab is not as often in the translation.",
    rationale=(
        "A program that reads its strings again turns “\\n” into a line and “\\t” into a column. "
        "An escape that lost its backslash is a stray letter, and one that has its letter "
        "translated is an error. Quotation marks and apostrophes are asked for where one lost its "
        "backslash: a language has marks of its own. A tab parts the columns of a list. What a "
        "file format itself escapes is undone before this is asked."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    hint=re.compile(r"[\\\t]"),
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Write \\n for a new line.",
            text="Schreiben Sie n für eine neue Zeile.",
            lang="de",
            unit=_FILE,
            flags=("Schreiben Sie n für eine neue Zeile.",),
        ),
        Example(
            source="Name\tSize",
            text="Nome Tamanho",
            lang="pt",
            unit=_FILE,
            flags=("Nome Tamanho",),
        ),
        Example(
            source="The pattern \\d+ matches numbers.",
            text="El patrón \\d+ encuentra números.",
            lang="es",
            unit=_FILE,
            why="kept",
        ),
        Example(
            source="One\nTwo",
            text="Eins\nZwei",
            lang="de",
            unit=_FILE,
            why="a near miss: a line break is no escape by now",
        ),
    ),
)
