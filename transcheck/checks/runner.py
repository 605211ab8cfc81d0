"""Run the chosen checks over measured pairs, and turn each hit into a finding."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from transcheck.checks.base import Check, Context, Texts
from transcheck.checks.hints import Hints, kept
from transcheck.glossary import EMPTY, Glossary
from transcheck.model import (
    Failure,
    Finding,
    Hit,
    Measured,
    Origin,
    Pair,
    Segment,
    Severity,
    Side,
)
from transcheck.scoring import Calibration
from transcheck.text.protected import addresses
from transcheck.text.words import count_words

# A check that can be asked with its context, and the bit of the rows that it is asked of.
_Judge = tuple[int, "Rule", Context]

# Bits of a row: set in all, set where a model spoke of it, and from here on one for each hint.
_ALWAYS, _MEASURED, _HINTS = 1, 2, 4

# The sentences of a long article. NTREX, which the checks learnt from, has 16 in the mean.
_STRETCH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A check as the user configured it."""

    check: Check
    severity: Severity
    parameters: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the checks said of all pairs: findings in reading order, and the checks that failed."""

    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]


def run(
    rules: Sequence[Rule],
    rows: Sequence[Measured],
    *,
    vocabulary: frozenset[str] = frozenset(),
    calibration: Calibration | None = None,
    glossary: Glossary = EMPTY,
    rules_at: Callable[[Pair], Sequence[Rule]] | None = None,
) -> Verdict:
    """Apply every rule to every row.

    ``rules_at`` says which rules they are where that hangs on the row; for the same choice it
    returns the same sequence.

    A check that raises loses its verdict on that row alone: this becomes a failure, and the
    report is incomplete, never clean.
    """
    context = Context(
        addresses=frozenset(
            address for side in Side for text in _texts(rows, side) for address in addresses(text)
        ),
        vocabulary=vocabulary,
        calibration=calibration,
        glossary=glossary,
        texts=Texts(pairs=tuple(row.pair for row in rows)),
    )
    one_sided = not any(row.pair.source for row in rows)
    hits: list[tuple[Rule, Pair, Hit]] = []
    failures: list[Failure] = []
    for part in _stretches(rows):
        words = _count(part)
        judges: dict[int, tuple[Hints, list[_Judge]]] = {}
        for row in part:
            own = rules_at(row.pair) if rules_at else rules
            if id(own) not in judges:
                judges[id(own)] = _judges(own, replace(context, words=words), one_sided=one_sided)
            seen: list[tuple[Rule, Pair, Hit]] = []
            hints, asked = judges[id(own)]
            bits = _bits_of(row, hints)
            for bit, rule, known in asked:
                if not bit & bits:
                    continue
                try:
                    marks = list(rule.check.run(row, known))
                except Exception as error:  # noqa: BLE001 - a check's fault must not end the run
                    failures.append(_failure(rule.check, row.pair, error))
                    continue
                if marks:
                    seen += [(rule, row.pair, hit) for hit in marks]
            hits.extend(sorted(seen, key=_reading_order))
    return Verdict(findings=tuple(_findings(hits)), failures=tuple(failures))


def _judges(
    rules: Sequence[Rule], context: Context, *, one_sided: bool
) -> tuple[Hints, list[_Judge]]:
    """Return the checks that can be asked, and their hints."""
    can = [rule for rule in rules if not (one_sided and rule.check.compares)]
    return kept(tuple(rule.check.hint for rule in can)), [
        (_bit(number, rule.check), rule, replace(context, parameters=rule.parameters))
        for number, rule in enumerate(can)
    ]


def _bit(number: int, check: Check) -> int:
    """Return the bit that must be set in a row for the ``number``-th check to be asked."""
    if check.measures:
        return _MEASURED
    return _ALWAYS if check.hint is None else _HINTS << number


def _bits_of(row: Measured, hints: Hints) -> int:
    """Return the bits that are set for a row."""
    found = 0
    for segment in (row.pair.source, row.pair.target):
        if segment:
            found |= hints.of(segment.text, segment.lang)
    measured = row.similarity is not None or row.words is not None or row.forward is not None
    return found * _HINTS | _ALWAYS | _MEASURED * measured


def _stretches(rows: Sequence[Measured]) -> Iterator[Sequence[Measured]]:
    """Yield the rows of each article, a long one in about equal parts.

    The words of an article are evidence of what is meant in it. Those of a file of a thousand
    sentences are none: any two words stand somewhere in it.
    """
    for article in _articles(rows):
        parts = max(1, round(len(article) / _STRETCH))
        cuts = [len(article) * part // parts for part in range(parts + 1)]
        yield from (article[start:end] for start, end in pairwise(cuts))


def _articles(rows: Sequence[Measured]) -> Iterator[Sequence[Measured]]:
    article: list[Measured] = []
    paths: dict[Side, str] = {}
    for row in rows:
        own = {side: segment.path for side in Side if (segment := row.pair.side(side))}
        if any(paths.get(side, path) != path for side, path in own.items()):
            yield article
            article, paths = [], {}
        article.append(row)
        paths |= own
    yield article


def _reading_order(found: tuple[Rule, Pair, Hit]) -> tuple[bool, int, int]:
    hit = found[2]
    return hit.side is Side.TARGET, hit.span.start, hit.span.end


def _count(rows: Sequence[Measured]) -> Counter[str]:
    """Count the words of both sides.

    A translator who writes a name as its source does confirms it, so the counts add up. An engine
    copies a name and its garble alike: there the higher count is all that is known.
    """
    one, other = (count_words(_texts(rows, side)) for side in Side)
    if not one:
        return other
    given = all(row.pair.origin is Origin.GIVEN for row in rows)
    return one + other if given else one | other


def _texts(rows: Iterable[Measured], side: Side) -> Iterator[str]:
    segments = (row.pair.side(side) for row in rows)
    return (segment.text for segment in segments if segment)


def _findings(hits: Iterable[tuple[Rule, Pair, Hit]]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for rule, pair, hit in hits:
        segment = pair.side(hit.side)
        if segment is None:
            raise AssertionError(f"{rule.check.name} marked the side that pair {pair.id} lacks")
        key = _key(rule.check, pair, segment, hit)
        yield _finding(rule, pair, segment, hit, fingerprint=_digest(key, seen[key]))
        seen[key] += 1


def _finding(rule: Rule, pair: Pair, segment: Segment, hit: Hit, *, fingerprint: str) -> Finding:
    line, column = segment.position(hit.span.start)
    end_line, end_column = segment.position(hit.span.end)
    return Finding(
        check=rule.check.id,
        name=rule.check.name,
        severity=min(rule.severity, hit.severity or rule.severity, key=lambda each: each.rank),
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


def _failure(check: Check, pair: Pair, error: Exception) -> Failure:
    segment = pair.side(Side.TARGET) or pair.side(Side.SOURCE)
    place = f"{segment.path}:{segment.line}" if segment else pair.id
    return Failure(
        path=segment.path if segment else "",
        stage=f"check {check.name}",
        message=f"{place}: {type(error).__name__}: {error}",
    )
