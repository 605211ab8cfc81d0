"""The stretch of one text of a pair that the other text says least of, and how sure that is.

Every word is weighed by its support: the log of how much more likely such support is in a sentence
that says nothing of it than in the word's own translation. The stretch is the run of words whose
weights have the largest sum. A second, small model then weighs the stretch against the pair.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from transcheck import languages
from transcheck.checks.length_ratio import deviation
from transcheck.data import lines
from transcheck.model import Measured, Segment, Side, Span, SupportedWord, Uncovered
from transcheck.scoring import Calibration, interpolated

# The full stops of an address and the comma of a number end no clause: no space follows.
_BOUNDARY = re.compile(r"[,;:.!?](?=\W)|[()\"“”„«»–—，、；：。！？؛،]|\s-\s")
_REACH = 6  # words from the end of a stretch to a boundary that it is extended to
_SHORT = 3  # letters: most such words are grammar, which translations do without


# The same as for ``length-ratio``. Of 21 alarms on 1,560 strings 16 were on shorter ones.
_SHORTEST_STRING = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Weights of words and of stretches, made by ``tests/benchmarks/meaning/train_uncovered.py``.

    ``own`` and ``other`` add to a word's weight what is usual for the language that it is in, and
    for the language that it is compared with. ``limits`` says for each side which score a share of
    the sound pairs exceeds.
    """

    word: Mapping[str, float]
    own: Mapping[str, float]
    other: Mapping[str, float]
    stretch: Mapping[str, float]
    limits: Mapping[Side, Mapping[float, float]]

    def limit(self, side: Side, rate: float) -> float:
        """Return the score that the share ``rate`` of sound pairs exceeds, interpolated."""
        points = [(math.log(each), score) for each, score in self.limits[side].items()]
        return interpolated(math.log(max(rate, min(self.limits[side]))), sorted(points))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Words ``start`` to ``end`` (exclusive) of a text, and the sum of their weights."""

    start: int
    end: int
    weight: float


@cache
def shipped() -> Model:
    """Return the model that transcheck ships."""
    raw = json.loads("\n".join(lines("uncovered.json")))
    return Model(
        word=raw["word"],
        own=raw["own"],
        other=raw["other"],
        stretch=raw["stretch"],
        limits={
            side: {float(rate): score for rate, score in raw["limits"][side].items()}
            for side in Side
        },
    )


def uncovered(
    measured: Measured, side: Side, calibration: Calibration, model: Model
) -> Uncovered | None:
    """Return the stretch of the text on ``side`` that fits the other text least.

    None where words were not compared, nothing is known of the languages, or no word lacks support.
    What was worked out before, by ``scores``, is not worked out again.
    """
    if measured.stretches:
        return measured.stretches[side is Side.TARGET]
    if _is_label(measured, calibration):
        return None
    found = features(measured, side, calibration, model)
    if found is None or measured.pair.both is None:
        return None
    run, values = found
    if run.start == run.end:
        return None
    score = sum(model.stretch[name] * value for name, value in values.items())
    segment = measured.pair.both[side is Side.TARGET]
    words = measured.words.side(side) if measured.words else ()
    return Uncovered(
        span=_span(run, words, segment.text),
        share=(run.end - run.start) / len(words),
        score=score + model.stretch["bias"],
    )


def _is_label(measured: Measured, calibration: Calibration) -> bool:
    """Say whether a pair is a short string of a program, which is translated freely."""
    if measured.pair.strings is None:
        return False
    source = measured.pair.strings[0]
    return calibration.is_shorter(source.lang, len(source.text), _SHORTEST_STRING)


def features(
    measured: Measured, side: Side, calibration: Calibration, model: Model
) -> tuple[_Run, dict[str, float]] | None:
    """Return the stretch of a text that is supported least, and what the model looks at."""
    both, support, similarity = measured.pair.both, measured.words, measured.similarity
    if both is None or support is None or similarity is None:
        return None
    source, target = both
    usual = calibration.limit(source.lang, target.lang, len(source.text), 0.5)
    longer = deviation(source, target)
    if usual is None or longer is None:
        return None
    here, there = (source, target) if side is Side.SOURCE else (target, source)
    other = Side.TARGET if side is Side.SOURCE else Side.SOURCE
    weights = _weights(support.side(side), here, there, len(support.side(other)), model)
    mirrored = _weights(support.side(other), there, here, len(weights), model)
    run, opposite = _heaviest(weights), _heaviest(mirrored)
    outside = weights[: run.start] + weights[run.end :]
    excess = -longer if side is Side.SOURCE else longer
    excess = max(-3.0, min(3.0, excess))
    distance = usual - similarity
    return run, {
        "weight": min(run.weight, 20.0),
        "inside": run.weight / max(run.end - run.start, 1),
        "outside": sum(outside) / len(outside) if outside else 0.0,
        "words": math.log(1 + run.end - run.start),
        "text": math.log(len(weights)),
        "opposite": min(opposite.weight, 20.0),
        "distance": distance,
        "excess": excess,
        "weight excess": min(run.weight, 20.0) * excess,
        "distance excess": distance * excess,
        "bounded": float(_bounded(run, support.side(side), here.text)),
    }


def word_features(word: SupportedWord, others: int) -> dict[str, float]:
    """Return what the weight of a word depends on; ``others`` are the words that it had to meet."""
    short = float(word.span.end - word.span.start <= _SHORT)
    return {
        "support": word.support,
        "short": short,
        "short support": short * word.support,
        "others": math.log(others),
    }


def _weights(
    words: Sequence[SupportedWord], here: Segment, there: Segment, others: int, model: Model
) -> list[float]:
    base = model.word["bias"] + model.own.get(tag(here), 0.0) + model.other.get(tag(there), 0.0)
    return [
        base + sum(model.word[name] * value for name, value in word_features(word, others).items())
        for word in words
    ]


def tag(segment: Segment) -> str:
    """Return the language of a text as the model names it: all Chinese is one."""
    return languages.find(segment.lang).tag.partition("-")[0]


def _heaviest(weights: Sequence[float]) -> _Run:
    """Return the run of words with the largest sum of weights; empty where all are below zero."""
    best = _Run(start=0, end=0, weight=0.0)
    start, total = 0, 0.0
    for index, weight in enumerate(weights):
        if total <= 0:
            start, total = index, 0.0
        total += weight
        if total > best.weight:
            best = _Run(start=start, end=index + 1, weight=total)
    return best


def _bounded(run: _Run, words: Sequence[SupportedWord], text: str) -> int:
    """Return how many ends of the stretch, 0 to 2, are ends of a clause."""
    return _gap(run.start, words, text) + _gap(run.end, words, text)


def _gap(index: int, words: Sequence[SupportedWord], text: str) -> bool:
    """Say whether a clause may end before the word ``index``: at a mark, or at the text's ends."""
    if index in (0, len(words)):
        return True
    return bool(_BOUNDARY.search(text, words[index - 1].span.end, words[index].span.start))


def _span(run: _Run, words: Sequence[SupportedWord], text: str) -> Span:
    """Return the stretch in characters, extended to the ends of a clause that are near."""
    start = next((i for i in _back(run.start) if _gap(i, words, text)), run.start)
    ends = range(run.end, min(run.end + _REACH, len(words)) + 1)
    end = next((i for i in ends if _gap(i, words, text)), run.end)
    return Span(start=words[start].span.start, end=words[end - 1].span.end)


def _back(index: int) -> range:
    return range(index, max(index - _REACH, 0) - 1, -1)
