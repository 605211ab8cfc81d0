"""A second opinion: the source as a local engine translates it, beside the translation at hand.

Both are in one language, so they can be compared where source and translation cannot: letter by
letter, and for whatever else a translator may rightly change.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from transcheck import languages, scoring
from transcheck.embedders.base import Embedder
from transcheck.model import Forward, Measured, Segment
from transcheck.sentences import sentences
from transcheck.text.chrf import chrf

Translate = Callable[[Sequence[str]], Sequence[str]]


def with_forward(
    rows: Sequence[Measured], translate: Translate, embedder: Embedder | None
) -> tuple[Measured, ...]:
    """Return the rows; those that have both texts with what ``translate`` makes of the source.

    ``embedder`` None leaves the similarity of the two translations unmeasured.

    Raises:
        ModelError: the engine or the embedder failed.
    """
    pairs = [row.pair for row in rows if row.pair.both]
    both = [each for pair in pairs if (each := pair.both)]
    texts = _translated(both, translate)
    retold = [pair.retold(text) for pair, text in zip(pairs, texts, strict=True)]
    similarities: Sequence[float | None] = [None] * len(pairs)
    if embedder:
        similarities = [row.similarity for row in scoring.similarities(embedder, retold)]
    found = {
        pair.id: Forward(text=text, similarity=similarity, chrf=chrf(target.text, text))
        for pair, (_, target), text, similarity in zip(
            pairs, both, texts, similarities, strict=True
        )
    }
    return tuple(replace(row, forward=found.get(row.pair.id)) for row in rows)


def _translated(both: Sequence[tuple[Segment, Segment]], translate: Translate) -> list[str]:
    """Return the translation of each source, sentence by sentence, as engines are trained to."""
    parts = [
        [source.text[start:end] for start, end in sentences(source.text, source.lang)]
        for source, _ in both
    ]
    wanted = list(dict.fromkeys(chain.from_iterable(parts)))
    if not wanted:
        return [""] * len(both)
    made = dict(zip(wanted, translate(wanted), strict=True))
    return [
        (" " if languages.find(target.lang).spaced else "").join(made[part] for part in own)
        for (_, target), own in zip(both, parts, strict=True)
    ]
