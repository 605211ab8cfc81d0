"""How likely a capital in mid-sentence is to begin a sentence: what ``missing-sentence-end`` asks.

A logistic model over a few features of the word, of its neighbours and of the article. Its weights
stand in ``data/sentence_end.json``; ``tests/benchmarks/garble/train_sentence_end.py`` trains them.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from transcheck.data import lexicon, lines
from transcheck.data.frequency import zipf
from transcheck.languages import find
from transcheck.text.words import Word

# Words rarer than this (Zipf scale) are most often names; the most frequent are at about 7.
_COMMON = 3.0
_FREQUENT = 6.0
# Articles and pronouns that lose their vowel: "L'incident", "C'est".
_ELIDED = frozenset("cdjlmnqst")
# So many sightings in the article count: a long file has more of every word.
_SEEN = 1.2
# What is no word of grammar may be a name, or a noun where nouns have capitals.
OPEN = frozenset({"common", "name", "rare"})
# Beside a source that ends no sentence there, a closed-class word counts from so far below.
_MARGIN = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A capital in mid-sentence with what stands around it: ``words[index]`` is the word.

    ``counts`` are the words of the article as written. ``expected`` says whether the other text of
    the pair ends a sentence about there: None without such a text.
    """

    text: str
    words: Sequence[Word]
    index: int
    lang: str
    counts: Mapping[str, int]
    expected: bool | None = None


def begins(start: Start) -> bool:
    """Say whether a sentence surely begins there."""
    before, word = start.words[start.index - 1 : start.index + 1]
    if not start.expected and (
        not is_likely(before.text, word.text, start.lang)
        or (
            before.text.lower() in lexicon.unfinished(start.lang)
            and kind_of(word.text, start.lang) != "strong"
        )
    ):
        return False
    alone, sourced = _model()["thresholds"][start.lang]
    found = score(start)
    if start.expected is not None:
        return found >= sourced or (found >= sourced - _MARGIN and _is_closed(start))
    return found >= alone or _is_closed(start)


def is_likely(before: str, word: str, lang: str) -> bool:
    """Say whether no name and no noun explains the capital of ``word`` at a first look."""
    kind = kind_of(word, lang)
    if kind != "common":
        return kind not in OPEN
    # A title or a name: "US Secretary of State", "the Treasury said".
    led = not before[0].islower() or before in lexicon.function_words(lang)
    return not led and not find(lang).nouns_capitalised


def score(start: Start) -> float:
    """Return the log odds that a sentence begins there."""
    weights: Mapping[str, float] = _model()["weights"][start.lang]
    return sum(weights.get(name, 0.0) * value for name, value in features(start))


def _is_closed(start: Start) -> bool:
    """Say whether a word that begins sentences follows one that can end them: "week However"."""
    before, word, after = start.words[start.index - 1 : start.index + 2]
    small = before.text.lower()
    if small in lexicon.unfinished(start.lang) or small in lexicon.function_words(start.lang):
        return False
    kind = kind_of(word.text, start.lang)
    nouns = find(start.lang).nouns_capitalised and before.text[0].islower()
    plain = after.text[0].islower() or nouns
    return kind == "strong" or (kind == "weak" and plain)


def is_trained(lang: str) -> bool:
    """Say whether there are weights for ``lang``."""
    return lang in _model()["weights"]


def features(start: Start) -> Iterator[tuple[str, float]]:
    """Yield the features that are not zero: name and value."""
    before, word, after = start.words[start.index - 1 : start.index + 2]
    kind = kind_of(word.text, start.lang)
    ends, follows = _shape(before.text, start.lang), _shape(after.text, start.lang)
    yield "bias", 1.0
    yield f"word {kind}", 1.0
    yield f"after {follows}", 1.0
    yield f"before {ends}", 1.0
    yield f"word {kind}, after {follows}", 1.0
    yield f"word {kind}, before {ends}", 1.0
    yield f"before {ends}, after {follows}", 1.0
    yield f"ending {before.text[-2:].lower()}", 1.0
    yield "rarity before", _rarity(before.text, start.lang)
    yield "rarity after", _rarity(after.text, start.lang)
    yield f"{kind} rarity", _rarity(word.text, start.lang)
    yield "words ahead", math.log(start.index)
    yield "words behind", math.log(len(start.words) - start.index)
    yield "words", math.log(len(start.words))
    if before.text.lower() in lexicon.unfinished(start.lang):
        yield "unfinished", 1.0
    if kind in OPEN:
        yield f"starter {word.text[-2:].lower()}", 1.0
    yield from _further(start, kind)


def _further(start: Start, kind: str) -> Iterator[tuple[str, float]]:
    """Yield the features that look past the neighbours: the sentence, the article, the source."""
    found, index = start.words, start.index
    word = found[index]
    capitals = sum(other.text[0].isupper() for other in found[1:]) - 1
    yield "capitals", capitals / (len(found) - 1)
    function = lexicon.function_words(start.lang)
    if index > 1 and found[index - 2].text[0].isupper():
        yield "capital two before", 1.0
    if index > 1 and found[index - 2].text.lower() in function:
        yield "grammar two before", 1.0
    if start.text[word.end] == ",":
        yield "comma", 1.0
    if len(word.text) == 2:
        yield "two letters", 1.0
    behind = sum(other.text in function for other in found[index + 1 : index + 5])
    yield f"{kind} grammar behind", behind
    small, same = (start.counts.get(form, 0) for form in (word.text.lower(), word.text))
    yield f"{kind} small elsewhere", min(math.log1p(small), _SEEN)
    yield f"{kind} elsewhere", min(math.log(max(same, 1)), _SEEN)
    if start.expected is not None:
        yield "expected" if start.expected else "unexpected", 1.0


@lru_cache(maxsize=1 << 14)
def kind_of(word: str, lang: str) -> str:
    """Return whether a word begins sentences: "strong", "weak", "grammar", or one of ``OPEN``.

    Of a joined word the first part decides ("L'incident", "It's") if the whole is not known.
    """
    small = word.lower().replace("’", "'")
    starters = lexicon.sentence_starters(lang)
    first = small.partition("'")[0]
    # "O'Hagan" is a name, whatever "o" may be.
    for part in (small,) if first in ("o", "о") else (small, first):
        if part in starters:
            return "strong" if starters[part] else "weak"
        if part in lexicon.function_words(lang):
            return "grammar"
    if first in _ELIDED and first != small:
        return "weak"
    if zipf(small, lang) < _COMMON and zipf(first, lang) < _COMMON:
        return "rare"
    return "name" if first in lexicon.capital_words(lang) else "common"


def _shape(word: str, lang: str) -> str:
    if not word[0].isalpha():
        return "number"
    if word[0].isupper():
        return "capitals" if word.isupper() and len(word) > 1 else "capital"
    return "grammar" if word.lower() in lexicon.function_words(lang) else "small"


def _rarity(word: str, lang: str) -> float:
    return _FREQUENT - min(zipf(word.lower(), lang), _FREQUENT)


@cache
def _model() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads("\n".join(lines("sentence_end.json")))
    return found
