"""Similarity of a pair as a number, and what that number means for this encoder and these languages."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Cosines of sound pairs up to a length: ``quantiles`` maps a false-alarm rate to a cosine.

    ``length`` is the largest length of the source, in characters, that the band covers.
    """

    length: int
    quantiles: Mapping[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Measured cosines of sound pairs, by language pair, for one embedder."""

    embedder: str
    pairs: Mapping[frozenset[str], tuple[Band, ...]]
