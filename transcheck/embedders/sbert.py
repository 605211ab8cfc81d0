"""Models of sentence-transformers, from a folder: ``sbert:NAME`` or ``sbert:FOLDER``.

The hub is never asked: the offline variables are set before anything is imported, since loading
online checks the network for every file. On a CPU precision is 32 bits whatever the model was saved
in and whatever a backend would choose: less is slower by far, and moves every similarity.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from transcheck.embedders import sbert_files as files
from transcheck.embedders.base import Runtime
from transcheck.embedders.sbert_files import INSTALL, PREFIX
from transcheck.embedders.sbert_models import KNOWN, KnownModel, full_name
from transcheck.engines.digest import digest_of
from transcheck.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DISTRIBUTION = "sentence-transformers"

_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
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
        ModelError: sentence-transformers or the model is not here, or the model is not what its
            name says, or was not exported for the backend.
    """

    def __init__(self, name: str, runtime: Runtime) -> None:
        if not files.is_here():
            raise ModelError("sentence-transformers is not installed", hint=INSTALL)
        self._name = full_name(name)
        self._folder = files.folder_of(self._name)
        self._runtime = runtime
        self._known = KNOWN.get(self._name, KnownModel(name=self._name))
        files.require_exported(self._folder, self._name, runtime)
        self._require_pooling()

    def _require_pooling(self) -> None:
        found, wanted = files.pooling(self._folder), self._known.pooling
        if wanted and found and found != wanted:
            raise ModelError(
                f"{self._folder} pools its tokens by {found}, and {self._name} does by {wanted}",
                hint=f"fetch it again: transcheck models pull {PREFIX}{self._name}",
            )

    @property
    def languages(self) -> frozenset[str]:
        """Those of a known model; another is taken at the user's word."""
        return self._known.languages

    @property
    def words(self) -> None:
        """None: how a model's tokens compare across languages was not measured."""
        return None

    @cached_property
    def signature(self) -> str:
        """Model, digest of the files that are read, version of the library, backend, device."""
        digest = digest_of(files.used(self._folder, self._runtime))
        library = f"sentence-transformers {installed_version()} {self._runtime}"
        return f"{PREFIX}{self._folder_name} {digest} {library}"

    @property
    def _folder_name(self) -> str:
        """The name as one word: a signature is split at spaces."""
        return (Path(self._name).name or self._folder.resolve().name).replace(" ", "-")

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
        said = getattr(self._model, "max_seq_length", None), self._known.limit
        limits = [limit for limit in said if limit is not None and limit != float("inf")]
        if not limits:
            return None
        prompt = len(self._offsets(self._known.prompt)) if self._known.prompt else 0
        return max(int(min(limits)) - _SPECIAL_TOKENS - prompt, 1)

    @cached_property
    def _model(self) -> _Model:
        for name in _OFFLINE:
            os.environ[name] = "1"
        # Threads of the tokenizer's own gain nothing on batches of this size, and a process that
        # is forked after they ran can hang.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        try:
            import_module("transformers").utils.logging.disable_progress_bar()
            make = import_module("sentence_transformers").SentenceTransformer
            model: _Model = make(
                str(self._folder),
                device=self._runtime.device,
                backend=self._runtime.backend,
                model_kwargs=self._backend_options(),
                local_files_only=True,
                trust_remote_code=False,
            )
        except Exception as error:  # whatever four libraries make of a damaged file
            raise self._broken(error) from error
        return model.float() if str(self._runtime) == "torch cpu" else model

    def _backend_options(self) -> dict[str, Any] | None:
        backend = self._runtime.backend
        if backend == "torch":
            return None
        exported = {"file_name": files.EXPORTED[backend], "export": False}
        if backend == "openvino":
            return {**exported, "ov_config": {"INFERENCE_PRECISION_HINT": "f32"}}
        return {**exported, "provider": f"{self._runtime.device.upper()}ExecutionProvider"}

    def _broken(self, error: Exception) -> ModelError:
        reason = (str(error) or type(error).__name__).splitlines()[0]
        return ModelError(f"the model {self._folder} cannot be used on {self._runtime}: {reason}")


def installed_version() -> str | None:
    """Return the version of sentence-transformers, None where it is not installed."""
    return metadata.version(DISTRIBUTION) if files.is_here() else None


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
