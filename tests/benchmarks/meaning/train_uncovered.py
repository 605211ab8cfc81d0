"""Train the small model of stretches without counterpart, on the articles for development.

    python -m tests.benchmarks.meaning.train_uncovered [--sentences 350]

Two logistic regressions. The first weighs a word by its support: words of sound pairs against the
words of sentences put beside the next one's translation. The second weighs the stretch that has the
heaviest words against its pair: sound pairs against pairs with a planted fault. It needs
scikit-learn; transcheck itself reads the weights alone. The limits that it prints are the defaults
of the checks.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.corpus import Part
from tests.benchmarks.meaning.bitexts import DIRECTIONS, Bitext, Encoder, bitext, measured, planted
from tests.benchmarks.meaning.inject_clauses import ADDED, CLAUSES
from transcheck import scoring
from transcheck.checks.uncovered import Model, features, tag, word_features
from transcheck.embedders.use import NAME
from transcheck.model import Measured, Side

FILE = Path(scoring.__file__).parent / "data" / "uncovered.json"
RATES = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02)
# So much less than even are the odds that a word has no counterpart: a run of words must be needed.
_CAUTION = 0.5
_DIGITS = 4

Rows = Sequence[Measured]
Variants = dict[str, Rows]


def variants(encoder: Encoder, text: Bitext) -> Variants:
    """Return the sound pairs, those with the next translation, and those with each fault."""
    found: Variants = {
        "sound": measured(encoder, text.langs, text.pairs),
        "next": measured(
            encoder,
            text.langs,
            [
                (one, other)
                for (one, _), (_, other) in zip(text.pairs, text.pairs[1:], strict=False)
            ],
        ),
    }
    for injector in CLAUSES:
        texts = [(text.pairs[n][0], damaged.text) for n, damaged in planted(text, injector)]
        found[injector.fault] = measured(encoder, text.langs, texts)
    return found


def _fit(
    rows: Sequence[dict[str, float]], labels: Sequence[int], strength: float
) -> dict[str, float]:
    """Return the weights of a logistic regression, by name, for the features as they are."""
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    scale = table.std(axis=0)
    scale[scale == 0] = 1
    model = LogisticRegression(C=strength, max_iter=2000, class_weight="balanced")
    model.fit(table / scale, labels)
    weights = dict(zip(names, (model.coef_[0] / scale).tolist(), strict=True))
    return {"bias": float(model.intercept_[0]), **weights}


def word_model(all_variants: Iterable[Variants]) -> Model:
    """Return a model that knows words, and nothing of stretches yet."""
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    for found in all_variants:
        for name in ("sound", "next"):
            for row in found[name]:
                for side, other in ((Side.SOURCE, Side.TARGET), (Side.TARGET, Side.SOURCE)):
                    if row.words is None or row.pair.both is None:
                        continue
                    here, there = row.pair.both
                    if side is Side.TARGET:
                        here, there = there, here
                    for word in row.words.side(side)[::3]:
                        values = word_features(word, len(row.words.side(other)))
                        rows.append({**values, f"<{tag(here)}": 1.0, f">{tag(there)}": 1.0})
                        labels.append(int(name == "next"))
    weights = {name: round(value, _DIGITS) for name, value in _fit(rows, labels, 1.0).items()}
    return Model(
        word={
            **{name: value for name, value in weights.items() if name[0] not in "<>"},
            "bias": round(weights["bias"] - _CAUTION, _DIGITS),
        },
        own={name[1:]: value for name, value in weights.items() if name[0] == "<"},
        other={name[1:]: value for name, value in weights.items() if name[0] == ">"},
        stretch={},
        limits={},
    )


def stretches(model: Model, rows: Rows, side: Side) -> list[dict[str, float]]:
    """Return what the model looks at, for each row that it can judge."""
    calibration = scoring.calibration(NAME)
    if calibration is None:
        raise AssertionError("the embedded encoder is not calibrated")
    found = (features(row, side, calibration, model) for row in rows)
    return [each[1] for each in found if each]


def stretch_model(model: Model, all_variants: Sequence[Variants]) -> dict[str, float]:
    """Return the weights of a stretch: one set for both sides."""
    rows: list[dict[str, float]] = []
    labels: list[int] = []
    for found in all_variants:
        for side in Side:
            sound = stretches(model, found["sound"], side)
            rows += sound
            labels += [0] * len(sound)
        for injector in CLAUSES:
            side = Side.TARGET if injector.check == ADDED else Side.SOURCE
            faulty = stretches(model, found[injector.fault], side)
            rows += faulty
            labels += [1] * len(faulty)
    return {name: round(value, _DIGITS) for name, value in _fit(rows, labels, 1.0).items()}


def main() -> None:
    """Train, write the weights, and print the limit for each false-alarm rate."""
    parser = argparse.ArgumentParser(description="Train the model of stretches.")
    parser.add_argument("--sentences", type=int, default=350)
    count = parser.parse_args().sentences
    encoder = Encoder()
    texts = [bitext(langs, Part.DEVELOPMENT, count) for langs in DIRECTIONS]
    write([variants(encoder, text) for text in texts], count)


def write(all_variants: Sequence[Variants], count: int) -> None:
    """Write the weights that these pairs give, and print the limits and what they find."""
    model = word_model(all_variants)
    weights = stretch_model(model, all_variants)

    def scores(name: str, side: Side) -> NDArray[np.float64]:
        rows = [row for found in all_variants for row in stretches(model, found[name], side)]
        return np.array([weights["bias"] + sum(weights[n] * row[n] for n in row) for row in rows])

    limits: dict[str, dict[str, float]] = {}
    for side in Side:
        cuts = np.quantile(scores("sound", side), [1 - rate for rate in RATES]).round(2).tolist()
        limits[str(side)] = dict(zip(map(str, RATES), cuts, strict=True))
        sys.stdout.write(f"{side} {limits[str(side)]}\n")
        for injector in CLAUSES:
            if (injector.check == ADDED) is (side is Side.TARGET):
                faulty = scores(injector.fault, side)
                shares = [round(float((faulty > cut).mean()), 3) for cut in cuts]
                sys.stdout.write(f"{injector.fault} {shares}\n")
    content = {
        "source": "Derived from NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0: figures "
        "alone, made by tests/benchmarks/meaning/train_uncovered.py from the first "
        f"{count} sentences of the articles for development, in {len(all_variants)} directions.",
        "word": model.word,
        "own": model.own,
        "other": model.other,
        "stretch": weights,
        "limits": limits,
    }
    FILE.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
