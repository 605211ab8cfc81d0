"""Numbers in digits, of any script: separators, sizes, dates, times and ranges."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from transcheck.numbers import han
from transcheck.numbers.tables import Tables, tables
from transcheck.numbers.values import Number, key
from transcheck.text.late import late

_SPACES = " \u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"""
      \d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d+)?   # 1 250 000,5
    | \d+(?:[.,'’٫٬·]\d+)*                                 # 1.250.000,5 and 30.09.2018
    """,
    re.VERBOSE,
)
# Signs for fractions are rare, and a pattern that may begin with one is slow.
_SIGNS = re.compile(r"[¼½¾⅐-⅞]")
_WITH_SIGNS = re.compile(rf"(?:\d+\s?)?{_SIGNS.pattern}|{_NUMBER.pattern}", re.VERBOSE)
ANY = re.compile(r"[\d¼½¾⅐-⅞]")
_SEPARATOR = re.compile(r"\D")
_ARABIC_MARKS = str.maketrans("٫٬·", ".,.")
# What may stand between two numbers that belong together.
_LINK = re.compile(r"\s?[-–—−‒:/]\s?")
_RANGE = 7
# The mark for groups of thousands; Spanish has both by country, Arabic and Thai both in use.
_GROUPS = {"en": ",", "ja": ",", "ko": ",", "th": ",", "zh": ",", "de": ".", "fr": ".", "it": ".",
           "nl": ".", "pl": ".", "pt": ".", "ru": ".", "tr": "."}  # fmt: skip
_CLOCK_AFTER = late(
    r"\s?(?:[ap]\.?\s?m\b|h\b|h\d\d|uhr|u\.|час|heures?\b|horas?\b|ore\b|uur|godz|o'clock|"
    r"[点點時时시]|น\.|da (?:manhã|tarde|noite)|de la (?:mañana|tarde|noche)|дня|вечера|утра|"
    r"in the (?:morning|afternoon|evening)|at night|(?:vor|nach)mittags|morgens|abends|"
    r"d[ei] (?:mattina|sera|notte)|del (?:mattino|pomeriggio)|rano|wieczorem|po południu|"
    r"'s (?:ochtends|middags|avonds)|du (?:matin|soir)|de l.après|صباح|مساء|ظهر)",
    re.IGNORECASE,
)
_CLOCK_BEFORE = late(
    r"(?:午前|午後|上午|下午|晚上|早上|凌晨|中午|오전|오후|الساعة|\b(?:saat|alle|ore|às|as|las|kl|o|at))\s?$",
    re.IGNORECASE,
)
_MINUTES = re.compile(r":\d\d(?!\d)")
_SIGN = late(r"(?:km|[kcm]?m)[23](?!\d)|CO2|H2O|h2o", re.IGNORECASE)


def read(text: str, lang: str) -> list[Number]:
    """Return the numbers of ``text`` that are written in digits, in order."""
    if not ANY.search(text):
        return []
    table = tables(lang)
    found: list[Number] = []
    for number in _plain(text, table):
        before = found[-1] if found else None
        found.append(_placed(number, text, before, table))
    return _ranges(found)


def _plain(text: str, table: Tables) -> Iterator[Number]:
    skipped = [m.span() for m in _SIGN.finditer(text)] if "2" in text or "3" in text else []
    end = 0
    pattern = _NUMBER if text.isascii() or not _SIGNS.search(text) else _WITH_SIGNS
    for match in pattern.finditer(text):
        if match.start() < end or any(a <= match.start() < b for a, b in skipped):
            continue
        sized = han.sized(text, match) if not table.spaced else None
        if sized:
            end = sized.end
            yield sized
        else:
            yield from _numbers(text, match, table.lang)


def ascii_digits(text: str) -> str:
    """Return the digits of ``text`` as ASCII, without anything else."""
    if text.isascii():
        return "".join(char for char in text if char.isdigit())
    return "".join(str(unicodedata.digit(char)) for char in text if char.isdecimal())


def _numbers(text: str, match: re.Match[str], lang: str) -> Iterator[Number]:
    """Yield the number of a match, or those of a date or address that its dots separate."""
    raw = match[0]
    if raw.isdecimal():
        yield Number(
            start=match.start(),
            end=match.end(),
            values=frozenset((key(float(raw)),)),
            digits=ascii_digits(raw),
        )
        return
    values = _readings(raw, lang) if raw[-1].isdecimal() else [_vulgar(raw)]
    if values and not _is_time(text, match):
        yield Number(
            start=match.start(),
            end=match.end(),
            values=frozenset(map(key, values)),
            digits=ascii_digits(raw),
        )
        return
    start = match.start()
    for part in re.finditer(r"\d+", raw):
        yield Number(
            start=start + part.start(),
            end=start + part.end(),
            values=frozenset((key(float(part[0])),)),
            digits=ascii_digits(part[0]),
            linked=part.start() > 0,
            clock=not values,
        )


def _vulgar(raw: str) -> float:
    return unicodedata.numeric(raw[-1]) + float(ascii_digits(raw) or 0)


def _readings(raw: str, lang: str) -> list[float]:
    """Return what digits with separators may mean; nothing for a date such as 30.09.2018."""
    marks = _SEPARATOR.findall(raw.translate(_ARABIC_MARKS))
    groups = [ascii_digits(group) for group in _SEPARATOR.split(raw)]
    whole, last = "".join(groups[:-1]), groups[-1]
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        return [float(f"{whole}.{last}")]
    grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if len(marks) == 1 and marks[0] in ".,":
        decimal = float(f"{whole}.{last}")
        if not grouped or groups[0] == "0":
            return [decimal]
        # Nobody writes three thousandths that are none, or his own mark for groups by mistake.
        sure = last == "000" or marks[0] == _GROUPS.get(lang)
        return [float(whole + last)] if sure else [decimal, float(whole + last)]
    if grouped or (set(marks) == {","} and len(last) == 3):
        return [float(whole + last)]
    return []


def _is_time(text: str, match: re.Match[str]) -> bool:
    """Say whether "7.30" is a time: a word for the hour stands beside it."""
    raw = match[0]
    hours, _, minutes = raw.partition(".")
    if not (hours.isdecimal() and len(hours) <= 2 and len(minutes) == 2 and minutes.isdecimal()):
        return False
    if int(hours) > 24 or int(minutes) > 59:
        return False
    return bool(_CLOCK_AFTER.match(text, match.end()))


def _placed(number: Number, text: str, before: Number | None, table: Tables) -> Number:
    """Return the number with what stands around it: its size, its link, the time of day."""
    linked = number.linked
    if before and not linked:
        link = _LINK.match(text, before.end)
        linked = bool(link and link.end() == number.start)
    clock = number.clock or bool(
        _CLOCK_AFTER.match(text, number.end)
        or _MINUTES.match(text, number.end)
        or _CLOCK_BEFORE.search(text, max(number.start - 8, 0), number.start)
    )
    if linked and before and before.clock and text[number.start - 1] == ":":
        clock = False
    number = replace(number, linked=linked, clock=clock)
    return number if number.size > 1 else _with_size(number, text, table)


def _with_size(number: Number, text: str, table: Tables) -> Number:
    match = table.size_pattern.match(text, number.end)
    if not match:
        return number
    words = [word.strip(".") for word in match[1].split()]
    factor = 1.0
    for word in words:
        factor *= table.size(word) or 1.0
    values = {key(value * factor) for value in number.values}
    if len(words) == 1 and len(words[0]) == 1:
        # "m" is a million or a metre.
        return replace(number, values=frozenset(values | number.values), size=factor)
    end = match.end() - (match[1].endswith(".") and len(words[-1]) > 0)
    half = table.half_pattern.match(text, match.end())
    if half:
        end = half.end()
        values |= {key((value + 0.5) * factor) for value in number.values}
    return replace(number, values=frozenset(values), end=end, size=factor)


def _ranges(numbers: list[Number]) -> list[Number]:
    """Let the size of "5 to 6 million" and the hour of "4 to 5 pm" count for both numbers."""
    for index in range(len(numbers) - 2, -1, -1):
        one, other = numbers[index], numbers[index + 1]
        if other.start - one.end > _RANGE:
            continue
        if other.clock and one.size == 1:
            numbers[index] = one = replace(one, clock=True)
        if other.size > 1 and one.size == 1:
            values = one.values | {key(value * other.size) for value in one.values}
            numbers[index] = replace(one, values=frozenset(values))
    return numbers
