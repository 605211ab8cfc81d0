"""A text with its numbers: digits at once, everything else when it is first asked for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from transcheck.numbers import calendars, named, roman, spelled
from transcheck.numbers.tables import Tables, tables
from transcheck.numbers.values import Number
from transcheck.text.protected import protected

# So many numbers may stand for one: the groups of a telephone number.
_LONGEST_RUN = 6
# What may stand between two numbers that share their unit: " to ", " and ".
_SHARED = 7
# A length in feet and inches stands so close together; the marks are those for feet.
_CLOSE = 12
_FEET = tuple("'’′")
_INCHES = 12
# "temperatures in the 80s"
_DECADE = re.compile(r"s\b")


@dataclass(frozen=True)
class Text:
    """A text in a language with its numbers in digits."""

    text: str
    lang: str
    numbers: Sequence[Number]

    @cached_property
    def table(self) -> Tables:
        """The words of the text's language."""
        return tables(self.lang)

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, as long as it is, with one kind of apostrophe."""
        lowered = self.text.lower().replace("’", "'")
        if len(lowered) == len(self.text):
            return lowered
        return "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)

    @cached_property
    def small(self) -> str:
        """The text in small letters, as long as it is, without phrases such as "per cent"."""
        return self.table.skip_pattern.sub(lambda match: "\0" * len(match[0]), self.lowered)

    @cached_property
    def words(self) -> Sequence[Number]:
        """The numbers in words."""
        return spelled.read(self.small, self.lang)

    @cached_property
    def everything(self) -> Sequence[Number]:
        """All numbers, in digits and in words."""
        return [*self.numbers, *self.words]

    @cached_property
    def calendar(self) -> Sequence[named.Name]:
        """The days of the week and the months that the text names, in order."""
        kinds = {"weekday", "month"}
        return [name for name in named.read(self.lowered, self.lang) if name.kind in kinds]

    @cached_property
    def vague_measures(self) -> Sequence[tuple[float, str]]:
        """Measures whose number is an article or a half: "about a mile", "half an inch"."""
        return [
            (value, unit)
            for value in (0.5, 1.0)
            for end in self.table.ends(value, self.small)
            for unit in self.table.unit(self.small, end)
        ]

    @cached_property
    def values(self) -> frozenset[float]:
        """Every value that a number of the text may have."""
        found = {value for number in self.everything for value in number.values}
        return frozenset(found | roman.values(self.text) | {year for _, _, year in self.years})

    @cached_property
    def years(self) -> Sequence[tuple[int, int, float]]:
        """The years by other calendars."""
        return list(calendars.years(self.text, self.lang))

    @cached_property
    def runs(self) -> Sequence[tuple[int, int, str]]:
        """Start, end and digits of two or more neighbouring numbers, written together."""
        return list(self._runs())

    def _runs(self) -> Iterator[tuple[int, int, str]]:
        for first, number in enumerate(self.numbers):
            run = number.digits
            for other in self.numbers[first + 1 : first + _LONGEST_RUN]:
                run += other.digits
                yield number.start, other.end, run

    @cached_property
    def joined(self) -> frozenset[str]:
        """The digits of neighbouring numbers, without their places."""
        return frozenset(run for _, _, run in self.runs)

    @cached_property
    def lengths(self) -> Sequence[tuple[int, int, float]]:
        """Start, end and inches of each length in feet and inches: "6-foot-6"."""
        return [
            (feet.start, inches.end, _INCHES * max(feet.values) + max(inches.values))
            for feet, inches in pairwise(self.numbers)
            if inches.start - feet.end <= _CLOSE
            and (
                self.text[feet.end : feet.end + 1] in _FEET
                or "ft" in self.table.unit(self.small, feet.end)
            )
        ]

    @cached_property
    def protected(self) -> list[tuple[int, int]]:
        """The addresses and codes of the text."""
        return protected(self.text)

    def says(self, value: float) -> bool:
        """Say whether a number or a word of the text may stand for ``value``."""
        return value in self.values or self.names(value)

    def names(self, value: float) -> bool:
        """Say whether a word of the text may stand for ``value``, or two words that add up."""
        if self.table.says(value, self.small):
            return True
        ones = value % 10
        if not (10 < value < 100 and ones and value == int(value)):
            return False
        return self.table.says(value - ones, self.small) and self.table.says(
            ones, self.small, inside=True
        )

    def measures(self, number: Number) -> Sequence[tuple[float, str]]:
        """Return what a number may measure; "the 80s" are temperatures as well."""
        if number.digits and self.lang.startswith("en") and _DECADE.match(self.text, number.end):
            return [(max(number.values) + more, "F") for more in range(10)]
        return [(value, unit) for unit in self.units(number) for value in number.values]

    def units(self, number: Number) -> tuple[str, ...]:
        """Return the units that a number may be of: its own or that of the number it leads to."""
        found = self.table.unit(self.small, number.end)
        if found:
            return found
        following = next((n for n in self.numbers if n.start > number.start), None)
        if following and following.start - number.end <= _SHARED:
            return self.table.unit(self.small, following.end)
        return ()
