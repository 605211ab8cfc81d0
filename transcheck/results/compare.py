"""What changed between two reports: units, findings, similarity, and how sure that is."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from transcheck.errors import InputError
from transcheck.model import Failure, Finding, Report
from transcheck.results.match import Kind, Match, match

# Parts without which numbers or findings of two reports do not mean the same.
_DECISIVE = ("embedder", "calibration", "settings")
# Changes of similarity below this are called small, of a unit and of the mean of all.
SMALL_CHANGE, SMALL_MEAN = 0.05, 0.01
_RESAMPLES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part of a signature that differs between two reports."""

    part: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A matched unit with its findings; ``changed`` are pairs of one finding, before and after."""

    match: Match
    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]

    @property
    def similarity(self) -> tuple[float, float] | None:
        """Similarity before and after; None unless one unit became one and both were measured."""
        if len(self.match.old) != 1 or len(self.match.new) != 1:
            return None
        old, new = self.match.old[0].similarity, self.match.new[0].similarity
        return None if old is None or new is None else (old, new)

    @property
    def change(self) -> float:
        """By how much similarity rose; 0 where it was not measured."""
        return self.similarity[1] - self.similarity[0] if self.similarity else 0.0

    @property
    def silent(self) -> bool:
        """Whether there is nothing to tell of the unit."""
        return self.match.kind is Kind.SAME and not (self.new or self.fixed or self.changed)

    @property
    def regressed(self) -> bool:
        """Whether something that was fine is flagged now, or what was flagged weighs more."""
        return bool(self.new) or any(
            after.severity.rank > before.severity.rank for before, after in self.changed
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The mean change of similarity over ``count`` units, with its 95% interval.

    ``wins`` rose, ``losses`` fell by more than what is called small.
    """

    count: int
    mean: float
    low: float
    high: float
    wins: int
    losses: int

    @property
    def verdict(self) -> str:
        """What the change amounts to, in words."""
        if self.low <= 0 <= self.high:
            return "no change that can be told from chance"
        size = "a small " if abs(self.mean) < SMALL_MEAN else "a "
        return size + ("rise" if self.mean > 0 else "fall")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two reports side by side, unit by unit in the order of the new one."""

    signature: tuple[Change, ...]
    units: tuple[Unit, ...]
    shift: Shift | None
    failures: tuple[Failure, ...] = ()

    @property
    def new(self) -> tuple[Finding, ...]:
        """Findings that the old report does not have."""
        return tuple(finding for unit in self.units for finding in unit.new)

    @property
    def fixed(self) -> tuple[Finding, ...]:
        """Findings that the new report does not have any more."""
        return tuple(finding for unit in self.units for finding in unit.fixed)

    @property
    def unchanged(self) -> tuple[Finding, ...]:
        """Findings that both reports have."""
        return tuple(finding for unit in self.units for finding in unit.unchanged)

    @property
    def changed(self) -> tuple[tuple[Finding, Finding], ...]:
        """Findings of one check on one unit whose span or weight is another."""
        return tuple(pair for unit in self.units for pair in unit.changed)

    @property
    def regressed(self) -> bool:
        """Whether a unit has."""
        return any(unit.regressed for unit in self.units)

    def kinds(self) -> Counter[Kind]:
        """Return how many units became what."""
        return Counter(unit.match.kind for unit in self.units)


def compare(old: Report, new: Report, *, force: bool = False) -> Comparison:
    """Compare two reports unit by unit.

    Raises:
        InputError: they were not made the same way, and nothing forces the comparison.
    """
    changes = tuple(_signature(old, new))
    decisive = [change.part for change in changes if change.part in _DECISIVE]
    if decisive and not force:
        raise InputError(
            f"the reports cannot be compared: their {' and '.join(decisive)} differ",
            hint="make both with the same settings, or add --force",
        )
    before, after = _by_row(old), _by_row(new)
    units = tuple(
        _unit(
            found,
            [finding for row in found.old for finding in before[row.pair.id]],
            [finding for row in found.new for finding in after[row.pair.id]],
        )
        for found in match(old.rows, new.rows)
    )
    # What neither report could check stands in both.
    failures = tuple(dict.fromkeys((*old.failures, *new.failures)))
    return Comparison(signature=changes, units=units, shift=_shift(units), failures=failures)


def joined(reports: Mapping[str, Report]) -> Report:
    """Return several reports as one; the name of each tells its rows apart.

    Raises:
        InputError: they were not made the same way.
    """
    signature = dict(next(iter(reports.values())).signature)
    for name, each in reports.items():
        if any(each.signature.get(part) != signature.get(part) for part in _DECISIVE):
            raise InputError(
                f"{name} was not made like the other reports of its folder",
                hint="make all of them with the same settings",
            )
    for part in {part for each in reports.values() for part in each.signature}:
        # Each pair of languages has its own engine.
        values = {each.signature.get(part, "-") for each in reports.values()}
        signature[part] = ", ".join(sorted(values))
    return Report(
        signature=signature,
        rows=tuple(
            replace(row, pair=replace(row.pair, id=f"{name}:{row.pair.id}"))
            for name, each in reports.items()
            for row in each.rows
        ),
        findings=tuple(
            replace(finding, row=f"{name}:{finding.row}")
            for name, each in reports.items()
            for finding in each.findings
        ),
        failures=tuple(failure for each in reports.values() for failure in each.failures),
    )


def _signature(old: Report, new: Report) -> Iterator[Change]:
    for part in sorted({*old.signature, *new.signature}):
        was, now = old.signature.get(part, "-"), new.signature.get(part, "-")
        if was != now:
            yield Change(part=part, old=was, new=now)


def _by_row(report: Report) -> dict[str, list[Finding]]:
    """Return the findings that count, by row."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.suppressed is None:
            found[finding.row].append(finding)
    return found


def _unit(found: Match, before: list[Finding], after: list[Finding]) -> Unit:
    """Pair the findings of a unit: the same span first, then the same check on the same side."""
    unchanged, changed = [], []
    left = list(before)
    new = []
    for finding in after:
        same = next((old for old in left if _span(old) == _span(finding)), None)
        if same is None:
            new.append(finding)
            continue
        left.remove(same)
        if same.severity is finding.severity:
            unchanged.append(finding)
        else:
            changed.append((same, finding))
    for finding in tuple(new):
        other = next((old for old in left if _span(old)[:2] == _span(finding)[:2]), None)
        if other and _whole(other) and _whole(finding):
            left.remove(other)
            new.remove(finding)
            changed.append((other, finding))
    return Unit(
        match=found,
        new=tuple(new),
        fixed=tuple(left),
        unchanged=tuple(unchanged),
        changed=tuple(changed),
    )


def _span(finding: Finding) -> tuple[str, str, str]:
    return finding.check, finding.side, finding.text


def _whole(finding: Finding) -> bool:
    """Whether a finding is about its whole sentence, so that an edit must change the span."""
    return finding.text == finding.excerpt


def _shift(units: Sequence[Unit]) -> Shift | None:
    """Return the mean change, with the interval of a bootstrap over the units (seed 1)."""
    changes = [unit.change for unit in units if unit.similarity]
    if not changes:
        return None
    random = Random(1)  # noqa: S311 - the same reports give the same interval
    count = len(changes)
    moved = any(changes)
    means = sorted(
        sum(random.choices(changes, k=count)) / count for _ in range(_RESAMPLES if moved else 1)
    )
    edge = len(means) * 25 // 1000
    return Shift(
        count=count,
        mean=sum(changes) / count,
        low=means[edge],
        high=means[-1 - edge],
        wins=sum(change > SMALL_CHANGE for change in changes),
        losses=sum(change < -SMALL_CHANGE for change in changes),
    )
