"""SARIF: valid by its schema, with what code scanning matches alerts by."""

import gzip
import json
from base64 import b64encode
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from tests.reporters.reports import FINDING, MADE, REPORT, ROW, TEXTS, hostile, many
from transcheck.checks import registry
from transcheck.model import Report, Severity
from transcheck.reporters import sarif
from transcheck.units import Unit

SCHEMA = Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json"


@cache
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(
        json.loads(SCHEMA.read_text("utf-8")), format_checker=jsonschema.FormatChecker()
    )


def rendered(report: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(sarif.render(report))
    validator().validate(log)
    (run,) = log["runs"]
    return dict(run)


def test_the_schema_refuses_what_is_no_sarif() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator().validate({"version": "2.1.0", "runs": [{"results": []}]})


def test_a_result_has_place_fingerprint_rule_and_repair() -> None:
    run = rendered(REPORT)
    assert run["columnKind"] == "unicodeCodePoints"
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "in/en.txt", "uriBaseId": "%SRCROOT%"}
    assert place["region"] == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 11}
    assert result["partialFingerprints"]["primaryLocationLineHash"] == "0123456789abcdef:1"
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "Hello world"
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (rule["id"], rule["name"]) == (result["ruleId"], "glued-words")
    assert "Why it matters" in rule["help"]["markdown"]


def test_rules_are_those_that_ran_and_descriptions_have_the_length_github_takes() -> None:
    rules = rendered(REPORT)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["TC201", "TC202"]
    assert all(len(rule["fullDescription"]["text"]) <= 1024 for rule in rules)


def test_suppressed_results_stay_and_say_why() -> None:
    results = rendered(REPORT)["results"]
    states = [(r["baselineState"], r.get("suppressions", [{}])[0]) for r in results]
    assert states == [
        ("new", {}),
        ("new", {}),
        ("unchanged", {"kind": "external", "status": "accepted"}),
        ("new", {"kind": "external", "status": "accepted", "justification": "a brand"}),
        ("new", {"kind": "inSource", "status": "accepted", "justification": "a note"}),
    ]
    alone = rendered(replace(REPORT, baseline=None))["results"]
    assert not any("baselineState" in result for result in alone)


def test_failures_and_notices_are_notifications() -> None:
    (invocation,) = rendered(REPORT)["invocations"]
    assert invocation["executionSuccessful"] is False
    levels = [each["level"] for each in invocation["toolExecutionNotifications"]]
    assert levels == ["error", "note"]


def test_only_the_gravest_5000_are_kept_and_the_cut_is_said() -> None:
    run = rendered(many(6000, severity=Severity.NOTE))
    assert len(run["results"]) == 5000
    assert run["results"][0]["level"] == "error"
    said = run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
    assert said.startswith("1,001 of 6,001 findings are left out")


def test_a_large_run_keeps_to_the_limits_of_github() -> None:
    random = Random(1)  # noqa: S311 - a text that does not pack, no secret
    findings = []
    for number in range(12_000):
        text = b64encode(random.randbytes(1_500)).decode()
        said = replace(FINDING, message=text[::-1], fingerprint=f"{number:016x}")
        findings.append(replace(said, text=text, excerpt=text))
    every = tuple(check.id for check in registry.ALL)
    report = replace(REPORT, failures=(), findings=tuple(findings), checks=every)
    text = sarif.render(report)
    assert len(gzip.compress(text.encode())) < 10_000_000
    (run,) = json.loads(text)["runs"]
    assert len(run["results"]) == 5000
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(every)
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules)
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    prints = {each["partialFingerprints"]["primaryLocationLineHash"] for each in run["results"]}
    assert len(prints) == 5000
    said = run["invocations"][0]["toolExecutionNotifications"][-1]
    assert said["message"]["text"].startswith("7,000 of 12,000 findings are left out")


def test_the_fault_of_a_text_that_an_engine_made_is_shown_at_its_source() -> None:
    (result,) = rendered(MADE)["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "in/pt.txt"
    assert place["region"] == {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 10}
    assert "fixes" not in result


def test_a_localization_file_is_not_repaired_since_it_may_escape_its_texts() -> None:
    row = replace(ROW, pair=replace(ROW.pair, unit=Unit(key="hello")))
    (result, *_) = rendered(replace(REPORT, rows=(row,)))["results"]
    assert "fixes" not in result


def test_paths_are_relative_uris(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for path, uri in {
        str(tmp_path / "a b" / "ü#.po"): "a%20b/%C3%BC%23.po",
        "/elsewhere/x.po": "file:///elsewhere/x.po",
        "/elsewhere/\ud800.po": "file:///elsewhere/%3F.po",
    }.items():
        (result,) = rendered(replace(REPORT, findings=(replace(FINDING, path=path),)))["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_message_has_neither_placeholders_nor_links() -> None:
    message = "“{0}” [click](https://evil.example)"
    (result,) = rendered(replace(REPORT, findings=(replace(FINDING, message=message),)))["results"]
    assert result["message"]["text"] == r"“{{0}}” \[click\](https://evil.example)"


@given(TEXTS)
def test_any_text_makes_a_valid_file(text: str) -> None:
    rendered(hostile(text))
