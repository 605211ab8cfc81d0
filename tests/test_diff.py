"""``diff`` and ``compare``: what is compared, what is refused, and what each output says."""

import json
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
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
        joined({"a": made(0.7), "b": replace(made(0.7), signature={"settings": "x"})})


def test_two_translations_of_one_source(tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text(edited(TARGET.read_text("utf-8")), "utf-8")
    done = run("diff", *CHECKED, TARGET, new)
    assert done.exit_code == 1
    assert "El{+,,+} museo" in done.stdout
    assert "new     warning  doubled-punctuation" in done.stdout
    assert run("diff", *CHECKED, TARGET, new, "--fail-on", "never").exit_code == 0
    assert run("diff", *CHECKED, new, TARGET).exit_code == 0


def edited(text: str) -> str:
    assert "El museo" in text
    return text.replace("El museo", "El,, museo")


def found(done: Result) -> dict[str, int]:
    """Return how many findings are new, and so on."""
    summary = json.loads(done.stdout)["summary"]
    return {name: summary[name] for name in ("new", "fixed", "changed")}


def folders(
    tmp_path: Path, files: Mapping[str, tuple[str | None, str | None]]
) -> tuple[Path, Path]:
    """Return folders ``old`` and ``new`` with these files; None stands for one that lacks it."""
    for name, texts in files.items():
        for side, text in zip(("old", "new"), texts, strict=True):
            path = tmp_path / side / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_text(text, "utf-8")
    return tmp_path / "old", tmp_path / "new"


@pytest.mark.parametrize(
    ("source", "name"),
    [("a.txt", "a.txt"), ("a.en.txt", "a.es.txt"), ("en/a.txt", "es/a.txt")],
    ids=["same name", "tag in the name", "tag of a folder"],
)
def test_two_folders_of_articles_find_their_sources_by_name(
    tmp_path: Path, source: str, name: str
) -> None:
    place = tmp_path / "source" / source
    place.parent.mkdir(parents=True)
    place.write_text(SOURCE.read_text("utf-8"), "utf-8")
    (tmp_path / "source" / "never-translated.txt").write_text("Nobody came.", "utf-8")
    text = TARGET.read_text("utf-8")
    old, new = folders(tmp_path, {name: (text, edited(text)), ".hidden.txt": ("x", "x")})
    command = ["diff", "--source", str(tmp_path / "source"), "--from", "en", str(old), str(new)]
    done = run(*command, "--format", "json")
    assert (done.exit_code, found(done)) == (1, {"new": 1, "fixed": 0, "changed": 0}), done.output
    assert f"edited  {new / name}:" in run(*command).stdout
    assert run(*command[:-1], str(old)).exit_code == 0


def test_articles_in_other_languages_are_left_out_where_one_is_named(tmp_path: Path) -> None:
    text = TARGET.read_text("utf-8")
    names = {"a.es.txt": (text, text), "a.de.txt": ("Ein Museum.", "Das Museum.")}
    old, new = folders(tmp_path, names)
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.en.txt").write_text(SOURCE.read_text("utf-8"), "utf-8")
    command = ("diff", "--source", tmp_path / "source", "--from", "en", old, new)
    assert run(*command, "--to", "es").stdout.endswith("unchanged\n")
    assert "a.de.txt" not in run(*command, "--to", "es", "--format", "json").stdout
    assert "a.de.txt" in run(*command, "--format", "json").stdout


def test_an_article_without_a_source_is_named_and_the_others_are_compared(tmp_path: Path) -> None:
    text = TARGET.read_text("utf-8")
    old, new = folders(tmp_path, {"a.txt": (text, text), "b.txt": (None, text)})
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "a.txt").write_text(SOURCE.read_text("utf-8"), "utf-8")
    command = ("diff", "--source", tmp_path / "source", "--from", "en", "--to", "es", old, new)
    done = run(*command)
    assert done.exit_code == 3
    assert f"not checked: {new / 'b.txt'}: has no source in" in done.stdout
    assert "1 could not be checked" in done.stdout
    for form in ("json", "markdown", "html"):
        assert "has no source" in run(*command, "--format", form).stdout
    (tmp_path / "other").mkdir()
    assert "is named like one in" in run("diff", "--source", tmp_path / "other", old, new).stderr


STRINGS = ('{"a": "He lives in Porto now."}', '{"a": "Ele vive no Porto agora."}')
GARBLED = '{"a": "Ele vive no PortoAgora mesmo."}'
LANGS = ("--from", "en", "--to", "pt", "--no-meaning", "--format", "json")


def test_two_folders_of_localization_files(tmp_path: Path) -> None:
    english, sound = STRINGS
    old, new = folders(tmp_path, {"en.json": (english, english), "pt.json": (sound, GARBLED)})
    done = run("diff", old, new, *LANGS)
    assert (done.exit_code, found(done)) == (1, {"new": 1, "fixed": 0, "changed": 0}), done.output
    # Beside a source that is named, files in one language can be compared by themselves.
    beside = ("--source", old / "en.json")
    done = run("diff", *beside, new / "pt.json", old / "pt.json", *LANGS)
    assert (done.exit_code, found(done)) == (0, {"new": 0, "fixed": 1, "changed": 0}), done.output
    done = run("diff", *beside, new / "pt.json", old / "pt.json", *LANGS[:2], *LANGS[4:])
    assert found(done) == {"new": 0, "fixed": 1, "changed": 0}
    alone = run("diff", old / "pt.json", new / "pt.json", *LANGS)
    assert alone.exit_code == 2
    assert "needs its source" in alone.stderr


def test_what_cannot_be_compared_is_explained(tmp_path: Path) -> None:
    sound = STRINGS[1]
    old, new = folders(tmp_path, {"pt.json": (sound, sound), "a.txt": (sound, sound)})
    (tmp_path / "report.json").write_text(json_report.render(made(0.7)), "utf-8")
    mixed = run("diff", tmp_path / "report.json", new)
    assert "holds no JSON report, and the other side does" in mixed.stderr
    assert "texts and localization files" in run("diff", "--source", old, old, new).stderr
    (old / "report.json").write_text(json_report.render(made(0.7)), "utf-8")
    assert "pt.json is no report, as others of its folder are" in run("diff", old, new).stderr


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path / "repository"
    (folder / "locales").mkdir(parents=True)
    monkeypatch.chdir(folder)
    git("init", "-q")
    text = TARGET.read_text("utf-8")
    for article, strings in ((text, STRINGS[1]), (edited(text), GARBLED)):
        (folder / "news.txt").write_text(article, "utf-8")
        (folder / "locales" / "en.json").write_text(STRINGS[0], "utf-8")
        (folder / "locales" / "pt.json").write_text(strings, "utf-8")
        git("add", ".")
        git("commit", "-qm", "a delivery")
    return folder


def git(*arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def test_an_article_in_two_revisions(repository: Path) -> None:
    done = run("diff", *CHECKED, "--git", "HEAD~1..HEAD", "news.txt")
    assert done.exit_code == 1, done.output
    assert "edited  news.txt:" in done.stdout
    assert run("diff", *CHECKED, "--git", "HEAD..HEAD", repository / "news.txt").exit_code == 0


@pytest.mark.usefixtures("repository")
def test_a_folder_of_localization_files_in_two_revisions() -> None:
    done = run("diff", "--git", "HEAD~1..HEAD", "locales", *LANGS)
    assert (done.exit_code, found(done)) == (1, {"new": 1, "fixed": 0, "changed": 0}), done.output
    (unit,) = json.loads(done.stdout)["units"]
    assert unit["new"][0]["target"]["path"] == unit["old"][0]["target"]["path"]
    assert unit["new"][0]["target"]["path"] == str(Path("locales/pt.json"))


def test_reports_in_two_revisions(repository: Path) -> None:
    for similarity in (0.7, 0.8):
        (repository / "report.json").write_text(json_report.render(made(similarity)), "utf-8")
        git("add", ".")
        git("commit", "-qm", "a report")
    done = run("diff", "--git", "HEAD~1..HEAD", "report.json", "--format", "json")
    assert json.loads(done.stdout)["units"][0]["change"] == 0.1


@pytest.mark.usefixtures("repository")
def test_names_of_revisions_that_look_like_options(tmp_path: Path) -> None:
    evil = run("diff", *CHECKED, "--git", f"--output={tmp_path}/x..HEAD", "news.txt")
    assert evil.exit_code == 2
    assert "there is no revision" in evil.stderr
    assert not (tmp_path / "x").exists()
    assert run("diff", *CHECKED, "--git", "HEAD", "news.txt").exit_code == 2
    none = run("diff", *CHECKED, "--git", "HEAD~1..HEAD", "none.txt")
    assert (none.exit_code, "git has no such file" in none.stderr) == (2, True)
    outside = run("diff", *CHECKED, "--git", "HEAD~1..HEAD", tmp_path / "none.txt")
    assert (outside.exit_code, "in no git repository" in outside.stderr) == (2, True)


def test_one_side_or_a_text_without_its_source_is_explained() -> None:
    assert "name two" in run("diff", TARGET).stderr
    assert "add --source FILE" in run("diff", TARGET, TARGET).stderr
    assert "one path" in run("diff", TARGET, TARGET, "--git", "a..b").stderr


def test_the_terminal_shows_what_is_worse_last_and_the_words_at_fault_once() -> None:
    texts = ("The old port,, closed.", "The mayor said so.", "Nobody was hurt there.")
    old = [row(at, f"A{at}", text) for at, text in enumerate(texts)]
    new = [row(at + 2, f"A{at}", text.replace("old", "new")) for at, text in enumerate(texts)]
    after = [
        finding(new[0], 12, 14, number=1, message="one mark too many"),
        finding(new[1], 0, 18, number=2, message="all of it is odd"),
        finding(new[2], 0, 6, number=3, message="“Nobody” is odd"),
    ]
    before = [finding(old[2], 7, 10, number=4)]
    shown = comparison.render(compare(report(old, before), report(new, after)))
    lines = shown.splitlines()
    assert lines[0] == "Newly flagged (3)"
    assert "same  pt.txt:3 (was line 1)" in lines
    assert "  The [-old-]{+new+} port,, closed." in lines
    assert "  new     error  glued-words  “,,”: one mark too many" in lines
    assert "  new     error  glued-words  all of it is odd" in lines
    assert "  new     error  glued-words  “Nobody” is odd" in lines
    assert lines[-1] == "3 new, 1 fixed, 0 unchanged"
    mended = comparison.render(compare(report(new, after[:1]), report(old, [])))
    assert mended.startswith("Fixed (1)")
    edited_only = replace(new[0], pair=replace(new[0].pair, id="9"))
    both = compare(report([*old, row(8, "B", "One.")], before), report([edited_only], []))
    titles = [line for line in comparison.render(both).splitlines() if line[:1].isupper()]
    assert titles[0].startswith("Changed without a finding")
    assert titles[1] == "Fixed (1)"


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


def test_every_output_is_written_and_what_differs_needs_force(tmp_path: Path) -> None:
    files = [tmp_path / "old.json", tmp_path / "new.json"]
    for file, name in zip(files, ("one", "two"), strict=True):
        signature = {"embedder": name}
        file.write_text(json_report.render(replace(made(0.7), signature=signature)), "utf-8")
    named = {form: tmp_path / f"diff.{form}" for form in ("html", "markdown", "json", "text")}
    outputs = [part for form, file in named.items() for part in ("--output", f"{form}={file}")]
    refused = run("diff", *files, *outputs)
    assert (refused.exit_code, "add --force" in refused.stderr) == (2, True)
    assert not any(file.exists() for file in named.values())
    done = run("diff", *files, *outputs, "--force")
    assert done.exit_code == 0
    assert done.stdout.startswith("embedder differs: one -> two")
    assert named["text"].read_text("utf-8") == done.stdout
    assert named["html"].read_text("utf-8").startswith("<!doctype html>")
    assert "embedder differs" in named["markdown"].read_text("utf-8")
    assert json.loads(named["json"].read_text("utf-8"))["signature"][0]["part"] == "embedder"
    assert run("diff", *files, "--force", "--output", "sarif").exit_code == 2


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
