"""replacement-character: U+FFFD, or a question mark, stands where a letter could not be read."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.sides import Fault, each_side
from transcheck.model import Segment, Severity, Span
from transcheck.text.protected import protected, touches

# U+FFFD itself, its three bytes read as Windows-1252, Latin-1, Windows-1251, Windows-1250, Mac
# Roman or DOS text, as a character reference, and read as Chinese. Several in a row are one fault.
_MARK = re.compile(
    r"(?:\ufffd|ï¿½|пїЅ|ďż˝|ÔøΩ|∩┐╜|´┐¢|Ã¯Â¿Â½|锟斤拷|&#(?:65533|[xX][fF]{3}[dD]);|\\u[fF]{3}[dD])+"
)
_PARTS = ("\ufffd", "¿½", "їЅ", "ż˝", "øΩ", "┐", "锟斤拷", "&#", "\\u")
_ADDRESS = re.compile(r"[/=&@_]|\.\w")
# Letters on both sides within one word, which no sentence ends in: "M?nchen", "caf?s".
_QUESTION = re.compile(r"[^\W\d_](\?{1,3})(?=[a-zß-öø-ÿа-яα-ω])")
_MOSTLY_QUESTIONS = re.compile(r"(?<![\w?!])\?{3,}(?=[ ,.]+\?{2,})(?:[ ,.-]*\?{2,})+")


def replaced(segment: Segment, _context: Context) -> Iterator[Fault]:
    """Yield each stretch that stands for characters which were lost."""
    text = segment.text
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
        yield from _questions(text)


def _questions(text: str) -> Iterator[Fault]:
    away = protected(text)
    for match in _QUESTION.finditer(text):
        start, end = match.span(1)
        if not touches(away, start, end) and not _is_address(text, start):
            yield Fault(
                span=Span(start=start, end=end),
                message="a question mark inside a word stands where a letter was lost",
            )
    for match in _MOSTLY_QUESTIONS.finditer(text):
        yield Fault(
            span=Span(start=match.start(), end=match.end()),
            message="question marks stand where whole words were lost",
        )


def _is_address(text: str, index: int) -> bool:
    """Say whether the word up to ``index`` looks like a path with a query: "page?id=1"."""
    begin = max(text.rfind(" ", 0, index), text.rfind("\n", 0, index)) + 1
    end = next((i for i in range(index, len(text)) if text[i].isspace()), len(text))
    return _ADDRESS.search(text, begin, end) is not None


REPLACEMENT_CHARACTER = Check(
    id="TC210",
    name="replacement-character",
    summary="A replacement sign or a question mark stands where a letter was lost.",
    rationale=(
        "A program that cannot read a character writes U+FFFD (�) or a question mark in its place, "
        "and saved in the wrong encoding that sign becomes “ï¿½”. The letter is lost, so nothing "
        "is suggested: look it up in the original. A question mark counts only inside a word, "
        "with a small letter right after it, or where whole words are question marks."
    ),
    severity=Severity.ERROR,
    run=each_side(replaced),
    examples=(
        Example(text="Der Z\ufffdrcher Stadtrat", lang="de", flags=("\ufffd",)),
        Example(text="le caf\ufffd\ufffd du port", lang="fr", flags=("\ufffd\ufffd",)),
        Example(text="Sch\u00ef\u00bf\u00bdne Gr\u00fc\u00dfe", lang="de", flags=("ï¿½",)),
        Example(text="Er kommt aus M?nchen.", lang="de", flags=("?",)),
        Example(text="Министр сказал: ????? ????? ???.", lang="ru", flags=("????? ????? ???",)),
        Example(text="Really?! Who said so? Nobody knows??", why="questions"),
        Example(text="See example.org/page?id=3 or page?id=3.", why="a query in an address"),
        Example(text="Was it he?The question stayed open.", why="a space is missing, no letter"),
        Example(text="¿Qué? ¿Cómo? ¿Cuándo?", lang="es"),
    ),
)
