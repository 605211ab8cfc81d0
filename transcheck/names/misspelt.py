"""Names that a translation misspells: "Gazatte" for "Gazette", both in Latin letters."""

from collections.abc import Iterator, Sequence

from transcheck.data.frequency import zipf
from transcheck.names.reading import Name, Text
from transcheck.names.spelling import alike, bare, is_part

_LATIN = "Latn"
# Shorter names are other names with a letter changed, and longer ones are not misspelt by more.
_SHORTEST, _MOST_EDITS = 5, 2
# What languages write for each other's letters: "Volodymyr" and "Volodímir", "Yunnan" and "Junnan".
_RESPELT = str.maketrans("yjwkqz", "iivccs")
# On the Zipf scale: what the language hardly knows, where it knows the name so much better.
_UNKNOWN, _BETTER = 1.5, 1.0


def slips(source: Text, target: Text) -> Iterator[tuple[Name, Name]]:
    """Yield each name of the source with a word in its place that has a letter or two wrong.

    The language of the translation does not know the word: a form of its own ("Moskau",
    "Zelenski") is one that it knows.
    """
    ours = list(_lone(source, target))
    theirs = list(_lone(target, source)) if ours else []
    for name in ours:
        for word in theirs:
            if is_slip(name.text, word.text) and _known(word, target) < _UNKNOWN:
                yield name, word


def is_better_known(name: Name, word: Name, target: Text) -> bool:
    """Say whether the language of the translation knows the name, so that it keeps it as it is."""
    return _known(name, target) >= _known(word, target) + _BETTER


def _lone(one: Text, other: Text) -> Iterator[Name]:
    """Yield the names in Latin letters that stand in one text alone, in whatever form."""
    same = is_part if one.language.keeps_names and other.language.keeps_names else _is_form
    for name in one.names:
        if name.script != _LATIN or len(name.text) < _SHORTEST or name.text in other.text:
            continue
        if not any(same(name.text, word.text) for word in other.words):
            yield name


def _is_form(one: str, other: str) -> bool:
    return is_part(one, other) or alike(one, other)


def is_slip(name: str, word: str) -> bool:
    """Say whether a word is a name with one or two letters changed, left out, put in or swapped.

    >>> is_slip("Gazette", "Gazatte"), is_slip("Higgins", "Higgings"), is_slip("Bonn", "Berlin")
    (True, True, False)
    """
    one, other = (bare(each).translate(_RESPELT) for each in (name, word))
    return 0 < _edits(one, other) <= _MOST_EDITS


def _edits(one: str, other: str) -> int:
    """Return the optimal string alignment distance, or more than counts where it is more."""
    if abs(len(one) - len(other)) > _MOST_EDITS:
        return _MOST_EDITS + 1
    above: Sequence[int] = []
    row: Sequence[int] = range(len(other) + 1)
    for place, mine in enumerate(one):
        before, above, row = above, row, [place + 1]
        for at, its in enumerate(other):
            cost = min(above[at + 1] + 1, row[at] + 1, above[at] + (mine != its))
            if place and at and (mine, its) == (other[at - 1], one[place - 1]):
                cost = min(cost, before[at - 1] + 1)
            row.append(cost)
    return row[-1]


def _known(word: Name, target: Text) -> float:
    """Return how frequent a word is; among other scripts, Latin letters are mostly English."""
    lang = target.lang if target.language.script == _LATIN else "en"
    return zipf(word.text, lang)
