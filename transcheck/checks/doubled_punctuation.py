"""doubled-punctuation: two marks where one belongs (",,", "..", "?.", ",.")."""

import re
from collections.abc import Iterator
from functools import cache

from transcheck import data, languages
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.sides import Fault, each_side
from transcheck.data.frequency import zipf
from transcheck.model import Segment, Severity, Span
from transcheck.text.protected import protected, touches

_MARKS = ".,;:!?،؛؟。，、；：！？।"
_STOPS, _ENDS = frozenset(".。।"), frozenset("!?！？؟")
# Comma, semicolon and colon of any script.
_PAUSES = frozenset(",;:،؛，、；：")
_RUN = re.compile(rf"[{_MARKS}]{{2,}}")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?\Z")
_SENTENCE_START = re.compile(r"(?:\A|[.!?…]\s)[\s\"'“„«¿¡(–—-]*\Z")
_STOPS_THERE = re.compile(r"$|[\s\"'”’»“)\]}–—-]|[^\x00-\u2e7f]")
_STANDS_CLOSE = re.compile(r"[^\W_][\"'”’»“)\]}」』]{0,3}\Z")
# No word that matters here is longer.
_FAR = 60
# A word before ".," is whole with so many letters, if it is as frequent as this (Zipf).
_WHOLE_WORDS = ((4, 5.5), (5, 3.6), (7, 3.0))
_LONG_NAME = 8


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    text = segment.text
    if not _RUN.search(text):
        return
    away = protected(text)
    for match in _RUN.finditer(text):
        start, end = match.span()
        if touches(away, start, end) or not _STANDS_CLOSE.search(text[max(0, start - 4) : start]):
            continue
        # "../", "a::b", "1..5" and ",,quoted''" are no prose.
        if match[0].isascii() and not _STOPS_THERE.match(text, end):
            continue
        kept = _repaired(match[0], text[max(0, start - _FAR) : start], segment.lang)
        if kept is not None:
            yield Fault(
                span=Span(start=start, end=end),
                message=f"{match[0]} stands where one mark belongs",
                suggestion=kept,
                certain=True,
            )


def _repaired(run: str, before: str, lang: str) -> str | None:
    """Return the mark that should stand for a run of marks; None if the run is sound."""
    if len(run) != 2:
        return _longer(run)
    first, second = run[0], run[1]
    if first == second:
        # Two are an emphasis; in Greek ";;" asks twice; "।।" ends a verse.
        emphatic = first in _ENDS or first == "।" or (first == ";" and lang.startswith("el"))
        return None if emphatic else first
    if first in _ENDS:
        sound = second not in _STOPS or (first == "!" and _ends_a_name(before))
        return None if sound else first
    if first in _STOPS:
        if second in _PAUSES or second in _ENDS:
            return second if first != "." or _is_whole_word(before, lang) else None
        return first
    # A pause before anything: the later mark is the stronger one, unless it is a pause as well.
    return first if second in _PAUSES else second


def _longer(run: str) -> str | None:
    """Repair a run of three and more where it holds pauses: ",,," but not "..." or "!!!"."""
    if set(run) <= _PAUSES and len(set(run)) == 1 and run[0] in ",،，、":
        return run[0]
    return None


def _ends_a_name(before: str) -> bool:
    """Say whether the word before "!." may be a name that keeps its mark, such as "Yahoo!"."""
    return _word(before)[:1].isupper()


def _word(before: str) -> str:
    """Return the last word, in small letters if it only begins a sentence; "" if there is none."""
    found = _WORD_BEFORE.search(before)
    if found is None:
        return ""
    return found[0].lower() if _SENTENCE_START.search(before[: found.start()]) else found[0]


def _is_whole_word(before: str, lang: str) -> bool:
    """Say whether the stop after a word ends a sentence and abbreviates nothing.

    The longer and the more frequent a word, the less it may be an abbreviation.
    """
    word, tag = _word(before), languages.find(lang).tag
    if not word or "." in word or f"{word}.".casefold() in _abbreviations(tag):
        return False
    if not word.islower():
        return word.istitle() and len(word) >= _LONG_NAME
    return any(
        len(word) >= letters and zipf(word, tag) >= frequent for letters, frequent in _WHOLE_WORDS
    )


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    name = f"abbreviations/{lang.split('-', maxsplit=1)[0]}.txt"
    if not data.exists(name):
        return frozenset()
    return frozenset(line.partition(" : ")[0].strip().casefold() for line in data.lines(name))


DOUBLED_PUNCTUATION = Check(
    id="TC206",
    name="doubled-punctuation",
    summary="Two punctuation marks stand where one belongs.",
    rationale=(
        "A comma or full stop that stands twice, or a full stop after a question mark, is what "
        "editing by halves and the joining of translated pieces leave behind. Ellipses of three "
        "dots and more, “?!”, “!!”, the stop of an abbreviation before another mark (“etc.,”), a "
        "name such as “Yahoo!” and the two dots of Russian after a question mark (“?..”) pass."
    ),
    severity=Severity.WARNING,
    run=each_side(_rule),
    hint=_RUN,
    examples=(
        Example(text="The mayor,, who was away, did not come.", flags=(",,",), suggestion=","),
        Example(text="The mayor did not come..", flags=("..",), suggestion="."),
        Example(text="Who knows?. Nobody does.", flags=("?.",), suggestion="?"),
        Example(text="Er kam,. und ging.", lang="de", flags=(",.",), suggestion="."),
        Example(text="Todos esperavam., mas ninguém veio.", lang="pt", flags=(".,",)),
        Example(text="市长没有来。。", lang="zh", flags=("。。",), suggestion="。"),
        Example(
            text="Well... Acme Inc., etc., opens at 3 p.m.? What?! No!! In the U.S..., yes.",
            why="ellipses, abbreviations and emphasis",
        ),
        Example(text="Кто там?.. Никого!..", lang="ru", why="two dots after a mark"),
        Example(text="Call std::sort or see ../notes and 1..5", why="code"),
        Example(text="Powiedział ,,tak'' i wyszedł.", lang="pl", why="commas for a quotation mark"),
    ),
)
