"""Make transcheck/data/capital_words: frequent words that are names, by language.

Run: python -m tests.make_capital_words (takes 1.5 GB; needs Babel, which neither the package nor
its tests need)

A name is about as frequent in most languages, other words are not: "Sainsbury" against "sources".
Names of countries and, where they have capitals, of languages, days and months are added.
"""

import statistics
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

from transcheck.data import lexicon
from transcheck.data.frequency import frequencies, zipf
from transcheck.languages import LANGUAGES, Language, find

FOLDER = Path(__file__).resolve().parents[1] / "transcheck" / "data" / "capital_words"
# The languages whose lists are compared, all in Latin letters and all large.
_PANEL = [
    "ca", "cs", "de", "en", "es", "fi", "fr", "hu", "id", "it", "nl", "pl", "pt", "ro", "sv", "tr",
]  # fmt: skip
_COMMON, _FEWEST_LETTERS = 3.0, 3
# On the Zipf scale: how much rarer a name may be in the middle one of the others; a word that a
# list does not have counts as this frequent.
_RARER, _ABSENT = 1.3, 1.0
_HEAD = """\
# Frequent words of {name} that are names, small letters, sorted by code point: those about as
# frequent in other languages, and the names of countries, languages, days and months.
# Made by tests/make_capital_words.py.
# Sources: wordfreq 3.1.1 (Robyn Speer, 2022), https://doi.org/10.5281/zenodo.7199437, whose data
# builds on Wikipedia, OPUS OpenSubtitles, SUBTLEX (Marc Brysbaert et al.), Google Books Ngrams,
# the Leeds Internet Corpus, ParaCrawl and others; and the Unicode CLDR, Unicode License V3.
# Licence of this file: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
"""


def shared(lang: str) -> Iterator[str]:
    """Yield the words that most languages have about as often as ``lang``."""
    others = [other for other in _PANEL if other != lang]
    for word in frequencies(lang):
        own = zipf(word, lang)
        if own < _COMMON:
            return
        if word.isalpha() and len(word) >= _FEWEST_LETTERS:
            middle = statistics.median_high([zipf(word, other) or _ABSENT for other in others])
            if middle >= own - _RARER:
                yield word


def written(language: Language) -> Iterator[str]:
    """Yield the words of the CLDR that have a capital."""
    locale = Locale.parse(language.tag)
    entries = [*locale.territories.values(), *locale.languages.values()]
    entries += [*locale.days["format"]["wide"].values(), *locale.months["format"]["wide"].values()]
    for entry in entries:
        for word in entry.replace("-", " ").replace("’", " ").replace("'", " ").split():
            if word[0].isupper() and word.isalpha() and len(word) >= _FEWEST_LETTERS:
                yield word.lower()


def main() -> None:
    """Write a file for every language that missing-sentence-end knows."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        if not lexicon.sentence_starters(language.tag) or find(language.tag).nouns_capitalised:
            continue
        names = set(written(language))
        if language.tag in _PANEL:
            names |= set(shared(language.tag))
        names = {name for name in names if zipf(name, language.tag) >= _COMMON}
        text = _HEAD.format(name=language.name) + "\n".join(sorted(names)) + "\n"
        (FOLDER / f"{language.tag}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
