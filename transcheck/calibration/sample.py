"""Similarities of sound pairs and of hard negatives made from them: what thresholds come from."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from transcheck.embedders.base import Embedder
from transcheck.languages import find

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

UNRELATED = "unrelated sentence"
NEIGHBOUR = "neighbouring sentence"
HALF = "second half missing"
CLAUSE = "clause missing"
FAULTS = (UNRELATED, NEIGHBOUR, HALF, CLAUSE)

# A clause or other phrase between commas, or from the last one to the end of the sentence.
_CLAUSE = re.compile(r"[,、，،;；][^,、，،;；.!?。！？؟]+(?=[,、，،;；.!?。！？؟])")
_SHORTEST_CLAUSE = 0.1
_LONGEST_CLAUSE = 0.5
_CHUNK = 256

Texts = Sequence[tuple[str, str]]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Faulty:
    """Cosines of the pairs that a fault could be planted in, and which pairs these are."""

    rows: "NDArray[np.int64]"
    cosines: "NDArray[np.float32]"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """Pairs of one language pair: the sources, all lengths, and cosines as they are and damaged."""

    langs: tuple[str, str]
    sources: Sequence[str]
    lengths: tuple["NDArray[np.int64]", "NDArray[np.int64]"]
    sound: "NDArray[np.float32]"
    faults: Mapping[str, Faulty]

    def part(self, first: int, last: int) -> "Sample":
        """Return the pairs from ``first`` to ``last`` (exclusive)."""
        return self._chosen([first <= row < last for row in range(len(self.sources))])

    def without(self, first: int, last: int) -> "Sample":
        """Return all other pairs."""
        return self._chosen([not first <= row < last for row in range(len(self.sources))])

    def _chosen(self, mask: Sequence[bool]) -> "Sample":
        import numpy as np

        chosen = np.array(mask)
        number = np.cumsum(chosen) - 1
        return Sample(
            langs=self.langs,
            sources=[text for text, keep in zip(self.sources, mask, strict=True) if keep],
            lengths=(self.lengths[0][chosen], self.lengths[1][chosen]),
            sound=self.sound[chosen],
            faults={
                name: Faulty(
                    rows=number[faulty.rows[chosen[faulty.rows]]],
                    cosines=faulty.cosines[chosen[faulty.rows]],
                )
                for name, faulty in self.faults.items()
            },
        )


def measure(
    articles: Sequence[Texts],
    langs: tuple[str, str],
    embedder: Embedder,
    progress: Progress = lambda _done, _total: None,
) -> Sample:
    """Embed pairs of source and translation, sound and damaged.

    A neighbour is the next sentence of the same article. ``progress`` is called with the number of
    texts embedded, and of all.

    Raises:
        ModelError: the embedder failed.
    """
    import numpy as np

    sources, targets = zip(*chain.from_iterable(articles), strict=True)
    damaged = damage(articles, langs[1])
    kept = {
        name: [row for row, text in enumerate(texts) if text] for name, texts in damaged.items()
    }
    vectors = _embedded(
        [*sources, *targets, *chain.from_iterable(damaged.values())], embedder, progress
    )

    def cosines(rows: Sequence[int], texts: Sequence[str | None]) -> "NDArray[np.float32]":
        return np.array(
            [vectors[sources[row]] @ vectors[texts[row] or ""] for row in rows], dtype=np.float32
        )

    return Sample(
        langs=langs,
        sources=sources,
        lengths=(np.array([*map(len, sources)]), np.array([*map(len, targets)])),
        sound=cosines(range(len(sources)), targets),
        faults={
            name: Faulty(
                rows=np.array(kept[name], dtype=np.int64), cosines=cosines(kept[name], texts)
            )
            for name, texts in damaged.items()
        },
    )


def damage(articles: Sequence[Texts], lang: str) -> dict[str, list[str | None]]:
    """Return the translations with each fault; None where there is no place for it."""
    targets = [target for article in articles for _, target in article]
    middle = len(targets) // 2
    return {
        UNRELATED: [*targets[middle:], *targets[:middle]],
        NEIGHBOUR: [text for article in articles for text in _neighbours([t for _, t in article])],
        HALF: [first_half(target, lang) for target in targets],
        CLAUSE: [without_clause(target) for target in targets],
    }


def first_half(text: str, lang: str) -> str:
    """Return the text up to the word in its middle."""
    middle = len(text) // 2
    space = text.find(" ", middle) if find(lang).spaced else middle
    return text[: space if space > 0 else middle]


def without_clause(text: str) -> str | None:
    """Return the text without its longest clause, None where none can be left out.

    >>> without_clause("The harbour, which is old, was closed on Monday.")
    'The harbour, was closed on Monday.'
    """
    clauses = [
        found
        for found in _CLAUSE.finditer(text)
        if _SHORTEST_CLAUSE <= len(found[0]) / len(text) <= _LONGEST_CLAUSE
    ]
    if not clauses:
        return None
    longest = max(clauses, key=lambda found: len(found[0]))
    return text[: longest.start()] + text[longest.end() :]


def _neighbours(targets: Sequence[str]) -> list[str | None]:
    """Return for each sentence the next one, for the last the one before it."""
    if len(targets) < 2:
        return [None] * len(targets)
    return [*targets[1:], targets[-2]]


def _embedded(
    texts: Sequence[str | None], embedder: Embedder, progress: Progress
) -> "dict[str, NDArray[np.float32]]":
    wanted = list(dict.fromkeys(text for text in texts if text))
    vectors: dict[str, NDArray[np.float32]] = {}
    progress(0, len(wanted))
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        vectors.update(zip(chunk, embedder.embed(chunk), strict=True))
        progress(start + len(chunk), len(wanted))
    return vectors
