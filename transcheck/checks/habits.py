"""What a file does throughout is a way to write, and what it does seldom may be a fault."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache

from transcheck.checks.base import Texts
from transcheck.model import Pair

# What a source has, and what its translation makes of it; None where the pair says nothing.
Trait = Callable[[Pair], tuple[str, str] | None]
# Up to so many times a file does it by mistake, however few the cases.
_FEW = 2


def is_seldom(pair: Pair, trait: Trait, texts: Texts, share: float) -> bool:
    """Say whether a file treats such sources so in no more than a ``share`` of the cases."""
    found = trait(pair)
    if found is None or pair.target is None:
        return False
    return not is_usual(pair.target.path, found, (trait, texts), share)


def is_usual(path: str, case: tuple[str, str], told: tuple[Trait, Texts], share: float) -> bool:
    """Say whether a file makes this of such sources in more than a ``share`` of the cases."""
    trait, texts = told
    had, made = case
    counts = _tallies(texts, trait).get((path, had), Counter())
    return counts[made] > max(_FEW, share * counts.total())


@lru_cache(maxsize=8)
def _tallies(texts: Texts, trait: Trait) -> Mapping[tuple[str, str], Counter[str]]:
    tallies: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for pair in texts.pairs:
        found = trait(pair)
        if found and pair.target:
            tallies[pair.target.path, found[0]][found[1]] += 1
    return tallies
