"""``lint --fix`` and ``--diff``: what is written, what is left alone, and what is refused."""

import codecs
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from transcheck import pipeline
from transcheck.checks import registry
from transcheck.cli.app import app
from transcheck.config import Settings
from transcheck.errors import InputError
from transcheck.formats.rewrite import rewritten
from transcheck.model import Document, Report
from transcheck.results.repairs import repair

ODD = Path(__file__).parents[1] / "fixtures" / "articles" / "odd"
FAULTY = "Prices rose,he said , and cafÃ© owners in 2024 paid R&amp;D..\r\nShare this article\r\n"
SOUND = "Prices rose, he said, and café owners in 2024 paid R&D.\r\n\r\n"


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)


def fix(path: Path, *arguments: str) -> Result:
    return run("lint", path, "--lang", "en", "--fix", *arguments)


def judge(document: Document) -> Report:
    return pipeline.lint([document], Settings())


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("windows-1252", b""),
    ],
)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, encoding: str, mark: bytes) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(mark + FAULTY.encode(encoding))
    named = {"utf-8": (), "windows-1252": ("--encoding", "cp1252")}
    family = ("--encoding", encoding[:6])
    done = fix(path, *named.get(encoding, family))
    assert done.exit_code == 0, done.output
    assert path.read_bytes() == mark + SOUND.encode(encoding)
    assert "6 repairs made" in done.stderr


def test_the_seed_is_repaired_and_what_needs_an_editor_stays(seed: Path, tmp_path: Path) -> None:
    path = tmp_path / "seed.txt"
    path.write_bytes(seed.read_bytes())
    done = fix(path, "--format", "json")
    left = {finding["name"] for finding in json.loads(done.stdout)["findings"]}
    assert "Washington After" in path.read_text("utf-8")
    assert "Venezuela Donald" in path.read_text("utf-8")
    assert left == {"missing-sentence-end", "boilerplate"}
    once = path.read_bytes()
    assert "made" not in fix(path).stderr
    assert path.read_bytes() == once


def test_a_lost_full_stop_is_not_hidden_by_a_space() -> None:
    text = "Islands were cut off from the mainlandFerry services resumed on Monday.\n"
    assert repair(Document(path="x", text=text, lang="en"), judge).count == 0


def test_the_diff_can_be_applied(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(FAULTY.rstrip().encode())
    shown = run("lint", path, "--lang", "en", "--diff")
    assert shown.exit_code == 1
    assert path.read_bytes() == FAULTY.rstrip().encode()
    subprocess.run(
        ["patch", "--binary", "-p0", str(path)], input=shown.stdout_bytes, check=True, cwd=tmp_path
    )
    assert path.read_bytes() == SOUND.removesuffix("\r\n").encode()
    assert run("lint", path, "--lang", "en", "--diff").stdout == ""


def test_standard_input_is_shown_and_not_fixed() -> None:
    shown = run("lint", "-", "--lang", "en", "--diff", stdin=b"He met him inVenezuela.\n")
    assert shown.exit_code == 1
    assert "+He met him in Venezuela.\n" in shown.stdout
    assert run("lint", "-", "--lang", "en", "--diff", stdin=b"All is well.\n").exit_code == 0
    refused = run("lint", "-", "--lang", "en", "--fix", stdin=b"He met him inVenezuela.\n")
    assert refused.exit_code == 2
    assert "use --diff" in refused.stderr


def test_what_cannot_be_written_back_is_refused_whole(tmp_path: Path) -> None:
    text = "The mayor said,he left.\n"
    fine, odd = tmp_path / "fine.txt", tmp_path / "odd.txt"
    fine.write_bytes(text.encode("utf-16"))
    odd.write_bytes(text.encode("utf-16-le"))  # decodes as utf-16, which writes a mark before it
    done = run("lint", fine, odd, "--lang", "en", "--fix", "--encoding", "utf-16")
    assert done.exit_code == 2
    assert "odd.txt: cannot be written back byte for byte in utf-16" in done.stderr
    assert fine.read_bytes() == text.encode("utf-16")
    assert sorted(tmp_path.iterdir()) == [fine, odd]


def test_a_character_that_the_encoding_lacks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(b"Fish &#321; chips.\n")
    done = fix(path, "--encoding", "latin-1")
    assert done.exit_code == 2
    assert "“Ł” cannot be written in iso8859-1" in done.stderr


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "copy.txt", tmp_path / "link.txt"
    path.write_text("The mayor said,he left.\n", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    assert fix(link).exit_code == 0
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert path.read_text("utf-8") == "The mayor said, he left.\n"


def test_a_known_finding_is_left_alone(tmp_path: Path) -> None:
    path, known = tmp_path / "copy.txt", tmp_path / "known.json"
    path.write_text("The mayor said,he left.\n", "utf-8")
    known.write_text(run("lint", path, "--lang", "en", "--format", "json").stdout, "utf-8")
    assert fix(path, "--baseline", str(known)).exit_code == 0
    assert path.read_text("utf-8") == "The mayor said,he left.\n"


def test_a_doubled_space_is_mended_and_not_reported(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_text("The mayor  left early.\n", "utf-8")
    assert run("lint", path, "--lang", "en", "--fail-on", "note").exit_code == 0
    assert run("lint", path, "--lang", "en", "--diff").exit_code == 1
    assert fix(path).exit_code == 0
    assert path.read_text("utf-8") == "The mayor left early.\n"


def test_fix_and_diff_exclude_each_other(tmp_path: Path) -> None:
    assert fix(tmp_path / "copy.txt", "--diff").exit_code == 2


def test_repairs_without_an_end_are_refused() -> None:
    growing = Document(path="copy.txt", text="The mayor said,he left.\n", lang="en")

    def never_content(_document: Document) -> Report:
        return judge(growing)

    with pytest.raises(InputError, match="without an end"):
        repair(growing, never_content)


@pytest.mark.parametrize("path", sorted(ODD.glob("*.*.txt")), ids=lambda path: path.name)
def test_odd_files_keep_every_byte_outside_the_repairs(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    encoding = {"utf-16-le-bom.fr.txt": "utf-16", "windows-1252.es.txt": "cp1252"}.get(path.name)
    named = ("--encoding", encoding) if encoding else ()
    run("lint", copy, "--lang", path.suffixes[0][1:], "--fix", *named)
    assert copy.read_bytes() == path.read_bytes()


BAD = [
    (example.text, example.lang)
    for check in registry.ALL
    for example in check.examples
    if example.flags and example.source is None
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(BAD), min_size=1, max_size=4),
    st.sampled_from([" ", "\n", "\r\n\r\n", "", "\u2028"]),
    st.text(max_size=12),
)
def test_what_was_repaired_stays_repaired(
    parts: list[tuple[str, str]], glue: str, noise: str
) -> None:
    text = glue.join([*(text for text, _ in parts), noise, "The end."])
    done = repair(Document(path="x", text=text, lang=parts[0][1]), judge)
    assert repair(done.document, judge).count == 0
    assert not [finding for finding in done.report.findings if finding.certain]


@settings(max_examples=100, deadline=None)
@given(st.text(), st.text(max_size=5), st.data())
def test_bytes_outside_a_change_never_move(text: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for codec in ("utf-8", "utf-16-be"):
        made = rewritten(
            text.encode(codec, "surrogatepass"), text, [(start, end, new)], path="x", encoding=codec
        )
        assert made.startswith(text[:start].encode(codec))
        assert made.endswith(text[end:].encode(codec))
        assert made.decode(codec) == text[:start] + new + text[end:]
