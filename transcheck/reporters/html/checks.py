"""The checks that found something: how often, how gravely, and why they are there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from transcheck.checks import registry
from transcheck.errors import ConfigError
from transcheck.model import Finding, Severity
from transcheck.reporters.html.texts import Plain
from transcheck.text.visible import visible


class Choice(NamedTuple):
    """A button that shows some findings only: what it picks, its words, how many, how drawn."""

    value: str
    name: str
    times: int
    kind: str


def counted(findings: Sequence[Finding]) -> list[Choice]:
    """Return the checks that found something, the gravest and most frequent first."""
    counts = Counter((finding.check, finding.name) for finding in findings)
    worst: dict[str, Severity] = {}
    for finding in findings:
        seen = worst.setdefault(finding.check, finding.severity)
        worst[finding.check] = max(seen, finding.severity, key=lambda each: each.rank)
    ordered = sorted(counts.items(), key=lambda each: (-worst[each[0][0]].rank, -each[1], each[0]))
    return [Choice(check, name, count, worst[check]) for (check, name), count in ordered]


def explained(findings: Iterable[Finding]) -> dict[str, Plain]:
    """Return name, summary and rationale of each check that found something.

    A report that another version wrote may hold checks that this one does not know.
    """
    found: dict[str, Plain] = {}
    for finding in findings:
        if finding.check in found:
            continue
        found[finding.check] = {"name": visible(finding.name)}
        try:
            check = registry.find(finding.check)
        except ConfigError:
            continue
        found[finding.check] |= {"summary": check.summary, "rationale": check.rationale}
    return found
