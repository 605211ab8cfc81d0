"""What computes a model of sentence-transformers, and how precisely: backends, devices, files."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.conftest import ROOT
from transcheck.cli.app import app
from transcheck.config import load
from transcheck.embedders.base import Runtime
from transcheck.embedders.resolve import resolve
from transcheck.embedders.sbert_models import KNOWN
from transcheck.errors import ConfigError, ModelError

pytestmark = [
    pytest.mark.disable_socket,
    pytest.mark.skipif(not find_spec("sentence_transformers"), reason="no sentence-transformers"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
TEXTS = ["The river rose.", "O rio subiu.", "Nobody came, they said."]
EXPORTERS = {"onnx": "optimum.onnxruntime", "openvino": "optimum.intel"}
FILES = {"onnx": "onnx/model.onnx", "openvino": "openvino/openvino_model.xml"}


@pytest.fixture
def folder(sbert_folder: Path, tmp_path: Path) -> Path:
    """Return a copy of the small model that a test may change."""
    return Path(shutil.copytree(sbert_folder, tmp_path / "model"))


def check(folder: Path, tmp_path: Path, *options: str) -> Result:
    for name, text in {"en": TEXTS[0], "pt": TEXTS[1]}.items():
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    texts = [str(tmp_path / "en"), str(tmp_path / "pt"), "--from", "en", "--to", "pt"]
    extra = ["--embedder", f"sbert:{folder}", "--no-evidence", "--format", "json"]
    return CliRunner().invoke(app, ["check", *texts, *extra, *options])


def test_a_runtime_that_is_none_is_refused() -> None:
    assert str(Runtime()) == "torch cpu"
    assert str(Runtime(device="cuda:1")) == "torch cuda:1"
    with pytest.raises(ConfigError, match="unknown backend 'tensorflow'") as caught:
        Runtime(backend="tensorflow")
    assert caught.value.hint == "known: torch onnx openvino"
    with pytest.raises(ConfigError, match="openvino has no device 'cuda'"):
        Runtime(backend="openvino", device="cuda")


def test_the_embedded_encoder_refuses_a_runtime() -> None:
    with pytest.raises(ConfigError, match="the encoder use runs on numpy"):
        resolve(None, Runtime(device="cuda"))


@pytest.mark.parametrize("half", ["float16", "bfloat16"])
def test_a_model_saved_in_half_precision_runs_in_full_on_a_cpu(folder: Path, half: str) -> None:
    import numpy as np
    import torch
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(folder), device="cpu").to(getattr(torch, half))
    model.save(str(folder))
    again = SentenceTransformer(str(folder), device="cpu").float()
    embedder = resolve(f"sbert:{folder}")
    made = embedder.embed(TEXTS)
    kinds = {each.dtype for each in embedder._model.parameters()}  # type: ignore[attr-defined]
    assert kinds == {torch.float32}
    expected = again.encode(TEXTS, normalize_embeddings=True)
    np.testing.assert_allclose(made, expected, atol=1e-6)


@pytest.mark.parametrize("backend", ["onnx", "openvino"])
def test_a_model_that_was_not_exported_is_refused_and_never_exported(
    folder: Path, tmp_path: Path, backend: str
) -> None:
    before = sorted(folder.rglob("*"))
    done = check(folder, tmp_path, "--backend", backend)
    assert done.exit_code == 2
    said = " ".join(done.stderr.split())
    assert f"was not exported for {backend}: it has no {FILES[backend]}" in said
    assert "export it with sentence-transformers" in said
    assert sorted(folder.rglob("*")) == before


def test_a_device_that_is_not_here_is_one_clear_error(folder: Path, tmp_path: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a CUDA device here")
    done = check(folder, tmp_path, "--device", "cuda")
    assert done.exit_code == 2
    assert "cannot be used on torch cuda" in " ".join(done.stderr.split())


def test_the_configuration_says_what_runs_and_the_command_line_wins(
    folder: Path, tmp_path: Path
) -> None:
    config = tmp_path / "transcheck.toml"
    config.write_text('[runtime]\nbackend = "onnx"\n')
    assert load(config).runtime == Runtime(backend="onnx")
    refused = check(folder, tmp_path, "--config", str(config))
    assert "not exported for onnx" in " ".join(refused.stderr.split())
    done = check(folder, tmp_path, "--config", str(config), "--backend", "torch")
    assert done.exit_code == 3, done.stderr
    assert " torch cpu" in done.stdout
    config.write_text('[runtime]\nbackend = "tensorflow"\n')
    with pytest.raises(ConfigError, match="1: unknown backend 'tensorflow'"):
        load(config)


def test_a_digest_is_of_the_files_that_are_read(folder: Path) -> None:
    before = resolve(f"sbert:{folder}").signature
    for name in ("onnx/model.onnx", "onnx/model_qint8_avx2.onnx", "openvino/openvino_model.xml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(name.encode())
    assert resolve(f"sbert:{folder}").signature == before
    exported = resolve(f"sbert:{folder}", Runtime(backend="onnx")).signature
    assert exported.split()[1] != before.split()[1]
    (folder / "onnx/model_qint8_avx2.onnx").write_bytes(b"another")
    assert resolve(f"sbert:{folder}", Runtime(backend="onnx")).signature == exported
    (folder / "onnx/model.onnx").write_bytes(b"another")
    assert resolve(f"sbert:{folder}", Runtime(backend="onnx")).signature != exported


@pytest.mark.parametrize("backend", ["onnx", "openvino"])
def test_an_exported_model_gives_the_vectors_of_the_model(folder: Path, backend: str) -> None:
    import numpy as np

    try:
        __import__(EXPORTERS[backend])
    except ImportError:
        pytest.skip(f"sentence-transformers[{backend}] is not installed")
    # In a process of its own: the exporters warn from native code, where that cannot be an error.
    code = (
        "from sentence_transformers import SentenceTransformer\n"
        f"model = SentenceTransformer({str(folder)!r}, device='cpu', backend={backend!r})\n"
        f"model.save({str(folder)!r})\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, capture_output=True)
    made = resolve(f"sbert:{folder}", Runtime(backend=backend)).embed(TEXTS)
    np.testing.assert_allclose(made, resolve(f"sbert:{folder}").embed(TEXTS), atol=1e-5)


def test_a_known_model_knows_its_languages_and_another_is_taken_at_the_users_word(
    folder: Path,
) -> None:
    assert resolve(f"sbert:{folder}").languages >= {"en", "da", "zu"}
    for model in KNOWN.values():
        assert {"ar", "da", "de", "en", "fa", "hi", "ja", "pt", "th", "zh"} <= model.languages
        assert model.source == f"https://huggingface.co/{model.name}"
    assert "zu" not in KNOWN["BAAI/bge-m3"].languages
    assert (
        "sw" not in KNOWN["sentence-transformers/static-similarity-mrl-multilingual-v1"].languages
    )


def test_the_page_of_models_says_what_the_table_says() -> None:
    page = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    for model in KNOWN.values():
        prompt = f"`{model.prompt}`" if model.prompt else ""
        cells = (
            f"`{model.name.rpartition('/')[2]}`", prompt, model.pooling or "",
            str(model.limit or "any"), str(len(model.languages)), f"[card]({model.source})",
        )  # fmt: skip
        assert f"| {' | '.join(cells)} |" in page


def test_a_folder_that_pools_otherwise_is_not_the_model_of_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from transcheck.embedders import sbert, sbert_files

    monkeypatch.setattr(sbert_files, "folder_of", lambda _: folder)
    assert sbert.SentenceTransformerEmbedder("multilingual-e5-small", Runtime()).embed(["a"]).any()
    with pytest.raises(ModelError, match="pools its tokens by mean, and BAAI/bge-m3 does by cls"):
        sbert.SentenceTransformerEmbedder("bge-m3", Runtime())


def test_a_model_is_judged_by_its_own_thresholds_and_by_no_other_models(
    folder: Path, tmp_path: Path
) -> None:
    heads = ["The river rose", "The mayor spoke", "Two men left", "The road closed", "Rain fell"]
    pairs = [f"{head} {n} times.\t{head.lower()} {n} vezes." for n in range(60) for head in heads]
    memory = tmp_path / "memory.tsv"
    memory.write_text("\n".join(pairs) + "\n", encoding="utf-8")
    model = ["--embedder", f"sbert:{folder}", "--from", "en", "--to", "pt"]
    made = CliRunner().invoke(app, ["calibrate", "--pairs", str(memory), *model])
    assert made.exit_code == 0, made.stderr
    assert "no thresholds" not in check(folder, tmp_path).stdout
    with (folder / "config.json").open("a") as stream:
        stream.write("\n")
    other = check(folder, tmp_path)
    assert other.exit_code == 3
    assert "no thresholds for en -> pt" in other.stdout


def test_a_process_forked_after_the_tokenizer_ran_is_neither_warned_nor_hung(folder: Path) -> None:
    code = (
        "import os\n"
        "from transcheck.embedders.resolve import resolve\n"
        f"embedder = resolve({f'sbert:{folder}'!r})\n"
        "embedder.embed([f'the river rose {n} metres' for n in range(200)])\n"
        "child = os.fork()\n"
        "if not child:\n"
        "    embedder._model.tokenizer(['one', 'two'])\n"
        "    os._exit(0)\n"
        "print(os.waitpid(child, 0)[1], os.environ['TOKENIZERS_PARALLELISM'])\n"
    )
    if not hasattr(os, "fork"):
        pytest.skip("this platform cannot fork")
    environment = {key: value for key, value in os.environ.items() if "TOKENIZERS" not in key}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        capture_output=True, check=True, encoding="utf-8", timeout=120, env=environment,
    )  # fmt: skip
    assert done.stdout == "0 false\n"
    assert "forked" not in done.stderr
