"""The fixtures agree with themselves: every expectation points at the text that it names."""

import json
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
ARTICLES = FIXTURES / "articles"
ODD = ARTICLES / "odd"

LANGUAGES = ("de", "en", "es", "fr", "pt")
PAIRS = sorted(path.name for path in (ARTICLES / "pairs").iterdir())
ONE_SIDED = {"glued-words", "missing-sentence-end", "boilerplate", "repeated-phrase"}
TWO_SIDED = {"low-similarity", "untranslated", "length-ratio", "glued-words", "repeated-phrase"}


def lines(path: Path) -> list[str]:
    return path.read_bytes().decode("utf-8").split("\n")


def expectation(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def pair(name: str) -> tuple[dict[str, Any], dict[str, list[str]]]:
    folder = ARTICLES / "pairs" / name
    expected = expectation(folder / "expected.json")
    return expected, {
        side: lines(folder / f"{side}.{expected[f'{side}_lang']}.txt")
        for side in ("source", "target")
    }


def assert_stands(finding: dict[str, Any], text: list[str]) -> None:
    start = finding["column"] - 1
    found = text[finding["line"] - 1][start : start + len(finding["text"])]
    assert found == finding["text"], finding


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_planted_fault_stands_at_its_line_and_column(lang: str) -> None:
    expected = expectation(ARTICLES / lang / "garbled.expected.json")
    text = lines(ARTICLES / lang / "garbled.txt")
    assert expected["lang"] == lang
    for finding in expected["findings"]:
        assert finding["side"] == "target"
        assert_stands(finding, text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_garbled_article_has_a_fault_of_every_one_sided_kind(lang: str) -> None:
    findings = expectation(ARTICLES / lang / "garbled.expected.json")["findings"]
    assert {finding["check"] for finding in findings} == ONE_SIDED
    assert 8 <= len(findings) <= 12


@pytest.mark.parametrize("name", PAIRS)
def test_every_fault_of_a_pair_stands_at_its_line_and_column(name: str) -> None:
    expected, texts = pair(name)
    for finding in expected["findings"]:
        assert_stands(finding, texts[finding["side"]])
    for entry in expected["allowed"]:
        assert texts[entry["side"]][entry["line"] - 1]


@pytest.mark.parametrize("name", PAIRS)
def test_both_texts_of_a_pair_have_the_same_lines(name: str) -> None:
    _, texts = pair(name)
    shapes = [[bool(line) for line in texts[side]] for side in ("source", "target")]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", PAIRS)
def test_a_faulty_pair_has_one_fault_in_its_source_and_a_clean_pair_has_none(name: str) -> None:
    findings = pair(name)[0]["findings"]
    if name.endswith("-clean"):
        assert findings == []
        return
    assert {finding["check"] for finding in findings if finding["side"] == "target"} == TWO_SIDED
    assert [f["check"] for f in findings if f["side"] == "source"] == ["glued-words"]


@pytest.mark.parametrize("name", [name for name in PAIRS if not name.endswith("-clean")])
def test_the_fault_of_the_source_is_carried_over_in_part(name: str) -> None:
    expected, texts = pair(name)
    fault = next(f for f in expected["findings"] if f["side"] == "source")
    carried = texts["target"][fault["line"] - 1][fault["column"] - 1 :]
    assert carried[:4] == fault["text"][:4]


@pytest.mark.parametrize("name", [name for name in PAIRS if not name.endswith("-clean")])
def test_a_sentence_left_untranslated_stands_in_the_source(name: str) -> None:
    expected, texts = pair(name)
    left = [f for f in expected["findings"] if f["check"] == "untranslated"]
    assert len(left) == 2
    for finding in left:
        assert finding["text"] in texts["source"][finding["line"] - 1]


def test_the_odd_files_have_the_sizes_and_names_of_their_readme() -> None:
    rows = [
        row.split("|")
        for row in (ODD / "README.md").read_text(encoding="utf-8").splitlines()
        if row.startswith("| `")
    ]
    told = {name.strip(" `"): int(size) for _, name, size, *_ in rows}
    assert told == {p.name: p.stat().st_size for p in ODD.iterdir() if p.name != "README.md"}


def test_the_odd_files_hold_the_bytes_that_they_are_there_for() -> None:
    data = {path.name: path.read_bytes() for path in ODD.iterdir()}
    assert data["utf-16-le-bom.fr.txt"].startswith(b"\xff\xfe")
    assert len(data["utf-16-le-bom.fr.txt"].decode("utf-16")) == 415
    assert data["utf-8-bom.pt.txt"].startswith(b"\xef\xbb\xbf")
    assert data["crlf.de.txt"].count(b"\r\n") == data["crlf.de.txt"].count(b"\n") == 7
    assert data["white-space.txt"].decode("utf-8").isspace()
    assert data["binary.bin"].index(b"\0") == 8
    assert b"\n" not in data["one-line.en.txt"]
    assert max(map(len, lines(ODD / "hard-wrapped.en.txt"))) <= 72


@pytest.mark.parametrize(
    ("name", "offset"), [("invalid-utf-8.en.txt", 233), ("windows-1252.es.txt", 0)]
)
def test_the_first_byte_that_is_not_utf_8_is_where_the_readme_says(name: str, offset: int) -> None:
    with pytest.raises(UnicodeDecodeError) as caught:
        (ODD / name).read_bytes().decode("utf-8")
    assert caught.value.start == offset


def test_windows_1252_is_told_from_latin_1_by_its_dashes_and_its_euro() -> None:
    data = (ODD / "windows-1252.es.txt").read_bytes()
    assert [index for index, byte in enumerate(data) if 0x80 <= byte < 0xA0] == [189, 220, 433]
    assert "cuesta 9 €." in data.decode("windows-1252")
