"""From what a check saw to what a user reads: places in files, and fingerprints."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transcheck.checks.base import Check
from transcheck.model import Finding, Hit, Pair, Segment, Severity


class Seen(NamedTuple):
    """What a check saw of a pair, and how severe the user has it."""

    check: Check
    severity: Severity
    pair: Pair
    hit: Hit


def findings_of(hits: Iterable[Seen]) -> Iterator[Finding]:
    """Yield a finding for each hit, with its place in the file and its fingerprint."""
    seen: Counter[str] = Counter()
    for each in hits:
        segment = each.pair.side(each.hit.side)
        if segment is None:
            name, pair = each.check.name, each.pair.id
            raise AssertionError(f"{name} marked the side that pair {pair} lacks")
        key = _key(each.check, each.pair, segment, each.hit)
        yield _finding(each, segment, fingerprint=_digest(key, seen[key]))
        seen[key] += 1


def _finding(seen: Seen, segment: Segment, *, fingerprint: str) -> Finding:
    check, severity, pair, hit = seen
    line, column = segment.position(hit.span.start)
    end_line, end_column = segment.position(hit.span.end)
    return Finding(
        check=check.id,
        name=check.name,
        severity=min(severity, hit.severity or severity, key=lambda each: each.rank),
        side=hit.side,
        path=segment.path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=hit.span.of(segment.text),
        excerpt=segment.text,
        start=hit.span.start,
        message=hit.message,
        row=pair.id,
        fingerprint=fingerprint,
        value=hit.value,
        limit=hit.limit,
        suggestion=hit.suggestion,
        certain=hit.certain,
    )


def _key(check: Check, pair: Pair, segment: Segment, hit: Hit) -> str:
    texts = (pair.source.text if pair.source else "", pair.target.text if pair.target else "")
    return "\x1f".join((check.id, *texts, hit.side, hit.span.of(segment.text)))


def _digest(key: str, occurrence: int) -> str:
    """Return 16 hex digits that name a finding; equal faults in equal texts differ by count."""
    whole = f"{key}\x1f{occurrence}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:16]
