"""Train the scorer of ``missing-sentence-end``, choose its threshold, and print held-out figures.

    python -m tests.benchmarks.garble.train_sentence_end [--lang TAG ...]

Sentences of the development articles are joined without their full stop: the capital at the seam
begins a sentence, every other capital in mid-sentence does not. One logistic model is fitted to all
languages, in which each has weights of its own that add to those of all. Half of the examples see
the other language's text and half do not; some are cropped to a few words. Needs scikit-learn,
which neither the package nor its tests need.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.corpus import Article, Part, articles
from tests.benchmarks.garble.own_weights import Example, Weights, fit
from transcheck.checks.missing_sentence_end import ends_missing, starts
from transcheck.checks.sentence_starts import features
from transcheck.languages import find
from transcheck.model import Segment
from transcheck.text.words import count_words

WEIGHTS = Path(__file__).resolve().parents[3] / "transcheck" / "data" / "sentence_end.json"
LANGS = [
    "ca", "cs", "de", "el", "en", "es", "fi", "fr", "hu", "id", "it", "nl", "pl", "pt", "ro", "ru",
    "sv", "tr", "uk",
]  # fmt: skip
_ALARMS = 0.7
_LOWER = 1.2
_FOLDS = 3
_END = re.compile(r"[^\W\d_]{2,}\.$")
# How far weights may leave zero, and below which they are dropped.
_FREEDOM, _LEAST = 0.4, 0.03

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A capital in mid-sentence: ``label`` 1 at a seam; no features where none was looked at.

    ``shown`` is the word with its neighbours; ``whole`` says that its sentence was not cropped.
    """

    lang: str
    article: int
    label: int
    found: dict[str, float] | None
    sourced: bool = False
    shown: str = ""
    whole: bool = True


def _segment(text: str, lang: str) -> Segment:
    return Segment(id="1", text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text to look at, with its source or None; ``seam`` is where its second sentence begins."""

    text: str
    lang: str
    source: str | None
    article: int
    seam: int = 0
    whole: bool = True


def texts(lang: str, part: Part, random: Random, *, more: int) -> Iterator[tuple[Text, Article]]:
    """Yield each sentence alone, joined to the next, and joined to ``more`` others."""
    ours, theirs = articles(lang, part), articles(_source_of(lang), part)
    both = [
        [(text.strip(), source.strip()) for text, source in zip(*sentences, strict=True)]
        for sentences in (
            (one.sentences, two.sentences) for one, two in zip(ours, theirs, strict=True)
        )
    ]
    every = [pair for article in both for pair in article]
    for number, article in enumerate(both):
        for index, (clean, source) in enumerate(article):
            yield Text(text=clean, lang=lang, source=source, article=number), ours[number]
            nexts = article[index + 1 : index + 2] + [random.choice(every) for _ in range(more)]
            for following, original in nexts:
                if _END.search(clean) and following[0].isupper():
                    head = clean.removesuffix(".") + " "
                    joined = Text(
                        text=head + following.strip(),
                        lang=lang,
                        source=f"{source} {original.strip()}",
                        article=number,
                        seam=len(head),
                    )
                    yield joined, ours[number]


def cropped(text: Text, random: Random) -> Text:
    """Return a few words of a text, around its seam or some other place, without its source."""
    spans = [match.span() for match in re.finditer(r"\S+", text.text)]
    middle = next((i for i, span in enumerate(spans) if span[0] >= text.seam > 0), len(spans) // 2)
    if middle < 3 or middle + 4 >= len(spans):
        return text
    first = random.randint(0, middle - 3)
    last = random.randint(middle + 3, len(spans) - 1)
    start = spans[first][0]
    return replace(
        text,
        text=text.text[start : spans[last][1]],
        seam=text.seam - start if text.seam else 0,
        source=None,
        whole=False,
    )


def looked_at(text: Text, article: Article) -> Iterator[Row]:
    """Yield the rows of one text: its seam, or every capital of a text without one."""
    counts = count_words(article.sentences)
    source = text.source and _segment(text.source, _source_of(text.lang))
    missing = ends_missing(_segment(text.text, text.lang), source) if source else None
    row = Row(
        lang=text.lang,
        article=text.article,
        label=1,
        found=None,
        sourced=bool(source),
        whole=text.whole,
    )
    found = []
    for start in starts(text.text, find(text.lang), counts, missing=missing):
        at_seam = start.words[start.index].start == text.seam
        if at_seam or not text.seam:
            shown = " ".join(word.text for word in start.words[start.index - 1 : start.index + 2])
            found.append(replace(row, label=int(at_seam), found=dict(features(start)), shown=shown))
    yield from found or ([row] if text.seam else [])


def rows(lang: str, part: Part) -> Iterator[Row]:
    """Yield the rows to train on: without a source, some with one, and some cropped."""
    random = Random(3)  # noqa: S311 - a benchmark, not a secret
    for text, article in texts(lang, part, random, more=0):
        yield from looked_at(replace(text, source=None), article)
        if random.random() < 0.6:
            yield from looked_at(text, article)
        if random.random() < 0.3:
            yield from looked_at(cropped(text, random), article)


def _source_of(lang: str) -> str:
    return "es" if lang == "en" else "en"


def train(found: Sequence[Row]) -> dict[str, Weights]:
    """Return the weights of each language: those of all, and what its own texts add to them."""
    fitted = fit(
        [
            Example(lang=row.lang, found=row.found, label=bool(row.label))
            for row in found
            if row.found
        ],
        freedom=_FREEDOM,
    )
    return {lang: fitted.of(lang) for lang in fitted.own}


def scores(found: Sequence[Row], own: Mapping[str, Weights]) -> Vector:
    """Return the score of each row; those that were never looked at lie below any threshold."""
    return np.array(
        [
            -np.inf
            if row.found is None
            else sum(own[row.lang].get(name, 0.0) * value for name, value in row.found.items())
            for row in found
        ]
    )


def thresholds(found: Sequence[Row], sentences: int) -> dict[str, tuple[float, float]]:
    """Return the scores from which on each language reports a start: without a source, and with.

    Over all languages ``_ALARMS`` in 1,000 remain, by weights that saw no such article. Beside a
    source a language whose own alarms all score less comes down towards them, but no further than
    ``_LOWER``. Without one, that let pass more than was asked for on other articles.
    """
    alarms: list[tuple[float, Row]] = []
    for fold in range(_FOLDS):
        kept = [row for row in found if row.article % _FOLDS != fold]
        rest = [
            row for row in found if row.article % _FOLDS == fold and row.whole and not row.label
        ]
        alarms += zip(scores(rest, train(kept)).tolist(), rest, strict=True)
    alarms.sort(key=lambda alarm: -alarm[0])
    limits = [
        _limits([a for a in alarms if a[1].sourced is given], share * sentences / 1000, lower)
        for given, share, lower in ((False, _ALARMS, 0.0), (True, 0.5 * _ALARMS, _LOWER))
    ]
    return {lang: (limits[0][lang], limits[1][lang]) for lang in sorted(limits[0])}


def _limits(alarms: Sequence[tuple[float, Row]], allowed: float, lower: float) -> dict[str, float]:
    limit = alarms[int(allowed)][0]
    worst: dict[str, float] = {}
    for score, row in alarms:
        worst.setdefault(row.lang, score)
        if score > limit - _LOWER / 2:
            sys.stdout.write(f"alarm {score:.2f} {row.lang} {row.sourced} {row.shown}\n")
    return {
        lang: round(min(limit, max(highest + 0.2, limit - lower)) + 0.01, 2)
        for lang, highest in worst.items()
    }


def report(lang: str, own: Mapping[str, Weights], limits: tuple[float, float]) -> None:
    """Print recall and false alarms of the held-out part, with a source and without."""
    count = sum(len(one.sentences) for one in articles(lang, Part.HELD_OUT))
    for given in (False, True):
        found = [
            row
            for text, article in texts(lang, Part.HELD_OUT, Random(3), more=0)  # noqa: S311
            for row in looked_at(text if given else replace(text, source=None), article)
        ]
        sure = scores(found, own) >= limits[given]
        seams = np.array([row.label == 1 for row in found])
        sys.stdout.write(
            f"{lang}  {'source' if given else 'alone '}  recall {sure[seams].mean():.3f}  "
            f"false alarms {1000 * sure[~seams].sum() / count:.2f} in 1,000\n"
        )


def main() -> None:
    """Train, write the weights, print."""
    parser = argparse.ArgumentParser(description="Train the scorer of missing-sentence-end.")
    parser.add_argument("--lang", nargs="+", default=LANGS)
    langs = parser.parse_args().lang
    found = [row for lang in langs for row in rows(lang, Part.DEVELOPMENT)]
    sentences = sum(len(a.sentences) for lang in langs for a in articles(lang, Part.DEVELOPMENT))
    limits = thresholds(found, sentences)
    own = train(found)
    table = {
        lang: {
            name: round(weight, 2)
            for name, weight in sorted(own[lang].items())
            if abs(weight) >= _LEAST
        }
        for lang in langs
    }
    text = json.dumps({"thresholds": limits, "weights": table}, ensure_ascii=False)
    WEIGHTS.write_text(text.replace('}, "', '},\n"') + "\n", encoding="utf-8")
    for lang in langs:
        report(lang, own, limits[lang])


if __name__ == "__main__":
    main()
