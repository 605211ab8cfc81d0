"""Find the terms of a glossary in a text, with some tolerance for their endings."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from transcheck import languages
from transcheck.glossary.records import Entry, Glossary
from transcheck.model import Span
from transcheck.text.words import Word, parts, words

# A word of so many letters may end otherwise than its term: by one letter less, two more.
_BENT, _LESS, _MORE = 4, 1, 2
# A translation may bend its words more: so much of each must stand there, and at least so many.
_SHARE, _FEWEST = 0.6, 3
# Words are looked up by so many first letters.
_KEY = 3


class Found(NamedTuple):
    """A term of an entry, at its place in a text."""

    span: Span
    entry: Entry


def in_source(glossary: Glossary, text: str, lang: str, target: str) -> list[Found]:
    """Return the terms of the source that the glossary has, the longest at each place."""
    index = _index(glossary, lang, target)
    spaced = languages.find(lang).spaced
    found = [
        Found(span, entry)
        for key, start in _starts(text, spaced=spaced)
        for term, entry in index.get(key, ())
        for span in _at(text, start, term, spaced=spaced)
    ]
    return _longest(found)


def occurrences(text: str, term: str, lang: str) -> Iterator[Span]:
    """Yield where a term stands in a text, in its form or with another short ending."""
    spaced = languages.find(lang).spaced
    key = _key(term, spaced=spaced)
    for at, start in _starts(text, spaced=spaced):
        if at == key:
            yield from _at(text, start, term, spaced=spaced)


def stands(text: str, term: str, lang: str) -> bool:
    """Say whether a text has a term in some form: bent, in parts, or in a longer word.

    >>> stands("Die Kontoeinstellungen wurden gesichert.", "Konto", "de")
    True
    """
    if not languages.find(lang).spaced:
        return _plain(term) in _plain(text)
    stems = [_stem(piece.text) for piece in _pieces(term)]
    telling = [stem for stem in stems if len(stem) >= _FEWEST] or stems
    have = [_plain(piece.text) for piece in _pieces(text)]
    return all(
        any(word.startswith(stem) or (len(stem) > _FEWEST and stem in word) for word in have)
        for stem in telling
    )


@lru_cache(maxsize=64)
def _index(
    glossary: Glossary, source: str, target: str
) -> Mapping[str, Sequence[tuple[str, Entry]]]:
    spaced = languages.find(source).spaced
    index: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
    for entry in glossary.entries(source, target):
        for term in entry.sources:
            index[_key(term, spaced=spaced)].append((term, entry))
    return index


def _key(term: str, *, spaced: bool) -> str:
    return next((key for key, _ in _starts(term, spaced=spaced)), "")


def _starts(text: str, *, spaced: bool) -> Iterator[tuple[str, int]]:
    """Yield where a term may begin, with what it is looked up by."""
    if spaced:
        for piece in _pieces(text):
            yield piece.text[:_KEY].casefold(), piece.start
    else:
        for start, letter in enumerate(text):
            yield letter.casefold(), start


def _at(text: str, start: int, term: str, *, spaced: bool) -> Iterator[Span]:
    if not spaced:
        if text[start : start + len(term)].casefold() == term.casefold():
            yield Span(start=start, end=start + len(term))
        return
    wanted = _pieces(term)
    have = [piece for piece in _pieces(text) if piece.start >= start][: len(wanted)]
    if len(have) == len(wanted) and all(map(_is_form, have, wanted)):
        yield Span(start=have[0].start, end=have[-1].end)


@lru_cache(maxsize=1 << 10)
def _pieces(text: str) -> tuple[Word, ...]:
    """Return the words of a text, what hyphens and apostrophes join taken apart."""
    found = []
    for word in words(text):
        end = word.start
        for part in parts(word.text):
            start = text.index(part, end)
            end = start + len(part)
            if part:
                found.append(Word(start, end, part))
    return tuple(found)


def _is_form(word: Word, term: Word) -> bool:
    """Say whether a word is the term, or has another ending; a capital of the term is meant."""
    if term.text[0].isupper() and not word.text[0].isupper():
        return False
    one, other = word.text.casefold(), term.text.casefold()
    if one == other:
        return True
    if len(other) < _BENT or len(one) > len(other) + _MORE:
        return False
    return one.startswith(other[:-_LESS])


def _stem(word: str) -> str:
    plain = _plain(word)
    return plain[: max(_FEWEST, round(len(plain) * _SHARE))]


def _plain(text: str) -> str:
    """Return a text without capitals and accents: Häuser begins as Haus does."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _longest(found: Sequence[Found]) -> list[Found]:
    """Leave out what stands inside a longer term: bank in bank account."""
    left: list[Found] = []
    for each in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        longest = left[-1].span if left else None
        if longest is None or each.span.end > longest.end or each.span == longest:
            left.append(each)
    return left
