"""doubled-space: two spaces where one belongs, inside a sentence."""

import operator
import re
from collections.abc import Iterator

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Look, Status
from transcheck.checks.sides import Fault, each_side
from transcheck.model import Segment, Severity, Span
from transcheck.text.protected import protected, touches

# More than three set a column; after a stop two are a typist's habit, and before a mark another
# check speaks.
_SPACES = re.compile(r"(?<=[^\W_])([,;]?)( {2,3})(?=[^\W_]|[(“„«‘])")


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    if "  " not in segment.text or not languages.find(segment.lang).spaced:
        return
    away = protected(segment.text)
    for match in _SPACES.finditer(segment.text):
        start, end = match.span(2)
        if not touches(away, start, end):
            yield Fault(
                span=Span(start=start, end=end),
                message=f"{end - start} spaces stand where one belongs",
                suggestion=" ",
                certain=True,
            )


def _hint(_lang: str) -> Look:
    # What stands between two spaces.
    return operator.not_


DOUBLED_SPACE = Check(
    id="TC218",
    name="doubled-space",
    summary="Two spaces stand where one belongs.",
    rationale=(
        "A second space is what a deleted word or a pasted piece leaves behind. Spaces between two "
        "words are looked at, also after a comma or a semicolon. Two after a full stop are a habit "
        "of typists, and four or more set a column; both are let be. No reader of a page sees a "
        "second space, and two lines in 1,000 of sound copy have one: `lint --fix` and `--diff` "
        "mend it, a report names it only where the check is selected."
    ),
    severity=Severity.NOTE,
    status=Status.REPAIR,
    run=each_side(_rule),
    hint=_hint,
    languages="languages that put a space between words",
    examples=(
        Example(text="He left  Washington early.", flags=("  ",), suggestion=" "),
        Example(text="Später,  sagte sie, sei Zeit.", lang="de", flags=("  ",), suggestion=" "),
        Example(text="He left.  She stayed.", why="a near miss: a typist's two after a full stop"),
        Example(text="Name      Score", why="a column"),
        Example(
            text="ฝนตก  แต่เขาออกไป",
            lang="th",
            why="where words are not parted, a space parts clauses as it likes",
        ),
        Example(text="He left Washington early."),
    ),
)
