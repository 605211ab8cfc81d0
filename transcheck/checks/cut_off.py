"""How likely a text without its terminal mark is to be cut off, and not just to lack the mark.

A logistic model over the last words and their endings. All languages that write words apart share
its weights, and each adds some of its own; they stand in ``data/cut_off.json``, and
``tests/benchmarks/garble/train_cut_off.py`` trains them. The length says nothing: the lines that
lack their mark in sound copy are short as well.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from transcheck.data import lexicon, lines
from transcheck.data.frequency import continued, fold, zipf

_OUTER = "'\"“”«»„()[]’‘,.;:!?…–—-।؟"
_QUOTES = "'\"“”«»’‘)"
_PAUSES = frozenset(",;:–—،")
_LONG_WORD, _COMMON = 20, 3.0
# How far back a comma is looked for, and of how many words the shape is taken.
_BEHIND, _SHAPED = 8, 4
# Under this name stand the weights that all languages share.
SHARED = ""


def is_cut(text: str, lang: str) -> bool:
    """Say whether ``text``, which has no terminal mark, breaks off."""
    threshold, weights = _model()
    shared, own = (weights.get(name, {}) for name in (SHARED, lang))
    return threshold <= sum(
        (shared.get(name, 0.0) + own.get(name, 0.0)) * value for name, value in features(text, lang)
    )


def features(text: str, lang: str) -> Iterator[tuple[str, float]]:
    """Yield the features that are not zero: name and value."""
    tokens = ("", "", "", *text.rsplit(maxsplit=_BEHIND)[-_BEHIND:])
    small = [token.strip(_OUTER).lower() for token in tokens]
    grammar = lexicon.function_words(lang)
    yield "bias", 1.0
    yield from _of_word(tokens[-1].strip(_OUTER), lang)
    yield from _of_endings(small[-3:], grammar)
    if small[-2] in lexicon.unfinished(lang):
        yield "led", 1.0
    if tokens[-2].endswith(tuple(_OUTER)):
        yield "mark before", 1.0
    if tokens[-1].endswith(tuple(_QUOTES)):
        yield "quotation", 1.0
    if text.count("(") > text.count(")"):
        yield "open bracket", 1.0
    behind = [index for index, token in enumerate(reversed(tokens)) if token[-1:] in _PAUSES]
    yield f"comma {min(behind, default=_BEHIND)}", 1.0
    shape = (_shape(word, one, grammar) for word, one in zip(tokens, small, strict=True))
    yield f"shape {''.join([*shape][-_SHAPED:])}", 1.0


def _of_word(word: str, lang: str) -> Iterator[tuple[str, float]]:
    """Yield the features of the last word: a stump is rare, and a frequent word goes on from it."""
    small = word.lower()
    frequency, longer = zipf(small, lang), continued(fold(word, lang), lang)
    yield "frequency", frequency
    yield "rarity", max(_COMMON - frequency, 0.0)
    yield "longer", longer
    yield "longer and rarer", max(longer - frequency, 0.0)
    yield "letters", min(len(word), _LONG_WORD)
    if word.islower() and not frequency:
        yield "unknown", 1.0
    if word[:1].isupper():
        yield "capital", 1.0
    if word.isdecimal():
        yield "number", 1.0


def _of_endings(words: Sequence[str], grammar: frozenset[str]) -> Iterator[tuple[str, float]]:
    """Yield the features of the last three words and their endings."""
    further, before, last = words
    if last in grammar:
        yield "grammar", 1.0
    for length in (1, 2, 3):
        yield f"ending {length} {last[-length:]}", 1.0
    yield f"ending before {before[-2:]}", 1.0
    yield f"last {last}", 1.0
    yield f"before {before}", 1.0
    if before not in grammar:
        yield f"further {further}", 1.0


def _shape(token: str, small: str, grammar: frozenset[str]) -> str:
    """Return a letter for the kind of a word: of grammar, a capital, a number, any other."""
    if small in grammar:
        return "g"
    if token[:1].isupper():
        return "C"
    return "n" if small.isdecimal() else "s"


@cache
def _model() -> tuple[float, Mapping[str, Mapping[str, float]]]:
    found = json.loads("\n".join(lines("cut_off.json")))
    return found["threshold"], found["weights"]
