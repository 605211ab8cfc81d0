"""How likely a pair has a fault of meaning of whatever kind: one score out of all its numbers.

A logistic regression over what the single checks of meaning and of facts look at. It puts the pairs
of a run in an order of suspicion; what is wrong with a pair, the single checks say better.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from transcheck.checks import denial
from transcheck.checks.uncovered import shipped as stretches
from transcheck.checks.uncovered import tag, uncovered
from transcheck.data import lines
from transcheck.model import Measured, Segment, Side
from transcheck.numbers.compare import compare as compare_numbers
from transcheck.polarity.negation import compare as compare_negations
from transcheck.scoring import DIGITS, Calibration, interpolated

_MOST = 2  # numbers that differ: more say no more
_FAR = 6.0  # log-odds of a stretch: no other is surer
_DENIED = 4.0  # the same of a negation

# What speaks for a fault, in words, and the features that say so.
SIGNS = {
    "a low similarity": ("distance",),
    "a neighbour that fits better": ("behind",),
    "words of the source without a counterpart": ("missing",),
    "words of the translation without a counterpart": ("added",),
    "numbers that differ": ("numbers", "numbers changed", "numbers lost"),
    "a negation on one side": ("denied", "denied surely"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights of the features, made by ``tests/benchmarks/meaning/train_drift.py``.

    ``usual`` are the features of sound pairs in the mean. ``limits`` says which score a share of
    the sound pairs exceeds. Pairs of other ``languages`` than it was trained on have no score.
    """

    languages: frozenset[str]
    weights: Mapping[str, float]
    usual: Mapping[str, float]
    limits: Mapping[float, float]

    def limit(self, rate: float) -> float:
        """Return the score that the share ``rate`` of sound pairs exceeds, interpolated."""
        points = [(math.log(each), score) for each, score in self.limits.items()]
        return round(interpolated(math.log(max(rate, min(self.limits))), sorted(points)), DIGITS)

    def score(self, values: Mapping[str, float]) -> float:
        """Return the log-odds of a fault; those of sound pairs and faults as in training."""
        return self.weights["bias"] + sum(self.weights[name] * v for name, v in values.items())

    def signs(self, values: Mapping[str, float]) -> list[str]:
        """Return what speaks for a fault, in words, the strongest first."""
        parts = {
            sign: sum(self.weights[name] * (values[name] - self.usual[name]) for name in names)
            for sign, names in SIGNS.items()
        }
        return sorted((sign for sign in parts if parts[sign] > 1), key=lambda sign: -parts[sign])


@cache
def shipped() -> Model:
    """Return the model that transcheck ships."""
    raw = json.loads("\n".join(lines("drift.json")))
    return Model(
        languages=frozenset(raw["languages"]),
        weights=raw["weights"],
        usual=raw["usual"],
        limits={float(rate): score for rate, score in raw["limits"].items()},
    )


def drift(measured: Measured, calibration: Calibration) -> float | None:
    """Return the score of a pair, rounded; None where it was not measured."""
    both = measured.pair.both
    if both is None or not {tag(side) for side in both} <= shipped().languages:
        return None
    values = features(measured, calibration)
    return None if values is None else round(shipped().score(values), DIGITS)


def features(measured: Measured, calibration: Calibration) -> dict[str, float] | None:
    """Return what the model looks at; None where words were not compared."""
    both, similarity = measured.pair.both, measured.similarity
    if both is None or measured.words is None or similarity is None:
        return None
    source, target = both
    usual = calibration.limit(source.lang, target.lang, len(source.text), 0.5)
    if usual is None:
        return None
    missing, added = (_stretch(measured, side, calibration) for side in Side)
    return {
        "distance": usual - similarity,
        "behind": max(0.0, -(measured.margin or 0.0)),
        "missing": missing,
        "added": added,
        **_numbers(source, target),
        **_negations(measured, source, target, calibration),
    }


def _stretch(measured: Measured, side: Side, calibration: Calibration) -> float:
    """Return the log-odds that a stretch of the text on ``side`` has no counterpart, from 0 on."""
    found = uncovered(measured, side, calibration, stretches())
    return max(0.0, min(_FAR, found.score)) if found else 0.0


def _numbers(source: Segment, target: Segment) -> dict[str, float]:
    found = compare_numbers((source.text, tag(source)), (target.text, tag(target)))
    changed = sum(1 for each in found if each.source and each.target)
    lost = sum(1 for each in found if each.target is None)
    return {
        "numbers": float(min(len(found), _MOST)),
        "numbers changed": float(min(changed, _MOST)),
        "numbers lost": float(min(lost, _MOST)),
    }


def _negations(
    measured: Measured, source: Segment, target: Segment, calibration: Calibration
) -> dict[str, float]:
    found = compare_negations((source.text, source.lang), (target.text, target.lang))
    if found is None:
        return {"denied": 0.0, "denied surely": 0.0}
    score = denial.score(found, measured, calibration)
    sure = max(-_DENIED, min(_DENIED, score)) if score is not None else -_DENIED
    return {"denied": 1.0, "denied surely": sure + _DENIED}
