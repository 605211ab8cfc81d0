"""No text is embedded twice in a run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from transcheck.embedders.memory import RememberingEmbedder

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Counting:
    signature = "counting 1 abc"
    languages = frozenset({"en"})
    words = None

    def __init__(self) -> None:
        self.seen: list[str] = []

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        self.seen += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)


def test_each_text_is_embedded_once_and_rows_keep_their_order() -> None:
    inner = Counting()
    outer = RememberingEmbedder(inner)
    outer.embed(["a", "bb", "a"])
    assert outer.embed(["ccc", "bb", "ccc"])[:, 0].tolist() == [3, 2, 3]
    assert inner.seen == ["a", "bb", "ccc"]
    assert (outer.signature, outer.languages) == (inner.signature, inner.languages)


def test_no_texts_give_no_rows() -> None:
    assert RememberingEmbedder(Counting()).embed([]).shape == (0, 2)
