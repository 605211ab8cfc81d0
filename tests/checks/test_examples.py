"""Each check holds to its own examples: they are its tests and its documentation."""

import re
from dataclasses import replace

import pytest

from transcheck.checks import registry
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.runner import Rule, run
from transcheck.checks.scores import with_scores
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.evidence.words import with_words
from transcheck.model import Finding, Forward, Measured, Origin, Pair, Segment, Side
from transcheck.scoring import calibration, similarities
from transcheck.units import Unit

# Loaded by the first example that needs it.
_ENCODER = UniversalSentenceEncoder()
CASES = [(check, example) for check in registry.ALL for example in check.examples]


def segment_of(text: str, lang: str, example: Example, *, line: int = 1) -> Segment:
    return Segment(
        id=f"s{line}", text=text, lang=lang, path="example", offset=1000 * (line - 1), line=line,
        column=1, block=line - 1, role=example.role,
    )  # fmt: skip


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""


def _translation_of(example: Example) -> Segment | None:
    if example.translation is None:
        return None
    return segment_of(example.translation, example.translation_lang, example)


def rows_of(example: Example) -> list[Measured]:
    """Return the example as a row, followed by the rest of its article."""
    target: Segment | None = segment_of(example.text, example.lang, example, line=example.line)
    source = (
        None if example.source is None else segment_of(example.source, example.source_lang, example)
    )
    if example.side is Side.SOURCE:
        source, target = target, _translation_of(example)
    pair = Pair(id="1", source=source, target=target, origin=Origin.GIVEN, unit=example.unit)
    forward = Forward(text=example.forward, similarity=None, chrf=0.0) if example.forward else None
    rows = [Measured(pair=pair, similarity=example.similarity, forward=forward)]
    if example.embedded:
        rows = list(with_words(_ENCODER, similarities(_ENCODER, [pair]), _silent))
        rows = list(with_scores(rows, (), calibration("use")))
    sources = example.article_source or (None,) * len(example.article)
    for number, (theirs, text) in enumerate(zip(sources, example.article, strict=True), start=2):
        source = segment_of(theirs, example.source_lang, example, line=number) if theirs else None
        other = segment_of(text, example.lang, example, line=number)
        unit = _beside(example.unit, number) if example.unit else None
        pair = Pair(id=str(number), source=source, target=other, origin=Origin.GIVEN, unit=unit)
        rows.append(Measured(pair=pair))
    return rows


def _beside(unit: Unit, number: int) -> Unit:
    """Return the unit of another text: the next plural form, or a unit of its own."""
    if unit.plural is not None:
        return replace(unit, plural=str(number - 1))
    return replace(unit, key=str(number))


def findings_of(check: Check, example: Example) -> list[Finding]:
    """Return what the check says of the example's target, with its default parameters."""
    defaults = {parameter.name: parameter.default for parameter in check.parameters}
    rule = Rule(check=check, severity=check.severity, parameters=defaults)
    known = Context(calibration=calibration("use"), glossary=example.glossary)
    verdict = run([rule], rows_of(example), known=known)
    assert not verdict.failures
    return [finding for finding in verdict.findings if finding.row == "1"]


@pytest.mark.parametrize(
    ("check", "example"),
    [
        pytest.param(
            check,
            example,
            id=f"{check.name}-{example.lang}-{example.text[:30]}",
            marks=[pytest.mark.xfail(reason=example.known_failure)]
            if example.known_failure
            else [],
        )
        for check, example in CASES
    ],
)
def test_example(check: Check, example: Example) -> None:
    findings = [f for f in findings_of(check, example) if f.side is example.side]
    assert tuple(finding.text for finding in findings) == example.flags
    if example.suggestion is not None:
        assert findings[0].suggestion == example.suggestion


@pytest.mark.parametrize("check", registry.ALL, ids=lambda check: check.name)
def test_a_check_has_two_bad_and_two_good_examples(check: Check) -> None:
    bad = [example for example in check.examples if example.flags]
    assert len(bad) >= 2
    assert len(check.examples) >= len(bad) + 2


@pytest.mark.parametrize("check", registry.ALL, ids=lambda check: check.name)
def test_a_check_is_fully_described(check: Check) -> None:
    assert check.summary.endswith(".")
    assert len(check.summary) < 100
    assert len(check.rationale) > 100
    assert all(parameter.summary for parameter in check.parameters)


def test_ids_and_names_are_unique_and_well_formed() -> None:
    assert len({check.id for check in registry.ALL}) == len(registry.ALL)
    assert len({check.name for check in registry.ALL}) == len(registry.ALL)
    for check in registry.ALL:
        assert re.fullmatch(r"TC\d{3}", check.id)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
