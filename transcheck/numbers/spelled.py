"""Numbers in words: twenty-one, soixante-dix, dois milhões, zweihundertfünfzig."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from transcheck.numbers import han
from transcheck.numbers.tables import FRACTIONS, LARGE, OTHER_WORDS, SMALLEST, Tables, tables
from transcheck.numbers.values import Number, key

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[\s-]*")
# Languages that write a number below a thousand as one word, with its hundreds in front.
_COMPOUNDS = {
    "de": re.compile(r"(.*?)(hundert|tausend)(?:und)?(.*)"),
    "nl": re.compile(r"(.*?)(honderd|duizend)(?:en)?(.*)"),
    "it": re.compile(r"(.*?)(cento|mila|mille)(.*)"),
}
_HUNDRED = frozenset({"hundert", "honderd", "cento"})
# 80 is "quatre-vingts" in French, and 60 and 80 go on to 79 and 99.
_FOUR_TWENTY = (4, 20)
_SEVEN, _TEN = 7, 10


@dataclass(slots=True)
class _Run:
    """The words of one number as they come: the parts that add up to it."""

    start: int
    end: int
    parts: list[float] = field(default_factory=list)
    exact: bool = False


def read(text: str, lang: str) -> list[Number]:
    """Return the numbers of ``text`` (small letters) that are written in words, in order."""
    table = tables(lang)
    if table.lang in {"ja", "zh"}:
        return list(han.numerals(text))
    if not table.spaced:
        return []
    fractions = (
        Number(start=m.start(), end=m.end(), values=frozenset((key(_fraction(m[1], table)),)))
        for m in table.fraction_pattern.finditer(text)
    )
    runs = (
        Number(start=run.start, end=run.end, values=frozenset((key(sum(run.parts)),)))
        for run in _runs(text, table)
    )
    return [*runs, *fractions]


def asked_for(text: str, lang: str, smallest: float = SMALLEST) -> list[Number]:
    """Return the numbers in words of ``text`` that its translation must have, and names of months.

    Those of ``smallest`` or more, and more than a bare "thousands" or "a million": one and two
    come and go with the language ("both", "a couple"). ``text`` is in small letters.
    """
    table = tables(lang)
    found = [
        Number(start=run.start, end=run.end, values=frozenset((key(sum(run.parts)),)))
        for run in _runs(text, table)
        if sum(run.parts) >= smallest
        and (run.exact or (sum(run.parts) < LARGE and text[run.start : run.end] in table.cardinals))
        and text[run.start : run.end] not in OTHER_WORDS
    ]
    taken = {place for number in found for place in range(number.start, number.end)}
    for match in _WORD.finditer(text):
        value = table.months.get(match[0]) or table.places.get(match[0], 0)
        if match.start() not in taken and (match[0] in table.months or value >= smallest):
            values = frozenset((float(value),))
            found.append(Number(start=match.start(), end=match.end(), values=values))
    return found


def _fraction(text: str, table: Tables) -> float:
    """Return the value of "half a million" or "anderthalb Millionen"."""
    words = text.split()
    share = next(value for value in FRACTIONS if table.says(value, words[0]))
    return share * (table.size(words[-1]) or 1)


def _runs(text: str, table: Tables) -> Iterator[_Run]:
    """Yield the runs of words that make one number each."""
    run: _Run | None = None
    joined = 0
    for match in _WORD.finditer(text):
        word = match[0]
        near = run is not None and _GAP.fullmatch(text, joined or run.end, match.start())
        if near and not joined and word in table.joins:
            joined = match.end()
            continue
        value, size = _meaning(word, table)
        if near and value is None and size is None:
            # "twenty-first"
            value = table.ordinals.get(word)
        if run is not None and near and _add(run, value, size, table):
            run.end = match.end()
        else:
            if run is not None:
                yield run
            run = _Run(match.start(), match.end())
            if not _add(run, value, size, table):
                run = None
        joined = 0
    if run is not None:
        yield run


def _meaning(word: str, table: Tables) -> tuple[float | None, float | None]:
    """Return the value of a word and by how much it multiplies; Arabic glues "and" to it."""
    value, size = _value(word, table), table.size(word)
    if table.lang == "ar" and value is None and size is None and word[0] == "و":
        return _value(word[1:], table), table.size(word[1:])
    return value, size


def _add(run: _Run, value: float | None, size: float | None, table: Tables) -> bool:
    """Add a word to a number; False if it begins another one."""
    if size is not None:
        smaller = [part for part in run.parts if part < size]
        kept = [part for part in run.parts if part >= size]
        if kept and not smaller and run.parts[-1] == size:
            return False
            run.exact = run.exact or sum(smaller) > 1
        run.parts = [*kept, (sum(smaller) or 1) * size]
        return True
    if value is None:
        return False
    if run.parts and not _fits(run, value, table):
        return False
    if run.parts and (run.parts[-1], value) == _FOUR_TWENTY:
        run.parts[-1] = 80
        return True
    run.parts.append(value)
    run.exact = run.exact or value >= LARGE
    return True


def _fits(run: _Run, value: float, table: Tables) -> bool:
    """Say whether ``value`` can be the next part of a number; Arabic has the ones first."""
    last = run.parts[-1]
    if (last, value) == _FOUR_TWENTY or (last in {60, 80} and 10 <= value < 20):
        return True
    if last == _TEN:
        # "quatre-vingt-dix-neuf", and Turkish "on iki".
        return (_SEVEN if table.lang != "tr" else 1) <= value < _TEN
    if last < 10 and 20 <= value < 100 and value % 10 == 0:
        return table.lang == "ar"
    slot = next((s for s in (1e12, 1e9, 1e6, 1e3, 100, 10) if last % s == 0), 1)
    return value < slot and last >= 20


def _value(word: str, table: Tables) -> float | None:
    value = table.cardinals.get(word)
    if value is not None and table.size(word) is None:
        return value
    pattern = _COMPOUNDS.get(table.lang)
    if value is None and pattern and len(word) > 7:
        return _compound(word, pattern, table)
    return None


def _compound(word: str, pattern: re.Pattern[str], table: Tables) -> float | None:
    match = pattern.fullmatch(word)
    if not match or not (match[1] or match[3]):
        return None
    before = _value(match[1], table) if match[1] else 1
    after = _value(match[3], table) if match[3] else 0
    if before is None or after is None:
        return None
    return before * (100 if match[2] in _HUNDRED else 1000) + after
