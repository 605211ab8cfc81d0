"""From which scores on a token is words run together, in each language.

A token in small letters and one with a capital have limits of their own, and so has a split with a
word of grammar as one half and one without, as compounds are. One limit for both kinds of split
finds less: chosen on half of the articles, two limits find on the other half .70 of two words and
of a name and a word at .4 alarms in 1,000 sentences and .80 at .9, four .77 at .5 and .81 at .8
(mean of 13 languages).
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.corpus import Part, articles

# The limits of a language let pass this many sound tokens in 1,000 sentences: more where too much
# glue would be missed otherwise, fewer where its recall allows it.
_ALARMS = 0.5
_OTHER_ALARMS = {
    "ca": 0.3, "cs": 0.7, "de": 1.2, "en": 0.4, "es": 0.4, "fi": 1.1, "hu": 0.8, "id": 0.2,
    "it": 0.6, "pl": 0.3, "pt": 0.7, "ru": 0.2, "sv": 1.1, "vi": 0.2,
}  # fmt: skip
# Where limits may lie, and the scores that are looked at.
_GRID = np.arange(-10, 91) / 10
FLOOR = -3.0
# So many of the highest sound scores are taken for the tail, which falls off exponentially. Such
# few scores tell their own fall badly, so that of all languages counts as much.
_TAIL = 10
_FALLS = {
    ("small", True): 2.0, ("small", False): 1.3, ("capital", True): 2.5, ("capital", False): 1.6,
}  # fmt: skip
# What a step costs at least, so that none is infinitely good.
_LEAST_COST = 1e-4
KINDS = tuple(_FALLS)
Kind = tuple[str, bool]
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores of one kind of split: of sound tokens with their text, and of right cuts.

    ``places`` counts the faults in small letters, or with a capital, whatever their halves.
    """

    sound: list[tuple[float, str]] = field(default_factory=list)
    right: list[float] = field(default_factory=list)
    places: int = 0

    def recall(self) -> Vector:
        """Return the share of faults that each limit of the grid finds."""
        found = np.array(self.right)[:, None] > _GRID
        share: Vector = found.sum(axis=0) / max(self.places, 1)
        return share

    def alarms(self, fall: float) -> Vector:
        """Return how many sound tokens each limit of the grid lets pass, by their tail."""
        *tail, begins = sorted((score for score, _ in self.sound), reverse=True)[: _TAIL + 1] or [0]
        if len(tail) < _TAIL:
            tail, begins = [score for score, _ in self.sound], FLOOR
        own = sum(score - begins for score in tail)
        scale = (own + _TAIL * fall) / (len(tail) + _TAIL)
        passing: Vector = max(len(tail), 0.5) * np.exp(-np.maximum(_GRID - begins, 0) / scale)
        return passing


def choose_limits(lang: str, scores: Mapping[Kind, Scores]) -> dict[str, list[float]]:
    """Return the limits that find most faults within the alarms that are allowed.

    Each step lowers the limit that gains most for its alarms. Faults in small letters and with a
    capital count alike: nearly every sentence has a place for either.
    """
    sentences = sum(len(article.sentences) for article in articles(lang, Part.DEVELOPMENT))
    allowed = _OTHER_ALARMS.get(lang, _ALARMS) * sentences / 1000
    recall = {kind: ours.recall() for kind, ours in scores.items()}
    alarms = {kind: ours.alarms(_FALLS[kind]) for kind, ours in scores.items()}
    at = dict.fromkeys(KINDS, len(_GRID) - 1)
    while True:
        left = allowed - sum(alarms[kind][at[kind]] for kind in KINDS)
        steps = [
            (gain / (cost + _LEAST_COST), kind, lower)
            for kind in KINDS
            for lower in range(at[kind])
            if (gain := recall[kind][lower] - recall[kind][at[kind]]) > 0
            and (cost := alarms[kind][lower] - alarms[kind][at[kind]]) <= left
        ]
        if not steps:
            break
        _, kind, at[kind] = max(steps, key=lambda step: step[0])
    for kind, ours in scores.items():
        limit = _GRID[at[kind]]
        highest = [(round(score, 1), text) for score, text in sorted(ours.sound, reverse=True)[:6]]
        sys.stdout.write(f"{lang} {kind} {limit}: {recall[kind][at[kind]]:.3f} {highest}\n")
    return {
        shape: [float(_GRID[at[shape, grammar]]) for grammar in (True, False)]
        for shape in ("small", "capital")
    }
