"""Whether a space is missing beside a mark: a stop, a quotation mark, a bracket, a dash."""

from transcheck.text.glue import Seam
from transcheck.text.glue_knowledge import Knowledge

_FREQUENT = 5.0
# Shortened titles and the like that often stand glued to a name: a matter of style, no garble.
_SHORTENED = frozenset(
    {
        "adm", "capt", "co", "col", "dr", "dra", "fr", "ft", "gen", "gov", "hon", "jr", "jl", "lt",
        "ltd", "maj", "mr", "mrs", "ms", "mt", "mx", "no", "nr", "pr", "prof", "rep", "rev",
        "sen", "sgt", "sr", "sra", "st", "ste", "str", "vs", "zb",
    }
)  # fmt: skip
# Languages that break speech off with a long dash ("I thought—"), and that share a half by a dash.
_CUT_OFF = frozenset({"en", "fr", "it", "pt"})
_SHARED_HALVES = frozenset({"de", "nl", "sv"})
# Languages that write endings right after a quotation: “eylem”de.
_SUFFIXED = frozenset({"fi", "hu", "tr"})
_TIGHT_DASHES = frozenset({"ca", "es"})


def mark(seam: Seam, knowledge: Knowledge) -> bool:
    """Judge a letter or a digit right after a punctuation mark."""
    left, right = seam.left, seam.right
    if seam.mark == ":":
        return _after_colon(left, right, knowledge)
    if not (left.isalpha() and right.isalpha()):
        return _beside_number(seam, knowledge)
    if seam.mark in ",;":
        return len(left) > 1 or (knowledge.is_function(left) and len(right) > 1)
    return _after_stop(left, right, knowledge)


def _after_stop(left: str, right: str, knowledge: Knowledge) -> bool:
    if not left[-1].islower() or len(left) < 2 or _is_shortened(left):
        return False
    if len(right) == 1:
        return right.isupper() and knowledge.is_function(right)
    return right.istitle() or (right.isupper() and knowledge.known(left))


def _is_shortened(word: str) -> bool:
    return word.istitle() and word.lower() in _SHORTENED


def _after_colon(left: str, right: str, knowledge: Knowledge) -> bool:
    """Judge "said:he"; "EU:n" and "kello:n" carry endings, "https:" and "10:30" stand elsewhere."""
    if not left.islower() or min(len(left), len(right)) < 3 or not right.isalpha():
        return False
    return knowledge.known(left) and knowledge.zipf(right.lower()) >= _FREQUENT


def _beside_number(seam: Seam, knowledge: Knowledge) -> bool:
    left, right = seam.left, seam.right
    if seam.mark not in {",", ";"}:
        return False
    if left.isalpha() and right.isdecimal():
        return len(left) > 2 and not left.isupper() and knowledge.known(left)
    return left.isdecimal() and right.isalpha() and len(right) > 1 and knowledge.known(right)


def opening(seam: Seam, knowledge: Knowledge) -> bool:
    """Judge an opening mark right after a letter: "rules(which"."""
    left, right = seam.left, seam.right
    if not knowledge.known(left):
        return False
    if seam.mark in "([":
        # "author(s)" and "Bürger(innen)" have an ending in brackets.
        apart = not knowledge.zipf((left + right).lower())
        return apart and len(left) > 2 and len(right) > 1 and _opens_aside(right, knowledge)
    if len(left) < 3:
        return knowledge.is_function(left) and len(right) > 1
    return knowledge.known(right)


def _opens_aside(right: str, knowledge: Knowledge) -> bool:
    if len(right) == 2:
        return right.isupper() or knowledge.is_function(right)
    return right.isupper() or knowledge.known(right)


def closing(seam: Seam, knowledge: Knowledge) -> bool:
    """Judge a letter right after a closing mark: "read)were"."""
    left, right = seam.left, seam.right
    if knowledge.lang in _SUFFIXED and right.islower() and len(right) < 6:
        return False
    if len(right) < 2:
        return len(left) > 1 and right.islower() and knowledge.is_function(right)
    if seam.mark[0] in ".,?!":
        return knowledge.known(right)
    # "(re)write" has a beginning in brackets.
    if seam.mark in ")]" and knowledge.zipf((left + right).lower()):
        return False
    function = knowledge.is_function(right)
    return len(left) > 1 and (function or (len(left) > 3 and knowledge.known(right)))


def dash(seam: Seam, knowledge: Knowledge) -> bool:
    """Judge "word –word" and "word– word"; Spanish and Catalan write an aside like this."""
    if knowledge.lang in _TIGHT_DASHES:
        return False
    if seam.right:
        return knowledge.known(seam.right)
    if knowledge.lang in _CUT_OFF and seam.mark == "—":
        return False
    # "Haupt– und Nebenfach" shares its second half; a noun before a dash is told by nothing else.
    return len(seam.left) > 2 and (seam.left.islower() or knowledge.lang not in _SHARED_HALVES)
