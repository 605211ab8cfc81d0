"""Which numbers of two texts that should say the same have no counterpart by value."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from transcheck.numbers import digits, named, spelled
from transcheck.numbers.explain import is_dispensable, is_explained, is_measured
from transcheck.numbers.named import Name
from transcheck.numbers.reading import Text
from transcheck.numbers.tables import LARGE, SMALLEST, tables
from transcheck.numbers.units import differ
from transcheck.numbers.values import Number

# A text with more numbers is a table, and to compare all with all would take too long.
MOST = 400
# Numbers that share so much may be one that was miswritten.
_ALIKE = 0.45
# A sentence may begin after these.
_STARTS = re.compile(r"[^\w]*|.*[.!?…:]\W+", re.DOTALL)
_TENS = (20, 90)
_UNIT = re.compile(r"[\s-]?(?:[°º]\s?)?[^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A number without its counterpart: lost, added, or, where both are given, changed."""

    source: Number | None
    target: Number | None


def compare(
    source: tuple[str, str], target: tuple[str, str], *, smallest: float = SMALLEST
) -> list[Difference]:
    """Return what differs between the numbers of two texts, each given with its language.

    Numbers in words of the source are asked for from ``smallest`` on.
    """
    one, other = Text(*source, digits.read(*source)), Text(*target, digits.read(*target))
    if max(len(one.numbers), len(other.numbers)) > MOST:
        return []
    found = _numbers(one, other, smallest)
    marked = {number.start for each in found if (number := each.target)}
    more = (*_names(one, other), *_units(one, other))
    return [*found, *(each for each in more if each.target and each.target.start not in marked)]


def counting(lang: str) -> Callable[[str], bool]:
    """Return what says whether a token of a language may belong to what ``compare`` compares."""
    telling, naming = tables(lang).telling(0), named.beginning(lang)

    def look(token: str) -> bool:
        if digits.ANY.search(token):
            return True
        small = token.lower()
        return not telling.isdisjoint(_WORD.findall(small)) or naming.search(small) is not None

    return look


def _names(one: Text, other: Text) -> Iterator[Difference]:
    """Yield the months, days of the week, currencies and shares ("two thirds") that differ."""
    for ours, theirs in named.changed((one.lowered, one.lang), (other.lowered, other.lang)):
        yield Difference(source=_name(ours), target=_name(theirs))


def _name(name: Name) -> Number:
    return Number(start=name.start, end=name.end, values=frozenset())


def _units(one: Text, other: Text) -> Iterator[Difference]:
    """Yield the numbers that stayed the same when their unit was changed: 30 miles, 30 km."""
    for ours in one.numbers:
        equals = [theirs for theirs in other.numbers if ours.values & theirs.values]
        units = one.table.unit(one.small, ours.end) if equals else ()
        others = [other.table.unit(other.small, equal.end) for equal in equals]
        if units and all(
            theirs and all(differ(*pair) for pair in product(units, theirs)) for theirs in others
        ):
            yield Difference(source=_measure(ours, one), target=_measure(equals[0], other))


def _measure(number: Number, text: Text) -> Number:
    """Return the number with the word for its unit."""
    end = _UNIT.match(text.text, number.end)
    return Number(start=number.start, end=end.end() if end else number.end, values=frozenset())


def _numbers(one: Text, other: Text, smallest: float) -> list[Difference]:
    """Return what differs between the numbers themselves."""
    lost, added = _without_equals(one.numbers, other.numbers)
    tells = _tells(one.text, one.lang, smallest)
    # Where the words of the source cannot be read, they can still be looked for.
    unread = not one.table.words_from(smallest) and _tells(other.text, other.lang, smallest)
    if not (lost or added or tells or unread):
        return []
    lost += _asked_for(one, other, smallest) if tells else []
    lost = [number for number in lost if not is_explained(number, one, other)]
    wrong = [number for number in added if not is_explained(number, other, one)]
    doubtful = [number for number in added if number not in wrong]
    if lost or unread:
        # Elsewhere words are taken for what was changed, never for something added.
        words = _asked_for(other, one, smallest)
        most = None if unread else len(lost)
        wrong += [number for number in words if not is_explained(number, other, one)][:most]
    alike = [number for number in doubtful if _is_alike(number, lost, other, one)]
    written = wrong or alike[: len(lost)]
    return [
        difference
        for difference in _differences(lost, written)
        if not _is_dispensable(difference, one, other)
    ]


def _is_alike(number: Number, lost: Sequence[Number], here: Text, there: Text) -> bool:
    """Say whether an explained number may be a lost one that was miswritten.

    Its digits are much the same; or as many, and no measure or hour of the other text explains it.
    """
    if any(_likeness(one, number) >= _ALIKE for one in lost):
        return True
    same_length = any(len(one.digits) in {0, len(number.digits)} for one in lost)
    return same_length and not is_measured(number, here, there)


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
        and not _goes_on(number, here)
        and not _is_name(number, here)
    ]


def _is_name(number: Number, text: Text) -> bool:
    """Say whether a small number is a part of a name by its capital: "Four Corners"."""
    if max(number.values) >= LARGE or number.of(text.small) in text.table.months:
        return False
    return text.text[number.start].isupper() and not _STARTS.fullmatch(text.text, 0, number.start)


def _goes_on(number: Number, text: Text) -> bool:
    """Say whether a word for ones follows the tens in a form that no table has: "otuz sekizde"."""
    value = max(number.values)
    following = _WORD.match(text.small, number.end + 1)
    if following is None or value % 10 or not _TENS[0] <= value <= _TENS[1]:
        return False
    ones = (word for word, one in text.table.cardinals.items() if 0 < one < 10 and len(word) > 1)
    return following[0].startswith(tuple(ones))


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
