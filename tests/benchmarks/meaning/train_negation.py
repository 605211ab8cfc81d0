"""Train the small model of negations without counterpart, on the articles for development.

    python -m tests.benchmarks.meaning.train_negation [--planted 100]

A logistic regression weighs what one text of a pair denies more than the other: sound pairs that
differ so against pairs with a planted fault, every language pair and kind of fault alike. It needs
scikit-learn; transcheck itself reads the weights alone. What it prints was found by a model that
had not seen the articles: a fifth of them is left out in turn.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.corpus import Part
from tests.benchmarks.meaning.bitexts import DIRECTIONS, Bitext, Encoder, bitext, measured, planted
from tests.benchmarks.meaning.inject_negation import NEGATIONS
from transcheck import scoring
from transcheck.checks.denial import features
from transcheck.embedders.use import NAME
from transcheck.polarity.negation import Surplus, compare

FILE = Path(scoring.__file__).parent / "data" / "negation.json"
RATES = (0.001, 0.002, 0.004, 0.006, 0.012)
# A few alarms in a thousand pairs are few: a limit is the mean of those at rates this far apart.
_SMOOTHED = (0.75, 1.0, 1.25)
_SOUND = "sound"
# Languages near to English go round things alike, and the others alike.
_NEAR = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
# How much of a limit comes from the pair of languages itself: a few alarms say little.
_OWN = 0.25
# The limit of a pair of languages that raises fewer alarms than are allowed.
_LOWEST = -4.0
_FOLDS = 5
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A surplus of negations: between which languages, planted or not, and in which fold."""

    langs: tuple[str, str]
    kind: str
    fold: int
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The surpluses of one direction, and how many pairs of each kind were looked at."""

    rows: Sequence[Row]
    counts: Mapping[str, int]


def sample(encoder: Encoder, text: Bitext, most: int) -> Sample:
    """Return what sound pairs deny more on one side, and the first ``most`` of planted faults."""
    kinds = {_SOUND: list(enumerate(text.pairs))}
    for injector in NEGATIONS:
        found = [(n, (text.pairs[n][0], damaged.text)) for n, damaged in planted(text, injector)]
        kinds[injector.fault] = found[:: max(1, len(found) // most)]
    rows = [row for kind, found in kinds.items() for row in _rows(encoder, text, kind, found)]
    return Sample(rows=rows, counts={kind: len(found) for kind, found in kinds.items()})


def _rows(
    encoder: Encoder, text: Bitext, kind: str, texts: Sequence[tuple[int, tuple[str, str]]]
) -> Iterator[Row]:
    calibration = scoring.calibration(NAME)
    if calibration is None:
        raise AssertionError("the embedded encoder is not calibrated")
    here, there = text.langs
    found = [
        (number, pair, surplus)
        for number, pair in texts
        if (surplus := compare((pair[0], here), (pair[1], there))) and _is_of(surplus, kind)
    ]
    rows = measured(encoder, text.langs, [pair for _, pair, _ in found])
    for (number, _, surplus), row in zip(found, rows, strict=True):
        values = features(surplus, row, calibration)
        if values:
            denying = (here, there) if surplus.side == "source" else (there, here)
            fold = number * _FOLDS // len(text.pairs)
            yield Row(langs=denying, kind=kind, fold=fold, values=values)


def _is_of(surplus: Surplus, kind: str) -> bool:
    sides = {injector.fault: injector.check for injector in NEGATIONS}
    expected = {"lost-negation": "source", "added-negation": "target"}
    return kind == _SOUND or expected[sides[kind]] == surplus.side


def fit(rows: Sequence[Row]) -> dict[str, float]:
    """Return the weights of a logistic regression, by name, for the features as they are."""
    names = sorted(rows[0].values)
    table = np.array([[row.values[name] for name in names] for row in rows])
    scale = table.std(axis=0)
    scale[scale == 0] = 1
    groups = [(row.kind, row.langs if row.kind != _SOUND else ()) for row in rows]
    sizes = {group: groups.count(group) for group in set(groups)}
    planted_groups = sum(kind != _SOUND for kind, _ in sizes)
    weights = [1 / sizes[group] / (1 if group[0] == _SOUND else planted_groups) for group in groups]
    model = LogisticRegression(C=1.0, max_iter=2000)
    model.fit(table / scale, [row.kind != _SOUND for row in rows], np.array(weights) * len(rows))
    found = zip(names, (model.coef_[0] / scale).tolist(), strict=True)
    return {"bias": float(model.intercept_[0]), **dict(found)}


def scores(weights: Mapping[str, float], rows: Sequence[Row]) -> NDArray[np.float64]:
    """Return the score of each row."""
    return np.array(
        [weights["bias"] + sum(weights[n] * v for n, v in row.values.items()) for row in rows]
    )


def exceeded(reached: NDArray[np.float64], pairs: int, rate: float) -> float:
    """Return the score that this share of ``pairs`` exceeds; not all of them have one."""
    ordered = np.append(np.sort(reached)[::-1], _LOWEST)
    ranks = [min(int(rate * each * pairs), len(ordered) - 1) for each in _SMOOTHED]
    return float(ordered[ranks].mean())


Limits = dict[tuple[str, str], list[float]]


def limits(
    reached: NDArray[np.float64], rows: Sequence[Row], pairs: Mapping[tuple[str, str], int]
) -> Limits:
    """Return for each pair of languages the score that each of ``RATES`` exceeds.

    A few alarms of one pair say little of texts that were not seen: the most of a limit is that of
    all pairs alike, with English or without, of languages near to it or not.
    """
    scored = np.array([row.kind == _SOUND for row in rows])
    found: Limits = {}
    for langs, count in pairs.items():
        alike = {one: n for one, n in pairs.items() if _family(one) == _family(langs)}
        own = scored & np.array([row.langs == langs for row in rows])
        all_alike = scored & np.array([row.langs in alike for row in rows])
        found[langs] = [
            round(
                _OWN * exceeded(reached[own], count, rate)
                + (1 - _OWN) * exceeded(reached[all_alike], sum(alike.values()), rate),
                2,
            )
            for rate in RATES
        ]
    return found


def _family(langs: tuple[str, str]) -> tuple[bool, bool]:
    return "en" in langs, set(langs) <= _NEAR


def main() -> None:
    """Train, write the weights, and print what they find."""
    parser = argparse.ArgumentParser(description="Train the model of negations.")
    parser.add_argument("--planted", type=int, default=100)
    most = parser.parse_args().planted
    encoder = Encoder()
    samples = {
        langs: sample(encoder, bitext(langs, Part.DEVELOPMENT), most) for langs in DIRECTIONS
    }
    write(samples, most)


def write(samples: Mapping[tuple[str, str], Sample], most: int) -> None:
    """Write the weights that these samples give, and print what is found at each rate."""
    rows = [row for found in samples.values() for row in found.rows]
    # A pair of languages was looked at once or, with English, in both directions.
    pairs: dict[tuple[str, str], int] = {}
    for (here, there), found in samples.items():
        for langs in ((here, there), (there, here)):
            pairs[langs] = pairs.get(langs, 0) + found.counts[_SOUND]
    reached = np.zeros(len(rows))
    for fold in range(_FOLDS):
        rest = fit([row for row in rows if row.fold != fold])
        own = np.array([row.fold == fold for row in rows])
        reached[own] = scores(rest, [row for row in rows if row.fold == fold])
    cuts = limits(reached, rows, pairs)
    _report(reached, rows, cuts, samples)
    content = {
        "source": "Derived from NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0: figures "
        "alone, made by tests/benchmarks/meaning/train_negation.py from the articles for "
        f"development, in {len(samples)} directions, with {most} planted faults of a kind in each.",
        "weights": {name: round(value, _DIGITS) for name, value in fit(rows).items()},
        "rates": RATES,
        "limits": {" ".join(langs): cuts[langs] for langs in sorted(cuts)},
    }
    FILE.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _report(
    reached: NDArray[np.float64],
    rows: Sequence[Row],
    cuts: Limits,
    samples: Mapping[tuple[str, str], Sample],
) -> None:
    for (here, there), found in samples.items():
        for injector in NEGATIONS:
            langs = (here, there) if injector.check == "lost-negation" else (there, here)
            own = [row.kind == injector.fault and row.langs == langs for row in rows]
            shares = [
                (reached[own] >= cut).sum() / max(found.counts[injector.fault], 1)
                for cut in cuts[langs]
            ]
            line = " ".join(f"{share:.2f}" for share in shares)
            sys.stdout.write(f"{here}-{there} {injector.fault} {line}\n")


if __name__ == "__main__":
    main()
