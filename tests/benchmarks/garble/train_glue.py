"""Train the model that tells words run together ("theoil") from words that merely look like it.

    python -m tests.benchmarks.garble.train_glue [TAG ...] [--endings]

Needs scikit-learn, which neither the package nor its tests need. Nothing but wordfreq's lists is
trained on. Sound tokens are rare words of a list, each scored as if the list did not have it;
faults are pairs of words drawn by their frequencies. Each language gets its own trees, written to
``transcheck/data/glue/TAG.json``; thresholds are no part of this (see ``run_together.py``).
``--endings`` writes ``transcheck/data/word_endings/TAG.txt`` first, which a feature reads.
"""

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from transcheck.checks.run_together import Split, features, splits
from transcheck.data import lexicon
from transcheck.data.frequency import frequencies, zipf
from transcheck.languages import LANGUAGES

DATA = Path(__file__).resolve().parents[3] / "transcheck" / "data"
FAULTS = 12_000
SOUND = 20_000
# Words below these frequencies stand for words that no list has; a short list ends at 3.
_RARE = {False: 3.4, True: 2.0}
# Function words would make up half of all pairs; this takes a little of their weight.
_FLATTENED = 0.9
_ENDING_FLOOR = 4
_HEADER = """\
# Words of {name} that end longer words whose beginning is a word too, by how often: each line
# begins with the binary logarithm of the count, rounded.
# Counted by tests/benchmarks/garble/train_glue.py in the list of wordfreq 3.1.1 (Robyn Speer,
# 2022), https://doi.org/10.5281/zenodo.7199437, whose data builds on Wikipedia, OPUS OpenSubtitles,
# SUBTLEX (Marc Brysbaert et al.), Google Books Ngrams, the Leeds Internet Corpus and others.
# Licence of this file: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""
Row = list[float]


def count_endings(lang: str) -> dict[int, list[str]]:
    """Return the words that end compounds, by the rounded binary logarithm of their counts."""
    shares = frequencies(lang)
    known = {word for word, share in shares.items() if share > 2e-7 and word.isalpha()}
    counts: Counter[str] = Counter()
    for word in filter(str.isalpha, shares):
        counts.update(
            word[cut:]
            for cut in range(2, len(word) - 1)
            if word[cut:] in known and word[:cut] in known
        )
    found = defaultdict(list)
    for word, count in counts.items():
        power = round(math.log2(1 + count))
        if power >= _ENDING_FLOOR - (not _is_long(lang)):
            found[power].append(word)
    return found


def _is_long(lang: str) -> bool:
    return len(frequencies(lang)) > 100_000


def write_endings(lang: str, name: str) -> None:
    """Write the list of endings of one language."""
    found = count_endings(lang)
    rows = [f"{power} {' '.join(sorted(found[power]))}" for power in sorted(found)]
    path = DATA / "word_endings" / f"{lang}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(_HEADER.format(name=name) + "\n".join(rows) + "\n", encoding="utf-8")


def sound_tokens(lang: str, random: Random) -> Iterator[list[Split]]:
    """Yield the splits of rare words; two function words in one are glue that the list has."""
    function = lexicon.function_words(lang)
    rare = [
        word
        for word in frequencies(lang)
        if word.isalpha() and len(word) > 3 and zipf(word, lang) < _RARE[_is_long(lang)]
    ]
    random.shuffle(rare)
    for word in rare:
        found = list(splits(word, lang))
        if found and not any(left in function and right in function for left, right in found):
            yield found


def faults(lang: str, random: Random) -> Iterator[Split]:
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
            yield Split(left, right)


def train(lang: str) -> dict[str, Any]:
    """Return the trees of one language, trained in two rounds.

    The second round takes, of the splits of a sound token, the one that the first finds worst.
    """
    import numpy as np
    from sklearn.ensemble import HistGradientBoostingClassifier

    random = Random(lang)  # noqa: S311 - a sample, nothing secret
    drawn = faults(lang, random)
    bad = [features(next(drawn), lang) for _ in range(FAULTS)]
    good = [
        [features(split, lang) for split in found]
        for found, _ in zip(sound_tokens(lang, random), range(SOUND), strict=False)
    ]
    worst = [max(rows, key=lambda row: row[2]) for rows in good]
    for _ in range(2):
        rows = np.array(bad + worst)
        model = HistGradientBoostingClassifier(
            max_iter=60,
            max_leaf_nodes=12,
            learning_rate=0.18,
            l2_regularization=1,
            min_samples_leaf=40,
            early_stopping=False,
            random_state=0,
        ).fit(rows, [1] * len(bad) + [0] * len(worst))
        scores = iter(model.decision_function(np.array([row for rows in good for row in rows])))
        worst = [max(rows, key=lambda _: next(scores)) for rows in good]
    return {
        "base": round(float(model._baseline_prediction.ravel()[0]), 3),
        "trees": [_flat(one.nodes) for (one,) in model._predictors],
    }


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


def main(argv: Sequence[str] | None = None) -> None:
    """Train the named languages, or all that have capitals and write words apart."""
    parser = argparse.ArgumentParser(description="Train the model of words run together.")
    parser.add_argument("tags", nargs="*")
    parser.add_argument("--endings", action="store_true")
    options = parser.parse_args(argv)
    for language in LANGUAGES:
        lang = language.tag
        if not (language.cased and language.spaced) or lang not in (options.tags or [lang]):
            continue
        if options.endings:
            write_endings(lang, language.name)
        path = DATA / "glue" / f"{lang}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(train(lang), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
