"""Train the model that tells words run together ("theoil") from words that merely look like it.

    python -m tests.benchmarks.garble.train_glue [TAG ...]

Needs scikit-learn, which neither the package nor its tests need, and the articles of
``tests.benchmarks.corpus``. Sound tokens are rare words of wordfreq's lists, each scored as if the
list did not have it, and the unknown words of articles for development; faults are pairs of words
drawn by their frequencies, and all pairs of neighbours in those articles. Each language gets its
own trees, written to ``transcheck/data/glue/TAG.json``, and in ``limits.json`` the scores from
which it is a fault: a token in small letters and one with a capital, each with a word of grammar
as one half ("theoil") or without one, as compounds are ("Rapperkollege"). The limits are chosen on
the same articles, each scored by trees that saw only the others (``glue_limits``). The sound tokens
that score highest are printed and want to be read: some are faults of the articles.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from tests.benchmarks.corpus import Part, articles
from tests.benchmarks.garble.glue_limits import FLOOR, KINDS, Kind, Scores, choose_limits
from tests.benchmarks.garble.glue_tokens import (
    Row,
    Token,
    fold_of,
    pairs,
    unknown_tokens,
)
from tests.benchmarks.garble.train_adjacency import counted
from transcheck.checks.run_together import Split, features, splits
from transcheck.checks.run_together_evidence import comes_back
from transcheck.data import lexicon
from transcheck.data.frequency import frequencies, zipf
from transcheck.languages import LANGUAGES

DATA = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "glue"
FAULTS = 6_000
SOUND = 15_000
# So many times as many where that was found to help; in Finnish it does not.
_TIMES = {"sv": 4}
# How much more an unknown word of the articles weighs than a rare word of the list.
_WEIGHT = 5.0
_FOLDS = 4
# Words below these frequencies stand for words that no list has; a short list ends at 3.
_RARE = {False: 3.4, True: 2.0}
# Function words would make up half of all pairs; this takes a little of their weight.
_FLATTENED = 0.9
Matrix = NDArray[np.float64]


def sound_words(lang: str, random: Random) -> Iterator[list[Row]]:
    """Yield the splits of rare words; two function words in one are glue that the list has."""
    function = lexicon.function_words(lang)
    least = _RARE[len(frequencies(lang)) > 100_000]
    rare = [
        word
        for word in frequencies(lang)
        if word.isalpha() and len(word) > 3 and zipf(word, lang) < least
    ]
    random.shuffle(rare)
    for word in rare:
        found = list(splits(word, lang))
        if found and not any(left in function and right in function for left, right in found):
            yield [features(split, lang) for split in found]


def drawn_faults(lang: str, random: Random) -> Iterator[Row]:
    """Yield pairs of words drawn by frequency that together are no listed word."""
    known = [
        word
        for word in frequencies(lang)
        if word.isalpha()
        and (len(word) > 1 or word in lexicon.function_words(lang))
        and (zipf(word, lang) >= 2.3 or word in lexicon.function_words(lang))
    ]
    weights = list(accumulate((10 ** zipf(word, lang)) ** _FLATTENED for word in known))
    while True:
        left, right = random.choices(known, cum_weights=weights, k=2)
        if len(left + right) >= 4 and zipf(left + right, lang) < 2:
            yield features(Split(left, right), lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What the trees learn from: rows of faults, and for each sound token those of its splits."""

    faults: Matrix
    sound: Sequence[Matrix]
    weights: Sequence[float]

    def fit(self) -> HistGradientBoostingClassifier:
        """Return the trees, trained in two rounds.

        The second round takes, of the splits of a sound token, the one that the first finds worst.
        """
        worst = [max(rows, key=lambda row: row[2]) for rows in self.sound]
        for _ in range(2):
            model = HistGradientBoostingClassifier(
                max_iter=60,
                max_leaf_nodes=12,
                learning_rate=0.18,
                l2_regularization=1,
                min_samples_leaf=40,
                early_stopping=False,
                random_state=0,
            ).fit(
                np.array([*self.faults, *worst]),
                [1] * len(self.faults) + [0] * len(worst),
                sample_weight=[1.0] * len(self.faults) + [*self.weights],
            )
            scores = iter(model.decision_function(np.concatenate(self.sound)))
            worst = [max(rows, key=lambda _: next(scores)) for rows in self.sound]
        return model


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """All tokens of one language: those of its list, and those of articles for development."""

    faults: Sequence[Row]
    sound: Sequence[Sequence[Row]]
    pairs: Sequence[Token]
    unknown: Sequence[Token]

    def lesson(self, *, without: int | None = None) -> Lesson:
        """Return what the trees learn from, ``without`` one fold of the articles."""
        pairs, unknown = (
            [token for token in tokens if token.fold(_FOLDS) != without and token.rows]
            for tokens in (self.pairs, self.unknown)
        )
        right = [row for token in pairs if (row := token.row_at_cut())]
        return Lesson(
            faults=np.array([*self.faults, *right]),
            sound=[*map(np.array, self.sound), *(np.array(token.features()) for token in unknown)],
            weights=[1.0] * len(self.sound) + [_WEIGHT] * len(unknown),
        )


def taught(lang: str) -> Taught:
    """Collect the tokens of one language."""
    random = Random(lang)  # noqa: S311 - a sample, nothing secret
    drawn, times = drawn_faults(lang, random), _TIMES.get(lang, 1)
    return Taught(
        faults=[next(drawn) for _ in range(times * FAULTS)],
        sound=list(islice(sound_words(lang, random), times * SOUND)),
        pairs=list(pairs(lang)),
        unknown=list(unknown_tokens(lang)),
    )


def unseen_scores(lang: str, one: Taught) -> dict[Kind, Scores]:
    """Return the scores of the tokens of the articles, by trees that saw none of the article."""
    whole = articles(lang, Part.DEVELOPMENT)
    found = {kind: Scores(places=0) for kind in KINDS}
    for fold in range(_FOLDS):
        pulls = counted(lang, (a for a in whole if fold_of(a.name, _FOLDS) != fold))
        model = one.lesson(without=fold).fit()
        tokens = [token for token in (*one.pairs, *one.unknown) if token.fold(_FOLDS) == fold]
        rows = [row for token in tokens for row in token.features()]
        scores = iter(model.decision_function(np.array(rows)))
        for token in tokens:
            _add(found, token, list(token.judged(scores, pulls)), lang)
    places = {small: sum(token.small is small for token in one.pairs) for small in (True, False)}
    return {kind: replace(ours, places=places[kind[0] == "small"]) for kind, ours in found.items()}


def _add(
    found: Mapping[Kind, Scores], token: Token, judged: Sequence[tuple[float, int]], lang: str
) -> None:
    """Add the best split of either kind if the token is sound, and the right one if it is not."""
    for grammar in (True, False):
        ours = found["small" if token.small else "capital", grammar]
        best = max(
            (
                one
                for one in judged
                if one[0] > FLOOR
                and token.has_grammar(one[1], lang) is grammar
                and token.cut in (None, one[1])
            ),
            default=None,
        )
        if best is None or comes_back(token.text, best[1], lang, token.counts):
            continue
        if token.cut is None:
            ours.sound.append((best[0], token.text))
        else:
            ours.right.append(best[0])


def _flat(nodes: Iterable[Mapping[str, float]]) -> list[list[float]]:
    """Return one tree as lists: features, limits, lower, higher."""
    return [
        [-1 if node["is_leaf"] else int(node["feature_idx"]) for node in nodes],
        [
            round(float(node["value"] if node["is_leaf"] else node["num_threshold"]), 3)
            for node in nodes
        ],
        [int(node["left"]) for node in nodes],
        [int(node["right"]) for node in nodes],
    ]


def _trees(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    return {
        "base": round(float(model._baseline_prediction.ravel()[0]), 3),
        "trees": [_flat(one.nodes) for (one,) in model._predictors],
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Train the named languages, or all that have capitals and write words apart."""
    parser = argparse.ArgumentParser(description="Train the model of words run together.")
    parser.add_argument("tags", nargs="*")
    tags = parser.parse_args(argv).tags
    for lang in tags or [one.tag for one in LANGUAGES if one.cased and one.spaced]:
        tokens = taught(lang)
        found = choose_limits(lang, unseen_scores(lang, tokens))
        trees = json.dumps(_trees(tokens.lesson().fit()), separators=(",", ":"))
        (DATA / f"{lang}.json").write_text(trees + "\n", encoding="utf-8")
        path = DATA / "limits.json"
        limits = json.loads(path.read_text(encoding="utf-8")) | {lang: found}
        entries = (f'"{tag}": {json.dumps(one)}' for tag, one in sorted(limits.items()))
        path.write_text("{\n" + ",\n".join(entries) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
