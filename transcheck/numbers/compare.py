"""Which numbers of two texts that should say the same have no counterpart by value."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck.numbers import digits, spelled
from transcheck.numbers.explain import is_dispensable, is_explained
from transcheck.numbers.reading import Text
from transcheck.numbers.tables import LARGE, tables
from transcheck.numbers.values import Number

# A text with more numbers is a table, and to compare all with all would take too long.
_MOST = 400
# Small numbers in words that a language does not put in or leave out of itself.
_SMALL = (3, 12)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A number without its counterpart: lost, added, or, where both are given, changed."""

    source: Number | None
    target: Number | None


def compare(
    source: tuple[str, str], target: tuple[str, str], *, smallest: float = LARGE
) -> list[Difference]:
    """Return what differs between the numbers of two texts, each given with its language.

    Numbers in words of the source are asked for from ``smallest`` on.
    """
    here = digits.read(*source)
    there = digits.read(*target)
    if max(len(here), len(there)) > _MOST:
        return []
    lost, added = _without_equals(here, there)
    tells = _tells(*source, smallest)
    if not (lost or added or tells):
        return []
    one, other = Text(*source, here), Text(*target, there)
    lost += _asked_for(one, other, smallest) if tells else []
    lost = [number for number in lost if not is_explained(number, one, other)]
    wrong = [number for number in added if not is_explained(number, other, one)]
    doubtful = [number for number in added if number not in wrong]
    if lost:
        # Words are taken for what was changed, never for something added.
        words = _asked_for(other, one, smallest)
        wrong += [number for number in words if not is_explained(number, other, one)][: len(lost)]
    found = [
        difference
        for difference in _differences(lost, wrong or doubtful[: len(lost)])
        if not _is_dispensable(difference, one, other)
    ]
    return found or _mistaken(doubtful, one, other)


def _mistaken(doubtful: Sequence[Number], source: Text, target: Text) -> list[Difference]:
    """Return numbers that a word happens to explain, but for which a small number went missing.

    "Six officers" became "1 agent": an article explains the 1, and nothing the six.
    """
    if not doubtful:
        return []
    missing = [
        number
        for number in source.words
        if number.of(source.small) in source.table.cardinals
        and _SMALL[0] <= max(number.values) <= _SMALL[1]
        and not is_explained(number, source, target)
    ]
    pairs = zip(missing, doubtful, strict=False)
    return [Difference(source=one, target=other) for one, other in pairs]


def _tells(text: str, lang: str, smallest: float) -> bool:
    """Say whether a word of the text may belong to a number that must not get lost."""
    return not tables(lang).telling(smallest).isdisjoint(_WORD.findall(text.lower()))


def _asked_for(here: Text, there: Text, smallest: float) -> list[Number]:
    """Return the numbers in words of ``here`` that ``there`` does not repeat as they are."""
    return [
        number
        for number in spelled.asked_for(here.small, here.lang, smallest)
        if number.of(here.small) not in there.small
        and not _follows_digits(number, here)
        and not _is_name(number, here)
    ]


def _is_name(number: Number, text: Text) -> bool:
    """Say whether a small number is a part of a name by its capital: "Four Corners"."""
    if max(number.values) >= LARGE or number.of(text.small) in text.table.months:
        return False
    return number.start > 0 and text.text[number.start].isupper()


def _follows_digits(number: Number, text: Text) -> bool:
    """Say whether the words only size a number in digits: "5 million"."""
    return any(n.start < number.start <= n.end + 1 for n in text.numbers)


def _without_equals(
    here: Sequence[Number], there: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """Return the numbers of either side that have no equal on the other, each used once."""
    free = list(there)
    lost = []
    for number in here:
        equal = next((other for other in free if number.values & other.values), None)
        if equal is None:
            lost.append(number)
        else:
            free.remove(equal)
    return lost, free


def _is_dispensable(difference: Difference, source: Text, target: Text) -> bool:
    if difference.target is None and difference.source is not None:
        return is_dispensable(difference.source, source)
    if difference.source is None and difference.target is not None:
        return is_dispensable(difference.target, target)
    return False


def _differences(lost: Sequence[Number], added: Sequence[Number]) -> Iterator[Difference]:
    """Pair what was lost with what was added, the most alike first."""
    pairs = sorted(
        (-_likeness(one, other), i, j)
        for i, one in enumerate(lost)
        for j, other in enumerate(added)
    )
    partner: dict[int, int] = {}
    for _, i, j in pairs:
        if i not in partner.values() and j not in partner:
            partner[j] = i
    for j, other in enumerate(added):
        yield Difference(source=lost[partner[j]] if j in partner else None, target=other)
    for i, one in enumerate(lost):
        if i not in partner.values():
            yield Difference(source=one, target=None)


def _likeness(one: Number, other: Number) -> float:
    """Return how much two numbers look like one that was miswritten, from 0 to 1."""
    if sorted(one.digits) == sorted(other.digits):
        return 1.0
    same = sum(a == b for a, b in zip(one.digits, other.digits, strict=False))
    longest = max(len(one.digits), len(other.digits), 1)
    return 0.9 * same / longest + 0.05 * (len(one.digits) == len(other.digits))
