"""A full stop that is lost between two sentences: "the Department of Justice It acknowledges"."""

import re
from collections.abc import Iterator
from functools import cache

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.glued_words import glued_words
from transcheck.checks.sides import Fault, each_side
from transcheck.data import lexicon
from transcheck.languages import find
from transcheck.model import Role, Segment, Severity, Span
from transcheck.text.protected import protected, touches
from transcheck.text.words import Word, words

# Headlines and titles give many words a capital: from this share on, capitals say nothing.
_TITLE_CASE = 0.5
_POSSESSIVE = re.compile(r"['’]s?$")


def _rule(segment: Segment, context: Context) -> Iterator[Fault]:
    language = find(segment.lang)
    starters = lexicon.sentence_starters(language.tag)
    if not starters or segment.role in (Role.HEADLINE, Role.HEADING, Role.BYLINE):
        return
    if _capitalised(language.tag).isdisjoint(segment.text.split()[1:]):
        return
    found = words(segment.text)
    if not language.nouns_capitalised and _share_of_capitals(found) >= _TITLE_CASE:
        return
    away = protected(segment.text)
    function = lexicon.function_words(language.tag)
    for index in range(len(found) - 2):
        before, starter, after = found[index : index + 3]
        strong = starters.get(starter.text.lower()) if starter.text[0].isupper() else None
        if strong is None or not _adjoin(segment.text, before, starter, after):
            continue
        if touches(away, before.start, starter.end) or starter.text in context.vocabulary:
            continue
        if not _may_end(before, function) or _ends_a_name(found[:index], before, starter):
            continue
        if _is_grade(starter, after, function):
            continue
        if _may_follow(before, after, strong=strong, nouns=language.nouns_capitalised):
            yield _fault(segment.text, before, starter)


@cache
def _capitalised(lang: str) -> frozenset[str]:
    """Return the starters as they stand in a text, alone or before a comma: a quick first look."""
    capital = [word[0].upper() + word[1:] for word in lexicon.sentence_starters(lang)]
    return frozenset(capital) | frozenset(f"{word}," for word in capital)


def _share_of_capitals(found: list[Word]) -> float:
    return sum(word.text[0].isupper() for word in found) / len(found)


def _adjoin(text: str, before: Word, starter: Word, after: Word) -> bool:
    """Say whether only white space parts the three; a comma may follow the starter."""
    if starter.text.isupper() and len(starter.text) > 1:
        return False
    behind = text[starter.end : after.start]
    if len(starter.text) > 1:
        behind = behind.removeprefix(",")
    return text[before.end : starter.start].isspace() and behind.isspace()


def _may_end(word: Word, function: frozenset[str]) -> bool:
    """Say whether a sentence may end in this word: not in "the", "of" or "King's"."""
    text = word.text
    if text.istitle() and text.lower() in lexicon.function_words("en"):
        return False  # an English name in any language: "The Des Moines Register"
    return text.lower() not in function and not _POSSESSIVE.search(text) and len(text) > 1


def _ends_a_name(ahead: list[Word], before: Word, starter: Word) -> bool:
    """Say whether the starter ends a name: "Kim Jong Un", or "Raymond So" at the front."""
    if len(starter.text) != 2 or not before.text.istitle():
        return False
    return not ahead or (ahead[-1].end + 1 == before.start and ahead[-1].text.istitle())


def _is_grade(starter: Word, after: Word, function: frozenset[str]) -> bool:
    """Say whether a lone "A" is a mark and no article: "an A in music"."""
    return starter.text == "A" and after.text.lower() in function


def _may_follow(before: Word, after: Word, *, strong: bool, nouns: bool) -> bool:
    """Say whether the word after the starter goes on with a sentence and not with a name."""
    if strong or after.text[0].islower():
        return True
    named = after.text.lower() in lexicon.article_names()
    return nouns and before.text[0].islower() and not named


def _fault(text: str, before: Word, starter: Word) -> Fault:
    span = Span(start=before.start, end=starter.end)
    gap = text[before.end : starter.start]
    return Fault(
        span=span,
        message=f"a full stop seems to be missing before “{starter.text}”",
        suggestion=f"{before.text}.{gap}{starter.text}",
    )


MISSING_SENTENCE_END = Check(
    id="TC202",
    name="missing-sentence-end",
    summary="A full stop is lost between two sentences.",
    rationale=(
        "Two sentences run into each other: “by the Department of Justice It acknowledges”. The "
        "reader stumbles, and the translation of such a sentence is worse than that of its halves. "
        "The check looks for a word of a closed class that takes a capital in mid-sentence though "
        "nothing before it ends a sentence. It is a warning, because a title can look the same and "
        "only an editor can tell where the stop belongs."
    ),
    severity=Severity.WARNING,
    # Two sentences glued together come out of an engine apart, but without their full stop.
    run=each_side(_rule, causes=[glued_words]),
    languages="ca, de, en, es, fr, it, nl, pl, pt, ru, sv",
    examples=(
        Example(
            text="The charge was written by the Department of Justice It admits little.",
            flags=("Justice It",),
            suggestion="Justice. It",
        ),
        Example(
            text="The bridge was closed for a week However, buses kept running.",
            flags=("week However",),
            suggestion="week. However",
        ),
        Example(
            text="El puente se cerró una semana Pero los autobuses siguieron.",
            lang="es",
            flags=("semana Pero",),
            suggestion="semana. Pero",
        ),
        Example(
            text="Le pont a été fermé une semaine Mais les bus roulaient.",
            lang="fr",
            flags=("semaine Mais",),
            suggestion="semaine. Mais",
        ),
        Example(
            text="Die Brücke wurde gesperrt Trotzdem fuhren die Busse.",
            lang="de",
            flags=("gesperrt Trotzdem",),
            suggestion="gesperrt. Trotzdem",
        ),
        Example(text="She read Stephen King's It on the train.", why="a possessive ends nothing"),
        Example(text="He was flown to The Hague for trial.", why="a place name"),
        Example(text="Few albums of The Beatles sold badly.", why="the name of a band"),
        Example(text="Kim Jong Un said nothing.", why="the last part of a name"),
        Example(text="Er wohnt in der Straße Am Sande.", lang="de", why="the name of a street"),
        Example(text="Die Akten nahm Der Spiegel entgegen.", lang="de", why="a magazine"),
        Example(
            text="Five Things To Know As The Markets open",
            why="a headline gives most of its words a capital",
        ),
    ),
)
