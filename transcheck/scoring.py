"""Similarity of a pair as a number, and what that number means for these languages."""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from transcheck import languages
from transcheck.data import exists, lines
from transcheck.embedders.base import Embedder
from transcheck.model import Measured, Pair, Segment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CHUNK = 128  # pairs
# Batches of other sizes move a cosine by some 1e-7: what that could change is rounded away before
# anything is compared, and a report shows all that was compared.
DIGITS = 4

# Below so many characters of English the similarity of a text says little.
RELIABLE_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How far sound pairs up to a length lie from the median of their language pair.

    ``length`` is the largest length of the source, in characters of English, that the band covers.
    ``sentences`` is how many of them that is, as a mean over the language pairs.
    ``offsets`` maps a false-alarm rate to the cosine, less the median, below which this share of
    the sound pairs lies; rates and offsets rise together.
    """

    length: float
    sentences: int
    offsets: Mapping[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Measured cosines of sound pairs for one embedder; ``name`` says which pairs these were.

    A language pair has a median; the bands, pooled over all language pairs, say how far below it
    sound pairs of a length still lie. ``expansion`` is the usual length of a text in a
    language, in characters for each character of English. ``same_as`` names the language that
    stands for another one. ``digest`` is that of the model that was measured, as its signature
    gives it.
    """

    name: str
    embedder: str
    digest: str
    same_as: Mapping[str, str]
    expansion: Mapping[str, float]
    medians: Mapping[frozenset[str], float]
    bands: tuple[Band, ...]

    def english_length(self, lang: str, length: int) -> float | None:
        """Return how long a text of ``length`` characters would be in English, in characters."""
        expansion = self.expansion.get(self._tag(lang))
        return None if expansion is None else length / expansion

    def is_shorter(self, lang: str, length: int, than: float) -> bool:
        """Say whether a text of ``length`` characters is shorter than an English one of ``than``.

        Of a language that was not measured nothing is known, so its texts are never long enough.
        """
        found = self.english_length(lang, length)
        return found is None or found < than

    def covers(self, source_lang: str, target_lang: str) -> bool:
        """Say whether sound pairs of these two languages were measured, in either direction."""
        return frozenset((self._tag(source_lang), self._tag(target_lang))) in self.medians

    def limit(self, source_lang: str, target_lang: str, length: int, rate: float) -> float | None:
        """Return the cosine below which the share ``rate`` of sound pairs lies.

        ``length`` is that of the source in characters. Rates are interpolated, and held to the
        measured range. None means that the language pair is not calibrated.
        """
        known = self._known(source_lang, target_lang, length)
        if known is None:
            return None
        median, band = known
        points = [(math.log(each), offset) for each, offset in band.offsets.items()]
        lowest = min(band.offsets)
        return round(median + interpolated(math.log(max(rate, lowest)), points), DIGITS)

    def share_above(
        self, source_lang: str, target_lang: str, length: int, similarity: float
    ) -> float | None:
        """Return the share of sound pairs of these languages and this length that are more similar.

        It is held to the measured range. None means that the language pair is not calibrated.
        """
        known = self._known(source_lang, target_lang, length)
        if known is None:
            return None
        median, band = known
        points = [(offset, rate) for rate, offset in band.offsets.items()]
        return 1 - interpolated(similarity - median, points)

    def _known(self, source_lang: str, target_lang: str, length: int) -> tuple[float, Band] | None:
        source = self._tag(source_lang)
        median = self.medians.get(frozenset((source, self._tag(target_lang))))
        if median is None:
            return None
        english = length / self.expansion[source]
        return median, next((band for band in self.bands if english <= band.length), self.bands[-1])

    def _tag(self, lang: str) -> str:
        tag = languages.find(lang).tag
        return self.same_as.get(tag, tag)


def interpolated(x: float, points: list[tuple[float, float]]) -> float:
    """Return y at ``x`` on the line through ``points``, which rise in x; held level beyond them."""
    if x <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in pairwise(points):
        if x <= right:
            return low + (high - low) * (x - left) / (right - left)
    return points[-1][1]


@cache
def calibration(embedder: str) -> Calibration | None:
    """Return the shipped calibration of the embedder of this name, or None if there is none."""
    name = f"calibration/{embedder}.json"
    if not exists(name):
        return None
    return read_calibration(json.loads("\n".join(lines(name))), name="shipped")


def read_calibration(raw: Mapping[str, Any], *, name: str) -> Calibration:
    """Return the calibration that ``raw`` holds, as its JSON file has it.

    Raises:
        KeyError, TypeError, ValueError: ``raw`` is something else.
    """
    return Calibration(
        name=name,
        embedder=raw["embedder"],
        digest=raw["digest"],
        same_as=raw["same_as"],
        expansion=raw["expansion"],
        medians={frozenset(pair.split("|")): median for pair, median in raw["medians"].items()},
        bands=tuple(
            Band(
                length=band["length"],
                sentences=band["sentences"],
                offsets=dict(zip(raw["rates"], band["offsets"], strict=True)),
            )
            for band in raw["bands"]
        ),
    )


def write_calibration(known: Calibration) -> dict[str, Any]:
    """Return what ``read_calibration`` reads, in plain dictionaries, lists, strings and numbers."""
    return {
        "embedder": known.embedder,
        "digest": known.digest,
        "same_as": dict(known.same_as),
        "rates": list(known.bands[0].offsets),
        "expansion": dict(known.expansion),
        "medians": {"|".join(sorted(pair)): median for pair, median in known.medians.items()},
        "bands": [
            {
                "length": band.length,
                "sentences": band.sentences,
                "offsets": list(band.offsets.values()),
            }
            for band in known.bands
        ],
    }


@cache
def _denial(name: str) -> tuple[str, tuple[float, ...]] | None:
    """Return the digest of an encoder, and the direction in which it places what denies."""
    file = f"denial/{name}.json"
    if not exists(file):
        return None
    raw = json.loads("\n".join(lines(file)))
    return raw["digest"], tuple(raw["direction"])


def distinct_texts(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Return each text that has to be embedded to measure ``pairs`` once, in order."""
    return tuple(dict.fromkeys(side.text for pair in pairs for side in pair.both or ()))


def similarities(
    embedder: Embedder,
    pairs: Sequence[Pair],
    *,
    progress: Callable[[int], None] | None = None,
) -> tuple[Measured, ...]:
    """Measure each pair's similarity, margin and denial; None where a side is missing or blank.

    All are rounded. The neighbours of a pair are those that are measured before and after it.
    ``progress`` is called with the number of texts done since its last call; they add up to
    ``len(distinct_texts(pairs))``.

    Raises:
        ModelError: the embedder failed.
    """
    both = [each for pair in pairs if (each := pair.both)]
    found = _compared(embedder, both, progress or (lambda _count: None))
    rows: list[Measured] = []
    for pair in pairs:
        if pair.both is None:
            rows.append(Measured(pair=pair))
            continue
        similarity, margin, denial = next(found)
        margin = margin if len(both) > 1 else None
        rows.append(Measured(pair=pair, similarity=similarity, margin=margin, denial=denial))
    return tuple(rows)


def _compared(
    embedder: Embedder, both: Sequence[tuple[Segment, Segment]], progress: Callable[[int], None]
) -> Iterator[tuple[float, float | None, float | None]]:
    """Yield the similarity, the margin and the denial of each pair.

    Each text is embedded once, and its row is held no longer than until its last pair is measured:
    a run of any length holds those of a few pairs, and of texts that come again.
    """
    import numpy as np

    last = {side.text: number for number, sides in enumerate(both) for side in sides}
    rows: dict[str, NDArray[np.float32]] = {}
    for start in range(0, len(both), _CHUNK):
        # Those between two neighbours, which are measured with the pairs beside them.
        first, end = max(start - 1, 0), start + _CHUNK + 1
        texts = [side.text for sides in both[first:end] for side in sides]
        new = [text for text in dict.fromkeys(texts) if text not in rows]
        if new:
            # A copy of each, since a row of a matrix would keep all of it.
            rows |= dict(zip(new, map(np.copy, embedder.embed(new)), strict=True))
            progress(len(new))
        sides = np.stack([rows[text] for text in texts])
        ours, theirs = sides[::2], sides[1::2]
        own = np.einsum("ij,ij->i", ours, theirs).clip(-1, 1)
        margins, denials = own - _rivals(ours, theirs), _denials(embedder, ours - theirs)
        found = zip(_rounded(own), _rounded(margins), denials, strict=True)
        yield from islice(found, start - first, start - first + _CHUNK)
        rows = {text: row for text, row in rows.items() if last[text] >= end - 2}


def _denials(
    embedder: Embedder, differences: "NDArray[np.float32]"
) -> Sequence[float] | Sequence[None]:
    """Return how much more each source denies than its target, as the encoder reads them."""
    known = _denial(embedder.signature.split()[0])
    if known is None or known[0] not in embedder.signature:
        return [None] * len(differences)
    return _rounded(differences @ known[1])


def _rounded(cosines: "NDArray[np.float32]") -> list[float]:
    found: list[float] = cosines.astype(float).round(DIGITS).tolist()
    return found


def _rivals(ours: "NDArray[np.float32]", theirs: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return for each pair the best cosine of either text with the other text of a neighbour."""
    import numpy as np

    rivals = np.full(len(ours), -1, dtype=np.float32)
    for one, other in ((ours, theirs), (theirs, ours)):
        across = np.einsum("ij,ij->i", one[1:], other[:-1])
        rivals[1:] = np.maximum(rivals[1:], across)
        rivals[:-1] = np.maximum(rivals[:-1], across)
    return rivals
