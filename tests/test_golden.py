"""The tool, run as a user runs it, finds what is planted in the articles and nothing else."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from transcheck.cli.app import app

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "fixtures" / "articles"
LANGUAGES = ("en", "pt", "es", "de", "fr")
PAIRS = sorted(path.name for path in (ARTICLES / "pairs").iterdir())

# Where the fault is a stretch of words, a report that overlaps it is right.
STRETCHES = {"low-similarity", "length-ratio", "untranslated", "repeated-phrase"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    check: str
    side: str
    line: int
    column: int
    text: str

    def is_found_by(self, other: "Mark") -> bool:
        if (self.check, self.side, self.line) != (other.check, other.side, other.line):
            return False
        if self.check not in STRETCHES:
            return self == other
        ends = self.column + len(self.text), other.column + len(other.text)
        return self.column < ends[1] and other.column < ends[0]


def report(*arguments: str) -> dict[str, Any]:
    done = CliRunner().invoke(app, [*arguments, "--format", "json"])
    assert done.exit_code in {0, 1}, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.exit_code == (1 if found["findings"] else 0)
    return found


def marks(findings: list[dict[str, Any]]) -> list[Mark]:
    return [
        Mark(
            check=each.get("name", each["check"]),
            side=each["side"],
            line=each["line"],
            column=each["column"],
            text=each["text"],
        )
        for each in findings
    ]


def assert_as_expected(found: dict[str, Any], expected: dict[str, Any]) -> None:
    """Every planted fault is reported, and every report is planted or allowed."""
    reported, planted = marks(found["findings"]), marks(expected["findings"])
    missed = [mark for mark in planted if not any(mark.is_found_by(other) for other in reported)]
    allowed = {(each["check"], each["side"], each["line"]) for each in expected["allowed"]}
    extra = [
        other
        for other in reported
        if not any(mark.is_found_by(other) for mark in planted)
        and (other.check, other.side, other.line) not in allowed
    ]
    assert (missed, extra) == ([], [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lint_finds_the_planted_faults(lang: str) -> None:
    folder = ARTICLES / lang
    expected = json.loads((folder / "garbled.expected.json").read_text("utf-8"))
    found = report("lint", str(folder / "garbled.txt"), "--lang", lang)
    assert_as_expected(found, expected)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lint_is_quiet_on_clean_copy(lang: str) -> None:
    found = report("lint", str(ARTICLES / lang / "clean.txt"), "--lang", lang)
    assert marks(found["findings"]) == []


@pytest.mark.parametrize("name", PAIRS)
def test_check_judges_a_translation(name: str) -> None:
    folder = ARTICLES / "pairs" / name
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    source, target = expected["source_lang"], expected["target_lang"]
    found = report(
        "check", str(folder / f"source.{source}.txt"), str(folder / f"target.{target}.txt"),
        "--from", source, "--to", target,
    )  # fmt: skip
    assert_as_expected(found, expected)


@pytest.mark.parametrize(
    "command", [["lint", "--lang", "en"], ["check", "--from", "en", "--to", "pt"]]
)
def test_the_seed_has_its_faults_and_no_others(seed: Path, command: list[str]) -> None:
    found = report(command[0], str(seed), *command[1:])
    rows = re.findall(
        r"^\| (\d+):(\d+) \| `([^`]+)` \|", (seed.parent / "faults.md").read_text(), re.MULTILINE
    )
    faults = {(int(line), int(column), text) for line, column, text in rows}
    assert len(faults) == 5
    assert {(f["line"], f["column"], f["text"]) for f in found["findings"]} == faults
    side = "target" if command[0] == "lint" else "source"
    assert {f["side"] for f in found["findings"]} == {side}


@pytest.mark.parametrize(("lang", "other"), [("en", "pt"), ("pt", "en")])
def test_an_engine_is_not_blamed_for_the_faults_of_the_article(lang: str, other: str) -> None:
    folder = ARTICLES / lang
    expected = json.loads((folder / "garbled.expected.json").read_text("utf-8"))
    for each in expected["findings"]:
        each["side"] = "source"
    found = report("check", str(folder / "garbled.txt"), "--from", lang, "--to", other)
    assert_as_expected(found, expected)


@pytest.mark.parametrize(
    ("lang", "other", "lost"), [("en", "pt", []), ("pt", "en", ["lost-negation"])]
)
def test_of_clean_copy_only_what_the_engine_loses_is_found(
    lang: str, other: str, lost: list[str]
) -> None:
    found = report("check", str(ARTICLES / lang / "clean.txt"), "--from", lang, "--to", other)
    # Of "um aviso que não chega não rega nada" the engine loses one "não".
    assert [mark.check for mark in marks(found["findings"])] == lost
