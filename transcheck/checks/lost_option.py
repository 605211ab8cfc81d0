"""lost-option: an option of a command, or a path, that the translation lacks or changed."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.units import Unit

_OPTION = re.compile(
    r"(?<![\w/-])--[A-Za-z][\w-]*\w(?![\w-])"  # --all, but not --none--
    r"|(?<![\w/.-])-[A-Za-z]{1,3}(?![\w'-])"  # -v
    r"|(?<![\w/<.~:>])~?/(?:[\w.-]+/)+[\w.-]*\w"  # /etc/hosts
    r"|(?<!\w)[A-Z]:\\[\w.\\-]*\w",  # C:\Windows
    # Words of other scripts may touch them.
    re.ASCII,
)
_FIRST = re.compile(r"[-/\\]")


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or not _FIRST.search(strings[0].text):
        return
    source, target, _ = strings
    wanted = dict.fromkeys(_OPTION.findall(source.text))
    found = {match[0]: match for match in _OPTION.finditer(target.text)}
    lost = [one for one in wanted if one not in found]
    if not lost:
        return
    new = [match for text, match in found.items() if text not in wanted]
    if len(lost) == len(new) == 1 and lost[0][0] == new[0][0][0]:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=new[0].start(), end=new[0].end()),
            message=f"expected {lost[0]}, found {new[0][0]}",
            suggestion=lost[0],
        )
    else:
        yield _missing(lost, target)


def _missing(lost: list[str], target: Segment) -> Hit:
    return Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"expected {', '.join(lost)}, found none of that",
    )


_HELP = Unit(key="help")
LOST_OPTION = Check(
    id="TC626",
    name="lost-option",
    summary="An option of a command or a path is missing or changed in the translation.",
    rationale=(
        "A reader types what the message says: “--force” that became “--erzwingen” is refused, and "
        "a path with a letter less is another file. Web and e-mail addresses have checks of their "
        "own."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    hint=_FIRST,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Use --force to overwrite it.",
            text="Mit --forc wird es überschrieben.",
            lang="de",
            unit=_HELP,
            flags=("--forc",),
            suggestion="--force",
        ),
        Example(
            source="Stored in /var/lib/app/data.",
            text="Guardado na pasta de dados.",
            lang="pt",
            unit=_HELP,
            flags=("Guardado na pasta de dados.",),
        ),
        Example(
            source="Use -v or --verbose.",
            text="Verwenden Sie --verbose oder -v.",
            lang="de",
            unit=_HELP,
            why="both are there",
        ),
        Example(
            source="Yes and/or no - as you like",
            text="Ja oder nein, wie Sie mögen",
            lang="de",
            unit=_HELP,
            why="a near miss: a stroke and a dash of prose",
        ),
    ),
)
