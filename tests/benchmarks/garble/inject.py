"""Plant faults into clean text: each injector damages one place and says which span must be marked.

The protocol, for every module of injectors (this one, ``inject_more.py``, ...):

- An injector is a function ``(Place, Random) -> Damaged | None``. ``Place`` is one sentence of an
  article with what stands around it. It returns None where the sentence offers no place for the
  fault; it draws from the given generator alone, so that a seed gives the same faults again.
- ``Damaged.text`` is the whole damaged segment, ``Damaged.start`` to ``Damaged.end`` the exact span
  that the check must mark in it.
- A module lists its injectors in ``INJECTORS: tuple[Injector, ...]``, each with the name of the
  fault and the name of the check that must find it. The runner reads these tuples.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from transcheck.languages import find


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A clean sentence, the one after it in its article, and their sources, where there are any."""

    sentence: str
    lang: str
    following: str | None = None
    source: str | None = None
    following_source: str | None = None
    source_lang: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """A damaged segment and the span that must be marked: code points, the end exclusive."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Injector:
    """One kind of fault: ``fault`` names it, ``check`` names the check that must find it."""

    fault: str
    check: str
    inject: Callable[[Place, Random], Damaged | None]


# Words of letters alone that no hyphen, apostrophe or digit adjoins: the span to mark is beyond
# dispute. "Title" is a capital and then small letters; capitals throughout are left out.
_LEFT = r"(?<![\w'’.@/&-])"
_RIGHT = r"(?![\w'’@/&-])"
_WORD = r"[^\W\d_]+"
_SMALL = "small"
_TITLE = "title"
_NUMBER = "number"
_CAPITALS = "capitals"


def _shape(word: str) -> str | None:
    if word.isdecimal():
        return _NUMBER
    if word.islower() and len(word) > 1:
        return _SMALL
    if word.istitle() and len(word) > 2:
        return _TITLE
    if word.isupper() and len(word) > 1:
        return _CAPITALS
    return None


_PAIR = re.compile(rf"{_LEFT}({_WORD}|\d+)( )(?=({_WORD}|\d+){_RIGHT}(?![.,]\d))")
_COMMA = re.compile(rf"{_LEFT}({_WORD}),( )(?=({_WORD}){_RIGHT})")
_OPENING = re.compile(rf"{_LEFT}({_WORD})( )(?=[\"“„«(\[]({_WORD}){_RIGHT})")
_CLOSING = re.compile(rf"{_LEFT}({_WORD})[.,?!]?[\"”“»)\]]( )(?=({_WORD}){_RIGHT})")
_BEFORE_DASH = re.compile(rf"{_LEFT}({_WORD})( )[–—](?= ({_WORD}){_RIGHT})")
_AFTER_DASH = re.compile(rf"(?<=\w )([–—])( )(?=({_WORD}){_RIGHT})")
_END = re.compile(rf"{_LEFT}({_WORD})\.$")
_BEGIN = re.compile(rf"({_WORD}){_RIGHT}")


def neighbours(sentence: str) -> Iterator[tuple[int, str, str]]:
    """Yield where a word begins, it and the small-letter word after it, where neither is in doubt.

    The first is in small letters too, or has a capital.
    """
    for match in _PAIR.finditer(sentence):
        if _shape(match[1]) in {_SMALL, _TITLE} and _shape(match[3]) == _SMALL:
            yield match.start(1), match[1], match[3]


def _has_words_and_capitals(lang: str) -> bool:
    language = find(lang)
    return language.cased and language.spaced


def _glue(pattern: re.Pattern[str], shapes: set[tuple[str, str]]) -> Callable[..., Damaged | None]:
    """Make an injector that takes out the space of one match of ``pattern`` with these shapes."""

    def inject(place: Place, random: Random) -> Damaged | None:
        if not _has_words_and_capitals(place.lang):
            return None
        found = [
            match
            for match in pattern.finditer(place.sentence)
            if (_shape(match[1]), _shape(match[3])) in shapes
        ]
        if not found:
            return None
        match = random.choice(found)
        text = place.sentence[: match.start(2)] + place.sentence[match.end(2) :]
        return Damaged(text=text, start=match.start(1), end=match.end(3) - 1)

    return inject


def _around(pattern: re.Pattern[str], *, shift: int | None = None) -> Callable[..., Damaged | None]:
    """Make an injector that takes out the space of one match of ``pattern``, a mark beside it.

    The span ends with the third group, or with the match where ``shift`` is 0.
    """

    def inject(place: Place, random: Random) -> Damaged | None:
        found = list(pattern.finditer(place.sentence))
        if not found or not _has_words_and_capitals(place.lang):
            return None
        match = random.choice(found)
        text = place.sentence[: match.start(2)] + place.sentence[match.end(2) :]
        end = match.end(3) if shift is None else match.end()
        return Damaged(text=text, start=match.start(1), end=end - 1)

    return inject


def _join(between: str) -> Callable[..., Damaged | None]:
    """Make an injector that joins two sentences with ``between`` for the stop and the space."""

    def inject(place: Place, _random: Random) -> Damaged | None:
        end = _END.search(place.sentence)
        begin = _BEGIN.match(place.following or "")
        if not end or not begin or not place.following or not begin[1][0].isupper():
            return None
        if not end[1].islower() and not end[1].istitle():
            return None
        head = place.sentence[: end.end(1)] + between
        return Damaged(
            text=head + place.following, start=end.start(1), end=len(head) + begin.end(1)
        )

    return inject


INJECTORS: tuple[Injector, ...] = (
    Injector(fault="sentences glued (WashingtonAfter)", check="glued-words", inject=_join("")),
    Injector(fault="stop glued (Washington.After)", check="glued-words", inject=_join(".")),
    Injector(
        fault="names glued (NewYork)",
        check="glued-words",
        inject=_glue(_PAIR, {(_TITLE, _TITLE)}),
    ),
    Injector(
        fault="word and name glued (inVenezuela)",
        check="glued-words",
        inject=_glue(_PAIR, {(_SMALL, _TITLE)}),
    ),
    Injector(
        fault="word and number glued (in2024)",
        check="glued-words",
        inject=_glue(_PAIR, {(_SMALL, _NUMBER), (_TITLE, _NUMBER)}),
    ),
    Injector(
        fault="number and word glued (2024in)",
        check="glued-words",
        inject=_glue(_PAIR, {(_NUMBER, _SMALL)}),
    ),
    Injector(
        fault="comma glued (said,he)",
        check="glued-words",
        inject=_glue(
            _COMMA,
            {(_SMALL, _SMALL), (_SMALL, _TITLE), (_TITLE, _SMALL), (_TITLE, _TITLE)},
        ),
    ),
    Injector(
        fault="words run together (theoil)",
        check="glued-words",
        inject=_glue(_PAIR, {(_SMALL, _SMALL)}),
    ),
    Injector(
        fault="name and word run together (Trumpis)",
        check="glued-words",
        inject=_glue(_PAIR, {(_TITLE, _SMALL)}),
    ),
    Injector(
        fault="capitals and name glued (NATOChief)",
        check="glued-words",
        inject=_glue(_PAIR, {(_CAPITALS, _TITLE)}),
    ),
    Injector(
        fault="opening quotation mark or bracket glued (he(then)",
        check="glued-words",
        inject=_around(_OPENING),
    ),
    Injector(
        fault="closing quotation mark or bracket glued (then)he)",
        check="glued-words",
        inject=_around(_CLOSING),
    ),
    Injector(
        fault="dash glued on the left (he– then)",
        check="glued-words",
        inject=_around(_BEFORE_DASH, shift=0),
    ),
    Injector(
        fault="dash glued on the right (he –then)",
        check="glued-words",
        inject=_around(_AFTER_DASH),
    ),
    Injector(fault="stop lost (Justice It)", check="missing-sentence-end", inject=_join(" ")),
)
