"""Make transcheck/data/length_ratios.json: how long a sentence is in each language.

Run: python -m tests.benchmarks.length_ratio

For each language the mean of log(extent / extent of the English sentence) and a spread,
such that the log ratio of any two languages has about the variance that the sum of their squared
spreads gives. For each band of length the quantiles of sound pairs, in units of that spread, over
all ordered pairs of languages. Only articles for development are used; only figures are kept.

A few translations of the corpus leave out or add half a sentence. They would set the limits, so a
text that is far off against the median of all languages is left out.
"""

import json
from itertools import combinations, permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.corpus import FILES, Part, articles
from transcheck.text.extent import extent

Numbers = NDArray[np.float64]

TABLE = Path(__file__).resolve().parents[2] / "transcheck" / "data" / "length_ratios.json"
# Upper ends, in characters of an English text of that length.
BANDS = (40, 60, 80, 110, 150, 200, 100_000)
SHORTEST = 25
USUAL = (0.025, 0.975)
LIMITS = (0.0005, 0.9997)
FAULTY = 4.5


def log_lengths(lang: str) -> Numbers:
    """Return the logarithm of the extent of each development sentence."""
    texts = [s.strip() for article in articles(lang, Part.DEVELOPMENT) for s in article.sentences]
    return np.log(np.array([extent(text) for text in texts], dtype=np.float64))


def spreads(logs: dict[str, Numbers]) -> dict[str, float]:
    """Fit one spread per language to the robust variances of all pairs of languages."""
    langs = list(logs)
    rows, variances = [], []
    for one, other in combinations(langs, 2):
        low, high = np.quantile(logs[other] - logs[one], USUAL)
        rows.append([float(lang in (one, other)) for lang in langs])
        variances.append(((high - low) / 3.92) ** 2)
    fitted, *_ = np.linalg.lstsq(np.array(rows), np.array(variances), rcond=None)
    return dict(zip(langs, np.sqrt(np.maximum(fitted, 0.003)).tolist(), strict=True))


def scaled(logs: dict[str, Numbers], mean: dict[str, float], spread: dict[str, float]) -> Numbers:
    """Return two rows over all sentences of all ordered pairs: length of the band, deviation."""
    own = {lang: logs[lang] - mean[lang] for lang in logs}
    middle = np.median(np.stack(list(own.values())), axis=0)
    sound = {lang: np.abs(own[lang] - middle) < FAULTY * spread[lang] for lang in logs}
    rows = []
    for one, other in permutations(logs, 2):
        left, right = own[one], own[other]
        deviation = (right - left) / np.hypot(spread[one], spread[other])
        row = np.stack([np.exp(np.maximum(left, right)), deviation])
        rows.append(row[:, sound[one] & sound[other]])
    return np.concatenate(rows, axis=1)


def bands(points: Numbers) -> list[dict[str, object]]:
    """Return the quantiles of each band of length."""
    made: list[dict[str, object]] = []
    low = float(SHORTEST)
    for high in BANDS:
        inside = points[1, (points[0] >= low) & (points[0] < high)]
        made.append(
            {
                "length": high,
                "usual": np.quantile(inside, USUAL).round(2).tolist(),
                "limits": np.quantile(inside, LIMITS).round(2).tolist(),
            }
        )
        low = high
    return made


def main() -> None:
    """Measure, and write the table."""
    logs = {lang: log_lengths(lang) for lang in FILES}
    mean = {lang: float(np.mean(own - logs["en"])) for lang, own in logs.items()}
    spread = spreads(logs)
    table = {
        "source": "Derived from NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0: figures "
        "alone, made by tests/benchmarks/length_ratio.py from the articles for development.",
        "shortest": SHORTEST,
        "languages": {
            lang: {"mean": round(mean[lang], 3), "spread": round(spread[lang], 3)}
            for lang in sorted(logs)
        },
        "bands": bands(scaled(logs, mean, spread)),
    }
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
