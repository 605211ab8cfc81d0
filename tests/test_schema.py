"""The JSON form is a contract: what is written can be read, and nothing is lost but digits."""

import json
from dataclasses import replace

import pytest

from transcheck.errors import InputError
from transcheck.model import (
    Failure,
    Finding,
    Forward,
    Measured,
    Origin,
    Pair,
    Report,
    Role,
    Segment,
    Severity,
    Side,
    Span,
    SupportedWord,
    WordSupport,
)
from transcheck.reporters import json_report
from transcheck.results.baseline import Baseline, entries_of, suppress_known
from transcheck.results.compare import compare
from transcheck.results.schema import from_json, to_json
from transcheck.suppression import Notice

SOURCE = Segment(
    id="s1", text="Olá, mundo", lang="pt", path="a.txt", offset=3, line=2, column=1, block=0,
    role=Role.HEADLINE,
)  # fmt: skip
TARGET = replace(SOURCE, id="t1", text="Helloworld", lang="en", path="b.txt")
FINDING = Finding(
    check="TC201", name="glued-words", severity=Severity.ERROR, side=Side.TARGET, path="b.txt",
    line=2, column=1, end_line=2, end_column=11, text="Helloworld", excerpt="Helloworld", start=0,
    message="a space is missing", row="1", fingerprint="0123456789abcdef",
    suggestion="Hello world",
)  # fmt: skip
REPORT = Report(
    signature={"tool": "transcheck 0", "engine": "given"},
    rows=(
        Measured(
            pair=Pair(id="1", source=SOURCE, target=TARGET, origin=Origin.GIVEN, score=0.5),
            similarity=0.875,
            forward=Forward(text="Hello, world", similarity=0.75, chrf=62.5),
            margin=0.25,
            drift=-2.5,
            words=WordSupport.of(
                source=(SupportedWord(span=Span(start=0, end=3), support=0.75),),
                target=(SupportedWord(span=Span(start=0, end=10), support=0.5),),
            ),
        ),
        Measured(pair=Pair(id="2", source=None, target=TARGET, origin=Origin.GIVEN)),
    ),
    findings=(FINDING,),
    failures=(Failure(path="b.txt", stage="embed", message="why"),),
    checks=("TC201",),
    notices=(Notice(path="b.txt", line=2, message="of no use"),),
    baseline="known.txt",
    fail_on=Severity.ERROR,
)


def test_a_report_survives_its_json() -> None:
    text = json_report.render(REPORT)
    assert from_json(json.loads(text), path="r.json") == REPORT


def test_the_promised_fields_are_there() -> None:
    data = to_json(REPORT)
    promised = (
        "schema tool signature summary rows findings failures checks notices baseline skipped "
        "fail_on"
    )
    assert list(data) == promised.split()
    assert data["schema"] == 1
    assert data["summary"] == {"error": 1, "warning": 0, "note": 0}
    assert {"id", "source", "target", "origin", "similarity"} <= set(data["rows"][0])
    assert data["rows"][1]["source"] is None
    assert data["rows"][1]["similarity"] is None
    promised = (
        "check name severity side path line column end_line end_column text message value limit "
        "suggestion row fingerprint suppressed"
    )
    assert set(promised.split()) <= set(data["findings"][0])


def test_numbers_are_rounded_so_that_equal_runs_give_equal_bytes() -> None:
    row = replace(REPORT.rows[0], similarity=0.87500004)
    again = replace(row, similarity=0.87499996)
    one, other = (json_report.render(replace(REPORT, rows=(each,))) for each in (row, again))
    assert one == other


def test_numbers_that_an_earlier_version_did_not_measure_are_missing() -> None:
    data = to_json(REPORT)
    del data["rows"][0]["margin"], data["rows"][0]["words"]
    row = from_json(data, path="r.json").rows[0]
    assert (row.margin, row.words) == (None, None)


def test_fields_that_an_earlier_version_did_not_write_are_missing() -> None:
    data = to_json(REPORT)
    del data["checks"], data["notices"], data["baseline"], data["fail_on"]
    del data["findings"][0]["reason"]
    report = from_json(data, path="r.json")
    assert (report.checks, report.notices, report.baseline) == ((), (), None)
    assert report.findings == REPORT.findings


def test_fields_that_a_later_version_added_are_passed_over() -> None:
    data = to_json(REPORT)
    data["findings"][0]["new"] = data["rows"][0]["source"]["new"] = data["failures"][0]["new"] = 1
    assert from_json(data, path="r.json") == REPORT


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ([], "not a transcheck report"),
        ({"schema": 1}, "not a transcheck report"),
        ({**to_json(REPORT), "schema": 2}, "has schema 2"),
        ({**to_json(REPORT), "rows": [{}]}, "damaged"),
        ({**to_json(REPORT), "findings": [{"severity": "fatal"}]}, "damaged"),
    ],
)
def test_what_is_no_report_is_refused_with_a_reason(data: object, says: str) -> None:
    with pytest.raises(InputError, match=says):
        from_json(data, path="r.json")


def test_a_baseline_suppresses_what_it_knows_and_nothing_else() -> None:
    other = replace(FINDING, fingerprint="fedcba9876543210")
    new = replace(REPORT, findings=(FINDING, other))
    known = Baseline(file="known.txt", entries=entries_of(REPORT.findings))
    suppressed = suppress_known(new, known)
    assert [f.suppressed for f in suppressed.findings] == ["baseline", None]
    assert suppressed.count(Severity.ERROR) == 1


def test_a_comparison_tells_new_fixed_and_unchanged_apart() -> None:
    other = replace(FINDING, check="TC998", fingerprint="fedcba9876543210")
    third = replace(FINDING, check="TC999", fingerprint="0000000000000000")
    old = replace(REPORT, findings=(FINDING, other))
    new = replace(REPORT, findings=(FINDING, third), signature={"tool": "transcheck 1"})
    changes = compare(old, new)
    assert (changes.new, changes.fixed, changes.unchanged) == ((third,), (other,), (FINDING,))
    assert [(c.part, c.old, c.new) for c in changes.signature] == [
        ("engine", "given", "-"),
        ("tool", "transcheck 0", "transcheck 1"),
    ]
