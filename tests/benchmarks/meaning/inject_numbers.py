"""Plant false numbers into sound translations: one number changed, dropped or added at a time.

The injectors follow the protocol of ``tests/benchmarks/garble/inject.py``. ``Damaged.start`` to
``Damaged.end`` is the false number; it is empty where a number was dropped. They know nothing of
how numbers are read: a number is a run of digits, and the words for its size are listed here.
"""

import re
from collections.abc import Callable
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place

_CHECK = "changed-number"
_NUMBER = re.compile(
    r"(?<![A-Za-z\d.,/@#-])"
    r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)"
    r"(?![A-Za-z\d/@])"
)
# Before a word of four letters, or after a comma where words are not written apart.
_PLACE = re.compile(r"(?<=[^\d\s] )(?=[^\W\d_]{4})|(?<=[、，。])(?=[^\W\d_])")
_MILLION = {
    "ar": ("مليون", "مليار"), "de": ("Millionen", "Milliarden"), "en": ("million", "billion"),
    "es": ("millones", "mil millones"), "fr": ("millions", "milliards"),
    "it": ("milioni", "miliardi"), "ja": ("万", "億"), "ko": ("만", "억"),
    "nl": ("miljoen", "miljard"), "pl": ("mln", "mld"), "pt": ("milhões", "bilhões"),
    "ru": ("млн", "млрд"), "th": ("ล้าน", "พันล้าน"), "tr": ("milyon", "milyar"),
    "zh": ("万", "亿"),
}  # fmt: skip


def _replaced(text: str, start: int, end: int, new: str) -> Damaged:
    return Damaged(text=text[:start] + new + text[end:], start=start, end=start + len(new))


def _digit(number: str, random: Random) -> str | None:
    place = random.choice([m.start() for m in re.finditer(r"\d", number)])
    digits = [digit for digit in "123456789" if digit != number[place]]
    return number[:place] + random.choice(digits) + number[place + 1 :]


def _swap(number: str, random: Random) -> str | None:
    pairs = [
        i
        for i in range(len(number) - 1)
        if number[i].isdigit() and number[i + 1].isdigit() and number[i] != number[i + 1]
        if (i > 0 or number[i + 1] != "0")
    ]
    if not pairs:
        return None
    i = random.choice(pairs)
    return number[:i] + number[i + 1] + number[i] + number[i + 2 :]


def _zero(number: str, random: Random) -> str | None:
    """Return ten times the number, or a tenth of it where it ends in a zero."""
    if not number.isdigit():
        return None
    if number.endswith("0") and len(number) > 1 and random.random() < 0.5:
        return number[:-1]
    return number + "0"


def _change(how: Callable[[str, Random], str | None]) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that rewrites one number of the translation."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = list(_NUMBER.finditer(place.sentence))
        random.shuffle(found)
        for match in found:
            new = how(match[0], random)
            if new is not None:
                return _replaced(place.sentence, *match.span(), new)
        return None

    return inject


def _drop(place: Place, random: Random) -> Damaged | None:
    found = list(_NUMBER.finditer(place.sentence))
    if not found:
        return None
    start, end = random.choice(found).span()
    if place.sentence[end : end + 1] == " ":
        end += 1
    text = place.sentence[:start] + place.sentence[end:]
    return Damaged(text=text, start=start, end=start)


def _add(place: Place, random: Random) -> Damaged | None:
    """Put a number before a word; nothing between it and a number that stands there."""
    words = list(_PLACE.finditer(place.sentence))
    if not words:
        return None
    ranges = random.choice([(3, 12), (13, 99), (100, 2030)])
    new = str(random.randint(*ranges))
    start = random.choice(words).start()
    text = f"{place.sentence[:start]}{new} {place.sentence[start:]}"
    return Damaged(text=text, start=start, end=start + len(new))


def _size(place: Place, random: Random) -> Damaged | None:
    """Write billion for million, or the other way round."""
    one, other = _MILLION[place.lang.partition("-")[0]]
    found = [
        (match.start(1), match.end(1), new)
        for old, new in ((one, other), (other, one))
        for match in re.finditer(
            rf"\d\s?({old})(?!\w)" if one.isascii() else rf"\d\s?({old})", place.sentence
        )
    ]
    if not found:
        return None
    return _replaced(place.sentence, *random.choice(found))


NUMBERS: tuple[Injector, ...] = (
    Injector(fault="digit changed", check=_CHECK, inject=_change(_digit)),
    Injector(fault="digits swapped", check=_CHECK, inject=_change(_swap)),
    Injector(fault="zero added or lost", check=_CHECK, inject=_change(_zero)),
    Injector(fault="million for billion", check=_CHECK, inject=_size),
    Injector(fault="number dropped", check=_CHECK, inject=_drop),
    Injector(fault="number added", check=_CHECK, inject=_add),
)
