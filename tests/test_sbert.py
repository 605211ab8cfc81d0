import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from transcheck.cli.app import app
from transcheck.embedders.resolve import resolve
from transcheck.embedders.sbert import SentenceTransformerEmbedder, windows
from transcheck.embedders.sbert_models import full_name
from transcheck.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

pytestmark = [
    pytest.mark.disable_socket,
    pytest.mark.skipif(not find_spec("sentence_transformers"), reason="no sentence-transformers"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
TEXTS = ["The river rose.", "O rio subiu.", "The river rose.", "", "Nobody came, they said."]
LONG = " ".join(f"the farmers of village {number} waited" for number in range(12))


@pytest.fixture(scope="module")
def folder(sbert_folder: Path) -> Path:
    return sbert_folder


@pytest.fixture(scope="module")
def theirs(folder: Path) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu")


@pytest.fixture
def embedder(folder: Path) -> SentenceTransformerEmbedder:
    found = resolve(f"sbert:{folder}")
    assert isinstance(found, SentenceTransformerEmbedder)
    return found


def test_rows_are_those_of_the_library(
    embedder: SentenceTransformerEmbedder, theirs: "SentenceTransformer"
) -> None:
    import numpy as np

    expected = theirs.encode(TEXTS, normalize_embeddings=True)
    made = embedder.embed(TEXTS)
    assert made.dtype == np.float32
    np.testing.assert_allclose(made, expected, atol=1e-5)
    np.testing.assert_array_equal(made[0], made[2])


def test_what_the_library_cuts_off_counts_here(
    embedder: SentenceTransformerEmbedder, theirs: "SentenceTransformer"
) -> None:
    import numpy as np

    other = LONG[:100] + " and nobody ever came back to the valley of the bridge"
    cut = theirs.encode([LONG, other], normalize_embeddings=True)
    np.testing.assert_allclose(cut[0], cut[1], atol=1e-5)
    whole = embedder.embed([LONG, other])
    assert float(whole[0] @ whole[1]) < 0.9999
    np.testing.assert_allclose(np.linalg.norm(whole, axis=1), 1, atol=1e-5)


def test_no_text_has_no_rows_but_a_width(embedder: SentenceTransformerEmbedder) -> None:
    assert embedder.embed([]).shape == (0, 32)


def test_a_lone_surrogate_is_no_reason_to_fail(embedder: SentenceTransformerEmbedder) -> None:
    assert embedder.embed(["a \ud800 b"]).shape == (1, 32)


def test_the_signature_changes_with_the_model(
    embedder: SentenceTransformerEmbedder, folder: Path, tmp_path: Path
) -> None:
    import shutil

    assert embedder.signature.startswith("sbert:model ")
    copied = shutil.copytree(folder, tmp_path / "model")
    assert resolve(f"sbert:{copied}").signature == embedder.signature
    with (copied / "config.json").open("a") as stream:
        stream.write("\n")
    assert resolve(f"sbert:{copied}").signature != embedder.signature


def test_a_missing_model_is_one_clear_error_with_the_command() -> None:
    with pytest.raises(
        ModelError, match="there is no model 'sentence-transformers/LaBSE'"
    ) as found:
        resolve("sbert:LaBSE")
    assert found.value.hint == "transcheck models pull sbert:sentence-transformers/LaBSE"


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"it has no modules\.json"):
        resolve(f"sbert:{tmp_path}")


def test_a_damaged_model_is_one_clear_error(folder: Path, tmp_path: Path) -> None:
    import shutil

    copied = shutil.copytree(folder, tmp_path / "model")
    (copied / "model.safetensors").write_bytes(b"\0" * 64)
    with pytest.raises(ModelError, match="cannot be used"):
        resolve(f"sbert:{copied}").embed(["text"])


def test_known_models_need_no_owner() -> None:
    assert full_name("bge-m3") == "BAAI/bge-m3"
    assert full_name("somebody/model") == "somebody/model"


def test_the_library_is_imported_offline_and_only_to_embed(folder: Path) -> None:
    code = (
        "import os, sys\n"
        "from transcheck.embedders.resolve import resolve\n"
        f"embedder = resolve({f'sbert:{folder}'!r})\n"
        "embedder.signature\n"
        "print('torch' in sys.modules)\n"
        "embedder.embed(['text'])\n"
        "print(os.environ['HF_HUB_OFFLINE'], 'torch' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout == "False\n1 True\n"


@given(st.text(max_size=60), st.integers(1, 10))
def test_windows_lose_nothing_and_stay_small(text: str, most: int) -> None:
    offsets = [(place, place + 1) for place, letter in enumerate(text) if not letter.isspace()]
    parts = list(windows(text, offsets, most))
    assert "".join("".join(part.split()) for part in parts) == "".join(text.split())
    assert all(len("".join(part.split())) <= most for part in parts)


def test_windows_end_between_words() -> None:
    text = "one two three four"
    offsets = [(place, place + 1) for place, letter in enumerate(text) if letter != " "]
    assert list(windows(text, offsets, 8)) == ["one two", "three", "four"]


def test_a_pull_without_a_network_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    done = CliRunner().invoke(app, ["models", "pull", "sbert:LaBSE"])
    assert done.exit_code == 2
    assert "cannot get the model 'sentence-transformers/LaBSE'" in done.stderr
    assert "sbert:FOLDER" in done.stderr


def test_check_embeds_with_a_model_of_ones_own_and_says_it_has_no_thresholds(
    folder: Path, tmp_path: Path
) -> None:
    for name, text in {"en": "The river rose.", "pt": "O rio subiu."}.items():
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    texts = [str(tmp_path / "en"), str(tmp_path / "pt"), "--from", "en", "--to", "pt"]
    extra = ["--embedder", f"sbert:{folder}", "--no-evidence", "--format", "json"]
    done = CliRunner().invoke(app, ["check", *texts, *extra])
    assert done.exit_code == 3, done.stderr
    report = json.loads(done.stdout)
    assert report["signature"]["embedder"].startswith("sbert:model ")
    assert -1 <= report["rows"][0]["similarity"] <= 1
    (failure,) = report["failures"]
    assert "sbert:model has no thresholds for en -> pt" in failure["message"]
