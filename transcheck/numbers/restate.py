"""A number of one text in the way that another text writes its numbers."""

import re

from transcheck.numbers import digits
from transcheck.numbers.values import Number

_DIGIT = re.compile(r"\d")


def restated(number: Number, wrong: Number, text: str, lang: str) -> str | None:
    """Return ``number`` as it would stand in ``text`` instead of ``wrong``, None if unsure.

    The separators and the size of the wrong number are kept; what comes of it is read again, so
    that nothing is suggested that has another value.
    """
    written = wrong.of(text)
    if not (number.digits and wrong.digits and written.isascii() | written[:1].isdigit()):
        return None
    plain = max(number.values) < 10000 and number.digits == f"{max(number.values):.0f}"
    if len(number.digits) == len(wrong.digits):
        rest = iter(number.digits)
        suggestion = _DIGIT.sub(lambda _match: next(rest), written)
    elif plain and wrong.digits == written:
        suggestion = number.digits
    else:
        return None
    changed = text[: wrong.start] + suggestion + text[wrong.end :]
    for one in digits.read(changed, lang):
        if one.start == wrong.start and one.values & number.values:
            return suggestion
    return None
