"""Train the weights of names without a counterpart, on the articles for development.

    python -m tests.benchmarks.meaning.train_names

A logistic regression: sound pairs against pairs in which a name was changed for another. Of the
names of a sound pair the two that look most like a fault teach, as they would be reported. Nothing
in the features is the name itself, and whether the article has the new name as well is left out: a
name may be taken for another of the same article. It needs scikit-learn; transcheck itself reads
the weights alone. Articles that a fold was not trained on give the limit, and what it prints.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from sklearn.linear_model import LogisticRegression

from tests.benchmarks.corpus import Part
from tests.benchmarks.garble.inject import Place
from tests.benchmarks.meaning.inject_names import NAMES
from tests.benchmarks.meaning.run import Measure, from_corpus, in_article, with_evidence
from transcheck import scoring
from transcheck.checks.changed_name import CHANGED_NAME
from transcheck.checks.lone_names import Lone, Weights, between, lone_names
from transcheck.model import Side

FILE = Path(scoring.__file__).parent / "data" / "lone_names.json"
# Where both write with Latin letters, most names stand as they are; elsewhere other things tell.
# Each group has the share of sound pairs that may be flagged.
_GROUPS = {("de", "es", "fr", "it", "nl", "pl", "pt", "tr"): 0.0025, ("ja", "ru"): 0.0035}
# Directions that are learnt from, but in which too few faults are found at that rate.
_UNJUDGED = ("ja-en", "ru-en")
_FEATURES: dict[Side, Sequence[str]] = {
    Side.SOURCE: (
        "support", "frequency", "frequency there", "unknown", "unknown there", "excess", "first",
        "first excess", "in small letters", "kept elsewhere", "lone elsewhere", "lone beside",
        "beside kept",
    ),
}  # fmt: skip
_FEATURES[Side.TARGET] = tuple(n for n in _FEATURES[Side.SOURCE] if n != "kept elsewhere")
_FOLDS, _ROUNDS = 5, 3
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The names without a counterpart of one pair, on each side, and whether it has a fault."""

    pair: str
    article: int
    faulty: bool
    names: dict[Side, list[Lone]]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to judge."""
        return not all(self.names.values())


def samples(pair: str, measure: Measure) -> Iterator[Sample]:
    """Yield the sound pairs of the corpus, and those with a changed name."""
    bitext = from_corpus(pair, Part.DEVELOPMENT)
    articles = (number for number, each in enumerate(bitext.articles) for _ in each)
    swapped = next(each for each in NAMES if each.fault == "name swapped")
    random = Random(f"1 {swapped.fault}")  # noqa: S311 - faults to plant, nothing secret
    for (place, rest), article in zip(bitext.places(), articles, strict=True):
        sound = _names(place, place.sentence, rest, measure)
        yield Sample(pair=pair, article=article, faulty=False, names=sound)
        damaged = swapped.inject(place, random)
        if damaged is not None:
            found = _names(place, damaged.text, rest, measure)
            before = {each.name.start for each in sound[Side.SOURCE]}
            new = [each for each in found[Side.SOURCE] if each.name.start not in before]
            planted = [
                each for each in found[Side.TARGET]
                if each.name.start <= damaged.end and damaged.start < each.name.end
            ]  # fmt: skip
            names = {Side.SOURCE: new or found[Side.SOURCE], Side.TARGET: planted}
            yield Sample(pair=pair, article=article, faulty=True, names=names)


def _names(
    place: Place, text: str, rest: Sequence[tuple[str, str]], measure: Measure
) -> dict[Side, list[Lone]]:
    pair, context = in_article(CHANGED_NAME, place, text, rest)
    measured = measure(pair)
    return {side: lone_names(measured, context, side) for side in Side}


def train(chosen: Sequence[Sample]) -> Weights:
    """Return the weights that tell the samples apart, with no limit yet."""
    weights: Weights | None = None
    for _ in range(_ROUNDS):
        rows, labels = [], []
        for sample in chosen:
            if sample.is_empty:
                continue
            for mine, its in _couples(sample, weights):
                rows.append(_row(sample, mine, its))
                labels.append(sample.faulty)
        weights = _fit(rows, labels)
    if weights is None:
        raise AssertionError("there is at least one round")
    return weights


def _couples(sample: Sample, weights: Weights | None) -> Iterator[tuple[Lone, Lone]]:
    """Yield the two names that look most like a fault; all couples while nothing is known."""
    mine, its = (sample.names[side] for side in Side)
    if weights is None:
        yield from ((one, other) for one in mine for other in its)
        return
    _, one, other = weights.likeliest(mine, its)[0]
    yield one, other


def _row(sample: Sample, mine: Lone, its: Lone) -> dict[str, float]:
    values = {
        f"{side} {lang}": 1.0 for side, lang in zip("<>", sample.pair.split("-"), strict=True)
    }
    for side, lone in ((Side.SOURCE, mine), (Side.TARGET, its)):
        values |= {f"{side} {name}": lone.features[name] for name in _FEATURES[side]}
    return values | {f"& {name}": value for name, value in between(mine, its).items()}


def _fit(rows: Sequence[dict[str, float]], labels: Sequence[bool]) -> Weights:
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    scale = table.std(axis=0)
    scale[scale == 0] = 1
    model = LogisticRegression(C=0.3, max_iter=3000).fit(table / scale, labels)
    found = dict(zip(names, (model.coef_[0] / scale).round(_DIGITS).tolist(), strict=True))
    langs = {side: {name[2:]: value for name, value in found.items() if name[0] == mark}
             for side, mark in zip(Side, "<>", strict=True)}  # fmt: skip
    couple = {name[2:]: value for name, value in found.items() if name[0] == "&"}
    weights = {side: {name: found[f"{side} {name}"] for name in _FEATURES[side]} for side in Side}
    bias = round(float(model.intercept_[0]), _DIGITS)
    return Weights(bias=bias, names=weights, couple=couple, languages=langs, limits={})


def odds(sample: Sample, weights: Weights) -> float:
    """Return the log-odds that the pair has a fault."""
    if sample.is_empty:
        return -np.inf
    odds, _, _ = weights.likeliest(*sample.names.values())[0]
    return weights.base(*sample.pair.split("-")) + odds


def out_of_fold(all_samples: Sequence[Sample]) -> list[tuple[Sample, float]]:
    """Return each sample with what weights say that were not trained on its article."""
    found = []
    for fold in range(_FOLDS):
        weights = train([each for each in all_samples if each.article % _FOLDS != fold])
        found += [
            (each, odds(each, weights)) for each in all_samples if each.article % _FOLDS == fold
        ]
    return found


def limits(scored: Sequence[tuple[Sample, float]], rate: float) -> dict[str, float]:
    """Return the limit of each pair: half its own, half that of all pairs, for few alarms tell."""
    sound: dict[str, list[float]] = defaultdict(list)
    for sample, value in scored:
        if not sample.faulty and sample.pair not in _UNJUDGED:
            sound[sample.pair].append(value)
    common = _limit([value for values in sound.values() for value in values], rate)
    return {pair: round((_limit(values, rate) + common) / 2, 2) for pair, values in sound.items()}


def _limit(values: Sequence[float], rate: float) -> float:
    return float(np.quantile(values, 1 - rate, method="lower"))


def main() -> None:
    """Train, write the weights, and print what the limits find and flag in each pair."""
    measure = with_evidence()
    found = []
    for langs, rate in _GROUPS.items():
        pairs = [pair for lang in langs for pair in (f"en-{lang}", f"{lang}-en")]
        group = [sample for pair in pairs for sample in samples(pair, measure)]
        scored = out_of_fold(group)
        known = limits(scored, rate)
        for pair, limit in known.items():
            flagged, told = (_above(limit, scored, pair, faulty=each) for each in (False, True))
            sys.stdout.write(f"{pair} flagged {flagged:.4f} found {told:.3f}\n")
        found.append(replace(train(group), limits=known))
    write(found)


def _above(
    limit: float, scored: Sequence[tuple[Sample, float]], pair: str, *, faulty: bool
) -> float:
    values = [value for one, value in scored if one.pair == pair and one.faulty is faulty]
    return float(np.mean(np.array(values) > limit))


def write(groups: Sequence[Weights]) -> None:
    """Write the weights where the check reads them."""
    content = {
        "source": "Derived from NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0: figures "
        "alone, made by tests/benchmarks/meaning/train_names.py from the articles for development.",
        CHANGED_NAME.name: [asdict(weights) for weights in groups],
    }
    FILE.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
