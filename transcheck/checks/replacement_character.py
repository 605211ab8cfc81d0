"""replacement-character: U+FFFD, or another mark, stands where a character could not be read."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.sides import Fault, each_side
from transcheck.data.alphabets import alphabet
from transcheck.data.frequency import zipf
from transcheck.languages import find
from transcheck.model import Segment, Severity, Span
from transcheck.text.protected import protected, touches

# U+FFFD itself, its three bytes read as Windows-1252, Latin-1, Windows-1251, Windows-1250, Mac
# Roman or DOS text, as a character reference, and read as Chinese. Several in a row are one fault.
_MARK = re.compile(
    r"(?:\ufffd|ï¿½|пїЅ|ďż˝|ÔøΩ|∩┐╜|´┐¢|Ã¯Â¿Â½|锟斤拷|&#(?:65533|[xX][fF]{3}[dD]);|\\u[fF]{3}[dD])+"
)
_PARTS = ("\ufffd", "¿½", "їЅ", "ż˝", "øΩ", "┐", "锟斤拷", "&#", "\\u")
_HINT = re.compile("|".join(map(re.escape, ("?", *_PARTS[:-1]))) + r"|\\[a-z]|\w\"\w")
_ADDRESS = re.compile(r"[/=&@_]|\.\w")
# A question mark with letters on both sides; a sentence may end there, its space lost.
_QUESTION = re.compile(r"(?<![\w?])([^\W\d_]+)(\?{1,2})([^\W\d_]+)(?![\w?])")
# One before a word or a number: a first letter, the sign of a currency, or "¿" was lost.
_AT_START = re.compile(r"(?<!\S)\?(?:(?=\d)|([^\W\d_]+)(?![\w?]))")
# Straight quotation marks that stand for an apostrophe: 'don"t'.
_APOSTROPHE = re.compile(r"(?<!\w)([^\W\d_]+)\"([^\W\d_]+)(?!\w)")
_AT_END = re.compile(r"(?<![\w?])([^\W\d_]+)(\?)()(?=[ ,;:])")
_MOSTLY_QUESTIONS = re.compile(r"(?<![\w?!])\?{3,}(?=[ ,.]+\?{2,})(?:[ ,.-]*\?{2,})+")
# On the Zipf scale: a word of the language, and one too frequent to be half of a broken word.
_WORD, _KNOWN = 1.5, 3.5


def replaced(segment: Segment, _context: Context) -> Iterator[Fault]:
    """Yield each stretch that stands for characters which were lost."""
    text = segment.text
    if '"' in text:
        yield from _apostrophes(segment)
    if text.isascii() and "?" not in text and "&" not in text and "\\" not in text:
        return
    if any(one in text for one in _PARTS):
        for match in _MARK.finditer(text):
            yield Fault(
                span=Span(start=match.start(), end=match.end()),
                message=f"“{match[0]}” stands where a character could not be read: the original "
                "letter is lost",
            )
    if "?" in text:
        yield from _questions(segment)


def _questions(segment: Segment) -> Iterator[Fault]:
    text = segment.text
    inside = [fault for match in _QUESTION.finditer(text) for fault in _lost(segment, match)]
    yield from inside
    if inside:
        for match in _AT_END.finditer(text):
            yield from _lost(segment, match)
    for match in _AT_START.finditer(text):
        yield from _lost_at_start(segment, match)
    for match in _MOSTLY_QUESTIONS.finditer(text):
        yield Fault(
            span=Span(start=match.start(), end=match.end()),
            message="question marks stand where whole words were lost",
        )


def _apostrophes(segment: Segment) -> Iterator[Fault]:
    """Yield each quotation mark inside a word that has an apostrophe there."""
    for match in _APOSTROPHE.finditer(segment.text):
        if zipf(f"{match[1]}'{match[2]}".lower(), find(segment.lang).tag) >= _WORD:
            yield Fault(
                span=Span(start=match.end(1), end=match.start(2)),
                message=f"a quotation mark stands in “{match[0]}” where an apostrophe belongs",
                suggestion="'",
            )


def _lost(segment: Segment, match: re.Match[str]) -> Iterator[Fault]:
    """Yield a fault if a letter makes a word of the two sides, or if they are no words."""
    if touches(protected(segment.text), *match.span()) or _is_address(segment.text, match.start()):
        return
    left, right = match[1], match[3]
    letter = _letter(left, right, find(segment.lang).tag)
    if letter or (right.islower() and not _are_words(left, right, segment.lang)):
        yield Fault(
            span=Span(start=match.start(2), end=match.end(2)),
            message=f"a question mark stands in “{match[0]}” where a letter was lost",
            suggestion=letter,
        )


def _lost_at_start(segment: Segment, match: re.Match[str]) -> Iterator[Fault]:
    """Yield a fault before a number, a Spanish question, or what only a first letter completes."""
    text, word, tag = segment.text, match[1], find(segment.lang).tag
    if _is_address(text, match.start()):
        return
    suggestion = None
    if word is None:
        missing = "a sign, such as that of a currency,"
    elif tag == "es" and "?" in text[match.end() :]:
        missing, suggestion = "“¿”", "¿"
    elif zipf(word.lower(), tag) < _WORD and _letter("", word, tag):
        missing = "a letter"
    else:
        return
    start = match.start()
    yield Fault(
        span=Span(start=start, end=start + 1),
        message=f"a question mark stands where {missing} was lost",
        suggestion=suggestion,
    )


def _letter(left: str, right: str, tag: str) -> str | None:
    """Return the letter of the language that makes the most frequent word of the two sides."""
    if right and not right.islower():
        return None
    tried = {letter: zipf(f"{left}{letter}{right}".lower(), tag) for letter in alphabet(tag)}
    best = max(tried, key=lambda letter: tried[letter], default=None)
    return best if best and tried[best] >= _WORD else None


def _are_words(left: str, right: str, lang: str) -> bool:
    tag = find(lang).tag
    return len(left) > 1 and min(zipf(left.lower(), tag), zipf(right, tag)) >= _KNOWN


def _is_address(text: str, index: int) -> bool:
    """Say whether the word up to ``index`` looks like a path with a query: "page?id=1"."""
    begin = max(text.rfind(" ", 0, index), text.rfind("\n", 0, index)) + 1
    end = next((i for i in range(index, len(text)) if text[i].isspace()), len(text))
    return _ADDRESS.search(text, begin, end) is not None


REPLACEMENT_CHARACTER = Check(
    id="TC210",
    name="replacement-character",
    summary="A replacement sign or another mark stands where a character was lost.",
    rationale=(
        "A program that cannot read a character writes U+FFFD (�) or a question mark in its place, "
        "and saved in the wrong encoding that sign becomes “ï¿½”. The letter is lost, so nothing "
        "is suggested: look it up in the original. A question mark counts where a letter of the "
        "language in its place makes a word, where the two sides are no words, where it stands "
        "before a number or a Spanish question, and where whole words are question marks. So does "
        'a quotation mark where an apostrophe makes a word (don"t).'
    ),
    severity=Severity.ERROR,
    run=each_side(replaced),
    hint=_HINT,
    examples=(
        Example(text="Der Z\ufffdrcher Stadtrat", lang="de", flags=("\ufffd",)),
        Example(text="le caf\ufffd\ufffd du port", lang="fr", flags=("\ufffd\ufffd",)),
        Example(text="Sch\u00ef\u00bf\u00bdne Gr\u00fc\u00dfe", lang="de", flags=("ï¿½",)),
        Example(text="Er kommt aus M?nchen.", lang="de", flags=("?",), suggestion="ü"),
        Example(text="Le caf? est tr?s bon.", lang="fr", flags=("?", "?"), suggestion="é"),
        Example(text="Министр сказал: ????? ????? ???.", lang="ru", flags=("????? ????? ???",)),
        Example(text="The fine was over ?450 million.", flags=("?",)),
        Example(text="Dijo: ?Por qué no vino?", lang="es", flags=("?",), suggestion="¿"),
        Example(text='They don"t know.', flags=('"',), suggestion="'"),
        Example(text="Really?! Who said so? Nobody knows??", why="questions"),
        Example(text="See example.org/page?id=3 or page?id=3.", why="a query in an address"),
        Example(text="Who was it?nobody knows.", why="a space is missing, no letter"),
        Example(text="Was it he?The question stayed open.", why="a space is missing, no letter"),
        Example(text="¿Qué? ¿Cómo? ¿Cuándo?", lang="es"),
    ),
)
