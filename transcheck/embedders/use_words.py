"""Which of the encoder's tokens make up which word of a text."""

import re
from collections.abc import Sequence

from transcheck.model import Span
from transcheck.text.words import words

# Scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, kana and Han.
_UNSPACED = re.compile(
    "[\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17dd\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff]"
)


def words_of_tokens(text: str, places: Sequence[Span]) -> tuple[list[Span], list[int]]:
    """Return the words of ``text`` that have tokens, and for each token its word's number, or -1.

    ``places`` are those of the tokens, in order. A token belongs to the word that its first letter
    stands in. Where words are not written apart, each token is a word.
    """
    found: list[Span] = []
    owners = [-1] * len(places)
    token = 0
    for word in words(text):
        apart = _UNSPACED.search(word.text) is None
        began = len(found)
        while token < len(places) and places[token].start < word.end:
            place = Span(
                start=max(places[token].start, word.start), end=min(places[token].end, word.end)
            )
            if place.start < place.end:
                if not apart:
                    found.append(place)
                elif len(found) == began:
                    found.append(Span(start=word.start, end=word.end))
                owners[token] = len(found) - 1
            token += 1
    return found, owners
