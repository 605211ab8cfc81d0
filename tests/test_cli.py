"""The command line as its users meet it: exit codes, streams, and what each error says."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from transcheck import __version__
from transcheck.checks import registry
from transcheck.cli.app import app

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "fixtures" / "articles"
ODD = ARTICLES / "odd"
CLEAN = "The harbour was closed on Monday. It will open again in spring, the mayor said.\n"
GLUED = "The harbour was closed on MondayAfter the storm.\n"


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


def write(folder: Path, text: str, name: str = "copy.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_version_and_help() -> None:
    assert run("--version").stdout == f"transcheck {__version__}\n"
    shown = run("--help").stdout
    assert all(command in shown for command in ("check", "lint", "translate", "explain", "models"))


@pytest.mark.parametrize(
    "command", ["check", "lint", "translate", "calibrate", "diff", "explain", "rules", "models"]
)
def test_every_command_has_help_with_examples(command: str) -> None:
    done = run(command, "--help")
    assert done.exit_code == 0
    assert "Examples:" in done.stdout
    assert f"transcheck {command}" in done.stdout


def test_clean_copy_exits_with_0_and_findings_with_1(tmp_path: Path) -> None:
    assert run("lint", write(tmp_path, CLEAN), "--lang", "en").exit_code == 0
    done = run("lint", write(tmp_path, GLUED), "--lang", "en")
    assert done.exit_code == 1
    assert "copy.txt:1:27  error  glued-words TC201" in done.stdout
    assert "fix: Monday After" in done.stdout
    assert done.stderr == ""


def test_fail_on_decides_what_counts(seed: Path) -> None:
    only_warnings = ("lint", seed, "--lang", "en", "--ignore", "glued-words")
    assert run(*only_warnings).exit_code == 1
    assert run(*only_warnings, "--fail-on", "error").exit_code == 0


def test_select_takes_families_and_lists(seed: Path) -> None:
    done = run("lint", seed, "--lang", "en", "--select", "TC501,TC202", "--format", "json")
    names = {finding["name"] for finding in json.loads(done.stdout)["findings"]}
    assert names == {"boilerplate", "missing-sentence-end"}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("missing.txt", "no such file"),
        ("", "is a folder"),
        ("binary.bin", "binary"),
        ("empty.txt", "is empty"),
        ("white-space.txt", "only white space"),
        ("invalid-utf-8.en.txt", "byte offset 233, line 5"),
        ("utf-16-le-bom.fr.txt", "--encoding utf-16"),
        ("windows-1252.es.txt", "--encoding windows-1252"),
    ],
)
def test_bad_files_are_refused_with_one_clear_line(name: str, says: str) -> None:
    done = run("lint", ODD / name, "--lang", "en")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert says in done.stderr
    assert len(done.stderr.splitlines()) <= 2


@pytest.mark.parametrize(
    ("name", "encoding"), [("utf-16-le-bom.fr.txt", "utf-16"), ("windows-1252.es.txt", "cp1252")]
)
def test_the_offered_encoding_reads_the_file(name: str, encoding: str) -> None:
    done = run("lint", ODD / name, "--lang", name.split(".")[1], "--encoding", encoding)
    assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["lint", "SEED", "--lang", "xx"], "unknown language 'xx'"),
        (["lint", "SEED", "--lang", "englich"], "did you mean en?"),
        (["lint", "SEED", "--select", "glued-word"], "did you mean glued-words?"),
        (["lint", "SEED", "--config", "none.toml"], "cannot read the configuration none.toml"),
        (["lint", "SEED", "--lang", "en", "--encoding", "utf-9"], "utf-9"),
        (["lint", "SEED", "--lang", "en", "--baseline", "none.json"], "cannot read none.json"),
        (["lint", "SEED", "--lang", "en", "--baseline", "SEED"], "is no baseline"),
        (["check", "SEED", "--from", "en"], "say --to LANG"),
        (["check", "SEED", "--from", "en", "--to", "fi"], "transcheck models pull en-fi"),
        (["check", "SEED", "--from", "en", "--to", "en"], "source and target are both English"),
        (["check", "SEED", "--from", "en", "--to", "pt", "--engine", "x"], "unknown engine 'x'"),
        (["translate", "SEED", "--from", "en", "--to", "ja"], "transcheck models pull en-ja"),
        (["explain", "TC999"], "unknown check 'TC999'"),
        (["diff", "SEED", "SEED"], "neither a JSON report nor"),
        (["lint"], "Missing argument"),
        (["lint", "SEED", "--format", "pdf"], "pdf"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_what_to_do(
    seed: Path, arguments: list[str], says: str
) -> None:
    done = run(*[str(seed) if each == "SEED" else each for each in arguments])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert says in done.stderr


def test_a_sentence_of_100_000_characters_is_refused(tmp_path: Path) -> None:
    done = run("lint", write(tmp_path, "word " * 20_000), "--lang", "en")
    assert done.exit_code == 2
    assert "copy.txt:1: a sentence of 99,999 characters" in done.stderr


def test_the_language_is_detected_and_said(seed: Path) -> None:
    done = run("lint", seed, "--format", "json")
    assert "looks like English (en)" in done.stderr
    assert {row["target"]["lang"] for row in json.loads(done.stdout)["rows"]} == {"en"}


def test_standard_input_is_read(tmp_path: Path) -> None:
    done = run("lint", "-", "--lang", "en", stdin=GLUED)
    assert done.exit_code == 1
    assert "<stdin>:1:27" in done.stdout
    assert run("lint", write(tmp_path, CLEAN), "-", "--lang", "en", stdin=GLUED).exit_code == 1


def test_a_language_that_the_embedder_lacks_makes_the_report_incomplete(tmp_path: Path) -> None:
    source = write(tmp_path, "The harbour is closed.\n", "en.txt")
    target = write(tmp_path, "Satama on suljettu.\n", "fi.txt")
    done = run("check", source, target, "--from", "en", "--to", "fi", "--format", "json")
    assert done.exit_code == 3
    report = json.loads(done.stdout)
    assert [failure["stage"] for failure in report["failures"]] == ["embed"]
    assert "Finnish (fi)" in report["failures"][0]["message"]
    assert report["rows"][0]["similarity"] is None


def test_unequal_texts_are_refused_with_the_place_where_they_part(tmp_path: Path) -> None:
    source = write(tmp_path, "One thing is here.\n\nAnother thing is there.\n", "one.txt")
    target = write(tmp_path, "Una cosa és aquí.\n", "una.txt")
    # The encoder does not know Catalan, so the structure of the texts is all there is.
    done = run("check", source, target, "--from", "en", "--to", "ca")
    assert done.exit_code == 2
    assert str(source) in done.stderr
    assert str(target) in done.stderr


def test_a_sentence_left_out_is_found_and_the_others_are_compared(tmp_path: Path) -> None:
    source = write(tmp_path, "The bridge is closed.\n\nNobody was hurt in the fire.\n", "one.txt")
    target = write(tmp_path, "A ponte está fechada.\n", "uma.txt")
    done = run("check", source, target, "--from", "en", "--to", "pt", "--format", "json")
    assert done.exit_code == 1
    (finding,) = json.loads(done.stdout)["findings"]
    assert (finding["name"], finding["side"], finding["line"]) == ("dropped-sentence", "source", 3)


def test_aligned_pairs_lines_and_refuses_unequal_counts(tmp_path: Path) -> None:
    source = write(tmp_path, "The bridge is closed. It is old.\n\nNobody was hurt.\n", "one.txt")
    target = write(tmp_path, "A ponte está fechada. É velha.\nNinguém ficou ferido.\n", "uma.txt")
    command = ("--from", "en", "--to", "pt", "--aligned", "--format", "json")
    rows = json.loads(run("check", source, target, *command).stdout)["rows"]
    assert [(row["source"]["line"], row["target"]["line"]) for row in rows] == [(1, 1), (3, 2)]
    shorter = write(tmp_path, "A ponte está fechada.\n", "curta.txt")
    done = run("check", source, shorter, *command)
    assert done.exit_code == 2
    assert f"{source} has 2 lines with text, {shorter} has 1" in done.stderr.replace("\n", " ")
    alone = run("check", source, "--from", "en", "--to", "pt", "--aligned")
    assert alone.exit_code == 2
    assert "--aligned is for two texts" in alone.stderr


def test_a_baseline_leaves_known_findings_out(seed: Path, tmp_path: Path) -> None:
    old = run("lint", seed, "--lang", "en", "--format", "json")
    baseline = write(tmp_path, old.stdout, "old.json")
    text = "A new paragraph moves every line.\n\n" + seed.read_text("utf-8")
    moved = write(tmp_path, text, "moved.txt")
    done = run("lint", moved, "--lang", "en", "--baseline", baseline)
    assert done.exit_code == 0
    assert "5 known already and not shown" in done.stdout
    worse = write(tmp_path, f"{text}\n\n{GLUED}", "worse.txt")
    done = run("lint", worse, "--lang", "en", "--baseline", baseline)
    assert done.exit_code == 1
    assert "MondayAfter" in done.stdout
    assert "WashingtonAfter" not in done.stdout


def test_diff_names_new_and_fixed_findings(seed: Path, tmp_path: Path) -> None:
    old = write(tmp_path, run("lint", seed, "--lang", "en", "--format", "json").stdout, "old.json")
    mended = seed.read_text("utf-8").replace("WashingtonAfter", "Washington After")
    text = write(tmp_path, f"{mended}\n\n{GLUED}")
    new = write(tmp_path, run("lint", text, "--lang", "en", "--format", "json").stdout, "new.json")
    done = run("diff", old, new)
    assert done.exit_code == 1
    assert "new    " in done.stdout
    assert "MondayAfter" in done.stdout
    assert run("diff", new, new).exit_code == 0


def test_explain_knows_every_check_by_id_and_name() -> None:
    for check in registry.ALL:
        by_id, by_name = run("explain", check.id), run("explain", check.name.upper())
        assert by_id.stdout == by_name.stdout
        assert check.rationale in by_id.stdout


def test_rules_and_models_list_what_is_here() -> None:
    rules = run("rules").stdout
    assert all(check.name in rules for check in registry.ALL)
    assert "en -> pt, pt -> en" in run("models").stdout
    engines = json.loads(run("models", "--format", "json").stdout)["engines"]
    assert {"from": "en", "to": "pt"} in engines[1]["pairs"]


def test_translate_keeps_white_space_and_pairs_sentences(tmp_path: Path) -> None:
    path = write(tmp_path, "Good morning.\n\n  The harbour is closed. It is cold.\n")
    done = run("translate", path, "--from", "en", "--to", "pt")
    assert done.exit_code == 0
    first, blank, second = done.stdout.rstrip("\n").split("\n")
    assert (first, blank, second[:2]) == ("Bom dia.", "", "  ")
    sentences = json.loads(
        run("translate", path, "--from", "en", "--to", "pt", "--format", "json").stdout
    )["sentences"]
    assert [sentence["source"] for sentence in sentences] == [
        "Good morning.",
        "The harbour is closed.",
        "It is cold.",
    ]
    assert [sentence["line"] for sentence in sentences] == [1, 3, 3]


def test_scores_are_shown_on_request() -> None:
    folder = ARTICLES / "pairs" / "pt-en-clean"
    files = (folder / "source.pt.txt", folder / "target.en.txt")
    plain = run("check", *files, "--from", "pt", "--to", "en")
    scored = run("check", *files, "--from", "pt", "--to", "en", "--scores")
    assert plain.exit_code == scored.exit_code == 0
    assert "similarity" not in plain.stdout
    assert scored.stdout.count("█") > 20


def test_the_report_is_the_same_with_and_without_the_store(seed: Path) -> None:
    command = ("check", seed, "--from", "en", "--to", "pt", "--format", "json")
    first, again, apart = run(*command), run(*command), run(*command, "--no-cache")
    assert first.stdout == again.stdout == apart.stdout


def test_interrupting_ends_cleanly_and_keeps_what_was_done(tmp_path: Path) -> None:
    text = " ".join(f"The harbour was closed on day {number}." for number in range(3000))
    path = write(tmp_path, text)
    command = [
        sys.executable,
        "-m",
        "transcheck",
        "translate",
        str(path),
        "--from",
        "en",
        "--to",
        "pt",
    ]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        store = Path(os.environ["TRANSCHECK_CACHE"])
        deadline = time.monotonic() + 60
        while not list(store.rglob("*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert out == ""
    assert "interrupted" in err
    assert "Traceback" not in err


def test_a_reader_who_has_seen_enough_is_no_error(seed: Path) -> None:
    command = f"{sys.executable} -m transcheck lint {seed} --lang en | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)  # noqa: S602
    assert done.stderr == ""


def test_help_breaks_its_paragraphs_where_the_terminal_ends() -> None:
    shown = CliRunner().invoke(app, ["diff", "--help"], env={"COLUMNS": "70"}).stdout
    lines = [line.strip() for line in shown.splitlines()]
    (start,) = (at for at, line in enumerate(lines) if line.startswith("JSON reports are"))
    paragraph = lines[start : lines.index("", start)]
    following = [line.split()[0] for line in paragraph[1:]]
    assert len(paragraph) > 3
    for line, word in zip(paragraph, following, strict=False):
        assert len(f" {line} {word}") > 68, "the next word had room in this line"
