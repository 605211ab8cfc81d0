"""How like each other two texts are on their face: the trigrams that they share."""

from collections import Counter
from functools import lru_cache


@lru_cache(maxsize=1 << 14)
def trigrams(text: str) -> frozenset[str]:
    """Return the trigrams of a text; one that comes again has the number of times behind it."""
    padded = f" {' '.join(text.casefold().split())} "
    seen: Counter[str] = Counter()
    found = []
    for at in range(max(len(padded) - 2, 1)):
        gram = padded[at : at + 3]
        seen[gram] += 1
        found.append(gram if seen[gram] == 1 else f"{gram}{seen[gram]}")
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str) -> float:
    """Return the share of trigrams that two texts have in common, from 0 to 1.

    >>> alike("the port closed", "the port closed"), alike("abc", "xyz")
    (1.0, 0.0)
    """
    ours, theirs = trigrams(one), trigrams(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


@lru_cache(maxsize=1 << 16)
def contained(part: str, whole: str) -> float:
    """Return the share of the trigrams of ``part`` that are in ``whole``, from 0 to 1."""
    ours = trigrams(part)
    return len(ours & trigrams(whole)) / len(ours)
