"""The second opinion on a given translation, as users of the command line meet it."""

import json
from pathlib import Path

from typer.testing import CliRunner, Result

from transcheck.cli.app import app


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def write(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def the_signature(*arguments: str | Path) -> dict[str, str]:
    done = run("check", *arguments, "--format", "json")
    assert done.exit_code in {0, 1}, done.stderr
    found: dict[str, str] = json.loads(done.stdout)["signature"]
    return found


def test_a_given_translation_is_held_against_the_engines(tmp_path: Path) -> None:
    source = write(tmp_path, "The bridge is closed. Nobody was hurt.\n", "one.txt")
    target = write(tmp_path, "A ponte está fechada. Ninguém ficou ferido.\n", "uma.txt")
    command = ("check", source, target, "--from", "en", "--to", "pt", "--format", "json")
    first, again = run(*command), run(*command)
    assert first.stdout == again.stdout
    report = json.loads(first.stdout)
    assert report["signature"]["engine"] == "given"
    assert report["signature"]["evidence"].startswith("bergamot ")
    assert report["rows"][0]["forward"]["text"] == "A ponte está fechada."
    assert report["rows"][0]["forward"]["chrf"] == 100
    alone = json.loads(run(*command, "--no-evidence").stdout)
    assert "evidence" not in alone["signature"]
    assert [row["forward"] for row in alone["rows"]] == [None, None]


def test_evidence_is_demanded_by_name_or_configuration(tmp_path: Path) -> None:
    source = write(tmp_path, "The bridge is closed.\n", "one.txt")
    target = write(tmp_path, "Le pont est fermé.\n", "un.txt")
    command = (source, target, "--from", "en", "--to", "fr")
    assert "evidence" not in the_signature(*command)
    for option in ("--evidence", "--engine=bergamot"):
        done = run("check", *command, option)
        assert done.exit_code == 2
        assert "en to fr" in done.stderr or "English (en) to French (fr)" in done.stderr
    wanted = write(tmp_path, "evidence = true\n", "transcheck.toml")
    assert run("check", *command, "--config", wanted).exit_code == 2
    assert "evidence" not in the_signature(*command, "--config", wanted, "--no-evidence")
