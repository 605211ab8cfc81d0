"""Measure how similar sound pairs are, and write what transcheck ships of it.

Run ``python -m tests.benchmarks.calibrate`` from the root of the repository. The calibration comes
from the articles for development, its recall and the figures of low-similarity from those held out.
"""

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.corpus import FILES, Part, articles
from transcheck import scoring
from transcheck.checks.base import Context
from transcheck.checks.low_similarity import LOW_SIMILARITY
from transcheck.embedders.use import LANGUAGES, NAME, UniversalSentenceEncoder
from transcheck.languages import find
from transcheck.model import Measured, Origin, Pair, Segment

DATA = Path(scoring.__file__).parent / "data"
RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.5)
LENGTHS = (28, 38, 50, 70, 95, 125, 165, 220, 100_000)
TAGS = sorted(LANGUAGES & FILES.keys())
PAIRS = list(itertools.combinations(TAGS, 2))
CORPUS = "NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0"
FAULTS = ("unrelated sentence", "neighbouring sentence", "second half missing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One language of one part: texts, vectors, vectors of the halves, index of the neighbour."""

    texts: Sequence[str]
    vectors: NDArray[np.float32]
    halves: NDArray[np.float32]
    neighbours: NDArray[np.int64]

    @property
    def lengths(self) -> NDArray[np.int64]:
        return np.array([len(text) for text in self.texts])


def load(encoder: UniversalSentenceEncoder, lang: str, part: Part) -> Side:
    texts: list[str] = []
    neighbours: list[int] = []
    for article in articles(lang, part):
        first, last = len(texts), len(texts) + len(article.sentences) - 1
        texts.extend(article.sentences)
        neighbours.extend(i + 1 if i < last else max(first, i - 1) for i in range(first, last + 1))
    return Side(
        texts=texts,
        vectors=encoder.embed(texts),
        halves=encoder.embed([first_half(text, lang) for text in texts]),
        neighbours=np.array(neighbours),
    )


def first_half(text: str, lang: str) -> str:
    middle = len(text) // 2
    space = text.find(" ", middle) if find(lang).spaced else middle
    return text[: space if space > 0 else middle]


def cosines(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    product: NDArray[np.float32] = np.einsum("ij,ij->i", one, other)
    return product


def calibrate(sides: dict[str, Side], digest: str) -> dict[str, object]:
    expansion = {
        tag: round(float(np.median(side.lengths / sides["en"].lengths)), 3)
        for tag, side in sides.items()
    }
    medians: dict[str, float] = {}
    residuals: list[list[NDArray[np.float32]]] = [[] for _ in LENGTHS]
    for one, other in PAIRS:
        values = cosines(sides[one].vectors, sides[other].vectors)
        medians[f"{one}|{other}"] = median = round(float(np.median(values)), 3)
        for tag in (one, other):
            band = np.digitize(sides[tag].lengths / expansion[tag], LENGTHS, right=True)
            for number, kept in enumerate(residuals):
                kept.append(values[band == number] - median)
    return {
        "source": f"Derived from {CORPUS}: figures alone, made by tests/benchmarks/calibrate.py "
        "from the articles for development.",
        "method": "Limit = median cosine of the language pair + offset of the length band. The "
        "bands pool the distances to the median over all pairs, both directions. Lengths are the "
        "source's, in characters of English (characters / expansion). Recall is measured on the "
        "held-out articles, mean over all pairs.",
        "embedder": NAME,
        "digest": digest,
        "same_as": {"zh-TW": "zh"},
        "same_as_reason": "The corpus has no articles in traditional Chinese.",
        "rates": RATES,
        "expansion": expansion,
        "medians": medians,
        "bands": [
            {
                "length": length,
                "sentences": sum(map(len, kept)) // (2 * len(PAIRS)),
                "offsets": np.quantile(np.concatenate(kept), RATES).round(3).tolist(),
            }
            for length, kept in zip(LENGTHS, residuals, strict=True)
        ],
    }


def variants(source: Side, target: Side) -> dict[str, NDArray[np.float32]]:
    """Return the cosines of the sound pairs, and of the pairs with each fault."""
    return {
        "sound": cosines(source.vectors, target.vectors),
        FAULTS[0]: cosines(source.vectors, np.roll(target.vectors, len(target.texts) // 2, axis=0)),
        FAULTS[1]: cosines(source.vectors, target.vectors[target.neighbours]),
        FAULTS[2]: cosines(source.vectors, target.halves),
    }


def flagged(
    source: str, target: str, texts: Sequence[str], values: NDArray[np.float32], rate: float
) -> float:
    """Return the share of pairs that low-similarity flags at a false-alarm rate."""
    context = Context(parameters={"false-alarm-rate": rate}, calibration=scoring.calibration(NAME))

    def row(text: str, value: float) -> Measured:
        def segment(lang: str) -> Segment:
            return Segment(
                id="", text=text, lang=lang, path="", offset=0, line=1, column=1, block=0
            )

        pair = Pair(id="", source=segment(source), target=segment(target), origin=Origin.GIVEN)
        return Measured(pair=pair, similarity=float(value))

    rows = [row(text, value) for text, value in zip(texts, values, strict=True)]
    return sum(any(LOW_SIMILARITY.run(each, context)) for each in rows) / len(rows)


def directions() -> Iterator[tuple[str, str]]:
    for one, other in PAIRS:
        yield one, other
        yield other, one


def shares(sides: dict[str, Side], rate: float) -> dict[tuple[str, str], dict[str, float]]:
    return {
        (source, target): {
            name: flagged(source, target, sides[source].texts, values, rate)
            for name, values in variants(sides[source], sides[target]).items()
        }
        for source, target in directions()
    }


def means(table: dict[tuple[str, str], dict[str, float]]) -> dict[str, float]:
    return {
        name: float(np.mean([row[name] for row in table.values()])) for name in ("sound", *FAULTS)
    }


def figures(table: dict[tuple[str, str], dict[str, float]], count: int) -> dict[str, object]:
    chosen = [pair for pair in table if "en" in pair]
    named = [("-".join(pair), table[pair], count) for pair in sorted(chosen)]
    named.append(("all", means(table), count * len(table)))
    return {
        "check": "low-similarity",
        "corpus": f"{CORPUS}, held-out articles",
        "rows": [
            {
                "fault": fault,
                "lang": lang,
                "recall": round(row[fault], 3),
                "false_alarms_per_1000": round(1000 * row["sound"], 1),
                "n": number,
            }
            for fault in FAULTS
            for lang, row, number in named
        ],
        "how": "Every translation is replaced by that of a sentence of another article, or of the "
        "neighbouring sentence of the same article, or loses its second half; the check runs with "
        "its default parameters. n counts sound pairs and faulty pairs each; 'all' is the mean "
        "over all directions.",
    }


def write(name: str, content: dict[str, object]) -> None:
    path = DATA / name
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False)
    path.write_text(text + "\n", encoding="utf-8")


def main() -> None:
    encoder = UniversalSentenceEncoder()
    digest = encoder.signature.split()[-1]
    content = calibrate({tag: load(encoder, tag, Part.DEVELOPMENT) for tag in TAGS}, digest)
    write(f"calibration/{NAME}.json", content)
    held_out = {tag: load(encoder, tag, Part.HELD_OUT) for tag in TAGS}
    tables = {rate: shares(held_out, rate) for rate in RATES[:-1]}
    content["held_out"] = {
        name: {str(rate): round(means(table)[name], 4) for rate, table in tables.items()}
        for name in ("sound", *FAULTS)
    }
    write(f"calibration/{NAME}.json", content)
    write("measured/low-similarity.json", figures(tables[0.005], len(held_out["en"].texts)))


if __name__ == "__main__":
    main()
