"""Train the scorer that parts sentences cut off from those that only lack their final mark.

    python -m tests.benchmarks.garble.train_cut_off [--lang TAG ...]

Each sentence of the development articles is taken without its terminal mark, and cut between two
words and inside one, as the injectors cut. One logistic model is fitted for all languages. Needs
scikit-learn, which neither the package nor its tests need.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.corpus import FILES, Part, articles
from tests.benchmarks.garble.inject import Injector, Place
from tests.benchmarks.garble.inject_sentences import INJECTORS
from tests.benchmarks.garble.measure import places
from transcheck.checks.cut_off import features
from transcheck.languages import find

WEIGHTS = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "cut_off.json"
_FOLDS = 4
_FEWEST_WORDS = 8
_MARK = re.compile(r"[.!?…。।؟](?=[\"”“»’')\]]*$)")
# Of sentences that lost their mark and nothing else, so many are taken for cut: in sound copy three
# in 1,000 have, and one of them is too many.
_TAKEN = 0.22

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text without its mark: ``fault`` says how it was cut, None for a whole one."""

    fold: int
    fault: str | None
    found: dict[str, float]


def rows(lang: str) -> Iterator[Row]:
    """Yield the sentences of one language, whole and cut."""
    cuts = [injector for injector in INJECTORS if injector.check == "truncated"]
    random = Random(lang)  # noqa: S311 - a sample, nothing secret
    for number, article in enumerate(articles(lang, Part.DEVELOPMENT)):
        for place in places(article, None):
            for fault, text in _shown(place, cuts, random):
                found = dict(features(text, lang))
                yield Row(fold=number % _FOLDS, fault=fault, found=found)


def _shown(
    place: Place, cuts: Sequence[Injector], random: Random
) -> Iterator[tuple[str | None, str]]:
    """Yield a sentence without its mark, and cut, with how it was cut."""
    if len(place.sentence.split()) < _FEWEST_WORDS or not _MARK.search(place.sentence):
        return
    yield None, _MARK.sub("", place.sentence)
    for cut in cuts:
        damaged = cut.inject(place, random)
        if damaged:
            yield cut.fault, damaged.text


def unseen_scores(found: Sequence[Row]) -> Vector:
    """Return the score of each row by a model that saw no row of its articles."""
    scores = np.zeros(len(found))
    folds = np.array([row.fold for row in found])
    for fold in range(_FOLDS):
        weights = train([row for row in found if row.fold != fold])
        for index in np.flatnonzero(folds == fold).tolist():
            scores[index] = sum(weights[name] * v for name, v in found[index].found.items())
    return scores


def train(found: Sequence[Row]) -> dict[str, float]:
    """Return the weights of the features."""
    columns = DictVectorizer(sparse=False)
    matrix = columns.fit_transform([row.found for row in found])
    model = LogisticRegression(fit_intercept=False, max_iter=2000)
    model.fit(matrix, [row.fault is not None for row in found])
    return dict(zip(columns.feature_names_, model.coef_[0].tolist(), strict=True))


def main() -> None:
    """Train, write the weights, print what articles that were not seen say."""
    parser = argparse.ArgumentParser(description="Train the scorer of texts cut off.")
    parser.add_argument("--lang", nargs="+", default=[tag for tag in FILES if find(tag).spaced])
    found = [row for lang in parser.parse_args().lang for row in rows(lang)]
    scores = unseen_scores(found)
    faults = np.array([row.fault or "" for row in found])
    threshold = round(float(np.quantile(scores[faults == ""], 1 - _TAKEN)), 2)
    for fault in sorted({*faults}):
        taken = (scores[faults == fault] >= threshold).mean()
        sys.stdout.write(f"{fault or 'whole':20} taken for cut: {taken:.3f}\n")
    weights = {name: round(weight, 3) for name, weight in sorted(train(found).items())}
    text = json.dumps({"threshold": threshold} | weights, indent=1)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
