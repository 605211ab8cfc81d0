"""split-word: one word written as two, or letter by letter."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Look
from transcheck.checks.precedence import unless
from transcheck.checks.sides import Fault, each_side
from transcheck.checks.wrong_language import wrong_language
from transcheck.data.frequency import zipf
from transcheck.data.lexicon import common_words, function_words
from transcheck.model import Segment, Severity, Span

# Two neighbours, the second in small letters, with a space, a line break or a torn hyphen between.
_PAIR = re.compile(r"(?<![\w'’.@/&#-])([^\W\d_]+)(-?[ \n]|-)(?=([^\W\d_]+)(?![\w'’@/&-]))")
_LETTERS = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){3,}(?!\w)")
# Frequencies on the Zipf scale: how common the whole word must be, and how much rarer a half.
_COMMON, _RARER = 2.5, 0.6
# Letters one by one are no accident: that they make a word at all is enough.
_KNOWN = 1.5
# Where a half is a function word, the other one must be hardly known.
_UNKNOWN = 2.3
_SHORTEST = 5
_MARKS = '.,:;!?…"”“’»)]'
# Only a short unknown word is always worth the look into the frequencies.
_LONGEST_PIECE = 5


def _rule(segment: Segment, context: Context) -> Iterator[Fault]:
    text, lang = segment.text, segment.lang
    if not _applies(lang):
        return
    tokens = text.split()
    if _is_suspicious(tokens, lang):
        yield from _halves(text, lang, context)
    # Three letters in a row are the least; the fourth may touch a mark.
    if list(map(len, tokens)).count(1) < 3:
        return
    for match in _LETTERS.finditer(text):
        yield from _letters(match[0], match.start(), lang)


def _hint(lang: str) -> Look | None:
    if not _applies(lang):
        return None
    known = _known(lang)

    def look(token: str) -> bool:
        for part in token.split():
            if len(part) == 1 or (part not in known and _unknown_piece(part, lang)):
                return True
        return False

    return look


def _letters(spaced: str, start: int, lang: str) -> Iterator[Fault]:
    """Yield the word that letters make; the first or the last of them may be one of its own."""
    last = len(spaced)
    for first, end in ((0, last), (2, last), (0, last - 2)):
        joined = spaced[first:end].replace(" ", "")
        if len(joined) > 3 and joined[1:].islower() and zipf(joined.lower(), lang) >= _KNOWN:
            yield _fault(start + first, start + end, joined, "letter by letter")
            return


@cache
def _applies(lang: str) -> bool:
    """Say whether the language writes words apart, and each word as one."""
    return languages.find(lang).spaced and bool(function_words(lang)) and lang != "vi"


@cache
def _known(lang: str) -> frozenset[str]:
    return function_words(lang) | common_words(lang)


@cache
def _edges(lang: str) -> frozenset[str]:
    """Return what known words begin and end with, if it is longer than a short piece."""
    cuts = [(word, cut) for word in _known(lang) for cut in range(_LONGEST_PIECE + 1, len(word))]
    return frozenset([word[:cut] for word, cut in cuts] + [word[-cut:] for word, cut in cuts])


def _is_suspicious(tokens: Sequence[str], lang: str) -> bool:
    """Say whether a small-letter word is short and unknown, or makes a common one with another.

    This is all that most sentences are asked.
    """
    known = _known(lang)
    for token in set(tokens).difference(known):
        piece = _unknown_piece(token, lang)
        if not piece:
            continue
        if token[-1] == "-" or 1 < len(piece) <= _LONGEST_PIECE:
            return True
        place = tokens.index(token)
        before, after = tokens[max(place - 1, 0)], tokens[min(place + 1, len(tokens) - 1)]
        if before + piece in known or piece + after.rstrip(_MARKS) in known:
            return True
    return False


@lru_cache(maxsize=1 << 15)
def _unknown_piece(token: str, lang: str) -> str:
    """Return the unknown small-letter word that a token is, or what stands before its hyphen.

    A long one that begins and ends no known word is left out, for no neighbour can complete it.
    """
    if token.endswith("-") and token[:-1].isalpha():
        return token[:-1]
    piece = token.rstrip(_MARKS)
    if not (piece.islower() and piece.isalpha()) or piece in _known(lang):
        return ""
    return piece if len(piece) <= _LONGEST_PIECE or piece in _edges(lang) else ""


def _halves(text: str, lang: str, context: Context) -> Iterator[Fault]:
    end = -1
    for match in _PAIR.finditer(text):
        left, gap, right = match.groups()
        joined = left + right
        if match.start() < end or not right.islower() or gap == "-":
            continue
        if (
            min(len(left), len(right)) == 1
            or left.isupper()
            or len(joined) < _SHORTEST
            or joined in context.vocabulary
        ):
            continue
        torn = gap[0] == "-"
        if not torn and left in _known(lang) and right in _known(lang):
            continue
        if _is_one_word(left.lower(), right, lang, torn=torn):
            end = match.end(3)
            yield _fault(match.start(), end, joined, "in two")


def _is_one_word(left: str, right: str, lang: str, *, torn: bool) -> bool:
    whole = zipf(left + right, lang)
    if whole < _COMMON:
        return False
    if torn:
        # "Haupt- und Nebenstraßen" is no torn word.
        return right not in function_words(lang)
    halves = {left: zipf(left, lang), right: zipf(right, lang)}
    grammar = function_words(lang) & halves.keys()
    if len(grammar) == len(halves):
        return False
    if grammar:
        return all(halves[half] < _UNKNOWN for half in halves.keys() - grammar)
    return whole - min(halves.values()) >= _RARER


def _fault(start: int, end: int, joined: str, how: str) -> Fault:
    return Fault(
        span=Span(start=start, end=end),
        message=f"one word written {how}: “{joined}”",
        suggestion=joined,
    )


SPLIT_WORD = Check(
    id="TC204",
    name="split-word",
    summary="One word is written as two, or letter by letter.",
    rationale=(
        "A line break that was taken out, or text taken from a PDF, leaves words in pieces: "
        "“re port”, “infor- mation”, “w o r d”. Two neighbours are flagged if together they are a "
        "common word and one of them is much rarer by itself. Two words that both stand on their "
        "own (“may be”, “every one”) are left alone, and so are hyphens that wait for the second "
        "part of a compound (“Haupt- und Nebenstraßen”)."
    ),
    severity=Severity.ERROR,
    run=each_side(unless(_rule, wrong_language)),
    hint=_hint,
    languages="languages with spaces and a list of function words, other than Vietnamese",
    examples=(
        Example(
            text="The govern ment has published its budget.",
            flags=("govern ment",),
            suggestion="government",
        ),
        Example(
            text="Das Kabi- nett tagt am Montag.",
            lang="de",
            flags=("Kabi- nett",),
            suggestion="Kabinett",
        ),
        Example(
            text="O presi dente falou ontem.",
            lang="pt",
            flags=("presi dente",),
            suggestion="presidente",
        ),
        Example(
            text="It was a s e c r e t for years.",
            flags=("s e c r e t",),
            suggestion="secret",
        ),
        Example(text="It may be that every one of them can not come any more."),
        Example(text="Die Haupt- und Nebenstraßen sind gesperrt.", lang="de"),
        Example(text="Han kom i går in i rummet.", lang="sv"),
        Example(text="Vitamins A B C D and E are in it."),
    ),
)
