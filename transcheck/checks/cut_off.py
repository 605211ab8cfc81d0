"""How likely a text without its terminal mark is to be cut off, and not just to lack the mark.

A logistic model over the last two words, for all languages that write words apart. Its weights
stand in ``data/cut_off.json``; ``tests/benchmarks/garble/train_cut_off.py`` trains them. The length
says nothing: the lines that lack their mark in sound copy are short as well.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache

from transcheck.data import lexicon, lines
from transcheck.data.frequency import zipf

_OUTER = "'\"“”«»„()[]’‘,.;:!?…–—-।؟"
_QUOTES = "'\"“”«»’‘)"
_LONG_WORD, _COMMON = 20, 3.0


def is_cut(text: str, lang: str) -> bool:
    """Say whether ``text``, which has no terminal mark, breaks off."""
    model = _model()
    return sum(model[name] * value for name, value in features(text, lang)) >= model["threshold"]


def features(text: str, lang: str) -> Iterator[tuple[str, float]]:
    """Yield the features: name and value."""
    before, last = ("", "", *text.split())[-2:]
    word = last.strip(_OUTER)
    small = word.lower()
    frequency = zipf(small, lang)
    yield "bias", 1.0
    yield "frequency", frequency
    yield "rarity", max(_COMMON - frequency, 0.0)
    yield "letters", min(len(word), _LONG_WORD)
    yield "unknown", float(word.islower() and not frequency)
    yield "capital", float(word[:1].isupper())
    yield "number", float(word.isdecimal())
    yield "grammar", float(small in lexicon.function_words(lang))
    yield "led", float(before.strip(_OUTER).lower() in lexicon.unfinished(lang))
    yield "mark before", float(before[-1:] in _OUTER)
    yield "quotation", float(last[-1:] in _QUOTES)
    yield "open bracket", float(text.count("(") > text.count(")"))


@cache
def _model() -> Mapping[str, float]:
    found: dict[str, float] = json.loads("\n".join(lines("cut_off.json")))
    return found
