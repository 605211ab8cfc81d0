"""``diff`` and ``compare``: what is compared, what is refused, and what each output says."""

import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ARGOS_ARCHIVE
from tests.html.reports import finding, report, row
from transcheck.cli.app import app
from transcheck.errors import InputError
from transcheck.model import Report, Severity
from transcheck.reporters import comparison, comparison_json, comparison_markdown, json_report
from transcheck.results.compare import compare, joined

PAIR = Path(__file__).parents[1] / "fixtures" / "articles" / "pairs" / "en-es-clean"
SOURCE, TARGET = PAIR / "source.en.txt", PAIR / "target.es.txt"
CHECKED = ("--from", "en", "--to", "es", "--source", str(SOURCE))


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments])


def made(*similarities: float) -> Report:
    rows = [
        row(at, f"The source {at}.", f"O texto {at}.", similarity=similarity)
        for at, similarity in enumerate(similarities, start=1)
    ]
    return report(rows, [])


def test_a_finding_stays_the_same_when_its_sentence_was_edited_elsewhere() -> None:
    one, other = row(1, "A", "The old port,, closed."), row(1, "A", "The new port,, closed.")
    old, new = (report([each], [finding(each, 12, 14)]) for each in (one, other))
    found = compare(old, new)
    assert (len(found.new), len(found.fixed), len(found.unchanged)) == (0, 0, 1)
    assert not found.regressed


def test_a_finding_that_weighs_more_is_a_regression() -> None:
    one = row(1, "A", "The old port,, closed.")
    mild, hard = (
        report([one], [finding(one, 12, 14, severity=severity)])
        for severity in (Severity.WARNING, Severity.ERROR)
    )
    assert compare(mild, hard).regressed
    assert not compare(hard, mild).regressed
    assert "worse" in comparison.render(compare(mild, hard))


def test_the_change_is_judged_against_chance() -> None:
    level = [0.7 + at % 5 / 50 for at in range(60)]
    noise = [value + (0.02 if at % 2 else -0.02) for at, value in enumerate(level)]
    better = [value + 0.1 + at % 3 / 100 for at, value in enumerate(level)]
    slightly = [value + 0.004 for value in level]
    for after, verdict in (
        (level, "no change"), (noise, "no change"), (better, "a rise"), (slightly, "a small rise")
    ):  # fmt: skip
        shift = compare(made(*level), made(*after)).shift
        assert shift
        assert shift.verdict.startswith(verdict)
        assert shift.low <= shift.mean <= shift.high
    shift = compare(made(*level), made(*better)).shift
    assert shift
    assert (shift.wins, shift.losses) == (60, 0)
    assert compare(report([], []), report([], [])).shift is None


def test_reports_made_in_another_way_are_refused_unless_forced() -> None:
    old = replace(made(0.7), signature={"embedder": "use 1", "engine": "a"})
    new = replace(made(0.7), signature={"embedder": "use 2", "engine": "b"})
    with pytest.raises(InputError, match="embedder differ"):
        compare(old, new)
    found = compare(old, new, force=True)
    assert comparison.render(found).startswith("embedder differs: use 1 -> use 2\nengine differs")


def test_folders_are_compared_as_a_whole(tmp_path: Path) -> None:
    for folder, similarity in (("old", 0.7), ("new", 0.8)):
        for name in ("a.json", "sub/b.json"):
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json_report.render(made(similarity, similarity)), "utf-8")
    done = run("diff", tmp_path / "old", tmp_path / "new", "--format", "json")
    data = json.loads(done.stdout)
    assert (done.exit_code, data["similarity"]["units"], data["similarity"]["wins"]) == (0, 4, 4)
    assert run("diff", tmp_path, tmp_path / "sub").exit_code == 2
    with pytest.raises(InputError, match="was not made like"):
        joined({"a": made(0.7), "b": replace(made(0.7), signature={"tool": "x"})})


def test_two_translations_of_one_source(tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text(TARGET.read_text("utf-8").replace("El museo", "El,, museo"), "utf-8")
    done = run("diff", *CHECKED, TARGET, new)
    assert done.exit_code == 1
    assert "El{+,,+} museo" in done.stdout
    assert "new     warning  doubled-punctuation" in done.stdout
    assert run("diff", *CHECKED, TARGET, new, "--fail-on", "never").exit_code == 0
    assert run("diff", *CHECKED, new, TARGET).exit_code == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_two_revisions_and_names_that_look_like_options(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    path = tmp_path / "news.txt"
    for name, text in (("one", "El museo"), ("two", "El,, museo")):
        path.write_text(TARGET.read_text("utf-8").replace("El museo", text), "utf-8")
        git("add", "news.txt")
        git("commit", "-qm", name)
    done = run("diff", *CHECKED, "--git", "HEAD~1..HEAD", path)
    assert done.exit_code == 1, done.output
    assert "HEAD:" in done.stdout
    assert run("diff", *CHECKED, "--git", "HEAD..HEAD", path).exit_code == 0
    evil = run("diff", *CHECKED, "--git", f"--output={tmp_path}/x..HEAD", path)
    assert evil.exit_code == 2
    assert not (tmp_path / "x").exists()
    assert run("diff", *CHECKED, "--git", "HEAD", path).exit_code == 2
    assert run("diff", *CHECKED, "--git", "HEAD~1..HEAD", tmp_path / "none.txt").exit_code == 2


def test_one_side_or_a_text_without_its_source_is_explained() -> None:
    assert "name two" in run("diff", TARGET).stderr
    assert "add --source FILE" in run("diff", TARGET, TARGET).stderr
    assert "one path" in run("diff", TARGET, TARGET, "--git", "a..b").stderr


def test_markdown_fits_a_comment_and_says_what_was_cut() -> None:
    words = " ".join(f"palavra{at}" for at in range(60))
    old = [row(at, f"Source {at}", f"{at} {words}") for at in range(500)]
    new = [row(at, f"Source {at}", f"{at} {words[::-1]}") for at in range(500)]
    flagged = [finding(each, 0, 3) for each in new[:250]]
    text = comparison_markdown.render(compare(report(old, []), report(new, flagged)))
    assert len(text) < 65_536
    assert text.count("<details>") == text.count("</details>")
    assert "more were cut: a comment holds no more" in text
    assert "Newly flagged (250)" in text


def test_nothing_in_a_text_is_markup_in_markdown() -> None:
    hostile = "<script> @octocat #12 [x](http://e.org) `y` </details> www.e.org *b* | \x1b[31m"
    one, other = row(1, "A", "Before."), row(1, "A", hostile)
    text = comparison_markdown.render(compare(report([one], []), report([other], [])))
    shown = text.partition("<ins>")[2]
    for sign in ("<script", "@octocat", "#12 ", "](", "`", "http:", "www.", "*b*", "\x1b"):
        assert sign not in shown


def test_json_has_every_unit() -> None:
    data = json.loads(comparison_json.render(compare(made(0.7, 0.8), made(0.6, 0.8))))
    assert [unit["change"] for unit in data["units"]] == [-0.1, 0.0]
    assert data["summary"]["units"] == {"same": 2}
    assert data["similarity"]["losses"] == 1


def test_two_engines_are_compared(tmp_path: Path, packages: Path) -> None:
    with zipfile.ZipFile(ARGOS_ARCHIVE) as archive:
        archive.extractall(packages)
    text = tmp_path / "news.pt.txt"
    text.write_text("O porto foi fechado na segunda-feira.\n\nNinguém ficou ferido.\n", "utf-8")
    done = run("compare", text, "--engines", "argos,bergamot", "--from", "pt", "--to", "en")
    assert done.exit_code == 0, done.output
    assert "engine differs: argos" in done.stdout
    assert "rose" in done.stdout
    assert run("compare", text, "--engines", "argos", "--to", "en").exit_code == 2
