"""``models pull sbert:NAME`` against a hub of our own, which serves the small model."""

import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(not find_spec("sentence_transformers"), reason="no sentence-transformers"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
NAME = "somebody/tiny"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub(BaseHTTPRequestHandler):
    """As much of the hub as its own client asks for: what a model holds, and each file."""

    def __init__(self, *args: object, folder: Path, log: list[str]) -> None:
        self.folder, self.log = folder, log
        super().__init__(*args)  # type: ignore[arg-type]

    def do_HEAD(self) -> None:
        self._answer(body=False)

    def do_GET(self) -> None:
        self._answer(body=True)

    def _answer(self, *, body: bool) -> None:
        path = self.path.partition("?")[0]
        if path.startswith(f"/api/models/{NAME}/"):
            listed = self._tree() if "/tree/" in path else self._model()
            self._send(json.dumps(listed).encode(), "application/json", body=body)
            return
        file = self.folder / path.removeprefix(f"/{NAME}/resolve/{COMMIT}/")
        if not file.is_file():
            self.send_error(404)
            return
        if body:
            self.log.append(file.relative_to(self.folder).as_posix())
        self._send(file.read_bytes(), "application/octet-stream", body=body)

    def _names(self) -> list[str]:
        files = [each for each in self.folder.rglob("*") if each.is_file()]
        return [each.relative_to(self.folder).as_posix() for each in files]

    def _model(self) -> dict[str, object]:
        return {
            "id": NAME,
            "sha": COMMIT,
            "siblings": [{"rfilename": each} for each in self._names()],
        }

    def _tree(self) -> list[dict[str, object]]:
        return [
            {
                "type": "file",
                "path": each,
                "size": (self.folder / each).stat().st_size,
                "oid": hashlib.sha1(each.encode(), usedforsecurity=False).hexdigest(),
            }
            for each in self._names()
        ]

    def _send(self, raw: bytes, kind: str, *, body: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(raw)))
        self.send_header("ETag", f'"{hashlib.sha1(raw, usedforsecurity=False).hexdigest()}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        if body:
            self.wfile.write(raw)

    def log_message(self, *_args: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def served(sbert_folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Return the address of the hub, and the names of the files that were fetched from it."""
    log = list[str]()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Hub, folder=sbert_folder, log=log))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", log
    server.shutdown()
    thread.join()
    server.server_close()


def run(home: Path, address: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a process of its own: the hub's client reads its settings as it starts."""
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("HF_", "TRANSFORMERS_"))
    }
    environment |= {"HF_ENDPOINT": address, "HF_HOME": str(home), "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, "-m", "transcheck", *arguments],
        capture_output=True, encoding="utf-8", check=False, timeout=300, env=environment,
    )  # fmt: skip


def test_a_model_is_pulled_once_and_found_by_its_name_without_the_hub(
    served: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, log = served
    home = tmp_path / "hub"
    for name, text in {"en": "The river rose.", "pt": "O rio subiu."}.items():
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    texts = [str(tmp_path / "en"), str(tmp_path / "pt"), "--from", "en", "--to", "pt"]
    check = ["check", *texts, "--embedder", f"sbert:{NAME}", "--no-evidence", "--format", "json"]
    missing = run(home, address, *check)
    assert missing.returncode == 2
    assert f"transcheck models pull sbert:{NAME}" in missing.stderr
    assert log == []

    pulled = run(home, address, "models", "pull", f"sbert:{NAME}")
    assert pulled.returncode == 0, pulled.stderr
    assert pulled.stdout.startswith("installed ")
    assert "model.safetensors" in log
    assert len(log) == len(set(log))

    count = len(log)
    assert run(home, address, "models", "pull", f"sbert:{NAME}").returncode == 0
    assert len(log) == count

    checked = run(home, "http://127.0.0.1:9", *check)
    assert checked.returncode == 3, checked.stderr
    assert json.loads(checked.stdout)["signature"]["embedder"].startswith("sbert:tiny ")


def test_weights_of_another_backend_are_asked_for_and_refused_where_there_are_none(
    served: tuple[str, list[str]], tmp_path: Path
) -> None:
    address, log = served
    done = run(tmp_path / "hub", address, "models", "pull", f"sbert:{NAME}", "--backend", "onnx")
    assert done.returncode == 2
    said = " ".join(done.stderr.split())
    assert "was not exported for onnx" in said
    assert f"transcheck models pull sbert:{NAME} --backend onnx" in said
    assert "model.safetensors" not in log


def test_a_hub_that_does_not_have_the_model_is_one_clear_error(
    served: tuple[str, list[str]], tmp_path: Path
) -> None:
    done = run(tmp_path / "hub", served[0], "models", "pull", "sbert:nobody/nothing")
    assert done.returncode == 2
    assert "cannot get the model 'nobody/nothing'" in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
