"""The names of a pair that have no counterpart, and how likely the translation got them wrong.

Names of a sound pair often lack one: a common noun that begins a sentence, a title, a club that is
called by its town. What tells them from a fault is weighed: how well the encoder supports the word,
how frequent it is in either language, what the rest of the article does with the name.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from transcheck import languages
from transcheck.checks.base import Context, Texts
from transcheck.data import lines
from transcheck.data.frequency import zipf
from transcheck.data.lexicon import days, function_words, months, office_words
from transcheck.model import Measured, Pair, Segment, Side, Span
from transcheck.names.compare import alone
from transcheck.names.reading import Name, Text
from transcheck.names.spelling import bare

# Sentences to either side that are asked about a name, and how many of them count.
_NEAR, _OFTEN = 60, 3
# So many names of a text are put beside those of the other, the likeliest.
_MOST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A name without a counterpart, where it stands (0 to 1), and what speaks for a fault."""

    name: Name
    place: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each feature adds to the log-odds of a fault; above its limit a pair is reported.

    ``limits`` are those of the language pairs, "en-de"; others are not judged. ``languages`` add
    what is usual for a language on each side, ``couple`` what speaks for or against two names that
    stand for each other. The weights are made by ``tests/benchmarks/meaning/train_names.py``.
    """

    bias: float
    names: Mapping[Side, Mapping[str, float]]
    couple: Mapping[str, float]
    languages: Mapping[Side, Mapping[str, float]]
    limits: Mapping[str, float]

    def base(self, source: str, target: str) -> float:
        """Return the log-odds between two languages before any name is looked at."""
        return self.bias + self.languages[Side.SOURCE][source] + self.languages[Side.TARGET][target]

    def of(self, lone: Lone, side: Side) -> float:
        """Return what a name adds to them."""
        return sum(weight * lone.features[key] for key, weight in self.names[side].items())

    def likeliest(
        self, source: Sequence[Lone], target: Sequence[Lone]
    ) -> list[tuple[float, Lone, Lone]]:
        """Return what couples of names add to them, the most first, each name in one couple."""
        ours, theirs = (
            sorted(((self.of(each, side), each) for each in names), key=_odds, reverse=True)[:_MOST]
            for side, names in ((Side.SOURCE, source), (Side.TARGET, target))
        )
        couples = [
            (own + other + self._between(mine, its), mine, its)
            for own, mine in ours
            for other, its in theirs
        ]
        found: list[tuple[float, Lone, Lone]] = []
        for odds, mine, its in sorted(couples, key=_odds, reverse=True):
            if all(mine is not one and its is not two for _, one, two in found):
                found.append((odds, mine, its))
        return found

    def _between(self, mine: Lone, its: Lone) -> float:
        features = between(mine, its)
        return sum(weight * features[key] for key, weight in self.couple.items())


def _odds(row: tuple[Any, ...]) -> float:
    return float(row[0])


def between(mine: Lone, its: Lone) -> Mapping[str, float]:
    """Return what speaks for or against two names that stand for each other."""
    return {
        "apart": abs(mine.place - its.place),
        "both beside kept": mine.features["beside kept"] * its.features["beside kept"],
    }


@cache
def shipped(check: str) -> Sequence[Weights]:
    """Return the weights that transcheck ships for a check, one for each group of languages."""
    return [
        Weights(
            bias=raw["bias"],
            names={side: raw["names"][side] for side in Side},
            couple=raw["couple"],
            languages={side: raw["languages"][side] for side in Side},
            limits=raw["limits"],
        )
        for raw in json.loads("\n".join(lines("lone_names.json")))[check]
    ]


def tag(segment: Segment) -> str:
    """Return the language of a text as the weights name it."""
    return languages.find(segment.lang).tag


def lone_names(measured: Measured, context: Context, side: Side) -> list[Lone]:
    """Return the names of one text that have no counterpart in the other, in order."""
    here, there = read(measured.pair, side), read(measured.pair, _across(side))
    if not here or not there or measured.words is None:
        return []
    found = alone(here, there)
    if not found:
        return []
    support = measured.words.side(side)
    kept = [name for name in here.names if name not in found]
    return [
        Lone(
            name=name,
            place=name.start / len(here.text),
            features={
                "support": max(
                    (each.support for each in support if _touch(each.span, name)), default=0.0
                ),
                "lone beside": float(any(_adjoin(name, each) for each in found)),
                "beside kept": float(any(_adjoin(name, each) for each in kept)),
                **_features(name, side, measured.pair, context),
            },
        )
        for name in found
        if not _is_other_word(name.text, here.lang) and name.text not in context.vocabulary
    ]


def _across(side: Side) -> Side:
    return Side.TARGET if side is Side.SOURCE else Side.SOURCE


def read(pair: Pair, side: Side) -> Text | None:
    """Return one text of a pair that has both, ready to be asked for its names."""
    segment = pair.side(side)
    return _text(segment.text, tag(segment)) if segment and pair.both else None


# Enough for the sentences that are asked about the names of one.
@lru_cache(maxsize=1 << 9)
def _text(text: str, lang: str) -> Text:
    return Text(text, lang)


def _is_other_word(text: str, lang: str) -> bool:
    """Say whether a word has its capital by a rule of the language, or for an office."""
    word = text.lower()
    return any(word in known(lang) for known in (days, months, office_words, function_words))


def _features(name: Name, side: Side, pair: Pair, context: Context) -> dict[str, float]:
    word = name.text.lower()
    here, there = (tag(each) for each in pair.both or ())
    if side is Side.TARGET:
        here, there = there, here
    own = zipf(word, here)
    its = max(zipf(word, there), zipf(bare(word), there))
    kept = [*_elsewhere(name.text, side, pair, context.texts)]
    return {
        "frequency": own,
        "frequency there": its,
        "unknown": float(not own),
        "unknown there": float(not its),
        "excess": max(own - its, 0.0),
        "first": float(name.first),
        "first excess": name.first * (own - its),
        "in small letters": float(context.words.get(word, 0) > 0),
        "kept elsewhere": float(min(sum(kept), _OFTEN)),
        "lone elsewhere": float(min(len(kept) - sum(kept), _OFTEN)),
    }


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _adjoin(one: Span, other: Span) -> bool:
    """Say whether one character, a space or a hyphen, is all that parts two words."""
    return 1 in (one.start - other.end, other.start - one.end)


def _elsewhere(name: str, side: Side, pair: Pair, texts: Texts) -> Iterator[bool]:
    """Say of each other sentence near by that has the name whether its pair keeps it."""
    for other in _near(pair, texts):
        segment = other.side(side)
        if segment is None or name not in segment.text:
            continue
        here, there = read(other, side), read(other, _across(side))
        if here and there and any(each.text == name for each in here.names):
            yield all(each.text != name for each in alone(here, there))


def are_of_one_thing(one: Name, other: Name, pair: Pair, texts: Texts) -> bool:
    """Say whether two names stand side by side near by, as a first name and a surname do."""
    joined = f"{one.text} {other.text}", f"{other.text} {one.text}"
    return any(
        words in segment.text
        for other_pair in _near(pair, texts)
        for segment in other_pair.both or ()
        for words in joined
    )


def _near(pair: Pair, texts: Texts) -> Iterator[Pair]:
    number = _numbers(texts).get(pair.id, 0)
    for other in texts.pairs[max(number - _NEAR, 0) : number + _NEAR + 1]:
        if other is not pair:
            yield other


@lru_cache(maxsize=4)
def _numbers(texts: Texts) -> Mapping[str, int]:
    return {pair.id: number for number, pair in enumerate(texts.pairs)}
