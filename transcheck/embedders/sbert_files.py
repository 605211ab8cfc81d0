"""The files of a sentence-transformers model: where they lie, who reads which, how they are had.

The hub is asked by ``fetch`` alone; elsewhere a name is looked up where Hugging Face's library
keeps what it fetched before.
"""

import json
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from transcheck.embedders.base import Runtime
from transcheck.errors import ModelError

PREFIX = "sbert:"
INSTALL = "pip install 'transcheck[sbert]'"

_MODULES = "modules.json"
# The library would export a model that lacks the file, for minutes and at each start; where there
# are several, in other precisions, this is the one that is as precise as the model.
EXPORTED: Mapping[str, str] = {
    "onnx": "onnx/model.onnx",
    "openvino": "openvino/openvino_model.xml",
}
# Weights by the backend that reads them, as patterns of their places in the folder.
_WEIGHTS: Mapping[str, tuple[str, ...]] = {
    "torch": ("model*.safetensors", "pytorch_model*.bin"),
    "onnx": ("onnx/model.onnx*",),
    "openvino": ("openvino/openvino_model.xml", "openvino/openvino_model.bin"),
}
# The same weights in other precisions, and for other libraries.
_NEVER = ("onnx/*", "openvino/*", "*.onnx", "*.h5", "*.msgpack", "*.ot", "*.gguf")


def is_here() -> bool:
    """Whether sentence-transformers is installed."""
    return find_spec("sentence_transformers") is not None


def folder_of(name: str) -> Path:
    """Return the folder of a model: the one called ``name``, or what the hub's library fetched.

    Raises:
        ModelError: there is none, or it is no model of sentence-transformers.
    """
    folder = Path(name).expanduser()
    if not folder.is_dir():
        hub = import_module("huggingface_hub")
        try:
            folder = Path(hub.snapshot_download(name, local_files_only=True))
        except (OSError, ValueError) as error:
            raise ModelError(
                f"there is no model {name!r} here: neither a folder nor fetched before",
                hint=f"transcheck models pull {PREFIX}{name}",
            ) from error
    if not (folder / _MODULES).is_file():
        raise ModelError(
            f"{folder} is no model of sentence-transformers: it has no {_MODULES}",
            hint="name the folder that SentenceTransformer.save wrote",
        )
    return folder


def was_fetched(name: str) -> bool:
    """Whether the hub's library has fetched the model of this name before."""
    try:
        return folder_of(name).is_dir()
    except ModelError:
        return False


def require_exported(folder: Path, name: str, runtime: Runtime) -> None:
    """Refuse a model that was never exported for this backend.

    Raises:
        ModelError: the file that the backend reads is not there.
    """
    wanted = EXPORTED.get(runtime.backend)
    if wanted and not (folder / wanted).is_file():
        raise ModelError(
            f"{folder} was not exported for {runtime.backend}: it has no {wanted}",
            hint="export it with sentence-transformers and save it there"
            if Path(name).expanduser().is_dir()
            else f"transcheck models pull {PREFIX}{name} --backend {runtime.backend}; where its "
            "owner exported none, export it with sentence-transformers",
        )


def used(folder: Path, runtime: Runtime) -> Iterator[Path]:
    """Yield the files of a model that decide its vectors: no weights but those that are read."""
    others = [each for name in _WEIGHTS if name != runtime.backend for each in _WEIGHTS[name]]
    for file in folder.rglob("*"):
        place = file.relative_to(folder).as_posix()
        if not file.is_file() or any(part.startswith(".") for part in Path(place).parts):
            continue
        own = _fits(place, _WEIGHTS[runtime.backend])
        if own or not _fits(place, (*others, *_NEVER)):
            yield file


def _fits(place: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(place, pattern) for pattern in patterns)


def pooling(folder: Path) -> str | None:
    """Return how a model makes one row of its tokens (``mean``, ``cls``); None where it says none.

    Raises:
        ModelError: its description cannot be read.
    """
    for module in _read(folder / _MODULES):
        if str(module.get("type", "")).endswith(".Pooling"):
            said = _read(folder / str(module.get("path", "")) / "config.json")
            modes = {
                "cls": said.get("pooling_mode_cls_token"),
                "mean": said.get("pooling_mode_mean_tokens"),
            }
            return said.get("pooling_mode") or next((name for name, on in modes.items() if on), "")
    return None


def _read(file: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot read the model file {file}: {error}") from error


def fetch(name: str, runtime: Runtime) -> Path:
    """Fetch a model from the hub into the folder of Hugging Face's library; return its folder.

    What is there already is not fetched again, and a transfer that broke off goes on. Of the
    weights, those of the backend come alone.

    Raises:
        ModelError: sentence-transformers is missing, or the model cannot be had.
    """
    if not is_here():
        raise ModelError("sentence-transformers is not installed", hint=INSTALL)
    own = _WEIGHTS[runtime.backend]
    others = [each for patterns in _WEIGHTS.values() for each in patterns]
    download = import_module("huggingface_hub").snapshot_download
    try:
        download(name, ignore_patterns=[*others, *_NEVER])
        folder = Path(download(name, allow_patterns=list(own)))
    except Exception as error:  # the hub's library lets those of its HTTP client through
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise ModelError(
            f"cannot get the model {name!r}: {reason}",
            hint=f"fetch it on a machine that has a network, and name its folder: {PREFIX}FOLDER",
        ) from error
    folder_of(str(folder))
    require_exported(folder, name, runtime)
    return folder
