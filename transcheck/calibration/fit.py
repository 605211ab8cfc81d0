"""From the similarities of sound pairs to the thresholds that they imply."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transcheck.calibration.sample import Sample
from transcheck.embedders.resolve import DEFAULT
from transcheck.errors import InputError
from transcheck.scoring import Band, Calibration, calibration

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.5)
# In characters of English; the last is longer than any sentence.
LENGTHS = (28, 38, 50, 70, 95, 125, 165, 220, 100_000)
# A rate of 0.5% is one pair in 200, and a fifth of the pairs is kept apart to see what it finds.
FEWEST = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The encoder that was measured, by name and digest, and ``name`` for the pairs it saw."""

    name: str
    embedder: str
    digest: str


def fit(
    samples: Sequence[Sample],
    model: Model,
    *,
    expansion: Mapping[str, float],
    lengths: Sequence[float] = LENGTHS,
    same_as: Mapping[str, str] | None = None,
) -> Calibration:
    """Return the thresholds that follow from the sound pairs of ``samples``.

    Each language pair has its median; the distances to it are pooled by the length of either side.
    Rates of which a band has less than one pair are left out.
    """
    import numpy as np

    medians: dict[frozenset[str], float] = {}
    pooled: list[list[NDArray[np.float32]]] = [[] for _ in lengths]
    for sample in samples:
        medians[frozenset(sample.langs)] = median = round(float(np.median(sample.sound)), 3)
        for tag, sizes in zip(sample.langs, sample.lengths, strict=True):
            band = np.digitize(sizes / expansion[tag], lengths, right=True)
            for number, kept in enumerate(pooled):
                kept.append(sample.sound[band == number] - median)
    joined = [np.concatenate(kept) for kept in pooled]
    # Every pair stands there twice, once for each side.
    rates = [rate for rate in RATES if rate * min(map(len, joined)) >= 2]
    return Calibration(
        name=model.name,
        embedder=model.embedder,
        digest=model.digest,
        same_as=same_as or {},
        expansion=expansion,
        medians=medians,
        bands=tuple(
            Band(
                length=length,
                sentences=len(kept) // (2 * len(samples)),
                offsets=dict(zip(rates, np.quantile(kept, rates).round(3).tolist(), strict=True)),
            )
            for length, kept in zip(lengths, joined, strict=True)
        ),
    )


def fit_one(sample: Sample, model: Model) -> Calibration:
    """Return the thresholds of one language pair, with as many bands of length as it can fill.

    Raises:
        InputError: there are too few pairs for the default false-alarm rate.
    """
    if len(sample.sources) < FEWEST:
        raise InputError(
            f"{model.name} has {len(sample.sources)} pairs, too few for a false-alarm rate of 0.5%",
            hint=f"it needs at least {FEWEST}; 2,000 tell it well",
        )
    expansion = expansions(sample)
    lengths = filled(sample, expansion)
    return fit([sample], model, expansion=expansion, lengths=lengths)


def expansions(sample: Sample) -> dict[str, float]:
    """Return the length of either language in characters for each character of English.

    Where neither is English, a language that the shipped thresholds know keeps its usual length,
    and one of two unknown languages is taken to be as long as English.
    """
    import numpy as np

    ratio = float(np.median(sample.lengths[1] / sample.lengths[0]))
    source, target = sample.langs
    known = _shipped_expansion(source)
    if known is None:
        other = _shipped_expansion(target)
        known = 1.0 if other is None else other / ratio
    return {source: round(known, 3), target: round(known * ratio, 3)}


def _shipped_expansion(lang: str) -> float | None:
    shipped = calibration(DEFAULT)
    length = shipped.english_length(lang, 1000) if shipped else None
    return None if length is None else 1000 / length


def filled(sample: Sample, expansion: Mapping[str, float]) -> list[float]:
    """Return the ends of bands that hold enough pairs each, also where a part is left out."""
    import numpy as np

    sizes = np.concatenate(
        [each / expansion[tag] for tag, each in zip(sample.langs, sample.lengths, strict=True)]
    )
    ends: list[float] = []
    done = 0
    for end in LENGTHS[:-1]:
        below, rest = int((sizes <= end).sum()), int((sizes > end).sum())
        if min(below - done, rest) >= 4 * FEWEST:
            ends.append(end)
            done = below
    return [*ends, LENGTHS[-1]]
