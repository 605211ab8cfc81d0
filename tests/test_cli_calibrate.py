"""``transcheck calibrate`` as its users meet it, and ``check`` with what it made."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from transcheck.cli.app import app

THINGS = (("bridge", "ponte"), ("school", "escola"), ("station", "estação"), ("street", "rua"))
DEEDS = (("was closed", "foi fechada"), ("was opened", "foi aberta"), ("is old", "é velha"))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def sound_pairs(count: int) -> list[tuple[str, str]]:
    return [
        (
            f"The {THINGS[n % 4][0]} number {n}, said the mayor, {DEEDS[n % 3][0]} in spring.",
            f"A {THINGS[n % 4][1]} número {n}, disse o prefeito, {DEEDS[n % 3][1]} na primavera.",
        )
        for n in range(count)
    ]


def written(folder: Path, name: str, lines: list[str]) -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_calibration_is_kept_and_used_for_its_pair_alone(tmp_path: Path) -> None:
    memory = written(tmp_path, "memory.tsv", ["\t".join(pair) for pair in sound_pairs(260)])
    done = run("calibrate", "--pairs", memory, "--from", "en", "--to", "pt")
    assert done.exit_code == 0, done.stderr
    assert "en-pt: 260 pairs, encoder use" in done.stdout
    assert "kept in " in done.stderr

    def used(*options: str | Path, to: str = "pt", text: str = "A ponte é velha.") -> str:
        source = written(tmp_path, "one.txt", ["The bridge is old."])
        target = written(tmp_path, f"other.{to}.txt", [text])
        command = (source, target, "--from", "en", "--to", to, "--format", "json", *options)
        name: str = json.loads(run("check", *command).stdout)["signature"]["calibration"]
        return name

    assert used().startswith("use-")
    assert used(to="de", text="Die Brücke ist alt.") == "shipped"
    own = tmp_path / "own.json"
    assert (
        run("calibrate", "--pairs", memory, "--to=pt", "--from=en", "--output", own).exit_code == 0
    )
    assert used("--calibration", own).startswith("own.json ")
    config = written(tmp_path, "transcheck.toml", ['calibration = "own.json"'])
    assert used("--config", config).startswith("own.json ")
    strings = written(tmp_path, "s.tsv", ["source\ttarget", "The bridge is old.\tA ponte é velha."])
    batch = run("batch", strings, "--from", "en", "--to", "pt", "--format", "json")
    assert json.loads(batch.stdout)["signature"]["calibration"].startswith("use-")
    batch = run("batch", strings, "--from", "en", "--to", "de", "--format", "json")
    assert json.loads(batch.stdout)["signature"]["calibration"] == "shipped"
    source = written(tmp_path, "one.txt", ["The bridge is old."])
    target = written(tmp_path, "eine.txt", ["Die Brücke ist alt."])
    done = run("check", source, target, "--from=en", "--to=de", "--calibration", own)
    assert done.exit_code == 2
    assert "is for en-pt, not for en-de" in done.stderr


def test_two_files_of_lines_are_taken_too_and_json_is_what_is_kept(tmp_path: Path) -> None:
    sources, targets = zip(*sound_pairs(260), strict=True)
    one = written(tmp_path, "one.txt", list(sources))
    other = written(tmp_path, "other.txt", list(targets))
    out = tmp_path / "out.json"
    done = run("calibrate", one, other, "--output", out, "--format", "json")
    assert done.exit_code == 0, done.stderr
    assert "looks like Portuguese" in done.stderr
    assert json.loads(done.stdout) == json.loads(out.read_text("utf-8"))
    assert json.loads(done.stdout)["measured"][0]["rate"] == 0.005


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--pairs", "FEW", "--from", "en", "--to", "pt"], "needs at least 250"),
        (["--pairs", "BAD", "--from", "en", "--to", "pt"], "bad.tsv:2: expected a source"),
        (["--pairs", "FEW", "--from", "en", "--to", "en"], "both texts are English (en)"),
        (["--pairs", "FEW", "--from", "en", "--to", "fi"], "does not know Finnish (fi)"),
        (["--pairs", "FEW", "FEW", "--from", "en", "--to", "pt"], "two files of lines"),
        (["FEW", "--from", "en", "--to", "pt"], "two files of lines"),
        (["FEW", "BAD", "--from", "en", "--to", "pt"], "has 3 lines with text"),
        (["--pairs", "none.tsv", "--from", "en", "--to", "pt"], "no such file"),
    ],
)
def test_wrong_usage_says_what_to_do(tmp_path: Path, arguments: list[str], says: str) -> None:
    files = {
        "FEW": written(tmp_path, "few.tsv", ["One.\tUm.", "", "Two.\tDois.", "Three.\tTrês."]),
        "BAD": written(tmp_path, "bad.tsv", ["One.\tUm.", "Two."]),
    }
    done = run("calibrate", *[files.get(each, each) for each in arguments])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert says in done.stderr.replace("\n", " ")
