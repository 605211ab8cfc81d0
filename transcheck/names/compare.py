"""Which names of a text have a counterpart in another, and which stand in it alone."""

from collections.abc import Sequence
from functools import lru_cache

from transcheck.names.places import elsewhere, parts
from transcheck.names.reading import Name, Text
from transcheck.names.sounds import sound, sounds_alike
from transcheck.names.spelling import alike, bare, is_kin, is_part

# Two names sound alike if one can be made of the other at this cost.
_LIKE_SOUND = 0.35
_LIKE_SPELT = 0.2
_SHORTEST_HEARD = 4
_LONG = 5
# So many letters of a name from the table stand in every word that may be made of it.
_BEGINNING = 4
# Names do not have more words than this; a longer text is no sentence.
_MOST_WORDS = 400


# The sentences near by are asked about the names of each.
@lru_cache(maxsize=1 << 10)
def alone(one: Text, other: Text) -> Sequence[Name]:
    """Return the names of a text that have no counterpart in the other."""
    if max(len(one.words), len(other.words)) > _MOST_WORDS:
        return ()
    return tuple(name for name in one.names if not has_counterpart(name, other))


def has_counterpart(name: Name, other: Text) -> bool:
    """Say whether a word of the other text may stand for the name."""
    if any(_same(name, word) for word in other.words):
        return True
    forms = elsewhere(name.text)
    if not other.language.spaced:
        return any(form in other.text for form in forms)
    return any(all(_stands_in(part, other) for part in parts(form)) for form in forms)


def _stands_in(part: str, other: Text) -> bool:
    """Say whether a word of a name from the table, or one made of it, stands in a text."""
    if bare(part)[:_BEGINNING] not in other.bare:
        return False
    return any(is_kin(part, word.text) or alike(part, word.text) for word in other.words)


def _same(name: Name, word: Name) -> bool:
    if name.text == word.text:
        return True
    if name.script == word.script:
        if alike(name.text, word.text):
            return word.text[0].isupper() or len(word.text) >= _LONG
        if not word.text[0].isupper():
            return False
        if is_part(name.text, word.text):
            return True
    if min(len(name.text), len(word.text)) < _SHORTEST_HEARD:
        return False
    limit = _LIKE_SPELT if name.script == word.script else _LIKE_SOUND
    return sounds_alike(sound(name.text, name.script), sound(word.text, word.script), limit)
