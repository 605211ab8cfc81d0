"""Features and model of words run together: "theoil", "Trumpis". Word frequencies tell them.

``tests/benchmarks/garble/train_glue.py`` trains the trees in ``data/glue`` on these features.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from math import inf, log2
from typing import Any, NamedTuple

from transcheck.data import exists, lexicon, lines
from transcheck.data.frequency import (
    Joined,
    beginnings,
    endings,
    fold,
    frequencies,
    shared_beginning,
    shared_ending,
    zipf,
)

# A half must be about this frequent to count as a word; one beside it may be rarer ("of Xining").
_WORD = 2.3
_COMMON = 4.5
# What ``standing`` says of function words and common ones, and of other words.
SURE, KNOWN = 3, 2
_STANDING = 4
# A half that no list has must be this long, and the other one a function word longer than that.
_UNKNOWN, _SHORT = 5, 2
# A name that stands in the article counts as a word of this frequency.
NAMED = 3.0
FEATURES = (
    "frequency left", "frequency right", "frequency of the rarer", "product", "listed",
    "begins words", "begins content", "begins function",
    "ends words", "ends content", "ends function",
    "function left", "function right", "length left", "length right",
    "shared letters right", "share of right", "letters left over right",
    "shared letters left", "share of left", "letters left over left",
    "known of left", "known of right",
)  # fmt: skip


class Split(NamedTuple):
    """Two words that a token may be made of, as written but in small letters."""

    left: str
    right: str


class Scored(NamedTuple):
    """A split with how much speaks for it: log odds of a missing space, before the article."""

    split: Split
    score: float


class Limits(NamedTuple):
    """The log odds from which a split is glue, by whether one half is a word of grammar."""

    grammar: float = -inf
    content: float = -inf

    def of(self, split: Split, lang: str) -> float:
        """Return the limit of one split."""
        apart = lexicon.function_words(lang).isdisjoint(split)
        return self.content if apart else self.grammar


EVERY = Limits()


# A decision tree in plain tuples, because a token takes hundreds of steps: the number of a feature,
# a limit, and the trees for values up to the limit and beyond. A leaf is its value.
Tree = tuple[int, float, Any, Any] | float
# What the order of a sum may change of it.
_ROUNDING = 1e-6


def grown(flat: Sequence[Sequence[float]], node: int = 0) -> Tree:
    """Return the tree that hangs on ``node`` of the four lists in which ``data/glue`` holds it.

    They are features (-1 for a leaf), limits (a leaf's value) and the nodes below and above.
    """
    features, limits, lower, higher = flat
    if features[node] < 0:
        return limits[node]
    below, above = (grown(flat, int(side[node])) for side in (lower, higher))
    return int(features[node]), limits[node], below, above


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """The trees that score a split, summed onto ``base``."""

    base: float
    trees: Sequence[Tree]
    most: Sequence[float]
    """The most that each tree and those after it can add."""

    def score(self, row: Sequence[float], least: float = -inf) -> float:
        """Return the log odds that a space is missing where ``row`` was taken.

        Minus infinity if they are ``least`` or lower: most splits fall below it after a few trees.
        """
        total = 0.0
        enough = least - self.base - _ROUNDING
        for tree, most in zip(self.trees, self.most, strict=True):
            if total + most < enough:
                return -inf
            node = tree
            while isinstance(node, tuple):
                feature, limit, below, above = node
                node = below if row[feature] <= limit else above
            total += node
        return self.base + total


def planted(base: float, trees: Sequence[Tree]) -> Model:
    """Return the model of ``trees``."""
    most = [*accumulate(map(_most, reversed(trees)))]
    return Model(base=base, trees=trees, most=most[::-1])


def _most(tree: Tree) -> float:
    """Return the highest leaf; trees of a model are a few levels deep."""
    return max(map(_most, tree[2:])) if isinstance(tree, tuple) else tree


@cache
def model(lang: str) -> Model | None:
    """Return the model of ``lang``; None where none was trained."""
    name = f"glue/{lang}.json"
    if not exists(name):
        return None
    raw = json.loads("".join(lines(name)))
    return planted(raw["base"], [grown(tree) for tree in raw["trees"]])


@lru_cache(maxsize=1 << 14)
def scored(
    token: str, lang: str, named: frozenset[str] = frozenset(), least: Limits = EVERY
) -> tuple[Scored, ...]:
    """Return the splits of ``token`` (small letters) above ``least``, the likeliest first.

    ``named`` are halves that the list lacks and the article has.
    """
    trained = model(lang)
    if trained is None:
        return ()
    found = []
    for split in splits(token, lang, named):
        enough = least.of(split, lang)
        score = trained.score(features(split, lang, named), enough)
        if score > enough:
            found.append(Scored(split, score))
    return tuple(sorted(found, key=lambda one: -one.score))


@lru_cache(maxsize=1 << 12)
def rated(split: Split, lang: str) -> float:
    """Return the log odds that a space is missing at ``split``; minus infinity without a model."""
    trained = model(lang)
    return trained.score(features(split, lang)) if trained else -inf


def splits(token: str, lang: str, named: frozenset[str] = frozenset()) -> Iterator[Split]:
    """Yield the ways to part ``token`` (small letters) into two words that ``lang`` knows.

    One half may be unknown and long beside a function word.
    """
    listed, function = frequencies(lang), lexicon.function_words(lang)
    plain = fold(token, lang) == token
    for cut in range(1, len(token)):
        left, right = token[:cut], token[cut:]
        # Most pieces of a word are no words: a quick look spares the rest.
        if plain and left not in function and right not in function:
            if left not in listed and left not in named:
                continue
            if right not in listed and right not in named:
                continue
        split = Split(left, right)
        one, other = (standing(half, lang, named) for half in split)
        if one and other:
            if one + other >= _STANDING:
                yield split
        elif (one or other) and _is_beside_unknown(split, function, left_known=bool(one)):
            yield split


def _is_beside_unknown(split: Split, function: frozenset[str], *, left_known: bool) -> bool:
    known, unknown = split if left_known else reversed(split)
    return len(unknown) >= _UNKNOWN and len(known) > _SHORT and known in function


def standing(word: str, lang: str, named: frozenset[str] = frozenset()) -> int:
    """Return 3 for a function word or a common one, 2 for a word, 1 for a rare one, 0 for none.

    A name of the article is a word.
    """
    function = word in lexicon.function_words(lang)
    if len(word) == 1:
        return SURE * function
    frequency = zipf(word, lang)
    if function or frequency >= _COMMON:
        return SURE
    if frequency >= _WORD or word in named:
        return KNOWN
    return int(len(word) > 2 and frequency > 0)


def features(split: Split, lang: str, named: frozenset[str] = frozenset()) -> list[float]:
    """Return what the model looks at, in the order of ``FEATURES``.

    Counts leave the whole token out, so that a word of the list can stand for an unknown one.
    """
    left, right = split
    whole, first, second = (fold(part, lang) for part in (left + right, left, right))
    listed = whole in frequencies(lang)
    one, other = (max(zipf(half, lang), NAMED if half in named else 0.0) for half in split)
    begun, ended = beginnings(first, lang), endings(second, lang)
    beyond = max(shared_beginning(whole, lang) - len(first), -3)
    before = max(shared_ending(whole, lang) - len(second), -3)
    return [
        one,
        other,
        min(one, other),
        one * other,
        float(one > 0) + 2 * float(other > 0),
        *_logarithms(begun, listed=listed),
        *_logarithms(ended, listed=listed),
        float(left in lexicon.function_words(lang)),
        float(right in lexicon.function_words(lang)),
        float(min(len(left), 12)),
        float(min(len(right), 12)),
        float(min(beyond, 6)),
        beyond / len(second),
        float(min(len(second) - beyond, 12)),
        float(min(before, 6)),
        before / len(first),
        float(min(len(first) - before, 12)),
        1.0 if one else _known_ending(first, lang) / len(first),
        1.0 if other else min(shared_beginning(second, lang) / len(second), 1.0),
    ]


def _logarithms(counts: Joined, *, listed: bool) -> Iterator[float]:
    return (log2(1 + max(count - listed, 0)) for count in counts)


def _known_ending(word: str, lang: str) -> int:
    """Return how many letters the longest known word has that ends ``word``."""
    least = range(1, len(word) - 2)
    return next((len(word) - cut for cut in least if zipf(word[cut:], lang) >= _WORD), 0)
