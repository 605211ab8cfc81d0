"""Injectors for punctuation, by the protocol of ``inject.py``: spaces, doubled and lost marks."""

import re
from collections.abc import Callable
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck.languages import find

Inject = Callable[[Place, Random], Damaged | None]

_COMMA = re.compile(r"(?<=[^\W\d_])[,،，、](?=\s|[^\W\d_a-zA-Z])")
_STOP = re.compile(r"(?<=[^\W\d_])[.。।]$")
_ASKS = re.compile(r"(?<=[^\W\d_])[?!？！؟](?=$|[\s\"”»])")
_BRACKET = re.compile(r"(?<=[^\W\d_])[)）]")
_PAUSE = re.compile(r"(?<=[^\W\d_])[:;：；](?=\s)")
_ROUND = re.compile(r"[(（][^()（）]{4,}[)）]")
_DOUBLE = re.compile(r"[\"“”„«»「」]")
# Any single space inside a sentence; two after a stop are a habit and no fault.
_GAP = re.compile(r"(?<=[^\s.!?…:]) (?=\S)")
_NO_SPACE_IN_FRENCH = (_ASKS, _PAUSE)
_OTHER_CLOSING = {"”": "“", "“": "”", "»": "”", "」": "”"}


def _spaced(pattern: re.Pattern[str]) -> Inject:
    """Make an injector that puts a space before one mark."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = list(pattern.finditer(place.sentence))
        lawful = place.lang in ("fr", "hi", "th", "vi") and pattern in _NO_SPACE_IN_FRENCH
        if not found or lawful:
            return None
        match = random.choice(found)
        text = f"{place.sentence[: match.start()]} {place.sentence[match.start() :]}"
        return Damaged(text=text, start=match.start(), end=match.end() + 1)

    return inject


def _spaced_twice(place: Place, random: Random) -> Damaged | None:
    """Put a second space beside one."""
    found = list(_GAP.finditer(place.sentence))
    if not found or not find(place.lang).spaced:
        return None
    at = random.choice(found).start()
    return Damaged(
        text=f"{place.sentence[:at]} {place.sentence[at:]}", start=at, end=at + len("  ")
    )


def _marked_again(
    pattern: re.Pattern[str], mark: str | None = None, *, front: bool = False
) -> Inject:
    """Make an injector that writes a mark twice, or ``mark`` after it (before it: ``front``)."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = list(pattern.finditer(place.sentence))
        if not found:
            return None
        match = random.choice(found)
        if mark and not match[0].isascii():
            return None
        other = mark or match[0]
        both = other + match[0] if front else match[0] + other
        text = place.sentence[: match.start()] + both + place.sentence[match.end() :]
        return Damaged(text=text, start=match.start(), end=match.start() + len(both))

    return inject


def _bracket_lost(*, opening: bool) -> Inject:
    """Make an injector that drops one bracket of a pair; the other must be marked."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = list(_ROUND.finditer(place.sentence))
        if not found:
            return None
        match = random.choice(found)
        return _without_one(place.sentence, match.start(), match.end() - 1, opening=opening)

    return inject


def _quote_lost(*, opening: bool) -> Inject:
    """Make an injector that drops one quotation mark of the only pair of a sentence."""

    def inject(place: Place, _random: Random) -> Damaged | None:
        found = list(_DOUBLE.finditer(place.sentence))
        if len(found) != 2:
            return None
        if place.sentence[: found[0].start()][-1:].strip() not in ("", "("):
            return None
        first, second = found
        return _without_one(place.sentence, first.start(), second.start(), opening=opening)

    return inject


def _without_one(text: str, first: int, second: int, *, opening: bool) -> Damaged:
    if opening:
        return Damaged(text=text[:first] + text[first + 1 :], start=second - 1, end=second)
    return Damaged(text=text[:second] + text[second + 1 :], start=first, end=first + 1)


def _other_style(place: Place, _random: Random) -> Damaged | None:
    """Close a curved quotation with a mark of another language."""
    found = list(_DOUBLE.finditer(place.sentence))
    if len(found) != 2 or found[1][0] not in _OTHER_CLOSING or place.lang in ("fi", "sv"):
        return None
    at = found[1].start()
    text = place.sentence[:at] + _OTHER_CLOSING[found[1][0]] + place.sentence[at + 1 :]
    return Damaged(text=text, start=at, end=at + 1)


def _twice(place: Place, _random: Random) -> Damaged | None:
    """Say a sentence twice in a row."""
    if not _STOP.search(place.sentence):
        return None
    gap = " " if place.sentence.endswith((".", "।")) else ""
    head = place.sentence + gap
    return Damaged(text=head + place.sentence, start=len(head), end=len(head + place.sentence))


NOTES = {
    "unbalanced-quotes": "Measured beside an English source, one sentence a line; English itself "
    "has none here. Without a source such a text shows its paragraphs nowhere, and a third of the "
    "lost marks is found. Those marked in the undamaged text that were looked at are faults of it",
    "space-before-punctuation": "The undamaged texts have such spaces of their own",
    "doubled-punctuation": "The undamaged texts have such marks of their own",
}

_SPACE, _DOUBLED = "space-before-punctuation", "doubled-punctuation"
INJECTORS: tuple[Injector, ...] = (
    Injector(fault="space before a comma", check=_SPACE, inject=_spaced(_COMMA)),
    Injector(fault="space before a full stop", check=_SPACE, inject=_spaced(_STOP)),
    Injector(fault="space before ? or !", check=_SPACE, inject=_spaced(_ASKS)),
    Injector(fault="space before : or ;", check=_SPACE, inject=_spaced(_PAUSE)),
    Injector(fault="space before a closing bracket", check=_SPACE, inject=_spaced(_BRACKET)),
    Injector(fault="comma doubled", check=_DOUBLED, inject=_marked_again(_COMMA)),
    Injector(fault="full stop doubled", check=_DOUBLED, inject=_marked_again(_STOP)),
    Injector(
        fault="comma before the full stop",
        check=_DOUBLED,
        inject=_marked_again(_STOP, ",", front=True),
    ),
    Injector(
        fault="full stop before a comma",
        check=_DOUBLED,
        inject=_marked_again(_COMMA, ".", front=True),
    ),
    Injector(fault="full stop after ? or !", check=_DOUBLED, inject=_marked_again(_ASKS, ".")),
    Injector(fault="second space", check="doubled-space", inject=_spaced_twice),
    Injector(fault="sentence said twice", check="repeated-sentence", inject=_twice),
    Injector(
        fault="opening quotation mark lost",
        check="unbalanced-quotes",
        inject=_quote_lost(opening=True),
    ),
    Injector(
        fault="closing quotation mark lost",
        check="unbalanced-quotes",
        inject=_quote_lost(opening=False),
    ),
    Injector(
        fault="opening bracket lost",
        check="unbalanced-brackets",
        inject=_bracket_lost(opening=True),
    ),
    Injector(
        fault="closing bracket lost",
        check="unbalanced-brackets",
        inject=_bracket_lost(opening=False),
    ),
    Injector(
        fault="quotation closed in another style", check="wrong-quote-style", inject=_other_style
    ),
)
