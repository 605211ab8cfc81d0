"""What thresholds find: sound pairs flagged, and faulty ones, at each false-alarm rate."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transcheck.calibration.fit import RATES, Model, expansions, filled, fit
from transcheck.calibration.sample import FAULTS, Sample
from transcheck.checks.base import Context
from transcheck.checks.low_similarity import LOW_SIMILARITY
from transcheck.model import Measured, Origin, Pair, Segment
from transcheck.scoring import Calibration

SOUND = "sound"
_FOLDS = 5
_95 = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What low-similarity flags at one false-alarm rate: shares of sound and of faulty pairs.

    ``low`` to ``high`` is the 95% interval of the share of sound pairs.
    """

    rate: float
    sound: float
    low: float
    high: float
    recall: Mapping[str, float]


def outcomes(sample: Sample, model: Model) -> list[Outcome]:
    """Return what the check finds at each rate, judged by thresholds from the other pairs.

    The pairs are parted into five runs, so that neighbours stay together; each run is judged by
    what the rest of them taught.
    """
    expansion = expansions(sample)
    lengths = filled(sample, expansion)
    count = len(sample.sources)
    ends = [count * fold // _FOLDS for fold in range(_FOLDS + 1)]
    flags: dict[float, dict[str, list[bool]]] = {}
    for first, last in pairwise(ends):
        rest = sample.without(first, last)
        learned = fit([rest], model, expansion=expansion, lengths=lengths)
        for rate in _told(learned):
            found = flags.setdefault(rate, {name: [] for name in (SOUND, *FAULTS)})
            for name, values in flagged(sample.part(first, last), learned, rate).items():
                found[name] += values
    told = sorted(rate for rate, found in flags.items() if len(found[SOUND]) == count)
    return [_outcome(rate, flags[rate]) for rate in told]


def _told(known: Calibration) -> list[float]:
    """Return the rates that the thresholds are measured for, those of interest."""
    return [rate for rate in known.bands[0].offsets if rate < RATES[-1]]


def _outcome(rate: float, flags: Mapping[str, Sequence[bool]]) -> Outcome:
    shares = {name: sum(each) / len(each) for name, each in flags.items() if each}
    low, high = _interval(sum(flags[SOUND]), len(flags[SOUND]))
    sound = shares.pop(SOUND)
    return Outcome(rate=rate, sound=sound, low=low, high=high, recall=shares)


def _interval(hits: int, count: int) -> tuple[float, float]:
    """Return the Wilson interval of a share, at 95%."""
    share, square = hits / count, _95**2
    middle = (share + square / (2 * count)) / (1 + square / count)
    spread = share * (1 - share) / count + square / (4 * count**2)
    half = _95 * math.sqrt(spread) / (1 + square / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def flagged(sample: Sample, thresholds: Calibration, rate: float) -> dict[str, list[bool]]:
    """Say which sound and which faulty pairs low-similarity flags at a false-alarm rate."""
    context = Context(parameters={"false-alarm-rate": rate}, calibration=thresholds)

    def is_flagged(text: str, value: float) -> bool:
        row = Measured(pair=_pair(text, sample.langs), similarity=float(value))
        return any(True for _ in LOW_SIMILARITY.run(row, context))

    sound = [is_flagged(*each) for each in zip(sample.sources, sample.sound, strict=True)]
    return {SOUND: sound} | {
        name: [
            is_flagged(sample.sources[row], value)
            for row, value in zip(faulty.rows, faulty.cosines, strict=True)
        ]
        for name, faulty in sample.faults.items()
    }


def _pair(text: str, langs: tuple[str, str]) -> Pair:
    source, target = (
        Segment(id="", text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)
        for lang in langs
    )
    return Pair(id="", source=source, target=target, origin=Origin.GIVEN)
