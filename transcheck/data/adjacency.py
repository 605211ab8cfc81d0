"""Which kinds of words stand side by side, and which are written small, more often than by chance.

``tests/benchmarks/garble/train_adjacency.py`` counts them for ``data/adjacent``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from transcheck.data import exists, lexicon, lines

LONGEST_ENDING = 4
# Where a sentence begins or ends, and the kinds of words that are no words of grammar.
EDGE = ""
SMALL, CAPITAL, NUMBER = "SMALL", "CAPITAL", "NUMBER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjacency:
    """How much a kind of word draws another one behind it: log of how often, by chance 0.

    ``pulls`` holds it by the first of the two and then by the second. ``small`` holds, where nouns
    have capitals, how usual small letters are for words with an ending, by the ending: "ung" is
    one of nouns.
    """

    lang: str
    pulls: Mapping[str, Mapping[str, float]]
    small: Mapping[str, float]

    def kind(self, token: str, *, opens: bool = False) -> str:
        """Return the kind of a word or a mark; a capital that ``opens`` a sentence says nothing.

        Each word of grammar is a kind of its own, and so is each mark.
        """
        small = token.lower()
        if not token[:1].isalnum() or small in lexicon.function_words(self.lang):
            return small
        if not token[0].isalpha():
            return NUMBER
        return CAPITAL if token[0].isupper() and not opens else SMALL

    def pull(self, *kinds: str) -> float:
        """Return how much kinds that stand in a row draw each other."""
        return sum(self.pulls.get(first, {}).get(second, 0.0) for first, second in pairwise(kinds))

    def smallness(self, word: str) -> float:
        """Return how usual small letters are for a word that is no word of grammar, 0 as for most.

        ``word`` is in small letters. The longest ending that was counted tells.
        """
        if word in lexicon.function_words(self.lang):
            return 0.0
        endings = (word[-length:] for length in range(LONGEST_ENDING, 0, -1))
        return next((self.small[ending] for ending in endings if ending in self.small), 0.0)


@cache
def adjacency(lang: str) -> Adjacency:
    """Return what was counted in ``lang``; nothing where nothing was."""
    name = f"adjacent/{lang}.json"
    found = json.loads("".join(lines(name))) if exists(name) else {"pulls": {}, "small": {}}
    return Adjacency(lang=lang, pulls=found["pulls"], small=found["small"])
