"""What may stand for a number in a translation other than the number itself."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from transcheck.numbers import units
from transcheck.numbers.reading import Text
from transcheck.numbers.values import Number
from transcheck.text.protected import touches

_LATIN = re.compile(r"[A-Za-z]")
# Before the number of a name that comes and goes as "it" does: UTF-8, COVID-19.
_ACRONYM = re.compile(r"(?<![A-Za-z])[A-Z]{2,}-\Z")
_LONGEST_ACRONYM = 8
_FULL_HOUR = re.compile(r"\d\s?(?:[:.hH時时点點]|uur|Uhr)\s?\Z")
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_LARGEST_PART = 10
_IDIOM = re.compile(r"24/7|24-7|50[/-]50|9/11")
_SCORE = tuple("-–:")
_HOURS = 12
_DOTTED = re.compile(r"([01]?\d|2[0-4])\.[0-5]\d")
_WEEKDAY, _LAST_DAY = "weekday", 31
# A day and its month: " de ", ". ", "日".
_BESIDE = 4
_BRACKETS = tuple("(（[/")
_HALF = 0.5
_TENTHS = frozenset("成割")
# Two digits in a row may be a score.
_FEWEST_DIGITS = 3
_PERCENT = re.compile(
    r"\s?(?:[%٪％]|percent|per cent|por cento|por ciento|pour cent|prozent|per cento|procent"
    r"|процент|パーセント|퍼센트|بالمئة|بالمائة|في المئة|في المائة|เปอร์เซ็นต์)",
    re.IGNORECASE,
)


def is_explained(number: Number, here: Text, there: Text) -> bool:
    """Say whether ``number`` of ``here`` has something that stands for it in ``there``.

    Words ("both" for 2), other units, twelve hours for twenty-four, short years, other groups of
    digits. It asks whether anything could, not whether it must: a number that is explained by
    chance is a miss, one that a translator wrote in words and that is marked is a false alarm.
    """
    if _is_none(number, here):
        return True
    if any(there.says(value) for value in number.values) and not _is_half_lost(number, here, there):
        return True
    rules = (
        _is_time,
        _is_dotted_time,
        _is_year,
        _is_century,
        _is_fraction,
        _is_half,
        _is_tenths,
        _is_date_of_day,
        _is_converted,
        _is_converted_beside,
        _is_compound,
        _is_regrouped,
    )
    return any(rule(number, here, there) for rule in rules)


def _is_half_lost(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number belongs to a score of which the other side has one half in digits.

    Nobody writes the halves of a score differently, so a word does not stand for the other half.
    """
    written = [value for other in there.numbers for value in other.values]
    for index, (first, second) in enumerate(pairwise(here.numbers)):
        following = here.numbers[index + 2 : index + 3]
        if first.linked or any(after.linked for after in following):
            continue  # three in a row are a date
        if number in (first, second) and here.text[first.end : second.start].strip() in _SCORE:
            partner = second if number is first else first
            return not partner.values.isdisjoint(written) and number.values.isdisjoint(written)
    return False


def is_measured(number: Number, here: Text, there: Text) -> bool:
    """Say whether the other side gives the number in another unit or by another clock."""
    return _is_time(number, here, there) or _is_converted(number, here, there)


def is_dispensable(number: Number, here: Text) -> bool:
    """Say whether a translator may drop or add the number: one, all of it, a code, an idiom.

    Only where it stands alone; against another number it counts like any other.
    """
    value = max(number.values)
    before = here.text[max(number.start - 1, 0) : number.start]
    after = here.text[number.end : number.end + 1]
    tied = number.linked or after in tuple("-–:/")
    if _ACRONYM.search(here.text[max(number.start - _LONGEST_ACRONYM, 0) : number.start]):
        return True
    if value == 1 and not tied:
        return True
    if value == 100 and _PERCENT.match(here.text, number.end):
        return True
    if any(m.start() <= number.start < m.end() for m in _IDIOM.finditer(here.text)):
        return True
    return value < 10 and bool(_LATIN.match(before)) and not tied


def _is_none(number: Number, here: Text) -> bool:
    """Say whether the number says nothing: the minutes of a full hour, a part of an address."""
    if number.digits == "00" and _FULL_HOUR.search(
        here.text[max(number.start - 6, 0) : number.start]
    ):
        return True
    return touches(here.protected, number.start, number.end)


def _is_time(number: Number, _here: Text, there: Text) -> bool:
    """Say whether the number is an hour that the other side counts to twelve, or to 24."""
    value = max(number.values)
    if len(number.values) > 1 or value > 2 * _HOURS:
        return False
    other = value + _HOURS if value <= _HOURS else value - _HOURS
    if number.clock and there.says(other):
        return True
    return any(one.clock and other in one.values for one in there.numbers)


def _is_dotted_time(number: Number, here: Text, there: Text) -> bool:
    """Say whether one side writes 15.30 for what the other writes as 3:30 p.m."""
    own = _DOTTED.fullmatch(number.of(here.text))
    if own:
        hours = {max(one.values) for one in there.numbers if one.clock}
        return any((hour - int(own[1])) % _HOURS == 0 for hour in hours)
    dotted = (_DOTTED.fullmatch(one.of(there.text)) for one in there.numbers if number.clock)
    return any(one and (max(number.values) - int(one[1])) % _HOURS == 0 for one in dotted)


def _is_year(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number is a year or decade that the other side writes shorter or longer."""
    if any(start <= number.start < end and there.says(y) for start, end, y in here.years):
        return True
    if number.of(here.text) == number.digits and _LAST_YEAR > min(number.values) >= _FIRST_YEAR:
        short = float(number.digits) % 100
        return (
            any(
                short in other.values and len(other.digits) == 2 and _is_short_year(other, there)
                for other in there.numbers
            )
            or (short >= 20 and short % 10 == 0 and there.says(short))
            or _begins_century(number, there)
        )
    if len(number.digits) not in {0, 2} or not _is_short_year(number, here):
        return False
    return any(
        len(other.digits) == 4 and float(other.digits) % 100 in number.values
        for other in there.numbers
    )


def _begins_century(number: Number, there: Text) -> bool:
    """Say whether "the early 2000s" are the 21st century on the other side."""
    return number.digits.endswith("00") and there.says(float(number.digits) // 100 + 1)


def _is_short_year(number: Number, here: Text) -> bool:
    before = here.text[max(number.start - 1, 0) : number.start]
    decade = max(number.values) % 10 == 0
    return decade or number.linked or before in tuple("'’‘") or bool(_LATIN.match(before))


def _is_date_of_day(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number dates a day that only the other side names: "Friday", "28 June"."""
    return (
        any(start <= number.start < end for start, end in _dates(here))
        and any(name.kind == _WEEKDAY for name in there.calendar)
        and not any(name.kind == _WEEKDAY for name in here.calendar)
    )


def _dates(text: Text) -> Iterator[tuple[int, int]]:
    """Yield start and end of each day of a month: "28 June", "June 28"."""
    for month in text.calendar:
        for day in text.numbers if month.kind != _WEEKDAY else ():
            start, end = min(day.start, month.start), max(day.end, month.end)
            gap = (end - start) - (day.end - day.start) - (month.end - month.start)
            if max(day.values) <= _LAST_DAY and gap <= _BESIDE:
                yield start, end


def _is_century(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number counts the century of a year on the other side."""
    if "cen" not in here.units(number):
        return False
    last = 100 * max(number.values)
    return any(last - 100 <= value <= last for value in there.values)


def _is_fraction(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number belongs to a fraction that the other side has in words or as a sign.

    Or whether it is such a sign itself.
    """
    if any(share in number.values for _, _, share in _fractions(there)):
        return True
    return any(
        number in (upper, lower)
        and any(there.says(v) for v in (share, max(lower.values), round(100 * share)))
        for upper, lower, share in _fractions(here)
    )


def _fractions(text: Text) -> Iterator[tuple[Number, Number, float]]:
    """Yield the numbers of each fraction such as "3/4", and its value."""
    for upper, lower in pairwise(text.numbers):
        above, below = max(upper.values), max(lower.values)
        if text.text[upper.end : lower.start] == "/" and 0 < above < below <= _LARGEST_PART:
            yield upper, lower, above / below


def _is_half(number: Number, _here: Text, there: Text) -> bool:
    """Say whether the number is "two and a half" on the other side."""
    return any(
        value > 1 and value % 1 == _HALF and there.says(value - _HALF) and there.says(_HALF)
        for value in number.values
    )


def _is_tenths(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number is a share that either side counts in tenths: 七成, 7割."""
    if here.text[number.end : number.end + 1] in _TENTHS:
        return any(there.says(10 * value) for value in number.values)
    return any(
        10 * value in number.values
        for other in there.everything
        for value in other.values
        if there.text[other.end : other.end + 1] in _TENTHS
    )


def _is_converted(number: Number, here: Text, there: Text) -> bool:
    """Say whether the other side gives the number in another unit."""
    ours = here.measures(number)
    if not ours:
        return False
    theirs = [measure for other in there.everything for measure in there.measures(other)]
    theirs += there.vague_measures
    return any(units.same(*one, *other) for one in ours for other in theirs)


def _is_converted_beside(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number repeats the one before it in another unit: "80 F (26 C)".

    Or in a unit that goes without saying: "1 to 2 inches, and up to 4", "2 a 5 cm, y hasta 10".
    """
    before = [other for other in here.numbers if other.end <= number.start]
    if before and here.text[before[-1].end : number.start].rstrip().endswith(_BRACKETS):
        ours, theirs = here.measures(number), here.measures(before[-1])
        if any(units.same(*one, *other) for one in theirs for other in ours):
            return True
    theirs = [measure for other in there.numbers for measure in _unsaid_measures(other, there)]
    return any(
        units.same(*one, *other) for one in _unsaid_measures(number, here) for other in theirs
    )


def _unsaid_measures(number: Number, text: Text) -> Sequence[tuple[float, str]]:
    """Return what a number measures by its own unit, or by that of the last measure before it."""
    own = text.measures(number)
    if own or not number.digits:
        return own
    before = [used for one in text.numbers if one.end <= number.start for used in text.units(one)]
    return [
        (value, unit) for unit in before[-1:] if units.is_rounded(unit) for value in number.values
    ]


def _is_compound(number: Number, here: Text, there: Text) -> bool:
    """Say whether the number belongs to a length in feet and inches that the other side converts.

    Or whether it is such a conversion itself.
    """
    ours = here.measures(number)
    if any(units.same(total, "in", *one) for _, _, total in there.lengths for one in ours):
        return True
    totals = [total for start, end, total in here.lengths if start <= number.start < end]
    theirs = [measure for other in there.everything for measure in there.measures(other)]
    return any(units.same(total, "in", *other) for total in totals for other in theirs)


def _is_regrouped(number: Number, here: Text, there: Text) -> bool:
    """Say whether the other side has the same digits in other groups, or the number in parts."""
    if len(number.digits) >= _FEWEST_DIGITS and number.digits in there.joined:
        return True
    whole = {other.digits for other in there.numbers}
    runs = (run for start, end, run in here.runs if start <= number.start < end)
    if any(run in whole and len(run) >= _FEWEST_DIGITS for run in runs):
        return True
    return any(
        first.size > 1 and max(first.values) + max(second.values) in number.values
        for first, second in pairwise(there.numbers)
    )
