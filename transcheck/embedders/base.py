"""What an embedder is to the rest of transcheck."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Embedder(Protocol):
    """A multilingual sentence encoder: a batch of texts in, a matrix of unit rows out."""

    @property
    def signature(self) -> str:
        """Name of the encoder, version and digest of the model: equal signatures, equal vectors."""

    @property
    def languages(self) -> frozenset[str]:
        """BCP 47 tags of the languages that the encoder was trained on."""

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return float32 rows of unit length, shape (len(texts), dimensions), in order.

        Raises:
            ModelError: the encoder failed.
        """
