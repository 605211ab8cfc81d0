"""Text is read strictly, and whatever is no text gets one clear line and a hint."""

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.errors import ConfigError, InputError, TranscheckError
from transcheck.formats import plain

COPY = "Der Rat der Stadt hält an der Fähre fest.\nEs gab 300 Gäste – „viele“, sagte er.\n"


def refusal(data: bytes, encoding: str | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        plain.decode(data, "copy.txt", encoding)
    assert "\n" not in str(caught.value)
    assert caught.value.message.startswith("copy.txt: ")
    return caught.value


def test_text_is_read_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "copy.txt"
    file.write_bytes("\ufeff<b>Tom &amp; Jerry</b>\r\n\r\nÄ ok\r".encode())
    assert plain.read(str(file)) == "<b>Tom &amp; Jerry</b>\r\n\r\nÄ ok\r"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Fähre".encode())))
    assert plain.read("-") == "Fähre"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "windows-1252"]
)
def test_a_named_encoding_is_used(encoding: str) -> None:
    assert plain.decode(COPY.encode(encoding), "copy.txt", encoding) == COPY


def test_a_missing_file_is_told_with_its_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "article.en.txt").write_text("x")
    missing = str(tmp_path / "artcle.en.txt")
    with pytest.raises(InputError) as caught:
        plain.read(missing)
    assert caught.value.message == f"{missing}: no such file"
    assert caught.value.hint == f"did you mean {tmp_path / 'article.en.txt'}?"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        plain.read(str(tmp_path / "none" / "a.txt"))
    assert caught.value.hint == f"the folder {tmp_path / 'none'} does not exist either"


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        plain.read(str(tmp_path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("x")
    file.chmod(0)
    with pytest.raises(InputError, match="no permission to read it"):
        plain.read(str(file))


def test_a_file_in_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    with pytest.raises(InputError, match="cannot be read: Not a directory"):
        plain.read(str(tmp_path / "a.txt" / "b.txt"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \r\n\t\xc2\xa0\n", "holds only white space"),
        (b"%PDF-1.7\n%\xe2\xe3", "looks like a PDF document"),
        (b"PK\x03\x04\x14\x00", "looks like a ZIP archive or an office document (DOCX, ODT)"),
        (b"\x1f\x8b\x08", "looks like a gzip archive"),
        (b"text \x00\x00 text \x00", "holds binary data"),
        (bytes(range(1, 32)) * 9, "holds binary data"),
        (bytes(range(256)) * 9, "holds binary data"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, told: str) -> None:
    assert told in refusal(data).message


def test_a_file_too_large_is_no_article() -> None:
    assert "larger than 50 MB" in refusal(b"a" * (plain.LARGEST + 1)).message


@pytest.mark.parametrize(
    ("encoding", "hint"),
    [
        ("utf-16", "add --encoding utf-16"),
        ("utf-16-le", "add --encoding utf-16-le"),
        ("utf-16-be", "add --encoding utf-16-be"),
        ("utf-32", "add --encoding utf-32"),
        ("utf-32-le", "add --encoding utf-32-le"),
        ("utf-32-be", "add --encoding utf-32-be"),
    ],
)
@pytest.mark.parametrize(
    "text", [COPY, "市议会决定保留渡轮。 共有300人到场。\n", "Город\nсохраняет паром.\n"]
)
def test_wide_encodings_are_recognised(encoding: str, hint: str, text: str) -> None:
    assert refusal(text.encode(encoding)).hint == hint


@pytest.mark.parametrize("encoding", ["windows-1252", "latin-1"])
def test_western_encodings_are_offered(encoding: str) -> None:
    text = COPY.replace("–", "-").replace("„", "«").replace("“", "»")
    error = refusal(text.encode(encoding))
    assert error.message == "copy.txt: is not valid UTF-8: byte 0xe4 at byte offset 19, line 1"
    assert error.hint.endswith("add --encoding windows-1252")


@pytest.mark.parametrize("encoding", ["windows-1251", "gb18030"])
def test_other_encodings_are_not_taken_for_western(encoding: str) -> None:
    text = {"windows-1251": "Город сохраняет последний паром.", "gb18030": "市议会决定保留渡轮。"}
    assert refusal(text[encoding].encode(encoding)).hint.startswith("name its encoding")


def test_a_damaged_byte_is_found_by_offset_and_line() -> None:
    data = "Ä\r\nö\rü\nß".encode() + b"\xff" + "äöü".encode()
    error = refusal(data)
    assert error.message == "copy.txt: is not valid UTF-8: byte 0xff at byte offset 12, line 4"
    assert "damaged" in error.hint


def test_a_wrong_encoding_is_told() -> None:
    assert "is not valid ascii" in refusal("ä".encode(), "ascii").message
    assert "truncated data at byte offset 2" in refusal(b"a\x00b", "utf-16-le").message


@pytest.mark.parametrize(
    ("encoding", "hint"),
    [
        ("utf-9", "did you mean utf-"),
        ("windows-1522", "did you mean windows-1252?"),
        ("quatsch", "for example utf-8"),
        ("hex", ""),
    ],
)
def test_an_unknown_encoding_is_a_wrong_setting(encoding: str, hint: str) -> None:
    with pytest.raises(ConfigError, match=f"unknown encoding '{encoding}'") as caught:
        plain.decode(b"text", "copy.txt", encoding)
    assert caught.value.hint.startswith(hint)


@given(st.binary())
def test_any_bytes_are_text_or_one_clear_line(data: bytes) -> None:
    try:
        text = plain.decode(data, "copy.txt", None)
    except TranscheckError as error:
        assert "\n" not in str(error)  # noqa: PT017
    else:
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
