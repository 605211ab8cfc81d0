"""Quotation marks: which open and which close, told by their place and by the language."""

import re
from collections.abc import Iterator
from functools import cache

from transcheck.text.late import late
from transcheck.text.pairing import Mark
from transcheck.text.protected import protected, touches

DOUBLE, SINGLE, CORNER, WHITE_CORNER = "double", "single", "corner", "white corner"

# For each closing mark, those that it closes. Languages share the marks, not their roles.
PARTNERS = {
    '"': '"“„”‟',
    "”": '“„”‟"',
    "“": '„“”"',
    "»": "«»",
    "«": "»«",
    "’": "‘‚’",
    "'": "‘‚",
    "‘": "‚‘’",
    "›": "‹›",
    "‹": "›‹",
    "」": "「",
    "』": "『",
    "〞": "〝",
}

_KIND = {
    **dict.fromkeys('"“”„‟«»〝〞', DOUBLE),
    **dict.fromkeys("‘’‚‹›'", SINGLE),
    **dict.fromkeys("「」", CORNER),
    **dict.fromkeys("『』", WHITE_CORNER),
}
_CURVED = re.compile("[" + "".join(char for char in _KIND if not char.isascii()) + "]")
ANY = re.compile(_CURVED.pattern.replace("]", '"]'))
# Whatever quotes in any language, or may do so: also straight and doubled single marks at the front
# of a word, title marks, and the dash of a dialogue.
_QUOTES = re.compile(
    r"[\"“”„‟«»〝〞‹›‘‚「」『』《》〈〉]|(?<!\w)['’`](?![snt]\b|\d)(?=\w)|,,|''|``|<<|>>"
    r"|(?:\A|[.!?…:]\s)[–—-]\s?\w"
)
_ANY_OR_STRAIGHT = re.compile(_CURVED.pattern.replace("]", "\"']"))
# Where the language's own table is silent.
_OPEN, _CLOSING = frozenset("“„‟«‘‚‹「『〝"), frozenset("”»’›」』〞")
_STRAIGHT = '"'

# What stands before an opening mark, and after a closing one; "" is the end of the text. The weak
# ones stand on either side of either.
_BEFORE = frozenset("([{（【《¿¡")
_AFTER = frozenset(")]}）】》,.;:!?،؛؟。，、；：！？।")
_WEAK = frozenset("-–—/=…~*_|")
# Their shape tells all, whatever the spaces, unless the language turns them both ways.
_SHAPED = frozenset("「」『』〝〞«»‹›")
_SEE_THROUGH = "'‘’‚‹›\"“”„«»"
_MOST_MARKS = 8  # that stand side by side for a reason
_SIGN_OF_INCHES = frozenset('"”')
# An apostrophe at the front of a word, turned the wrong way by a word processor: ‘90s, ‘tis, ‘t.
_ELISION = re.compile(
    r"‘(?:\d|[^\W\d_]{1,2}\b(?![^\W\d_])|(?:tis|twas|til|till|cause|cos|coz|round|bout)\b)",
    re.IGNORECASE,
)
_HEBREW = re.compile("[\u05d0-\u05ea]")
# Beside a word that needs no space around it, only the shape of a mark tells.
_UNSPACED = late("[\u3040-\u30ff\u3400-\u9fff]")
_LEAD = re.compile(r"(?:^|[\r\n])[\s*•>–—-]*\Z")


def has_any(text: str) -> bool:
    """Say whether ``text`` may hold quotation marks: a quick first look.

    >>> has_any("It's so.")
    False
    """
    return '"' in text or (not text.isascii() and _CURVED.search(text) is not None)


def may_quote(text: str) -> bool:
    """Say whether ``text`` quotes, in whatever marks, or may do so.

    >>> may_quote("— Yes, she said."), may_quote("It’s the girls’ school.")
    (True, False)
    """
    return _QUOTES.search(text) is not None


def double(text: str) -> Iterator[str]:
    """Yield the double marks of ``text``, whatever they stand for."""
    return (found[0] for found in ANY.finditer(text) if _KIND[found[0]] is DOUBLE)


def marks(
    text: str, pairs: tuple[str, ...], *, owner: int = 0, first: bool = True
) -> Iterator[Mark]:
    """Yield the quotation marks of ``text`` in order, without apostrophes and addresses.

    ``pairs`` are the marks of the language, the opening before the closing. A single closing mark
    is ``optional``, since it is an apostrophe as well. ``first`` says that the text begins a
    paragraph. Straight single marks are left out: no rule tells them from apostrophes.
    """
    away = protected(text)
    # A straight mark now and then closes what a curved one opened.
    pattern = _ANY_OR_STRAIGHT if "‘" in text or "‚" in text else ANY
    for found in pattern.finditer(text):
        index, char = found.start(), found[0]
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        if char in "’'‘" and before.isalnum() and after.isalnum():
            continue
        if char in '"”' and _HEBREW.match(before) and _HEBREW.match(after):
            continue  # the sign of an abbreviation
        if away and touches(away, index, index + 1):
            continue
        kind = _KIND[char]
        opens = _opens(text, index, pairs)
        if kind is SINGLE and _is_apostrophe(text, index, opens):
            continue
        yield Mark(
            owner=owner,
            start=index,
            char=char,
            kind=kind,
            opens=opens,
            leads=_leads(text, index, first=first),
            doubtful=char in _SIGN_OF_INCHES and before.isdigit(),
            optional=kind is SINGLE,
        )


def quoted(text: str, pairs: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield start and end of each quotation that is opened and closed in ``text``, marks included.

    A quotation within another is a part of it.

    >>> text = "He said “I know what ‘no’ means” and left."
    >>> [text[start:end] for start, end in quoted(text, ("“”", "‘’"))]
    ['“I know what ‘no’ means”']
    """
    opened: Mark | None = None
    for mark in marks(text, pairs):
        if opened is None:
            opened = None if mark.opens is False else mark
        elif mark.opens is not True and opened.char in PARTNERS.get(mark.char, ""):
            yield opened.start, mark.start + 1
            opened = None


def _opens(text: str, index: int, pairs: tuple[str, ...]) -> bool | None:
    """Say whether a mark opens; None if neither its place nor its shape tells."""
    char = text[index]
    shape = _by_shape(char, pairs)
    if char in _SHAPED and shape is not None:
        return shape
    before, after = _neighbour(text, index, -1), _neighbour(text, index, 1)
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        edge = before == "" or after == "" or before.isspace() or after.isspace()
        if shape is not None or not edge:
            return shape
    may_open = before == "" or before.isspace() or before in _BEFORE
    may_close = after == "" or after.isspace() or after in _AFTER
    if may_open != may_close:
        return may_open
    if not may_open and (before in _WEAK) != (after in _WEAK):
        return before in _WEAK
    return shape


def _neighbour(text: str, index: int, step: int) -> str:
    """Return the next character on one side that is no quotation mark; "" at the end.

    An apostrophe after a letter stands for a dash, as in "l'«amic»": a word may begin after it.
    """
    for _ in range(_MOST_MARKS):
        index += step
        if not 0 <= index < len(text):
            return ""
        if text[index] not in _SEE_THROUGH:
            return text[index]
        if step < 0 and text[index] in "'’" and text[index - 1 : index].isalpha():
            return "-"
    return text[index]


@cache
def _by_shape(char: str, pairs: tuple[str, ...]) -> bool | None:
    opens, closes = (any(pair[end] == char for pair in pairs) for end in (0, 1))
    if opens != closes:
        return opens
    if opens or char == _STRAIGHT:
        return None
    return char in _OPEN


def _is_apostrophe(text: str, index: int, opens: bool | None) -> bool:
    """Say whether a single mark stands at the front of a word for letters left out."""
    return (text[index] in "’'" and opens is not False) or bool(_ELISION.match(text, index))


def _leads(text: str, index: int, *, first: bool) -> bool:
    """Say whether a mark begins a line; the start of the text is one if it begins a paragraph."""
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    if start == 0 and not first:
        return False
    return index - start < 8 and _LEAD.search(text[start:index]) is not None
