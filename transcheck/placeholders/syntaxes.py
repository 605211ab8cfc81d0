"""How each dialect writes its placeholders, and what is one for certain where none is declared.

A percent sign or a brace may stand in prose ("50% off"), so a text that declares no dialect is read
by the stricter patterns: what they match is no prose.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Syntax:
    """A way to write placeholders; each begins with ``opening``, unnamed ones count from ``first``.

    Of the groups of ``pattern``, ``kind`` is the type of what is filled in, ``literal`` an opening
    sign that stands for itself, and any other the name or number of the argument.
    """

    opening: str
    pattern: re.Pattern[str]
    first: int = 0


_CONVERSION = r"(?P<kind>(?:hh?|ll?|[LqjztI])?[diouxXeEfFgGaAcCrsSpnm@]|<PRI\w{1,20}>)"
PERCENT = Syntax(
    opening="%",
    first=1,
    pattern=re.compile(
        rf"""(?P<literal>%%) | %\{{(?P<braced>[\w.-]{{1,80}})\}}
        | %(?:\((?P<round>[^()\n]{{1,80}})\)|<(?P<angled>\w{{1,80}})>|(?P<place>\d{{1,2}})\$)?
          [-+\#0']*(?:\*|\d+)?(?:\.(?:\*|\d*))?{_CONVERSION}""",
        re.VERBOSE,
    ),
)
CERTAIN_PERCENT = Syntax(
    opening="%",
    first=1,
    pattern=re.compile(
        rf"""(?P<literal>%%) | %\{{(?P<braced>[\w.-]{{1,80}})\}}
        | %(?:\((?P<round>[A-Za-z_]\w{{0,79}})\)|<(?P<angled>\w{{1,80}})>|(?P<place>\d{{1,2}})\$)
          [-+\#0']*\d*(?:\.\d*)?{_CONVERSION}
        | (?<![\d%])(?<!\d\s)%[-+\#0]?\d*(?:\.\d+)?(?P<sort>(?:ll?|[hz])?[sdiufx@])
          (?![0-9A-Za-zÀ-ӿ])  # but a word of a script without spaces may follow
        """,
        re.VERBOSE,
    ),
)
BRACE = Syntax(
    opening="{",
    pattern=re.compile(
        r"(?P<literal>\{\{|\}\})"
        r"|\{(?P<name>[\w.\[\]-]{0,80})(?:![rsa])?(?:\s*,[^{}\n]{0,80})?(?::[^{}\n]{0,80})?\}"
    ),
)
CERTAIN_BRACE = Syntax(
    opening="{",
    pattern=re.compile(
        r"(?<![{$%#\\])\{(?P<name>\d{1,2}|[A-Za-z_][\w.-]{0,80})?"
        r"(?:![rsa])?(?::[^{}\s]{1,20})?\}(?!\})"
    ),
)
DOUBLE = Syntax(
    opening="{",
    pattern=re.compile(
        r"\{\{\{?-?\s*(?P<name>[#/^&>]?[\w.@$-]{1,80})[^{}\n]{0,80}\}?\}\}"
        r"|\{%-?\s*(?P<block>[^{}%\s]{1,80})[^{}%\n]{0,80}%\}"
    ),
)
NESTED = Syntax(opening="$", pattern=re.compile(r"\$t\((?P<name>[\w.:-]{1,80})[^()\n]{0,80}\)"))
QT = Syntax(opening="%", pattern=re.compile(r"%L?(?P<name>n|\d{1,2})"))
SHELL = Syntax(
    opening="$",
    pattern=re.compile(r"\$\{(?P<braced>\w{1,80})[^{}\n]{0,80}\}|\$(?P<name>[A-Za-z_]\w{0,80})"),
)
CERTAIN_SHELL = Syntax(opening="$", pattern=re.compile(r"\$\{(?P<name>[A-Za-z_][\w.]{0,80})\}"))
FLUENT = Syntax(
    opening="{",
    pattern=re.compile(
        r"\{\s{0,20}(?:[A-Z][A-Z0-9_]{0,20}\(\s{0,9})?(?P<name>\$[\w-]{1,80}|-?[A-Za-z][\w.-]{0,80})"
        r"[^{}\n]{0,80}?(?:\}|->)"
    ),
)
CERTAIN_FLUENT = Syntax(
    opening="{", pattern=re.compile(r"\{\s{0,20}(?P<name>\$[\w-]{1,80})\s{0,20}(?:\}|->)")
)
LINK = Syntax(
    opening="@", pattern=re.compile(r"@(?:\.[a-z]{1,20})?:(?P<name>\(?[A-Za-z][\w.]{0,80}\)?)")
)

# The dialects that a format or a unit may declare. MessageFormat has a parser of its own.
MESSAGES = frozenset({"icu", "java"})
DECLARED: dict[str, tuple[Syntax, ...]] = {
    **dict.fromkeys(("printf", "python", "ruby", "rails", "android", "ios"), (PERCENT,)),
    **dict.fromkeys(("python-brace", "csharp", *MESSAGES), (BRACE,)),
    **dict.fromkeys(("i18next", "mustache"), (DOUBLE, NESTED)),
    "qt": (QT,),
    "fluent": (FLUENT,),
    "shell": (SHELL,),
    "vue": (BRACE, LINK),
}
CERTAIN = (
    CERTAIN_PERCENT, DOUBLE, CERTAIN_BRACE, CERTAIN_FLUENT, CERTAIN_SHELL, NESTED,
)  # fmt: skip
