"""Short ways to put a whole aligned article before one check."""

from collections.abc import Sequence

from tests.checks.pairs import segment
from transcheck.checks.base import Check
from transcheck.checks.runner import Rule, run
from transcheck.model import Finding, Measured, Origin, Pair, Role, Segment

# Line in the source and line in the target; None where a side is missing.
Row = tuple[int | None, int | None]


def side(line: int | None, lang: str, role: Role, text: str) -> Segment | None:
    if line is None:
        return None
    whole = segment(text.format(line), lang, role=role)
    return Segment(
        id=f"s{line}", text=whole.text, lang=lang, path=f"{lang}.txt", offset=1000 * line,
        line=line, column=1, block=line, role=role,
    )  # fmt: skip


def findings(
    check: Check, rows: Sequence[Row], *, role: Role = Role.BODY, text: str = "This is line {}."
) -> list[Finding]:
    """Return what ``check`` says of an article whose sentences stand a line each."""
    pairs = [
        Pair(
            id=str(number), source=side(ours, "en", role, text),
            target=side(theirs, "pt", role, text), origin=Origin.GIVEN, score=0.75,
        )
        for number, (ours, theirs) in enumerate(rows, start=1)
    ]  # fmt: skip
    verdict = run([Rule(check=check, severity=check.severity)], [Measured(pair=p) for p in pairs])
    assert verdict.failures == ()
    return list(verdict.findings)
