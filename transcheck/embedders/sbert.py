"""Models of sentence-transformers, from a folder: ``sbert:NAME`` or ``sbert:FOLDER``.

The hub is never asked: a name is looked up where Hugging Face's library keeps what was fetched
before, and the offline variables are set before anything is imported, since loading online checks
the network for every file. Precision is 32 bits: on a CPU less is slower by far.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from transcheck.embedders.sbert_models import ALL_LANGUAGES, KNOWN, KnownModel, full_name
from transcheck.engines.digest import digest_of
from transcheck.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PREFIX = "sbert:"
DISTRIBUTION = "sentence-transformers"
INSTALL = "pip install 'transcheck[sbert]'"

_MODULES = "modules.json"
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
# The same weights for other libraries.
_OTHER_FORMATS = ("onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.ot", "*.onnx")
_BATCH = 32
_SPECIAL_TOKENS = 2  # the begin and the end of a text


class _Tokenizer(Protocol):
    def __call__(self, text: str, **options: object) -> "dict[str, list[tuple[int, int]]]": ...


class _Model(Protocol):
    """What is used of ``SentenceTransformer``."""

    max_seq_length: int | None
    tokenizer: _Tokenizer

    def encode(self, inputs: list[str], **options: object) -> "NDArray[np.float32]": ...

    def float(self) -> "_Model": ...


class SentenceTransformerEmbedder:
    """Any model of sentence-transformers as an embedder; it is loaded at the first text.

    A text longer than the model reads is embedded in windows between words, and its row is the mean
    of theirs, weighted by length: nothing is cut off in silence.

    Raises:
        ModelError: sentence-transformers or the model is not here.
    """

    def __init__(self, name: str, *, backend: str = "torch", device: str = "cpu") -> None:
        if not is_here():
            raise ModelError("sentence-transformers is not installed", hint=INSTALL)
        self._name = full_name(name)
        self._folder = folder_of(self._name)
        self._backend = backend
        self._device = device
        self._known = KNOWN.get(self._name, KnownModel(name=self._name))

    @property
    def languages(self) -> frozenset[str]:
        """All languages: known models have learnt them, others are taken at the user's word."""
        return ALL_LANGUAGES

    @property
    def words(self) -> None:
        """None: how a model's tokens compare across languages was not measured."""
        return None

    @cached_property
    def signature(self) -> str:
        """Model, version of the library, backend and digest of the model's files."""
        files = (file for file in self._folder.rglob("*") if file.is_file())
        digest = digest_of(file for file in files if not file.name.startswith("."))
        library = f"sentence-transformers {metadata.version(DISTRIBUTION)} {self._backend}"
        return f"{PREFIX}{self._folder_name} {digest} {library}"

    @property
    def _folder_name(self) -> str:
        """The name as one word: a signature is split at spaces."""
        short = self._name if self._name in KNOWN else self._folder.name
        return short.rpartition("/")[2].replace(" ", "-")

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return float32 rows of unit length, shape (len(texts), dimensions), in order.

        Raises:
            ModelError: the model could not be loaded, or failed.
        """
        import numpy as np

        distinct = list(dict.fromkeys(texts))
        windows = [(row, part) for row, text in enumerate(distinct) for part in self._windows(text)]
        rows = self._encode([part for _, part in windows])
        joined = np.zeros((len(distinct), rows.shape[1]), dtype=np.float32)
        owners = np.array([row for row, _ in windows], dtype=np.int64)
        weights = np.array([max(len(part), 1) for _, part in windows], dtype=np.float32)
        np.add.at(joined, owners, rows * weights[:, None])
        lengths = np.linalg.norm(joined, axis=1, keepdims=True)
        joined /= np.where(lengths > 0, lengths, 1)
        index = {text: row for row, text in enumerate(distinct)}
        return joined[[index[text] for text in texts]]

    def _encode(self, texts: list[str]) -> "NDArray[np.float32]":
        try:
            return self._model.encode(
                # A model of no text tells its width.
                texts or [""],
                prompt=self._known.prompt or None,
                batch_size=_BATCH,
                show_progress_bar=False,
                normalize_embeddings=True,
                convert_to_numpy=True,
            )
        except (RuntimeError, ValueError, IndexError) as error:
            raise self._broken(error) from error

    def _windows(self, text: str) -> Iterator[str]:
        """Cut a text where the model would cut it off."""
        # A lone surrogate is no Unicode text: it is embedded as a question mark.
        text = text.encode("utf-8", "replace").decode("utf-8")
        most = self._most_tokens
        # No tokenizer makes more tokens than a text has bytes.
        if most is None or len(text.encode()) <= most:
            return iter((text,))
        offsets = self._offsets(text)
        return windows(text, offsets, most) if len(offsets) > most else iter((text,))

    def _offsets(self, text: str) -> list[tuple[int, int]]:
        """Return where each token stands in a text."""
        return self._model.tokenizer(
            text, add_special_tokens=False, return_offsets_mapping=True, verbose=False
        )["offset_mapping"]

    @cached_property
    def _most_tokens(self) -> int | None:
        """Tokens of a text that the model reads beside its own; None if it reads all."""
        limit = getattr(self._model, "max_seq_length", None)
        if limit is None or limit == float("inf"):
            return None
        prompt = len(self._offsets(self._known.prompt)) if self._known.prompt else 0
        return max(int(limit) - _SPECIAL_TOKENS - prompt, 1)

    @cached_property
    def _model(self) -> _Model:
        for name in _OFFLINE:
            os.environ[name] = "1"
        try:
            import_module("transformers").utils.logging.disable_progress_bar()
            make = import_module("sentence_transformers").SentenceTransformer
            model: _Model = make(
                str(self._folder),
                device=self._device,
                backend=self._backend,
                local_files_only=True,
                trust_remote_code=False,
            )
        except Exception as error:  # whatever four libraries make of a damaged file
            raise self._broken(error) from error
        return model.float() if self._backend == "torch" and self._device == "cpu" else model

    def _broken(self, error: Exception) -> ModelError:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        return ModelError(f"the model {self._folder} cannot be used: {reason}")


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


def fetch(name: str) -> Path:
    """Fetch a model from the hub into the folder of Hugging Face's library; return its folder.

    What is there already is not fetched again, and a transfer that broke off goes on.

    Raises:
        ModelError: sentence-transformers is missing, or the model cannot be had.
    """
    if not is_here():
        raise ModelError("sentence-transformers is not installed", hint=INSTALL)
    hub = import_module("huggingface_hub")
    try:
        return Path(hub.snapshot_download(full_name(name), ignore_patterns=list(_OTHER_FORMATS)))
    except Exception as error:  # the hub's library lets those of its HTTP client through
        reason = (str(error) or type(error).__name__).splitlines()[0]
        raise ModelError(
            f"cannot get the model {full_name(name)!r}: {reason}",
            hint=f"fetch it on a machine that has a network, and name its folder: {PREFIX}FOLDER",
        ) from error


def windows(text: str, offsets: Sequence[tuple[int, int]], most: int) -> Iterator[str]:
    """Cut a text into parts of at most ``most`` tokens, between words where it has any.

    ``offsets`` are where its tokens begin and end.
    """
    start = 0
    while start < len(offsets):
        end = min(start + most, len(offsets))
        if end < len(offsets):
            cuts = range(end, start + most // 2, -1)
            end = next((cut for cut in cuts if _begins_word(text, offsets[cut][0])), end)
        yield text[offsets[start][0] : offsets[end - 1][1]]
        start = end


def _begins_word(text: str, place: int) -> bool:
    return any(character.isspace() for character in text[max(place - 1, 0) : place + 1])
