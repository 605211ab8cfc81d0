"""What the names of two texts have in common, and which of them stand in one text alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from transcheck.model import Side
from transcheck.names.likely import is_name
from transcheck.names.places import elsewhere, parts
from transcheck.names.reading import Name, Text
from transcheck.names.sounds import sound, sounds_alike
from transcheck.names.spelling import alike, is_kin, is_part

# Two names sound alike if one can be made of the other at this cost.
_LIKE_SOUND = 0.35
_LIKE_SPELT = 0.2
_SHORTEST_HEARD = 4
_LONG = 5
# Names do not have more words than this; a longer text is no sentence.
_MOST_WORDS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A name of the source that the translation lacks, with what stands there in its place."""

    source: Name
    target: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """The names of two texts that have no counterpart in the other."""

    source: Sequence[Name] = ()
    target: Sequence[Name] = ()


def unmatched(source: Text, target: Text) -> Unmatched:
    """Return the names that stand in one of two texts alone."""
    if max(len(source.words), len(target.words)) > _MOST_WORDS:
        return Unmatched()
    found = [name for name in alone(target, source) if is_name(name, target.lang, source.lang)]
    if not found:
        return Unmatched()
    missing = [
        name
        for name in alone(source, target)
        if is_name(name, source.lang, target.lang, strict=False)
    ]
    return Unmatched(source=missing, target=found)


def compare(source: Text, target: Text, is_kept: Callable[[Name, Side], bool]) -> list[Difference]:
    """Return the names in which a translation differs from its source, in order.

    ``is_kept`` says of a name without a counterpart what is known besides the two texts.
    """
    rest = unmatched(source, target)
    found = [name for name in rest.target if not is_kept(name, Side.TARGET)]
    missing = [name for name in rest.source if not is_kept(name, Side.SOURCE)]
    return [
        Difference(source=mine, target=its)
        for its, mine in zip(found, _in_place(found, missing, source, target), strict=True)
        if mine
    ]


def alone(one: Text, other: Text) -> list[Name]:
    """Return the names of a text that have no counterpart in the other."""
    return [name for name in one.names if not has_counterpart(name, other)]


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


def _in_place(
    found: Sequence[Name], missing: Sequence[Name], source: Text, target: Text
) -> list[Name | None]:
    """Return, for each name that the translation has for its own, that which it stands for."""
    free = list(missing)
    taken: list[Name | None] = []
    for its in found:
        place = its.start / len(target.text)
        best = min(free, key=lambda one: abs(one.start / len(source.text) - place), default=None)
        if best:
            free.remove(best)
        taken.append(best)
    return taken
