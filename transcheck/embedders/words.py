"""How well each word of a text is supported by the words of the text that it is compared with."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from transcheck.embedders.base import WordVectors
from transcheck.model import Span, SupportedWord, WordSupport

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST = 1000  # words: no sentence is so long, and each is compared with each


def supports(
    embed_words: Callable[[Sequence[str]], Sequence[WordVectors]],
    pairs: Sequence[tuple[str, str]],
) -> list[WordSupport | None]:
    """Return the support of the words of each pair of texts, given what embeds words."""
    texts = list(dict.fromkeys(chain.from_iterable(pairs)))
    vectors = dict(zip(texts, embed_words(texts), strict=True))
    return [_support(vectors[source], vectors[target]) for source, target in pairs]


def _support(ours: WordVectors, theirs: WordVectors) -> WordSupport | None:
    if not (0 < len(ours.spans) <= _LONGEST and 0 < len(theirs.spans) <= _LONGEST):
        return None
    cosines = (ours.rows @ theirs.rows.T).clip(-1, 1)
    return WordSupport.of(
        _supported(ours.spans, cosines.max(axis=1)), _supported(theirs.spans, cosines.max(axis=0))
    )


def _supported(spans: Sequence[Span], best: "NDArray[np.float32]") -> list[SupportedWord]:
    return [
        SupportedWord(span=span, support=support)
        for span, support in zip(spans, best.tolist(), strict=True)
    ]
