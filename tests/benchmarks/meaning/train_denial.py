"""Find the direction in which the embedded encoder places what denies, on the development articles.

    python -m tests.benchmarks.meaning.train_denial

Each sentence of the corpus that denies something is embedded with its first negation and without
it. The mean difference, of all languages alike, is the direction: nothing else is trained, and no
pair and no planted fault is looked at.
"""

import json
import re
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks import corpus
from tests.benchmarks.corpus import Part
from transcheck import scoring
from transcheck.embedders.use import NAME, UniversalSentenceEncoder
from transcheck.polarity.negation import read
from transcheck.polarity.phrases import Cue

FILE = Path(scoring.__file__).parent / "data" / "denial" / f"{NAME}.json"
_LANGUAGES = (
    "ar",
    "de",
    "en",
    "es",
    "fr",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "th",
    "tr",
    "zh",
)
_CONTRACTED = re.compile("n['’]t$", re.IGNORECASE)
_DIGITS = 4


def without(text: str, cue: Cue) -> str:
    """Return the text without a negation: "isn't" leaves "is"."""
    word = text[cue.start : cue.end]
    kept = _CONTRACTED.sub("", word) if _CONTRACTED.search(word) else ""
    return " ".join((text[: cue.start] + kept + text[cue.end :]).split())


def difference(encoder: UniversalSentenceEncoder, lang: str) -> NDArray[np.float64]:
    """Return what a negation adds to the vector of a sentence in this language, as a mean."""
    texts = [
        (line, without(line, strong[0]))
        for article in corpus.articles(lang, Part.DEVELOPMENT)
        for line in map(str.strip, article.sentences)
        if (strong := read(line, lang).strong)
    ]
    sys.stdout.write(f"{lang} {len(texts)}\n")
    whole, cut = (encoder.embed(side) for side in map(list, zip(*texts, strict=True)))
    mean: NDArray[np.float64] = (whole - cut).mean(axis=0, dtype=float)
    return mean


def main() -> None:
    """Find the direction and write it."""
    encoder = UniversalSentenceEncoder()
    known = scoring.calibration(NAME)
    if known is None or known.digest not in encoder.signature:
        raise AssertionError("the embedded encoder is not calibrated")
    mean = np.mean([difference(encoder, lang) for lang in _LANGUAGES], axis=0)
    content = {
        "source": "Derived from NTREX-128 (Federmann, Kocmi and Xin, 2022), CC BY-SA 4.0: figures "
        "alone, made by tests/benchmarks/meaning/train_denial.py from the articles for development",
        "digest": known.digest,
        "direction": [round(value, _DIGITS) for value in (mean / np.linalg.norm(mean)).tolist()],
    }
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(content) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
