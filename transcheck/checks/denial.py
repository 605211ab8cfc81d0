"""How sure it is that what one text of a pair denies, and the other does not, is a fault.

A sound translation denies what its source affirms in words that the other text has nothing like
("landlocked" is "не имеющий выхода к морю"); a fault denies what both texts speak of. A small model
weighs the surplus against the pair, and how far the encoder places the two texts apart in the
direction in which it places denial: that reads denial in words that no table has. Two languages
that go round things in their own ways raise more false alarms, so each ordered pair of them has its
limits.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import mean

from transcheck import languages
from transcheck.checks.length_ratio import deviation
from transcheck.data import lines
from transcheck.model import Measured, Side, SupportedWord
from transcheck.polarity.negation import Surplus
from transcheck.polarity.phrases import Cue
from transcheck.scoring import Calibration, interpolated

_BESIDE = 2  # words on either side of a negation
_NEAR = 0.2  # of a sentence: so far from its place a negation's counterpart may stand
_MOST = 2  # words that may stand for a negation: more of them say no more
_UNKNOWN = 0.5  # the support of words that are not there


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights of a surplus, made by ``tests/benchmarks/meaning/train_negation.py``.

    ``limits`` are, for the language that denies more and the other, the scores that each of
    ``rates`` of sound pairs exceeds.
    """

    weights: Mapping[str, float]
    rates: Sequence[float]
    limits: Mapping[tuple[str, str], Sequence[float]]

    def limit(self, denying: str, other: str, rate: float) -> float | None:
        """Return the score that the share ``rate`` of sound pairs exceeds, interpolated.

        None for two languages that were not measured.
        """
        scores = self.limits.get((_tag(denying), _tag(other)))
        if scores is None:
            return None
        points = zip(map(math.log, self.rates), scores, strict=True)
        return interpolated(math.log(max(rate, min(self.rates))), list(points))


@cache
def shipped() -> Model:
    """Return the model that transcheck ships."""
    raw = json.loads("\n".join(lines("negation.json")))
    limits = {
        (pair.partition(" ")[0], pair.partition(" ")[2]): v for pair, v in raw["limits"].items()
    }
    return Model(weights=raw["weights"], rates=raw["rates"], limits=limits)


def _tag(lang: str) -> str:
    """Return the language of a text as the model names it: all Chinese is one."""
    return languages.find(lang).tag.partition("-")[0]


def score(surplus: Surplus, measured: Measured, calibration: Calibration) -> float | None:
    """Return the log-odds that the surplus is a fault; None where too little was measured."""
    values = features(surplus, measured, calibration)
    if values is None:
        return None
    weights = shipped().weights
    return weights["bias"] + sum(weights[name] * value for name, value in values.items())


def features(
    surplus: Surplus, measured: Measured, calibration: Calibration
) -> dict[str, float] | None:
    """Return what the model looks at."""
    both, support, similarity = measured.pair.both, measured.words, measured.similarity
    denial = measured.denial
    if both is None or support is None or similarity is None or denial is None:
        return None
    source, target = both
    usual = calibration.limit(source.lang, target.lang, len(source.text), 0.5)
    longer = deviation(source, target)
    if usual is None or longer is None:
        return None
    side = surplus.side
    there = Side.TARGET if side is Side.SOURCE else Side.SOURCE
    mine, its = support.side(side), support.side(there)
    text, other_text = (each.text for each in (both if side is Side.SOURCE else both[::-1]))
    cue = min(surplus.plain or surplus.odd, key=lambda cue: _support(cue, mine))
    place = cue.start / len(text)

    def is_near(start: int) -> bool:
        return abs(start / len(other_text) - place) < _NEAR

    near = [word.support for word in its if is_near(word.span.start)]
    explained = sum(is_near(word.start) for word in surplus.explained)
    return {
        "plain": float(bool(surplus.plain)),
        "negator": _support(cue, mine),
        "beside": mean(_beside(cue, mine) or [_UNKNOWN]),
        "own words": mean(word.support for word in mine),
        "other words": mean(word.support for word in its),
        "encoder": denial if side is Side.SOURCE else -denial,
        "near": min(near, default=_UNKNOWN),
        "distance": usual - similarity,
        "explained": min(explained, _MOST),
        "explained elsewhere": min(len(surplus.explained) - explained, _MOST),
        "answered": float(surplus.others > 0),
        "negations": min(surplus.own, 4),
        "length": math.log(len(text)),
        "longer": max(-3.0, min(3.0, longer if side is Side.TARGET else -longer)),
    }


def _support(cue: Cue, words: Sequence[SupportedWord]) -> float:
    touched = (w.support for w in words if w.span.start < cue.end and cue.start < w.span.end)
    return max(touched, default=0.0)


def _beside(cue: Cue, words: Sequence[SupportedWord]) -> list[float]:
    before = [word.support for word in words if word.span.end <= cue.start][-_BESIDE:]
    return before + [word.support for word in words if word.span.start >= cue.end][:_BESIDE]
