"""Months, days of the week, currencies and shares that two texts name differently."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from transcheck.numbers.tables import abbreviations, alternatives, rows, tables

_KINDS = ("weekday", "month", "money", "share")
# Signs and codes that every language uses; "$" is also that of a peso, "¥" also that of a yuan.
_SIGNS: Mapping[str, tuple[str, ...]] = {
    "r$": ("real",), "$": ("dollar", "peso"), "usd": ("dollar",), "€": ("euro",), "eur": ("euro",),
    "£": ("pound", "lira"), "gbp": ("pound",), "¥": ("yen", "yuan"), "￥": ("yen", "yuan"),
    "jpy": ("yen",), "cny": ("yuan",), "rmb": ("yuan",), "₽": ("rouble",), "₹": ("rupee",),
    "₩": ("won",), "₺": ("lira",), "chf": ("franc",),
}  # fmt: skip
# English news shortens the names of months in running text; elsewhere such words mean other things.
_SHORTENED = frozenset({"en"})
_SIGN = re.compile(r"r\$|[$€£¥￥₽₹₩₺]|(?<![a-z])(?:usd|eur|gbp|jpy|cny|rmb|chf)(?![a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A month, a day, a currency or a share at ``start`` to ``end`` (exclusive) of a text.

    ``values`` are all that it may be. One that is not ``sure`` may also be another word ("quinta",
    "sat"): it can stand for what the other text names, and is never asked for.
    """

    start: int
    end: int
    kind: str
    values: frozenset[str]
    sure: bool


def changed(source: tuple[str, str], target: tuple[str, str]) -> Iterator[tuple[Name, Name]]:
    """Yield what the texts (in small letters, each with its language) name differently.

    What only one of them names may be said otherwise in the other ("yesterday"). Where each is
    left with one of a kind that the other lacks, one became the other.
    """
    ours = read(*source)
    theirs = read(*target) if ours else []
    for kind in _KINDS if theirs else ():
        here = [name for name in ours if name.kind == kind]
        there = [name for name in theirs if name.kind == kind]
        yield from zip(_only(here, there), _only(there, here), strict=False)


def _only(names: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """Return the sure names that nothing among the others stands for, each used once."""
    free = list(others)
    found = []
    for name in names:
        equal = next((other for other in free if name.values & other.values), None)
        if equal is not None:
            free.remove(equal)
        elif name.sure:
            found.append(name)
    return found


def read(text: str, lang: str) -> list[Name]:
    """Return the names of a text, given in small letters: words of its language, signs of all."""
    return list(_read(text, lang))


def _read(text: str, lang: str) -> Iterator[Name]:
    words = _words(lang)
    for match in _pattern(lang).finditer(text):
        found = words.get(match[1]) or words[_stem(match[1], words)]
        for kind, sure, values in found:
            yield Name(start=match.start(1), end=match.end(1), kind=kind, values=values, sure=sure)
    for match in _SIGN.finditer(text):
        values = frozenset(_SIGNS[match[0]])
        yield Name(start=match.start(), end=match.end(), kind="money", values=values, sure=True)


_Meanings = list[tuple[str, bool, frozenset[str]]]


def _stem(word: str, words: Mapping[str, _Meanings]) -> str:
    """Return the longest stem of the table that begins the word: "доллар*"."""
    ends = range(len(word), 0, -1)
    return next(stem for stem in (word[:end] + "*" for end in ends) if stem in words)


@cache
def beginning(lang: str) -> re.Pattern[str]:
    """Return what is found in a token, given in small letters, in which a name may begin."""
    words = _any_of({word.partition(" ")[0] for word in _words(lang)}, lang)
    return re.compile(f"{_SIGN.pattern}|{words.pattern}")


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return _any_of(_words(lang), lang)


def _any_of(words: Iterable[str], lang: str) -> re.Pattern[str]:
    table, words = tables(lang), tuple(words)
    return re.compile(
        f"{table.start}({alternatives(words, spaced=table.spaced)})" if words else "(?!)"
    )


@cache
def _words(lang: str) -> Mapping[str, _Meanings]:
    """Return what each word or stem of a language may name, by kind."""
    tag = tables(lang).lang
    table = rows(tag)
    found: dict[tuple[str, str], set[str]] = {}
    weak = {(word, kind) for kind in _KINDS for _, word in table[f"{kind}?"]}
    if tag not in _SHORTENED:
        weak |= {(word, "month") for word in abbreviations(tag)}
    for kind in _KINDS:
        for value, word in (*table[kind], *table[f"{kind}?"]):
            found.setdefault((word, kind), set()).add(value)
    words: dict[str, _Meanings] = {}
    for (word, kind), values in found.items():
        words.setdefault(word, []).append((kind, (word, kind) not in weak, frozenset(values)))
    return words
