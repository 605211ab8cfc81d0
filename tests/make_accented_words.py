"""Make transcheck/data/accented_words: words with accents, and what it tells to see them without.

Run: python -m tests.make_accented_words

Frequencies are wordfreq's, on the Zipf scale. Where a text has lost its accents, a bare form stands
for the accented words and for itself, so it is more frequent there than in a sound text; the power
of ten by which it is so is its evidence. The ``_MOST`` frequent words are kept, if they are at
least as frequent as ``_LEAST``. A bare form is restored where neither itself nor another accented
word comes near the one that it stands for.
"""

import math
from pathlib import Path

from transcheck import languages
from transcheck.data.frequency import frequencies, zipf
from transcheck.languages import Language
from transcheck.text.accents import without_accents

FOLDER = Path(__file__).resolve().parents[1] / "transcheck" / "data" / "accented_words"
_LEAST, _MOST, _TELLING, _NEAR = 2.7, 12000, 0.1, 0.7
# Forms without accents that are frequent words too ("Ware", the city of Phoenix): the lists, which
# know texts that have lost their accents, take them for the others.
_WORDS_TOO = {
    "ca": {"mes", "mon"},
    "de": {"phonix", "ware"},
    "it": {"meta"},
    "sv": {"anda", "at", "far", "gang", "lat", "mal", "sa", "saga"},
}
_HEAD = """\
# Words of {name} that hold accents, small letters, sorted by code point. The number is how much
# more often, in powers of ten, the form without accents stands in texts that have lost them.
# “!”: that form may stand for other words too, so that it cannot be restored.
# Made by tests/make_accented_words.py.
# Source: wordfreq 3.1.1 (Robyn Speer, 2022), https://doi.org/10.5281/zenodo.7199437, whose data
# builds on Wikipedia, OPUS OpenSubtitles, SUBTLEX (Marc Brysbaert et al.), Google Books Ngrams,
# the Leeds Internet Corpus, ParaCrawl and others.
# Licence of this file: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/
# Changed: cut to frequent words with accents, compared with their forms without.
"""


def entries(language: Language) -> list[str]:
    """Return the lines of the file of one language."""
    accents, own = set(language.accents), _WORDS_TOO.get(language.tag, set())
    accented: dict[str, list[str]] = {}
    for word in frequencies(language.tag):
        frequent = word.isalpha() and zipf(word, language.tag) >= _LEAST
        bare = without_accents(word)
        if frequent and not accents.isdisjoint(word) and bare not in own:
            accented.setdefault(bare, []).append(word)
    found = []
    for bare, forms in accented.items():
        forms.sort(key=lambda form: -zipf(form, language.tag))
        others = [zipf(form, language.tag) for form in forms[1:]]
        lost = zipf(bare, language.tag) or 1.0
        best = zipf(forms[0], language.tag)
        telling = math.log10(1 + 10 ** (best - lost))
        if telling >= _TELLING:
            near = best - max([*others, lost]) < _NEAR
            found.append(f"{forms[0]} {telling:.1f}{' !' if near else ''}")
    return sorted(found[:_MOST])


def main() -> None:
    """Write a file for every language that has accents."""
    FOLDER.mkdir(exist_ok=True)
    for language in languages.LANGUAGES:
        if language.accents:
            rows = _HEAD.format(name=language.name) + "\n".join(entries(language)) + "\n"
            (FOLDER / f"{language.tag}.txt").write_text(rows, encoding="utf-8")


if __name__ == "__main__":
    main()
