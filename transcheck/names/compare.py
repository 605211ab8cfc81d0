"""Which names of a text have a counterpart in another, and which stand in it alone."""

from collections.abc import Sequence
from functools import lru_cache

from transcheck.names.places import elsewhere, parts
from transcheck.names.reading import Name, Text
from transcheck.names.sounds import is_heard, is_shared
from transcheck.names.spelling import alike, bare, is_kin, is_part

# The log-odds from which two names in two scripts are one: measured on sentences of other articles,
# one name in twenty has such a word in them by chance. A word in small letters is no name, but the
# thing that a loanword means; of two names that nothing else stands for, less will do.
_HEARD, _HEARD_SMALL, _HEARD_LEFT = 5.0, 9.0, 2.5
# Two names in one script are one if they share so much of their sound.
_LIKE_SPELT = 0.6
_SHORTEST_HEARD = 4
_LONG = 5
# So many letters of a name from the table stand in every word that may be made of it.
_BEGINNING = 4
# So many times a name is put beside a word at most; no sentence needs more.
_MOST = 10_000


# The sentences near by are asked about the names of each.
@lru_cache(maxsize=1 << 10)
def alone(one: Text, other: Text) -> Sequence[Name]:
    """Return the names of a text that have no counterpart in the other."""
    if max(len(x.names) * len(y.words) for x, y in ((one, other), (other, one))) > _MOST:
        return ()
    left, theirs = _left(one, other), _left(other, one)
    return tuple(
        name for name in left if not any(_is_heard(name, its, _HEARD_LEFT) for its in theirs)
    )


@lru_cache(maxsize=1 << 10)
def _left(one: Text, other: Text) -> Sequence[Name]:
    return [name for name in one.names if not has_counterpart(name, other)]


def has_counterpart(name: Name, other: Text) -> bool:
    """Say whether a word of the other text may stand for the name."""
    return (
        name.text in other.spellings
        or any(_spelt_alike(name, word) for word in other.beginning_like(name.text))
        or _is_called_so(name, other)
        # To hear takes longest.
        or any(_same(name, word) for word in other.words)
    )


def _spelt_alike(name: Name, word: Name) -> bool:
    if name.script != word.script or not alike(name.text, word.text):
        return False
    return word.text[0].isupper() or len(word.text) >= _LONG


def _is_called_so(name: Name, other: Text) -> bool:
    """Say whether the table has the name, and the text what the other language calls it."""
    forms = elsewhere(name.text)
    if not other.language.spaced:
        return any(form in other.text for form in forms)
    return any(all(_stands_in(part, other) for part in parts(form)) for form in forms)


def _stands_in(part: str, other: Text) -> bool:
    """Say whether a word of a name from the table, or one made of it, stands in a text."""
    if bare(part)[:_BEGINNING] not in other.bare:
        return False
    return is_kin(part, other.bare) or any(
        alike(part, word.text) for word in other.beginning_like(part)
    )


def _same(name: Name, word: Name) -> bool:
    """Say whether two words that are spelt otherwise are one name."""
    if name.script == word.script:
        if not word.text[0].isupper():
            return False
        if is_part(name.text, word.text):
            return True
        long = min(len(name.text), len(word.text)) >= _SHORTEST_HEARD
        return long and is_shared(name.text, word.text, _LIKE_SPELT)
    return _is_heard(name, word, _HEARD_SMALL if word.text[0].islower() else _HEARD)


def _is_heard(name: Name, word: Name, least: float) -> bool:
    return is_heard(name.text, name.script, word.text, word.script, least)
