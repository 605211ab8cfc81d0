"""Whether a seam is a missing space: what the words, the language and the article say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from transcheck.text.glue import Kind, Seam

# Longer runs of letters are no words: keys, hashes, encoded data.
_LONGEST_TOKEN = 60
# How many small letters an ending may add to a listed name: "YouTuben", "WhatsAppban".
_LONGEST_ENDING = 4
# Pieces of one small letter before a capital that begin names of products and offices.
_PRODUCT_LETTERS = frozenset("eiux")
# German writes feminine forms with a capital inside the word: "StudentInnen", "MinisterIn".
_GENDER_ENDINGS = ("Innen", "In")
_GENDERED = (
    "er",
    "kund",
    "or",
    "ent",
    "ant",
    "ist",
    "eur",
    "ekt",
    "oge",
    "ling",
    "et",
    "at",
    "rat",
    "kt",
)
# Shortened titles and the like that often stand glued to a name: a matter of style, no garble.
_SHORTENED = frozenset(
    {
        "adm", "capt", "co", "col", "dr", "dra", "fr", "ft", "gen", "gov", "hon", "jr", "jl", "lt",
        "ltd", "maj", "mr", "mrs", "ms", "mt", "mx", "no", "nr", "pr", "prof", "rep", "rev",
        "sen", "sgt", "sr", "sra", "st", "ste", "str", "vs", "zb",
    }
)  # fmt: skip
_YEARS = range(1500, 2100)
# What a year follows without a space in names of events and products.
_EVENTS = frozenset(
    {
        "agenda",
        "copa",
        "euro",
        "europa",
        "europe",
        "expo",
        "horizon",
        "mundial",
        "office",
        "rio",
        "tokyo",
        "vision",
        "windows",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What is known of the words of one language and of the article at hand.

    ``common``, ``function`` and ``number_endings`` are in small letters; ``names`` are written as
    they should be ("YouTube"), ``prefixes`` begin such names ("Mc"), ``brand_parts`` are pieces of
    them ("chat"); ``english`` are the common English words, empty for English itself; ``counts``
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
        return word.lower() in self.common or self.is_function(word) or self.elsewhere(word)

    def is_function(self, word: str) -> bool:
        """Say whether ``word`` belongs to a closed class: "after", "but", "in"."""
        return word.lower() in self.function


def is_glued(seam: Seam, knowledge: Knowledge) -> bool:
    """Say whether a space is missing at ``seam``."""
    return len(seam.whole) <= _LONGEST_TOKEN and _JUDGES[seam.kind](seam, knowledge)


def _capital(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if _is_name(seam, knowledge) or _is_gendered(seam, knowledge.lang):
        return False
    if right.isupper():
        return _before_capitals(left, right, knowledge)
    if len(left) == 1:
        return (
            left not in _PRODUCT_LETTERS and knowledge.is_function(left) and knowledge.known(right)
        )
    if left.islower():
        return _after_small(left, knowledge)
    return _between_titles(left, right, knowledge)


def _is_name(seam: Seam, knowledge: Knowledge) -> bool:
    whole = seam.whole
    if seam.left in knowledge.prefixes or knowledge.spelt_in_address(whole):
        return True
    shortest = max(len(whole) - _LONGEST_ENDING, 2)
    for length in range(len(whole), shortest - 1, -1):
        if whole[:length] in knowledge.names:
            return length == len(whole) or whole[length:].islower()
    seen = knowledge.counts.get(whole, 0)
    halves = knowledge.elsewhere(seam.left) + knowledge.elsewhere(seam.right)
    return (seen >= 3 and halves < 2) or (seen == 2 and halves == 0)


def _is_gendered(seam: Seam, lang: str) -> bool:
    if lang != "de" or seam.right not in _GENDER_ENDINGS:
        return False
    return seam.right == "Innen" or seam.left.lower().endswith(_GENDERED)


def _before_capitals(left: str, right: str, knowledge: Knowledge) -> bool:
    if len(right) == 1:
        plain = left.islower() and len(left) > 3
        return knowledge.is_function(right) and (plain or (len(left) > 2 and knowledge.known(left)))
    if not left.islower() or left in knowledge.brand_parts:
        return False
    if len(left) > 1 and knowledge.is_function(left):
        return True
    return len(left) > 3 and knowledge.known(left)


def _after_small(left: str, knowledge: Knowledge) -> bool:
    if len(left) == 2:
        return knowledge.is_function(left)
    return len(left) > 3 or knowledge.known(left)


def _between_titles(left: str, right: str, knowledge: Knowledge) -> bool:
    if len(left) < 3 and not knowledge.is_function(left):
        return False
    if knowledge.elsewhere(left) and knowledge.elsewhere(right):
        return True
    if _is_product(left, right, knowledge):
        return False
    if knowledge.is_function(right) and len(right) > 1:
        return True
    long = min(len(left), len(right)) > 3
    return long or (knowledge.known(left) and knowledge.known(right))


def _is_product(left: str, right: str, knowledge: Knowledge) -> bool:
    """Say whether the halves look like a made-up name: "LiveChat", or "HelpDesk" in Spanish."""
    small = {left.lower(), right.lower()}
    if not small.isdisjoint(knowledge.brand_parts):
        return True
    return small <= knowledge.english and not (knowledge.known(left) and knowledge.known(right))


def _letter_digit(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if len(left) < 2 or not seam.whole.endswith(left + right):
        return False
    year = len(right) == 4 and int(right) in _YEARS
    if knowledge.is_function(left):
        return left.islower() or (left.istitle() and year)
    if left.islower():
        return knowledge.known(left) and len(left) > 2 and (year or len(left) > 4)
    return left.istitle() and len(left) > 3 and year and not _is_event(left, knowledge)


def _is_event(word: str, knowledge: Knowledge) -> bool:
    """Say whether a year may follow ``word`` without a space, as in a hashtag: "Expo2030"."""
    return word.lower() not in knowledge.common or word.lower() in _EVENTS


def _digit_letter(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if len(right) < 2 or not right.islower() or not seam.whole.startswith(left + right):
        return False
    if right in knowledge.number_endings or (right == "in" and len(left) < 3):
        return False  # "3in" is three inches, "2024in" lacks its space
    if knowledge.is_function(right):
        return True
    return len(right) > 2 and (len(left) == 4 or knowledge.known(right))


def _mark(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if not (left.isalpha() and right.isalpha()) or max(len(left), len(right)) < 2:
        return False
    if seam.mark in ",;":
        return len(left) > 1 or knowledge.is_function(left)
    if not left[-1].islower() or len(left) < 2:
        return False
    if left.istitle() and left.lower() in _SHORTENED:
        return False
    if len(right) == 1:
        return right.isupper() and knowledge.is_function(right)
    return right.istitle() or (right.isupper() and knowledge.known(left))


def _opening(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    return len(left) > 2 and len(right) > 3 and knowledge.known(left) and knowledge.known(right)


def _closing(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    return len(left) > 3 and len(right) > 2 and knowledge.is_function(right)


_JUDGES: Mapping[Kind, Callable[[Seam, Knowledge], bool]] = {
    Kind.CAPITAL: _capital,
    Kind.LETTER_DIGIT: _letter_digit,
    Kind.DIGIT_LETTER: _digit_letter,
    Kind.MARK: _mark,
    Kind.OPENING: _opening,
    Kind.CLOSING: _closing,
}
