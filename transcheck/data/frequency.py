"""How frequent words are, by language: the lists of wordfreq, loaded when first asked for."""

import math
from collections.abc import Mapping
from functools import cache, lru_cache

# Frequencies on the Zipf scale count from 1 in a billion words: 3 is one in a million.
_BILLION = 9.0


@cache
def frequencies(lang: str) -> Mapping[str, float]:
    """Return the words of ``lang`` in small letters, each with its share of all words.

    Takes the largest list that there is: 0.1 s for Turkish to 0.4 s for Russian, 30 to 160 MB.
    A language without a list gives an empty mapping.
    """
    # The import costs 0.1 s, and most texts have no word that needs it.
    from wordfreq import available_languages, get_frequency_dict

    tag = lang.partition("-")[0]
    for size in ("large", "small"):
        if tag in available_languages(size):
            return get_frequency_dict(tag, size)
    return {}


@lru_cache(maxsize=1 << 16)
def zipf(word: str, lang: str) -> float:
    """Return the frequency of ``word`` (small letters) on the Zipf scale, from 0 to about 7.7.

    0 means that the list of ``lang`` does not have it: rarer than one in a hundred million words.
    """
    share = frequencies(lang).get(word)
    return math.log10(share) + _BILLION if share else 0.0
