"""unsafe-html: code in a translation that its source does not have."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.units import Unit

# What runs or loads something; an attribute counts in a tag alone.
_ACTIVE = re.compile(
    r"<\s*/?\s*(?P<tag>script|iframe|object|embed|applet|base|form|svg|math|style|link|meta)\b"
    r"|(?<=[\s\"'/])(?P<handler>on[a-z]{3,30})\s{0,9}=(?=[^<>]{0,500}>)"
    r"|(?P<address>(?:java|vb)script\s{0,9}:|data\s{0,9}:\s{0,9}text/html|srcdoc\s{0,9}=)",
    re.IGNORECASE,
)


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None:
        return
    source, target, _ = strings
    found = list(_ACTIVE.finditer(target.text))
    known = {_name(match) for match in _ACTIVE.finditer(source.text)} if found else set()
    for match in found:
        if _name(match) not in known:
            yield Hit(
                side=Side.TARGET,
                span=Span(start=match.start(), end=match.end()),
                message=f"“{match[0]}” can run or load something, and the source has none",
            )


def _name(match: re.Match[str]) -> str:
    return "".join((match[match.lastgroup or 0] or "").casefold().split())


_PAGE = Unit(key="intro")
UNSAFE_HTML = Check(
    id="TC614",
    name="unsafe-html",
    summary="The translation has a script, a handler or an address that runs code.",
    rationale=(
        "Translations come from many hands and are shown in pages as they stand. A script, an "
        "`onclick` or a `javascript:` address that the source does not have runs in the browser "
        "of every reader of that language. No translation needs one."
    ),
    severity=Severity.ERROR,
    run=_run,
    compares=True,
    strings=True,
    hint=re.compile("[<:=]"),
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Read <b>this</b>",
            text='Lesen Sie <b onclick="go()">das</b>',
            lang="de",
            unit=_PAGE,
            flags=("onclick=",),
        ),
        Example(
            source='See <a href="/help">help</a>',
            text='Veja a <a href="javascript:go()">ajuda</a>',
            lang="pt",
            unit=_PAGE,
            flags=("javascript:",),
        ),
        Example(
            source='<a href="#" onclick="go()">Go</a>',
            text='<a href="#" onclick="go()">Los</a>',
            lang="de",
            unit=_PAGE,
            why="the source has it",
        ),
        Example(
            source="Online = fast",
            text="Online = schnell",
            lang="de",
            unit=_PAGE,
            why="a near miss: a word, in no tag",
        ),
    ),
)
