"""An embedder that embeds no text twice in one run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transcheck.embedders.base import Embedder, WordComparer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class RememberingEmbedder:
    """Keeps the rows of another embedder in memory, for stages that look at the same texts."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._rows: dict[str, NDArray[np.float32]] = {}

    @property
    def signature(self) -> str:
        """That of the embedder behind: the vectors are the same."""
        return self._embedder.signature

    @property
    def languages(self) -> frozenset[str]:
        """Those of the embedder behind."""
        return self._embedder.languages

    @property
    def words(self) -> WordComparer | None:
        """That of the embedder behind; words are not remembered."""
        return self._embedder.words

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return the rows of ``texts``, in order; only those not seen before are computed.

        Raises:
            ModelError: the embedder failed.
        """
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._rows]
        if new or not texts:
            made = self._embedder.embed(new)
            self._rows.update(zip(new, made, strict=True))
            if not texts:
                return made
        return np.stack([self._rows[text] for text in texts])
