"""What stands around a seam in its text, and clears it."""

import re

from transcheck.text.glue import Kind, Seam
from transcheck.text.glue_knowledge import Knowledge

# Many English papers write "£11million" and "€3.1billion"; elsewhere units are short: "€3mln".
_PRICE = re.compile(r"[$£€¥₹₽]\d[\d.,]*$")
_LONGEST_PRICE = 20
_LONGEST_UNIT = 4
_OPENING = frozenset("\"“”„«»‘’‚‹›'")
_CLOSING = re.compile(r"[.,]?[\"“”«»‘’‹›']")


def is_price(text: str, seam: Seam, knowledge: Knowledge) -> bool:
    """Say whether a number's unit follows it without a space in a price, as in "£11million"."""
    return (
        seam.kind is Kind.DIGIT_LETTER
        and not knowledge.is_function(seam.right)
        and _is_unit(seam.right, knowledge)
        and bool(_PRICE.search(text, max(seam.start - _LONGEST_PRICE, 0), seam.cut))
    )


def _is_unit(word: str, knowledge: Knowledge) -> bool:
    english = not knowledge.english or word in knowledge.english
    return english or len(word) <= _LONGEST_UNIT


def is_quoted_name(text: str, seam: Seam) -> bool:
    """Say whether a token of two capitals stands alone in quotation marks: the user “PlayerOne”."""
    return (
        seam.kind is Kind.CAPITAL
        and seam.left[:1].isupper()
        and text[seam.start - 1 : seam.start] in _OPENING
        and bool(_CLOSING.match(text, seam.end))
    )
