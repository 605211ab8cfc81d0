"""Make transcheck/data/plurals.txt: which whole numbers each plural category of a language is for.

Run: python -m tests.make_plurals (it needs babel)
"""

from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError

from transcheck.languages import LANGUAGES, OTHER_LANGUAGES

FILE = Path(__file__).resolve().parents[1] / "transcheck" / "data" / "plurals.txt"
_ORDER = ("zero", "one", "two", "few", "many", "other")
_NAMES = {"zh-TW": "zh_Hant"}
# CLDR 48 has a category "one" for Vietnamese that no program asks for yet, and no rules of their
# own for Occitan, Tatar and the others.
_SINGLE = frozenset({"vi"})
_WITHOUT = frozenset({"ba", "gn", "ht", "mi", "oc", "rw", "szl", "tt"})
# As many forms have the PO files of languages that CLDR gives more, after the headers that GNU
# gettext, Qt and Translate Toolkit give them.
_FEWEST = {
    "az": 1, "br": 2, "ceb": 1, "cy": 4, "fa": 1, "fil": 1, "ga": 3, "gd": 3, "he": 2, "hu": 1,
    "hy": 1, "is": 1, "ka": 1, "kk": 1, "ky": 1, "mk": 2, "mt": 4, "tl": 1, "tr": 1, "ug": 1,
    "uz": 1,
}  # fmt: skip
_HEAD = """\
# The plural categories of each language, and the first whole numbers up to 200 that each is for
# ("…": there are more). One without a number is for fractions, or for millions alone. The number
# behind the language is that of the forms that PO files have at least.
# Made by tests/make_plurals.py. Source: Unicode CLDR as shipped in Babel 2.19, licence Unicode-3.0.
# Changed: the rules are worked out for these numbers; Vietnamese as it was up to CLDR 47; the
# number of forms written for transcheck.
"""


def _row(tag: str) -> str:
    rule = Locale.parse(_NAMES.get(tag, tag)).plural_form
    categories = () if tag in _SINGLE else rule.tags
    numbers: dict[str, list[int]] = {name: [] for name in _ORDER if name in {*categories, "other"}}
    for number in range(201):
        numbers["other" if tag in _SINGLE else str(rule(number))].append(number)
    fewest = _FEWEST.get(tag, sum(map(bool, numbers.values())))
    return " ".join((tag, str(fewest), *(_said(name, found) for name, found in numbers.items())))


def _said(name: str, numbers: list[int]) -> str:
    more = ["…"] if len(numbers) > 4 else []
    return "=".join(filter(None, (name, ",".join([*map(str, numbers[:4]), *more]))))


def _rows() -> Iterator[str]:
    for language in (*LANGUAGES, *OTHER_LANGUAGES):
        if language.tag not in _WITHOUT:
            try:
                yield _row(language.tag)
            except UnknownLocaleError:
                continue


if __name__ == "__main__":
    FILE.write_text(_HEAD + "\n".join(sorted(_rows())) + "\n", "utf-8")
