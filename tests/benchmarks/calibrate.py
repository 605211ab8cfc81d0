"""Measure how similar sound pairs are, and write what transcheck ships of it.

Run ``python -m tests.benchmarks.calibrate`` from the root of the repository. The calibration comes
from the articles for development, its recall and the figures of low-similarity from those held out.
"""

import itertools
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from tests.benchmarks.corpus import FILES, Part, articles
from transcheck import scoring
from transcheck.calibration.fit import RATES, Model, fit
from transcheck.calibration.outcomes import SOUND, flagged
from transcheck.calibration.sample import FAULTS, Sample, measure
from transcheck.embedders.memory import RememberingEmbedder
from transcheck.embedders.use import LANGUAGES, NAME, UniversalSentenceEncoder
from transcheck.scoring import Calibration

DATA = Path(scoring.__file__).parent / "data"
DEFAULT_RATE = 0.005
TAGS = sorted(LANGUAGES & FILES.keys())
PAIRS = list(itertools.combinations(TAGS, 2))
CORPUS = "NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0"

Direction = tuple[str, str]


def sample(encoder: RememberingEmbedder, langs: Direction, part: Part) -> Sample:
    both = zip(*(articles(lang, part) for lang in langs), strict=True)
    pairs = [list(zip(one.sentences, other.sentences, strict=True)) for one, other in both]
    return measure(pairs, langs, encoder)


def calibrate(encoder: RememberingEmbedder) -> Calibration:
    samples = [sample(encoder, pair, Part.DEVELOPMENT) for pair in PAIRS]
    english = {each.langs: each for each in samples}
    expansion = {"en": 1.0}
    for tag in TAGS:
        if tag != "en":
            one, other = sorted((tag, "en"))
            lengths = dict(zip((one, other), english[one, other].lengths, strict=True))
            expansion[tag] = round(float(np.median(lengths[tag] / lengths["en"])), 3)
    model = Model(name="shipped", embedder=NAME, digest=encoder.signature.split()[-1])
    return fit(samples, model, expansion=expansion, same_as={"zh-TW": "zh"})


def shares(held_out: Sample, known: Calibration, rate: float) -> dict[str, float]:
    """Return the share of sound and of faulty pairs that low-similarity flags.

    Thai parts no clauses with commas: such a fault is left out.
    """
    found = flagged(held_out, known, rate)
    return {name: float(np.mean(flags)) for name, flags in found.items() if flags}


def means(table: Mapping[Direction, Mapping[str, float]]) -> dict[str, float]:
    return {
        name: float(np.mean([row[name] for row in table.values() if name in row]))
        for name in (SOUND, *FAULTS)
    }


def figures(
    table: Mapping[Direction, Mapping[str, float]], held_out: Mapping[Direction, Sample]
) -> dict[str, object]:
    chosen = [pair for pair in sorted(table) if "en" in pair]
    counts = {
        fault: {pair: len(each.faults[fault].rows) for pair, each in held_out.items()}
        for fault in FAULTS
    }
    rows = [
        (fault, "-".join(pair), table[pair], counts[fault][pair])
        for fault in FAULTS
        for pair in chosen
        if counts[fault][pair]
    ]
    rows += [(fault, "all", means(table), sum(counts[fault].values())) for fault in FAULTS]
    return {
        "check": "low-similarity",
        "corpus": f"{CORPUS}, held-out articles",
        "rows": [
            {
                "fault": fault,
                "lang": lang,
                "recall": round(row[fault], 3),
                "false_alarms_per_1000": round(1000 * row[SOUND], 1),
                "n": number,
            }
            for fault, lang, row, number in sorted(rows, key=lambda row: FAULTS.index(row[0]))
        ],
        "how": "Every translation is replaced by that of a sentence of another article, or of the "
        "neighbouring sentence of the same article, loses its second half, or loses its longest "
        "clause between commas; the check runs with its default parameters. n counts the faulty "
        "pairs; 'all' is the mean over all directions",
    }


def write(name: str, content: Mapping[str, object]) -> None:
    path = DATA / name
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False)
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    encoder = RememberingEmbedder(UniversalSentenceEncoder())
    known = calibrate(encoder)
    held_out = {
        pair: sample(encoder, pair, Part.HELD_OUT)
        for one, other in PAIRS
        for pair in ((one, other), (other, one))
    }
    tables = {
        rate: {pair: shares(each, known, rate) for pair, each in held_out.items()}
        for rate in RATES[:-1]
    }
    content = {
        "source": f"Derived from {CORPUS}: figures alone, made by tests/benchmarks/calibrate.py "
        "from the articles for development.",
        "method": "Limit = median cosine of the language pair + offset of the length band. The "
        "bands pool the distances to the median over all pairs, both directions. Lengths are the "
        "source's, in characters of English (characters / expansion). Recall is measured on the "
        "held-out articles, mean over all pairs and directions.",
        "same_as_reason": "The corpus has no articles in traditional Chinese.",
        **scoring.write_calibration(known),
        "held_out": {
            name: {str(rate): round(means(table)[name], 4) for rate, table in tables.items()}
            for name in (SOUND, *FAULTS)
        },
    }
    write(f"calibration/{NAME}.json", content)
    write("measured/low-similarity.json", figures(tables[DEFAULT_RATE], held_out))


if __name__ == "__main__":
    main()
