"""The words of a text: the one tokenizer that every check uses."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

# Signs that complete a letter and that Python does not count as letters: combining accents, Arabic
# vowel signs, the vowel signs of the scripts of India, those of Thai, and the two joiners.
_SIGNS = (
    "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_RUN = rf"[^\W_]++(?:[{_SIGNS}]++[^\W_]*+)*+"
_APOSTROPHES = "'’ʼ"
_HYPHENS = r"\-‐‑"
_WORD = re.compile(rf"{_RUN}(?:[{_APOSTROPHES}{_HYPHENS}·]{_RUN})*")
_INNER_MARK = re.compile(rf"[{_APOSTROPHES}{_HYPHENS}·]")


class Word(NamedTuple):
    """A word as it is written, at code points ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """Return the words of ``text`` in order: runs of letters and digits.

    Apostrophes and hyphens inside a word belong to it, those at its ends do not: "Trump's",
    "l'Europe", "aujourd'hui" and "anti-Chavista" are one word each. Scripts without spaces give
    one word for each run between punctuation.

    >>> [word.text for word in words("It's l'Europe, he said.")]
    ["It's", "l'Europe", 'he', 'said']
    """
    return list(_words(text))


# Every check of a row asks for the words of the same one or two texts.
@lru_cache(maxsize=512)
def _words(text: str) -> tuple[Word, ...]:
    found = []
    end = 0
    # No letter or digit lies between two words, so each is found at its place; to ask a match for
    # its place takes longer, and so does calling Word itself.
    make = tuple.__new__
    for spelling in spellings(text):
        start = text.index(spelling, end)
        end = start + len(spelling)
        found.append(make(Word, (start, end, spelling)))
    return tuple(found)


# Enough for the texts of a long run, which are counted first and checked then.
@lru_cache(maxsize=1 << 12)
def spellings(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` without their places, in less than half the time.

    >>> spellings("It's l'Europe, he said.")
    ("It's", "l'Europe", 'he', 'said')
    """
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=512)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` without their places and capitals."""
    return tuple(map(str.casefold, spellings(text)))


def parts(word: str) -> list[str]:
    """Return what stands between the apostrophes and hyphens of one word.

    >>> parts("l'Europe")
    ['l', 'Europe']
    """
    return _INNER_MARK.split(word)


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of an article as they are written; parts of a joined word count as well.

    So "Trump's" also stands for "Trump" and "l'Europe" for "Europe": the counts are evidence that
    a name stands elsewhere in the article.
    """
    counts = Counter(chain.from_iterable(map(spellings, texts)))
    for word, count in list(counts.items()):
        if not word.isalnum():
            pieces = parts(word)
            if len(pieces) > 1:
                for piece in pieces:
                    counts[piece] += count
    return counts
