"""Whole articles before one check: what no single pair shows."""

from collections.abc import Sequence

from transcheck.checks.base import Check
from transcheck.checks.runner import Rule, run
from transcheck.model import Document, Measured, Origin, Pair, Segment, Side
from transcheck.segment import segment

Found = tuple[Side, int, str]


def _rows(sources: Sequence[Segment | None], targets: Sequence[Segment]) -> list[Measured]:
    return [
        Measured(pair=Pair(id=str(number), source=one, target=other, origin=Origin.GIVEN))
        for number, (one, other) in enumerate(zip(sources, targets, strict=True))
    ]


def _found(check: Check, rows: Sequence[Measured]) -> list[Found]:
    verdict = run([Rule(check=check, severity=check.severity)], rows)
    assert verdict.failures == ()
    return [(finding.side, finding.line, finding.text) for finding in verdict.findings]


def marked(check: Check, text: str, lang: str = "en") -> list[tuple[int, str]]:
    """Return line and text of what ``check`` marks in an article."""
    parts = segment(Document(path="a.txt", text=text, lang=lang))
    return [(line, found) for _, line, found in _found(check, _rows([None] * len(parts), parts))]


def marked_in_pair(
    check: Check, source: str, target: str, langs: tuple[str, str] = ("en", "pt")
) -> list[Found]:
    """Return side, line and text of what ``check`` marks; line by line the two correspond."""
    sides = [
        [
            Segment(
                id=f"{path}{number}", text=line, lang=lang, path=path, offset=number, line=number,
                column=1, block=number,
            )
            for number, line in enumerate(text.splitlines(), start=1)
        ]
        for path, text, lang in (("s", source, langs[0]), ("t", target, langs[1]))
    ]  # fmt: skip
    return _found(check, _rows(*sides))
