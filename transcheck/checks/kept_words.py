"""Which words of its sources a file keeps in the translations, and which it puts otherwise."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from transcheck.checks.base import Texts

_WORD = re.compile(r"[^\W\d_]{2,}")
# A word is told by so many strings at least; a translated one is kept in one of five at most.
_FEWEST, _SHARE = 2, 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How many strings of a file have a word of their source, and how many have not.

    Words are case folded, and strings that are copied whole count for nothing.
    """

    kept: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)

    def translates(self, word: str) -> bool:
        """Whether the file says ``word`` in its own language."""
        gone, kept = self.gone[word], self.kept[word]
        return gone >= _FEWEST and kept <= _SHARE * (gone + kept)

    def keeps(self, word: str) -> bool:
        """Whether the file mostly leaves ``word`` as it is."""
        return self.kept[word] >= max(_FEWEST, self.gone[word] + 1)


@lru_cache(maxsize=2)
def words_by_path(texts: Texts) -> Mapping[str, Words]:
    """Return what became of the words of the strings, by the path of their translations."""
    found: dict[str, Words] = defaultdict(Words)
    for pair in texts.pairs:
        if pair.strings is None:
            continue
        source, target = (each.text.casefold() for each in pair.strings[:2])
        if source.strip() == target.strip():
            continue
        words = found[pair.strings[1].path]
        for word in set(_WORD.findall(source)):
            (words.kept if word in target else words.gone)[word] += 1
    return found
