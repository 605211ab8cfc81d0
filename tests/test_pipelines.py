"""The pipelines that we ship use commands and options that exist."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from transcheck.cli.app import app
from transcheck.formats import registry
from transcheck.reporters import registry as outputs

ROOT = Path(__file__).parents[1]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITHUB = yaml.safe_load((ROOT / "docs/ci/github.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs/ci/gitlab-ci.yml").read_text("utf-8"))
JENKINS = (ROOT / "docs/ci/Jenkinsfile").read_text("utf-8")


def commands() -> list[str]:
    action = GITHUB["jobs"]["transcheck"]["steps"][1]["with"]["arguments"]
    jenkins = re.search(r"transcheck (batch[^']*)", JENKINS)
    assert jenkins
    return [
        *(hook["entry"].removeprefix("transcheck ") for hook in HOOKS),
        action,
        GITLAB["transcheck"]["script"][1].removeprefix("transcheck "),
        jenkins[1],
    ]


@pytest.mark.parametrize("command", commands())
def test_every_option_is_one_of_the_command(command: str) -> None:
    name, *arguments = shlex.split(command.replace("\\\n", " "))
    described = CliRunner().invoke(app, [name, "--help"], terminal_width=200).stdout
    options = [each for each in arguments if each.startswith("--")]
    assert all(option in described for option in options)
    named = re.findall(r"--output (\w+)=", command)
    assert {each.name for each in outputs.ALL}.issuperset(named)


def test_the_hook_takes_files_that_batch_reads() -> None:
    pattern = re.compile(HOOKS[0]["files"])
    endings = re.findall(r"\w+", HOOKS[0]["files"].split("(")[1])
    assert all(pattern.search(f"a.{ending}") for ending in endings)
    known = [registry.of(f"a.{ending}") for ending in endings]
    # A file in one language needs its source, which a hook is not told of.
    assert all(each and each.read for each in known)


def test_no_input_of_the_action_is_part_of_a_script() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert scripts
    assert not any("${{" in script for script in scripts)
