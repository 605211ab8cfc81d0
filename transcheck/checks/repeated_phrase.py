"""repeated-phrase: a word or phrase again and again, as engines write when they run in circles."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from transcheck import languages
from transcheck.checks.alternatives import repaired
from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Role, Segment, Severity, Side, Span
from transcheck.text.ngrams import Loop, loops, repeats_three
from transcheck.text.protected import protected, touches
from transcheck.text.words import folded, spellings, words


class _Joint(IntEnum):
    """What stands between two repeats: chants and rhetoric pause there, an engine does not."""

    PLAIN = 0
    PAUSE = 1
    STOP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """A word, or a character of a script without spaces, at its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A loop at its place; ``once`` is one occurrence, ``count`` how often it stands there."""

    span: Span
    once: str
    count: int
    limit: int


# How many repeats are a fault: by the words in the phrase (1, 2, 3 and more; the last number
# holds for all longer ones), for a plain joint, a pause and a stop. Nobody writes three words
# twice over by intent; "no, no, no, no, no!" and "four more years!" are said and sung.
_WORDS = {_Joint.PLAIN: (5, 3, 2), _Joint.PAUSE: (8, 6, 4), _Joint.STOP: (12, 8, 6)}
# The same for characters of Chinese and Japanese (words of one to three characters), and of Thai
# (syllables of two to four). Doubling makes words there, so one more is needed to be sure.
_CHARACTERS = {
    _Joint.PLAIN: (8, 3, 3, 3, 3, 3, 3, 2),
    _Joint.PAUSE: (12, 8, 6, 6, 4),
    _Joint.STOP: (12, 8, 8, 8, 6),
}
_SYLLABLES = {
    _Joint.PLAIN: (10, 4, 3, 3, 3, 3, 3, 3, 3, 2),
    _Joint.PAUSE: (12, 8, 8, 8, 6),
    _Joint.STOP: (12, 8, 8, 8, 6),
}
# Letters inside one word, by the length of the repeated part: laughter, "Goooal" and onomatopoeia
# are shorter than this.
_LETTERS = (10, 6, 4, 4, 3)
_SHORTEST_INSIDE = min(length * count for length, count in enumerate(_LETTERS, start=1))
# How many letters of such a loop stand in it already.
_REPEATED_INSIDE = min(length * (count - 1) for length, count in enumerate(_LETTERS, start=1))
_LONGEST_PHRASE, _LONGEST_RUN = 16, 40
_INSIDE = re.compile(r"([^\W\d_xX]{1,12}?)\1{2,}", re.IGNORECASE)
_STOPS = frozenset('.!?…。！？؟।॥\n"“”„«»「」『』')


def run(measured: Measured, _context: Context) -> Iterator[Hit]:
    """Yield the loops of both texts, but for what the source repeats as often."""
    source, target = measured.pair.source, measured.pair.target
    begun = _faults(source) if source else []
    made = _faults(target) if target else []
    if not begun and not made:
        return
    refrain = max((loop.count for loop in _repeats(source)), default=0) if source else 0
    for loop in made:
        if loop.count > refrain + 1:
            yield _hit(loop, Side.TARGET)
    carried = any(loop.count <= refrain + 1 for loop in made)
    for loop in begun:
        yield _hit(loop, Side.SOURCE, note="; the translation repeats it" if carried else "")


def _hit(loop: _Found, side: Side, *, note: str = "") -> Hit:
    return Hit(
        side=side,
        span=loop.span,
        message=f"“{loop.once}” stands here {loop.count} times in a row{note}",
        value=loop.count,
        limit=loop.limit,
        suggestion=loop.once,
    )


def _faults(segment: Segment) -> list[_Found]:
    """Return the loops that nobody writes by intent, in reading order, none inside another."""
    # The strings of a program may hold forms for several numbers, side by side.
    if not _may_have_fault(segment) or (segment.role is Role.STRING and "|" in segment.text):
        return []
    found = [loop for loop in _repeats(segment) if loop.count >= loop.limit]
    kept: list[_Found] = []
    for loop in sorted(found, key=lambda loop: (loop.span.start, -loop.span.end)):
        if not kept or loop.span.start >= kept[-1].span.end:
            kept.append(loop)
    return kept


def _may_have_fault(segment: Segment) -> bool:
    """Say whether the text is worth a look: by the limits, a fault says three units in a row again.

    This alone is what nearly every sentence costs.
    """
    text = segment.text
    if not languages.find(segment.lang).spaced:
        return repeats_three([said for said in map(_said, text) if said])
    if repeats_three(folded(text)):
        return True
    return any(map(_may_loop, [word for word in spellings(text) if len(word) >= _SHORTEST_INSIDE]))


@lru_cache(maxsize=1 << 14)
def _may_loop(token: str) -> bool:
    small = token.casefold()
    if len(small) - len(set(small)) < _REPEATED_INSIDE:
        return False
    return _INSIDE.search(token) is not None


def _repeats(segment: Segment) -> Iterator[_Found]:
    """Yield every loop, fault or not."""
    text = segment.text
    language = languages.find(segment.lang)
    units = _words(text) if language.spaced else _characters(text)
    longest = _LONGEST_PHRASE if language.spaced else _LONGEST_RUN
    for rough in loops([unit.text for unit in units], longest=longest):
        loop = _settled(rough, units, text)
        if _has_letter(units[loop.start : loop.start + loop.period]):
            yield _found(loop, units, text, spaced=language.spaced)
    if language.spaced:
        yield from _inside_words(text)


def _words(text: str) -> list[_Unit]:
    return [
        _Unit(text=word.text.casefold(), start=word.start, end=word.end) for word in words(text)
    ]


def _characters(text: str) -> list[_Unit]:
    return [
        _Unit(text=said, start=index, end=index + 1)
        for index, said in enumerate(map(_said, text))
        if said
    ]


@lru_cache(maxsize=1 << 14)
def _said(char: str) -> str:
    """Return a letter, sign or digit in small letters, and nothing for anything else."""
    return char.casefold() if unicodedata.category(char)[0] in "LMN" else ""


def _has_letter(units: Sequence[_Unit]) -> bool:
    return any(char.isalpha() for unit in units for char in unit.text)


def _found(loop: Loop, units: Sequence[_Unit], text: str, *, spaced: bool) -> _Found:
    first = units[loop.start]
    last = units[loop.end - 1]
    end = last.end
    rest = units[loop.end : loop.end + loop.tail]
    if rest and len(units) == loop.end + loop.tail:
        end = rest[-1].end
    joint = max(
        _joint(text[units[index - 1].end : units[index].start], spaced=spaced)
        for index in range(loop.start + loop.period, loop.end, loop.period)
    )
    return _Found(
        span=Span(start=first.start, end=end),
        once=text[first.start : units[loop.start + loop.period - 1].end],
        count=loop.count,
        limit=_limit(loop, first, joint, spaced=spaced),
    )


def _settled(loop: Loop, units: Sequence[_Unit], text: str) -> Loop:
    """Return the loop from where its repeats are alike in their marks and spaces too.

    In "he was, it was it was it was" the words alone would have it begin at the first "was".
    """

    def gaps(start: int) -> list[str]:
        stretch = range(start, start + loop.period - 1)
        return [text[units[index].end : units[index + 1].start] for index in stretch]

    for shift in range(loop.tail + 1):
        start = loop.start + shift
        if gaps(start) == gaps(start + loop.period):
            return replace(loop, start=start, tail=loop.tail - shift)
    return loop


def _joint(between: str, *, spaced: bool) -> _Joint:
    if _STOPS.intersection(between):
        return _Joint.STOP
    plain = between.isspace() if spaced else not between
    return _Joint.PLAIN if plain else _Joint.PAUSE


def _limit(loop: Loop, first: _Unit, joint: _Joint, *, spaced: bool) -> int:
    if not spaced:
        thai = "\u0e00" <= first.text <= "\u0e7f"
        limits = (_SYLLABLES if thai else _CHARACTERS)[joint]
    else:
        limits = _WORDS[joint]
    limit = limits[min(loop.period, len(limits)) - 1]
    if spaced and loop.period == 1 and len(first.text) <= 3:
        # "no no no no no", "la la la la la", "ha ha ha ha ha"
        return limit + 2
    if spaced and loop.period == 2 and loop.tail == 1:
        # "on and on and on and on" closes with the word that it began with.
        return limit + 1
    return limit


def _inside_words(text: str) -> Iterator[_Found]:
    addresses = protected(text)
    for match in _INSIDE.finditer(text):
        if touches(addresses, *match.span()):
            continue
        once = match[1]
        yield _Found(
            span=Span(start=match.start(), end=match.end()),
            once=once,
            count=len(match[0]) // len(once),
            limit=_LETTERS[min(len(once), len(_LETTERS)) - 1],
        )


REPEATED_PHRASE = Check(
    id="TC203",
    name="repeated-phrase",
    summary="A word or phrase is repeated over and over.",
    rationale=(
        "A translation engine that loses its way writes the same words in a circle. Nobody writes "
        "like that: emphasis repeats a word two or three times (very, very sad), chants pause "
        "between the repeats, and idioms such as “on and on and on” close with the word that they "
        "began with. A refrain that stands in the source belongs in the translation too; only "
        "repeats beyond it count."
    ),
    severity=Severity.ERROR,
    run=repaired(run),
    examples=(
        Example(
            text="Police say that the cartel the cartel the cartel ordered the killing.",
            flags=("the cartel the cartel the cartel",),
            suggestion="the cartel",
        ),
        Example(
            text="O preço subiu e os protestos e os protestos e os protestos e os protestos.",
            lang="pt",
            flags=("e os protestos e os protestos e os protestos e os protestos",),
            suggestion="e os protestos",
        ),
        Example(
            text="Ich werde das niemals niemals niemals niemals niemals niemals zulassen.",
            lang="de",
            flags=("niemals niemals niemals niemals niemals niemals",),
            suggestion="niemals",
        ),
        Example(
            text="The spokesman laughed: hahahahahahahahahahahaha.",
            flags=("hahahahahahahahahahahaha",),
            suggestion="ha",
            why="a loop of letters inside one word",
        ),
        Example(
            text="我们认为经济增长经济增长经济增长将会放缓。",
            lang="zh",
            flags=("经济增长经济增长经济增长",),
            suggestion="经济增长",
        ),
        Example(text="It was a very, very, very sad day, and it went on and on and on and on."),
        Example(text="The crowd sang “No, no, no, no, no!” and then “Four more years!”"),
        Example(text="Sie sagte, dass sie sie sehr, sehr gern sehe.", lang="de"),
        Example(text="Nous nous sommes dit que nous nous reverrions.", lang="fr"),
        Example(text="Anak-anak itu berjalan pelan-pelan ke rumah masing-masing.", lang="id"),
        Example(
            source="Never never never never never never, said the king.",
            text="Nunca nunca nunca nunca nunca nunca, disse o rei.",
            lang="pt",
            why="the translation repeats no more than the source, which is where it is reported",
        ),
    ),
)
