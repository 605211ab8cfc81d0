"""Which words are names: told by how frequent they are on either side."""

from dataclasses import dataclass
from functools import lru_cache

from transcheck import languages
from transcheck.data.frequency import zipf
from transcheck.data.lexicon import days, function_words, months, office_words
from transcheck.names.places import places
from transcheck.names.reading import Name
from transcheck.names.spelling import bare

# A name is about as frequent in one language as in another, on the Zipf scale; a word of the one
# is not. At the beginning of a sentence, more has to speak for a name.
_GAP = 1.3
# A word may be a name that the other list lacks if it is rarer than this.
_RARE = 2.0
# The same where the other list does not have it at all.
_UNHEARD = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limits:
    """How much more frequent a name may be here, or how frequent, inside a sentence and first."""

    gap: float
    gap_first: float
    rare: float
    rare_first: float


_STRICT = _Limits(gap=_GAP, gap_first=0.5, rare=_RARE, rare_first=_RARE)
_LOOSE = _Limits(gap=_GAP, gap_first=1.0, rare=3.6, rare_first=3.6)
# A word whose plural is not much rarer is a common noun ("deal", "league"), unless the plural is a
# name itself ("Stevens").
_PLURAL = 1.2
# So is one whose plural is so frequent in both languages: "solutions".
_FREQUENT = 4.3
# A word whose singular is so much more frequent is its plural: "the Cartel of the Suns".
_SINGULAR = 1.0
# A longer noun that no list knows is a compound.
_LONGEST_UNKNOWN = 8


@lru_cache(maxsize=1 << 12)
def is_name(name: Name, lang: str, other: str, *, strict: bool = True) -> bool:
    """Say whether a word is a name and no word of its language that takes a capital here.

    Unless ``strict``, common nouns that both languages have are let through: "Street", "Power".
    """
    word = name.text.lower()
    if word in days(lang) | months(lang) | office_words(lang) | function_words(lang):
        return False
    capitalised = languages.find(lang).nouns_capitalised
    if not name.first and (not capitalised or name.text in places()):
        return True
    here, there = zipf(word, lang), max(zipf(word, other), zipf(bare(word), other))
    if zipf(word.removesuffix("s"), lang) > here + _SINGULAR:
        return False
    if strict and (_is_noun(word, lang, other) or _is_noun(word, other, lang)):
        return False
    if capitalised and not there:
        return here < _RARE and len(word) <= _LONGEST_UNKNOWN
    limits = _STRICT if strict else _LOOSE
    gap = limits.gap_first if name.first else limits.gap
    rare = limits.rare_first if name.first else limits.rare
    return here - there < gap or here < (rare if there else _UNHEARD)


def _is_noun(word: str, lang: str, other: str) -> bool:
    """Say whether a word has a plural that is a word of the language and no name itself."""
    for plural in (word, f"{word}s", f"{word}es"):
        here, there = zipf(plural, lang), zipf(plural, other)
        single = plural.removesuffix("s")
        if (
            min(here, there, zipf(single, lang), zipf(single, other)) > _FREQUENT
            and single != plural
        ):
            return True
        if plural != word and here > max(zipf(word, lang) - _PLURAL, there + _GAP):
            return True
    return False
