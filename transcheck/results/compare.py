"""What changed between two reports: which findings are new, which are gone, which stayed."""

from dataclasses import dataclass

from transcheck.model import Finding, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part of a signature that differs between two reports."""

    part: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Findings of two reports, told apart by fingerprint, and how their signatures differ."""

    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    signature: tuple[Change, ...]


def compare(old: Report, new: Report) -> Comparison:
    """Compare two reports; findings keep the order of the report that has them."""
    before = {finding.fingerprint for finding in old.findings}
    after = {finding.fingerprint for finding in new.findings}
    parts = sorted({*old.signature, *new.signature})
    return Comparison(
        new=tuple(f for f in new.findings if f.fingerprint not in before),
        fixed=tuple(f for f in old.findings if f.fingerprint not in after),
        unchanged=tuple(f for f in new.findings if f.fingerprint in before),
        signature=tuple(
            Change(part=part, old=old.signature.get(part, "-"), new=new.signature.get(part, "-"))
            for part in parts
            if old.signature.get(part) != new.signature.get(part)
        ),
    )
