"""Train the model of drift, on the articles for development.

    python -m tests.benchmarks.meaning.train_drift [--sentences 400] [--planted 40]

A logistic regression weighs all that was measured of a pair: sound pairs against pairs with a
planted fault, every kind of fault alike. It needs scikit-learn; transcheck itself reads the weights
alone. What it prints and keeps in ``figures/`` was found by models that had not seen the articles:
a fifth of them is left out in turn, and in a second run one kind of fault as well.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.corpus import Part
from tests.benchmarks.meaning.bitexts import DIRECTIONS, Bitext, Encoder, bitext
from tests.benchmarks.meaning.clauses import auc
from tests.benchmarks.meaning.variants import SOUND, variants
from transcheck import scoring
from transcheck.checks.drift import features
from transcheck.embedders.use import NAME

FILE = Path(scoring.__file__).parent / "data" / "drift.json"
FIGURES = Path(__file__).parent / "figures" / "drift.json"
RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)
# Sound pairs count so much more than faults: few of what an editor gets are faulty.
_SOUND_WEIGHT = 5
_FOLDS = 5
_DIGITS = 4
_WITH_ENGLISH = tuple(langs for langs in DIRECTIONS if "en" in langs)

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What the model looks at in each pair, with its kind of fault, its similarity and its fold."""

    names: Sequence[str]
    values: Values
    kinds: NDArray[np.str_]
    similarity: Values
    folds: NDArray[np.int64]

    @property
    def faults(self) -> list[str]:
        """The kinds of fault, in order."""
        return [kind for kind in dict.fromkeys(self.kinds.tolist()) if kind != SOUND]


def table(encoder: Encoder, texts: Sequence[Bitext], most: int) -> Table:
    """Return the sound pairs of all texts, and those with a fault."""
    calibration = scoring.calibration(NAME)
    if calibration is None:
        raise AssertionError("the embedded encoder is not calibrated")
    rows: list[tuple[Mapping[str, float], str, float, int]] = []
    for text in texts:
        for each in variants(encoder, text, most):
            # A unit of a localization file has no margin: every other pair is taken for one.
            row = replace(each.row, margin=None) if each.number % 2 else each.row
            values = features(row, calibration)
            if values and each.row.similarity is not None:
                fold = each.number * _FOLDS // len(text.pairs)
                rows.append((values, each.kind, each.row.similarity, fold))
        sys.stderr.write(f"{'-'.join(text.langs)} {len(rows)} pairs\n")
    names = sorted(rows[0][0])
    return Table(
        names=names,
        values=np.array([[values[name] for name in names] for values, *_ in rows]),
        kinds=np.array([kind for _, kind, *_ in rows]),
        similarity=np.array([similarity for *_, similarity, _ in rows]),
        folds=np.array([fold for *_, fold in rows]),
    )


def fit(known: Table, chosen: NDArray[np.bool_]) -> tuple[float, Values]:
    """Return the bias and the weights of a logistic regression, for the features as they are."""
    values, kinds = known.values[chosen], known.kinds[chosen]
    scale = values.std(axis=0)
    scale[scale == 0] = 1
    present, numbers = np.unique(kinds, return_inverse=True)
    share = np.where(present == SOUND, _SOUND_WEIGHT * (len(present) - 1), 1.0)
    weights = (share / np.bincount(numbers))[numbers]
    model = LogisticRegression(C=1.0, max_iter=2000)
    model.fit(values / scale, kinds != SOUND, weights * len(kinds) / weights.sum())
    return float(model.intercept_[0]), model.coef_[0] / scale


def unseen(known: Table, left_out: str | None = None) -> Values:
    """Return the score of each pair by a model that saw neither its article nor ``left_out``."""
    scores = np.zeros(len(known.kinds))
    for fold in range(_FOLDS):
        own = known.folds == fold
        bias, weights = fit(known, ~own & (known.kinds != (left_out or "")))
        scores[own] = bias + known.values[own] @ weights
    return scores


def told(known: Table, scores: Values, fault: str) -> tuple[float, float]:
    """Return AUC, and recall at 1% false alarms, of one kind of fault."""
    sound, faulty = scores[known.kinds == SOUND], scores[known.kinds == fault]
    return auc(faulty, sound), float((faulty > np.quantile(sound, 0.99)).mean())


def figures(known: Table, scores: Values) -> list[dict[str, object]]:
    """Return for each kind of fault what the score tells, and what similarity alone does."""
    return [
        {
            "fault": fault,
            "n": int((known.kinds == fault).sum()),
            **{
                name: [round(value, _DIGITS) for value in told(known, values, fault)]
                for name, values in (
                    ("drift", scores),
                    ("left out of training", unseen(known, fault)),
                    ("similarity", -known.similarity),
                )
            },
        }
        for fault in known.faults
    ]


def write(known: Table, directions: Sequence[tuple[str, str]], texts: Sequence[Bitext]) -> None:
    """Write the weights and the figures, and print these."""
    scores = unseen(known)
    sound = known.kinds == SOUND
    bias, weights = fit(known, np.ones(len(known.kinds), dtype=bool))
    named = dict(zip(known.names, weights.tolist(), strict=True))
    usual = dict(zip(known.names, known.values[sound].mean(axis=0).tolist(), strict=True))
    cuts = np.quantile(scores[sound], [1 - rate for rate in RATES]).round(2).tolist()
    corpus = (
        "Derived from NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0: figures alone, "
        f"made by tests/benchmarks/meaning/train_drift.py from the first {len(texts[0].pairs)} "
        f"sentences of the articles for development, in {len(directions)} directions."
    )
    content = {
        "source": corpus,
        "languages": sorted({lang for langs in directions for lang in langs}),
        "weights": {n: round(v, _DIGITS) for n, v in {"bias": bias, **named}.items()},
        "usual": {name: round(value, _DIGITS) for name, value in usual.items()},
        "limits": dict(zip(map(str, RATES), cuts, strict=True)),
    }
    FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    rows = figures(known, scores)
    record = {"source": corpus, "sound": int(sound.sum()), "rows": rows}
    FIGURES.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    for row in rows:
        sys.stdout.write(" ".join(f"{value}" for value in row.values()) + "\n")


def main() -> None:
    """Train, write the weights, and print what they find."""
    parser = argparse.ArgumentParser(description="Train the model of drift.")
    parser.add_argument("--sentences", type=int, default=400)
    parser.add_argument("--planted", type=int, default=40)
    options = parser.parse_args()
    texts = [bitext(langs, Part.DEVELOPMENT, options.sentences) for langs in _WITH_ENGLISH]
    write(table(Encoder(), texts, options.planted), _WITH_ENGLISH, texts)


if __name__ == "__main__":
    main()
