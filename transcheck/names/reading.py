"""A text with the words in it that may be names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from transcheck import languages
from transcheck.languages import Language
from transcheck.model import Span
from transcheck.names.spelling import bare, beginning, is_latin
from transcheck.text.protected import protected, touches
from transcheck.text.words import words

# In a headline in capitals, more than this share of the longer words has one.
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_TITLED = 0.7
# What stands between apostrophes and hyphens; digits and their like end a name as well, and so
# does the point between the names of a person in katakana.
_PIECE = re.compile(r"[^\W\d_]+")
_KATAKANA = re.compile(r"[ァ-ヺー]+")
_FEWEST, _FEWEST_KATAKANA = 3, 3
# A capital after so many small letters begins a word that lost its space, no name.
_GLUED = re.compile(r"[^\W\d_A-Z]{4}[A-Z]")
# After these, with or without a mark of opening between, a capital says nothing.
_ENDS = frozenset(".!?:;…")
_OPENING = " \u00a0\u202f\"'“”„«»‘’‹›(¿¡[–—-*•/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Span):
    """A word that may be a name.

    ``first`` says that its capital may be that of the sentence, or of a headline in capitals.
    """

    text: str
    script: str
    first: bool = False


@dataclass(frozen=True)
class Text:
    """A text in a language with its words and with those that may be names."""

    text: str
    lang: str

    @cached_property
    def language(self) -> Language:
        """What is known of the text's language."""
        return languages.find(self.lang)

    @cached_property
    def words(self) -> Sequence[Name]:
        """The words of the text, taken apart at hyphens and apostrophes."""
        return list(self._words())

    @cached_property
    def bare(self) -> str:
        """All words in small letters without accents, one after the other."""
        return " ".join(bare(word.text) for word in self.words)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """The words as they are written."""
        return frozenset(word.text for word in self.words)

    def beginning_like(self, word: str) -> Sequence[Name]:
        """Return the words that begin as ``word`` does, all that may be alike among them."""
        return self._beginnings.get(beginning(word), ())

    @cached_property
    def _beginnings(self) -> Mapping[str, Sequence[Name]]:
        found: defaultdict[str, list[Name]] = defaultdict(list)
        for word in self.words:
            found[beginning(word.text)].append(word)
        return found

    def _words(self) -> Iterator[Name]:
        for word in words(self.text):
            for piece in _PIECE.finditer(word.text):
                yield from self._pieces(word.start + piece.start(), piece[0])

    def _pieces(self, start: int, text: str) -> Iterator[Name]:
        """Yield one word, or what stands in katakana or in Latin letters among other characters."""
        if self.language.spaced:
            found = [(start, text)]
        else:
            found = [(start + match.start(), match[0]) for match in _ONE_SCRIPT.finditer(text)]
        for at, one in found:
            yield Name(
                start=at,
                end=at + len(one),
                text=one,
                script=self._script(one),
                first=self._is_titled or self._is_first(at),
            )

    def _script(self, word: str) -> str:
        if is_latin(word):
            return "Latn"
        return "Kana" if _KATAKANA.fullmatch(word) else self.language.script

    @cached_property
    def _is_titled(self) -> bool:
        """Say whether nearly every word has a capital, as in a headline: they say nothing there."""
        long = [match[0] for match in _LONG_WORD.finditer(self.text)]
        return sum(word[0].isupper() for word in long) > _TITLED * len(long)

    def _is_first(self, start: int) -> bool:
        before = self.text[:start].rstrip(_OPENING)
        return not before or before[-1] in _ENDS

    @cached_property
    def names(self) -> Sequence[Name]:
        """The words that may be names by the way they are written."""
        taken = protected(self.text)
        return [
            word
            for word in self.words
            if _may_be_name(word) and not touches(taken, word.start, word.end)
        ]


_ONE_SCRIPT = re.compile(r"[ァ-ヺー]+|[A-Za-zÀ-ɏ]+|[^\Wァ-ヺーA-Za-zÀ-ɏ]+")


def _may_be_name(word: Name) -> bool:
    if _KATAKANA.fullmatch(word.text):
        return len(word.text) >= _FEWEST_KATAKANA
    capital = word.text[0].isupper() and not word.text[:-1].isupper()
    return capital and len(word.text) >= _FEWEST and not _GLUED.search(word.text)
