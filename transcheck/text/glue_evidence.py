"""Whether a seam is a missing space: what the words, the language and the article say."""

from collections.abc import Callable, Mapping

from transcheck.text.glue import Kind, Seam
from transcheck.text.glue_knowledge import KNOWN, Knowledge
from transcheck.text.glue_marks import closing, dash, mark, opening
from transcheck.text.late import late
from transcheck.text.letters import CAPITAL, SMALL

# Longer runs of letters are no words: keys, hashes, encoded data.
_LONGEST_TOKEN = 60
_FREQUENT = 5.0
# A written name is about as frequent as its rarer half; glue that a list holds is much rarer.
_NAME_GAP = 2.85
# How many small letters an ending may add to a listed name: "YouTuben", "WhatsAppban".
_LONGEST_ENDING = 4
# An acronym is not this much rarer than its first letters, which may be another one.
_ACRONYM_GAP = 1.0
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
_HUMPS = late(rf"[{CAPITAL}][{SMALL}]+")
_YEARS = range(1500, 2100)
# What follows the names of processors and files: "sparc64".
_BITS = frozenset({"32", "64", "128", "386"})
# What is numbered seldom goes beyond.
_MOST_NUMBERED = 100
# What a year follows without a space in names of events and products.
_EVENTS = frozenset(
    {
        "agenda", "copa", "euro", "europa", "europe", "expo", "horizon", "mundial", "office",
        "rio", "tokyo", "vision", "windows",
    }
)  # fmt: skip


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
    return (seen >= 2 and halves < 2) or _is_product_of_three(whole)


def _is_product_of_three(whole: str) -> bool:
    """Say whether a token is made like "TechNewsWorld"; where spaces are lost, one is lost."""
    return len(_HUMPS.findall(whole)) > 2 and not _HUMPS.sub("", whole)


def _is_gendered(seam: Seam, lang: str) -> bool:
    if lang != "de" or seam.right not in _GENDER_ENDINGS:
        return False
    return seam.right == "Innen" or seam.left.lower().endswith(_GENDERED)


def _before_capitals(left: str, right: str, knowledge: Knowledge) -> bool:
    if len(right) == 1:
        shown = len(left) > 3 or (len(left) > 2 and knowledge.known(left))
        return knowledge.is_function(right) and shown
    if left in knowledge.brand_parts:
        return False
    if not left.islower():
        return len(left) > 2 and knowledge.elsewhere(left) and bool(knowledge.counts.get(right))
    if len(left) > 1 and knowledge.is_function(left):
        return True
    return len(left) > 3 and knowledge.known(left)


def _after_small(left: str, knowledge: Knowledge) -> bool:
    if len(left) == 2:
        return knowledge.is_function(left) or knowledge.zipf(left) >= _FREQUENT
    return len(left) > 3 or knowledge.known(left)


def _between_titles(left: str, right: str, knowledge: Knowledge) -> bool:
    if len(left) < 3 and not knowledge.is_function(left):
        return False
    both = knowledge.elsewhere(left) and knowledge.elsewhere(right)
    if both or (_begins_sentence(right, knowledge) and len(left) > 3):
        return True
    # The words of a product are looked for in English too, a list that few texts need.
    return _are_words(left, right, knowledge) and not _is_product(left, right, knowledge)


def _are_words(left: str, right: str, knowledge: Knowledge) -> bool:
    long = min(len(left), len(right)) > 3
    function = knowledge.is_function(right) and len(right) > 1
    # "FastCo" is a company.
    known = len(right) > 2 and knowledge.known(left) and knowledge.known(right)
    if long or function or known:
        return True
    # "PepGuardiola" where the article has "Guardiola", "LesMacédoniens", and "JoeAlleva": products
    # are made of common words.
    article = knowledge.is_function(left) or left.lower() in knowledge.english_function
    person = knowledge.listed(left.lower()) >= KNOWN and not knowledge.is_common_english(right)
    return len(right) > 3 and (article or person or bool(knowledge.counts.get(right)))


def _begins_sentence(right: str, knowledge: Knowledge) -> bool:
    """Say whether ``right`` is a function word that English, where most products come from, lacks.

    "TelegraphEl" is no product in Spanish, but "LinkedIn" is one in English.
    """
    return (
        len(right) > 1
        and bool(knowledge.english_function)
        and knowledge.is_function(right)
        and right.lower() not in knowledge.english_function
    )


def _is_product(left: str, right: str, knowledge: Knowledge) -> bool:
    """Say whether the halves look like a made-up name: "LiveChat", or "HelpDesk" in Spanish."""
    small = {left.lower(), right.lower()}
    if not small.isdisjoint(knowledge.brand_parts):
        return True
    rarer = min(map(knowledge.listed, small))
    whole = knowledge.listed((left + right).lower())
    if whole and rarer - whole < _NAME_GAP:
        return True
    return small <= knowledge.english and not (knowledge.known(left) and knowledge.known(right))


def _capitals(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if _is_name(seam, knowledge) or not left.isupper() or len(right) < 2:
        return False
    if knowledge.counts.get(left) and knowledge.elsewhere(right) and len(right) > 2:
        return True
    if len(right) == 2 and _is_inflected(left, right[0], knowledge):
        return False
    if len(left) < 2 or not knowledge.zipf(left.lower()):
        return False
    frequency = knowledge.zipf(right.lower())
    if knowledge.is_function(right):
        return frequency >= _FREQUENT
    return frequency >= KNOWN and len(right) > 3 and not knowledge.listed(seam.whole.lower())


def _is_inflected(left: str, last: str, knowledge: Knowledge) -> bool:
    """Say whether an acronym has an ending: "CPAs" is no "CP As", but "USAHe" is no "USAH"."""
    shorter, longer = (knowledge.zipf(word.lower()) for word in (left, left + last))
    return longer > shorter - _ACRONYM_GAP


def _letter_digit(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if len(left) < 2 or not seam.whole.endswith(left + right):
        return False
    year = len(right) == 4 and int(right) in _YEARS
    if knowledge.is_function(left):
        return left.islower() or (left.istitle() and (year or len(left) > 3))
    opens = seam.start == 0 and left.istitle() and not _is_event(left, knowledge)
    if left.islower() or opens:
        return _before_number(left.lower(), right, knowledge, year=year)
    return left.istitle() and _name_before_number(left, right, knowledge, year=year)


def _name_before_number(left: str, right: str, knowledge: Knowledge, *, year: bool) -> bool:
    """Judge "May2019" and "Livingston1"; what comes back with its number is a name: "Covid19"."""
    if left.lower() in knowledge.months:
        return len(right) < 3 or year
    if len(left) < 4 or (year and _is_event(left, knowledge)):
        return False
    again = knowledge.counts.get(left + right, 0) > 1 or _is_numbered(left, right, knowledge)
    return year or (not again and bool(knowledge.counts.get(left)))


def _before_number(left: str, right: str, knowledge: Knowledge, *, year: bool) -> bool:
    if _is_numbered(left, right, knowledge):
        return False
    if len(left) > 4:
        return knowledge.known(left) or (right not in _BITS and knowledge.zipf(left) > 0)
    if len(left) == 2:
        return year and left in knowledge.common
    if len(left) < 3 or not knowledge.known(left):
        return False
    return year or (len(right) > 1 and (len(left) > 3 or _leads_number(left, knowledge)))


def _leads_number(word: str, knowledge: Knowledge) -> bool:
    """Say whether a short word is no piece of English names such as "top10": "ore10", "dia12"."""
    frequency = knowledge.zipf(word)
    usual = frequency >= _FREQUENT and frequency == knowledge.listed(word)
    return usual and bool(knowledge.english)


def _is_numbered(left: str, right: str, knowledge: Knowledge) -> bool:
    """Say whether the article has such a name with another number as well: "package1, package2"."""
    others = (f"{left}{number}" for number in range(_MOST_NUMBERED) if str(number) != right)
    return len(right) < 3 and any(knowledge.counts.get(other) for other in others)


def _is_event(word: str, knowledge: Knowledge) -> bool:
    """Say whether a year may follow ``word`` without a space, as in a hashtag: "Expo2030"."""
    return word.lower() not in knowledge.common or word.lower() in _EVENTS


def _digit_letter(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if len(right) < 2 or not seam.whole.startswith(left + right):
        return False
    if right.istitle():
        known = knowledge.zipf(right.lower())
        return known >= _FREQUENT and knowledge.is_function(right) and len(left) > 1
    if not right.islower():
        return False
    if right == "in" and len(left) < 3:
        return False  # "3in" is three inches, "2024in" lacks its space
    if right in knowledge.number_endings:
        return _stands_apart(right, knowledge)
    return _follows_number(left, right, knowledge)


def _stands_apart(unit: str, knowledge: Knowledge) -> bool:
    """Say whether the article parts a unit from its number; endings of ordinals are grammar too.

    An article that mostly writes "10th" and "4th" has them apart by chance.
    """
    apart = knowledge.counts.get(unit, 0)
    if not apart or knowledge.is_function(unit):
        return False
    glued = (
        count
        for word, count in knowledge.counts.items()
        if word.endswith(unit) and word[: -len(unit)].isdecimal()
    )
    return sum(glued) <= apart


def _follows_number(left: str, right: str, knowledge: Knowledge) -> bool:
    if len(right) == 2:
        return knowledge.is_function(right) or right in knowledge.common
    return len(left) == 4 or knowledge.known(right)


_JUDGES: Mapping[Kind, Callable[[Seam, Knowledge], bool]] = {
    Kind.CAPITAL: _capital,
    Kind.CAPITALS: _capitals,
    Kind.LETTER_DIGIT: _letter_digit,
    Kind.DIGIT_LETTER: _digit_letter,
    Kind.MARK: mark,
    Kind.OPENING: opening,
    Kind.CLOSING: closing,
    Kind.DASH: dash,
}
