"""The words of a text: the one tokenizer that every check uses."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

# Signs that complete a letter and that Python does not count as letters: combining accents, Arabic
# vowel signs, the vowel signs of the scripts of India, those of Thai, and the two joiners.
_SIGNS = (
    "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_RUN = rf"[^\W_](?:[^\W_]|[{_SIGNS}])*"
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
    return [Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]


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
    counts: Counter[str] = Counter()
    for text in texts:
        for match in _WORD.findall(text):
            counts[match] += 1
            pieces = parts(match)
            if len(pieces) > 1:
                counts.update(pieces)
    return counts
