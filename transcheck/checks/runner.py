"""Run the chosen checks over measured pairs, and turn each hit into a finding."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from transcheck import processes
from transcheck.checks.base import Check, Context
from transcheck.checks.findings import Seen, findings_of
from transcheck.checks.hints import kept
from transcheck.checks.stretches import Part, bundles
from transcheck.model import (
    Failure,
    Finding,
    Hit,
    Measured,
    Origin,
    Pair,
    Severity,
    Side,
)
from transcheck.text.protected import addresses
from transcheck.text.words import count_words

# A hit: the number of its row among those judged together, and that of its rule.
_Mark = tuple[int, int, Hit]

# Bits of a row: set where a model spoke of it, where it may have plural forms, and from here on
# one for each hint.
_MEASURED, _PLURALS, _HINTS = 1, 2, 4


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
    known: Context | None = None,
    rules_at: Callable[[Pair], Sequence[Rule]] | None = None,
    jobs: int = 1,
) -> Verdict:
    """Apply every rule to every row.

    ``known`` is what a check may know beside the rows. ``rules_at`` says which rules they are where
    that hangs on the row; for the same choice it returns the same sequence. ``jobs`` processes
    share the articles, and say what one would.

    A check that raises loses its verdict on that row alone: this becomes a failure, and the
    report is incomplete, never clean.
    """
    known = known or Context()
    context = replace(
        known,
        addresses=frozenset(
            address for side in Side for text in _texts(rows, side) for address in addresses(text)
        ),
        texts=replace(known.texts, pairs=tuple(row.pair for row in rows)),
    )
    run = _Run(
        rules=rules,
        rules_at=rules_at,
        context=context,
        one_sided=not any(row.pair.source for row in rows),
    )
    together = [*bundles(rows)]
    seen: list[Seen] = []
    failures: list[Failure] = []
    said = processes.mapped(lambda number: run.judged(together[number]), len(together), jobs)
    for bundle, (marks, failed) in zip(together, said, strict=True):
        pairs = [row.pair for part in bundle for row in part]
        failures += failed
        for number, order, hit in marks:
            rule = run.rules_of(pairs[number])[order]
            seen.append(Seen(rule.check, rule.severity, pairs[number], hit))
    return Verdict(findings=tuple(findings_of(seen)), failures=tuple(failures))


class _Panel:
    """The rules of a choice that can say something of strings, or of prose."""

    def __init__(self, rules: Sequence[Rule], asked: Sequence[int], *, string: bool) -> None:
        """``asked`` are the numbers of the rules that can say something here."""
        checks = [rules[number].check for number in asked]
        hints = [(string and check.string_hint) or check.hint for check in checks]
        self.rules = rules
        self._hints = kept(tuple(hints))
        self._needs = [
            (
                _MEASURED * check.measures
                | _PLURALS * check.plurals
                | (_HINTS << place) * bool(hints[place]),
                number,
            )
            for place, (number, check) in enumerate(zip(asked, checks, strict=True))
        ]

    def meet(self, rows: Iterable[Measured]) -> None:
        """Let the hints see the texts of rows that they will be asked of."""
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            for segment in (row.pair.source, row.pair.target):
                if segment:
                    texts[segment.lang].append(segment.text)
        for lang, said in texts.items():
            self._hints.meet(said, lang)

    def bits(self, row: Measured) -> int:
        """Return the bits that are set for a row."""
        found = 0
        pair = row.pair
        for segment in (pair.source, pair.target):
            if segment:
                found |= self._hints.of(segment.text, segment.lang)
        measured = row.similarity is not None or row.words is not None or row.forward is not None
        return found * _HINTS | _PLURALS * _has_forms(pair) | _MEASURED * measured

    def chosen(self, bits: int) -> Sequence[int]:
        """Return the numbers of the rules that are asked of rows with these bits."""
        return [number for needed, number in self._needs if needed & bits == needed]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What is the same for all rows of a run."""

    rules: Sequence[Rule]
    rules_at: Callable[[Pair], Sequence[Rule]] | None
    context: Context
    one_sided: bool
    panels: dict[tuple[int, bool], _Panel] = field(default_factory=dict)

    def rules_of(self, pair: Pair) -> Sequence[Rule]:
        return self.rules_at(pair) if self.rules_at else self.rules

    def judged(self, parts: Sequence[Part]) -> tuple[list[_Mark], list[Failure]]:
        """Return what the checks say of the rows of some articles, in reading order."""
        contexts = [replace(self.context, words=_count(part)) for part in parts]
        rows = [(row, place) for place, part in enumerate(parts) for row in part]
        marks: list[_Mark] = []
        failed: list[tuple[int, int, Failure]] = []
        for rules, order, numbers in self._asked([row for row, _ in rows]):
            check = rules[order].check
            known = [_configured(context, rules[order]) for context in contexts]
            for number in numbers:
                row, place = rows[number]
                try:
                    hits = [*check.run(row, known[place])]
                except Exception as error:  # noqa: BLE001 - a check's fault must not end the run
                    failed.append((number, order, _failure(check, row.pair, error)))
                    continue
                if hits:
                    marks += [(number, order, hit) for hit in hits]
        failures = [failure for _, _, failure in sorted(failed, key=itemgetter(0, 1))]
        return sorted(marks, key=_reading_order), failures

    def _asked(self, rows: Sequence[Measured]) -> Iterator[tuple[Sequence[Rule], int, list[int]]]:
        """Yield each rule, by its rules and its number, with the numbers of the rows to ask it of.

        All rows of a rule in turn take much less time than all rules of a row.
        """
        alike: defaultdict[tuple[_Panel, int], list[int]] = defaultdict(list)
        asked: dict[tuple[int, int], tuple[Sequence[Rule], int, list[int]]] = {}
        panels = [self._panel(row.pair) for row in rows]
        for panel in set(panels):
            panel.meet([row for row, own in zip(rows, panels, strict=True) if own is panel])
        for number, (row, panel) in enumerate(zip(rows, panels, strict=True)):
            alike[panel, panel.bits(row)].append(number)
        for (panel, bits), numbers in alike.items():
            rules = panel.rules
            for order in panel.chosen(bits):
                asked.setdefault((id(rules), order), (rules, order, []))[2].extend(numbers)
        return iter(asked.values())

    def _panel(self, pair: Pair) -> _Panel:
        rules, string = self.rules_of(pair), pair.unit is not None
        panel = self.panels.get((id(rules), string))
        if panel is None:
            asked = [
                number
                for number, rule in enumerate(rules)
                if not (rule.check.prose if string else rule.check.strings)
                and not (rule.check.compares and self.one_sided)
                and (self.context.glossary.concepts or not rule.check.terms)
            ]
            panel = self.panels[id(rules), string] = _Panel(rules, asked, string=string)
        return panel


def _configured(context: Context, rule: Rule) -> Context:
    return replace(context, parameters=rule.parameters) if rule.parameters else context


def _has_forms(pair: Pair) -> bool:
    """Say whether a message may have plural forms, each a pair, or as arms of one text."""
    if pair.unit is None or pair.target is None:
        return False
    return pair.unit.plural is not None or "{" in pair.target.text


def _reading_order(found: _Mark) -> tuple[int, bool, int, int, int]:
    number, order, hit = found
    return number, hit.side is Side.TARGET, hit.span.start, hit.span.end, order


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


def _failure(check: Check, pair: Pair, error: Exception) -> Failure:
    segment = pair.side(Side.TARGET) or pair.side(Side.SOURCE)
    place = f"{segment.path}:{segment.line}" if segment else pair.id
    return Failure(
        path=segment.path if segment else "",
        stage=f"check {check.name}",
        message=f"{place}: {type(error).__name__}: {error}",
    )
