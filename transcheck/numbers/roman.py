"""Roman numerals: matched where the other side has the number, never asked for."""

import re

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# Well-formed numerals in capitals; "CD" and "MIX" may be words, which does no harm here. A letter
# may follow right after: French and Dutch write "XIXe".
_ROMAN = re.compile(
    r"(?<![^\W_])(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
    r"(?:(?<=[IVXLCDM]{2})(?=(?:e|er|ème|de|ste)\b)|(?!\w))"
)


def values(text: str) -> set[float]:
    """Return the values of the Roman numerals in ``text``.

    >>> values("Elisabeth II. und das XIX. Jahrhundert") == {2.0, 19.0}
    True
    """
    return {float(_value(match[0])) for match in _ROMAN.finditer(text)}


def _value(numeral: str) -> int:
    numbers = [_VALUES[char] for char in numeral]
    following = [*numbers[1:], 0]
    return sum(-n if n < after else n for n, after in zip(numbers, following, strict=True))
