"""Train the scorer that parts sentences cut off from those that only lack their final mark.

    python -m tests.benchmarks.garble.train_cut_off [--lang TAG ...]

Each sentence of the development articles is taken without its terminal mark, and cut between two
words and inside one, as the injectors cut. One logistic model is fitted to all languages, in which
each has weights of its own that add to those of all. Needs scikit-learn, which neither the package
nor its tests need.
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

from tests.benchmarks.corpus import FILES, Part, articles
from tests.benchmarks.garble.inject import Injector, Place
from tests.benchmarks.garble.inject_sentences import INJECTORS
from tests.benchmarks.garble.measure import places
from tests.benchmarks.garble.own_weights import Example, Fitted, Weights, fit
from transcheck.checks.cut_off import SHARED, features
from transcheck.languages import find

WEIGHTS = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "cut_off.json"
_FOLDS = 4
_FEWEST_WORDS = 8
_MARK = re.compile(r"[.!?…。।؟](?=[\"”“»’')\]]*$)")
# Of sentences that lost their mark and nothing else, so many are taken for cut: in clean news two
# in 1,000 have. An editor wants their mark back, but is told something else.
_TAKEN = 0.3

# How far weights may leave zero, and below which they are dropped.
_FREEDOM, _LEAST = 0.2, 0.03

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text without its mark: ``fault`` says how it was cut, None for a whole one."""

    lang: str
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
                yield Row(lang=lang, fold=number % _FOLDS, fault=fault, found=found)


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
        fitted = train([row for row in found if row.fold != fold])
        weights = {lang: fitted.of(lang) for lang in fitted.own}
        for index in np.flatnonzero(folds == fold).tolist():
            row = found[index]
            scores[index] = sum(weights[row.lang].get(n, 0.0) * v for n, v in row.found.items())
    return scores


def train(found: Sequence[Row]) -> Fitted:
    """Return the weights of the features."""
    examples = [
        Example(lang=row.lang, found=row.found, label=row.fault is not None) for row in found
    ]
    return fit(examples, freedom=_FREEDOM)


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
    fitted = train(found)
    weights = {lang: _kept(one) for lang, one in {SHARED: fitted.shared, **fitted.own}.items()}
    text = json.dumps({"threshold": threshold, "weights": weights}, ensure_ascii=False)
    WEIGHTS.write_text(text.replace('}, "', '},\n"') + "\n", encoding="utf-8")


def _kept(weights: Weights) -> Weights:
    return {n: round(w, 2) for n, w in sorted(weights.items()) if abs(w) >= _LEAST}


if __name__ == "__main__":
    main()
