"""What the judgement of a seam may know: the words of the language and of the article."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

# From this frequency on (Zipf scale) a word counts as known.
KNOWN = 3.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known of the words of one language and of the article at hand.

    ``common``, ``function`` and ``number_endings`` are in small letters; ``names`` are written as
    they should be ("YouTube"), ``prefixes`` begin such names ("Mc"), ``brand_parts`` are pieces of
    them ("chat"); ``english`` are the common English words and
    ``english_function`` its closed classes, empty for English itself; ``zipf`` is
    how frequent a word is in the language, ``listed`` in it or in English; ``months`` are the
    months that take a capital; ``counts``
    counts the words of the article as they are written; ``addresses`` are its handles and web and
    e-mail addresses, case folded.
    """

    lang: str
    common: frozenset[str]
    function: frozenset[str]
    names: frozenset[str]
    prefixes: frozenset[str]
    brand_parts: frozenset[str]
    english: frozenset[str]
    english_function: frozenset[str]
    zipf: Callable[[str], float]
    listed: Callable[[str], float]
    months: frozenset[str]
    number_endings: frozenset[str]
    counts: Mapping[str, int]
    addresses: frozenset[str]

    def elsewhere(self, word: str) -> bool:
        """Say whether ``word`` stands alone somewhere in the article, in whatever case."""
        counts = self.counts
        return bool(counts.get(word) or counts.get(word.lower()) or counts.get(word.title()))

    def spelt_in_address(self, word: str) -> bool:
        """Say whether an address of the article spells ``word``: "@GreenBranch"."""
        small = word.casefold()
        return any(small in address for address in self.addresses)

    def known(self, word: str) -> bool:
        """Say whether ``word`` is a common word or stands alone elsewhere in the article."""
        return (
            word.lower() in self.common
            or self.is_function(word)
            or self.elsewhere(word)
            or self.zipf(word.lower()) >= KNOWN
        )

    def is_function(self, word: str) -> bool:
        """Say whether ``word`` belongs to a closed class: "after", "but", "in"."""
        return word.lower() in self.function

    def is_common_english(self, word: str) -> bool:
        """Say whether ``word`` is a common English word, whatever the language."""
        return word.lower() in (self.english or self.common)
