"""What an embedder is to the rest of transcheck."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from transcheck.errors import ConfigError
from transcheck.model import Span, WordSupport

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Runtime:
    """What computes a model of sentence-transformers: a library, and a device that it knows.

    Raises:
        ConfigError: there is no such library, or it does not know the device.
    """

    backend: str = "torch"
    device: str = "cpu"

    def __post_init__(self) -> None:
        if self.backend not in _DEVICES:
            raise ConfigError(
                f"unknown backend {self.backend!r}", hint=f"known: {' '.join(_DEVICES)}"
            )
        known = _DEVICES[self.backend]
        if self.device.partition(":")[0] not in known:
            raise ConfigError(
                f"{self.backend} has no device {self.device!r} here",
                hint=f"known: {' '.join(known)}",
            )

    def __str__(self) -> str:
        return f"{self.backend} {self.device}"


_DEVICES = {
    "torch": ("cpu", "cuda", "mps", "xpu"),
    "onnx": ("cpu", "cuda"),
    "openvino": ("cpu",),
}


class Embedder(Protocol):
    """A multilingual sentence encoder: a batch of texts in, a matrix of unit rows out."""

    @property
    def signature(self) -> str:
        """Name of the encoder, version and digest of the model: equal signatures, equal vectors."""

    @property
    def languages(self) -> frozenset[str]:
        """BCP 47 tags of the languages that the encoder was trained on."""

    @property
    def words(self) -> "WordComparer | None":
        """What compares texts word by word, or None if this encoder cannot."""

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return float32 rows of unit length, shape (len(texts), dimensions), in order.

        Raises:
            ModelError: the encoder failed.
        """


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordVectors:
    """The words of one text in order, with a float32 row of unit length for each."""

    spans: tuple[Span, ...]
    rows: "NDArray[np.float32]"


class WordComparer(Protocol):
    """An encoder that knows what each word means where it stands, comparable across languages."""

    def compare_words(self, pairs: Sequence[tuple[str, str]]) -> list[WordSupport | None]:
        """Return the support of the words of each pair of texts, in order.

        None stands where a text has no words, or more than can be compared.

        Raises:
            ModelError: the encoder failed.
        """
