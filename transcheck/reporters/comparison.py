"""What changed between two reports, as plain text."""

from collections.abc import Iterator

from transcheck.model import Finding
from transcheck.results.compare import Comparison
from transcheck.text.visible import visible


def render(changes: Comparison) -> str:
    """Return the differing signatures, the new and the fixed findings, and a summary line."""
    return "\n".join(_lines(changes)) + "\n"


def _lines(changes: Comparison) -> Iterator[str]:
    for change in changes.signature:
        yield f"{change.part} differs: {change.old} -> {change.new}"
    for finding in changes.new:
        yield f"new    {_line(finding)}"
    for finding in changes.fixed:
        yield f"fixed  {_line(finding)}"
    yield f"{len(changes.new)} new, {len(changes.fixed)} fixed, {len(changes.unchanged)} unchanged"


def _line(finding: Finding) -> str:
    place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
    return f"{place}  {finding.severity}  {finding.name}  {visible(finding.text)}"
