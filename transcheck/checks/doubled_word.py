"""doubled-word: a word that stands twice in a row, as a slip of the hand or of an engine."""

import operator
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Texts
from transcheck.checks.sides import Fault, each_side
from transcheck.data import exists, lines
from transcheck.data.frequency import zipf
from transcheck.data.lexicon import common_words, function_words
from transcheck.languages import Language
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text.protected import protected, touches
from transcheck.text.words import Word, folded, words

# From so many on, repeated-phrase reports the loop; a short word may be a chant for longer.
_LOOP, _LOOP_OF_SHORT, _SHORT = 5, 7, 3
# So many doublings in one sentence are a song or a game with words.
_PLAY = 3
# What is rarer than this may be a sound or a name, if it is short; two capitals ask for a commoner
# word.
_KNOWN, _KNOWN_NAME, _KNOWN_ACRONYM = 2.0, 3.2, 2.5
# A script without capitals does not tell names; a syllable of Korean counts for several letters.
_KNOWN_UNCASED, _KNOWN_SYLLABLE = 3.0, 4.5
# A letter that is as frequent is a word: French "a".
_KNOWN_LETTER = 6.8
_SHORTEST_WORD, _SHORTEST_KOREAN = 6, 3
# In a table: this language doubles any word but a function word; "*x" says that no sound and no
# name ends in x.
_ANY = "*"
# What the tables call a comma before the word, a sentence that begins with it, one that quotes
# somebody or cries out, and a mark after it; "+x" is a word after it that begins with x. "-x"
# forbids the word x there and "!x" before it, "!*" a single word from the start of the sentence.
_COMMA, _START, _SPEECH, _PAUSE = "comma", "start", "speech", "pause"
_NOT_BEFORE, _NOT_AFTER, _ALONE = "-", "!", "*"
_SPOKEN = frozenset('"“”„«»!¡')
_MARKS = ".,:;!?…\"“”„«»‘’'()[]،؟。।-–—"


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source = measured.pair.source
    for hit in _EACH_SIDE(measured, context):
        # What stands twice in the source too is a name or emphasis.
        if hit.side is Side.TARGET and source and hit.suggestion:
            once = hit.suggestion.casefold()
            if any(once == run[0].text.casefold() for run in _runs(source.text)):
                continue
        yield hit


def _rule(segment: Segment, context: Context) -> Iterator[Fault]:
    text = segment.text
    if not _may_double(text) or not languages.find(segment.lang).spaced:
        return
    runs = _runs(text)
    if len(runs) >= _PLAY:
        return
    spared = protected(text)
    for run in runs:
        first, last = run[0], run[-1]
        if touches(spared, first.start, last.end) or not _is_fault(text, run, segment, context):
            continue
        yield Fault(
            span=Span(start=first.start, end=last.end),
            message=f"“{first.text}” stands here {'twice' if len(run) == 2 else len(run)}"
            f"{'' if len(run) == 2 else ' times'} in a row",
            value=len(run),
            limit=1,
            suggestion=first.text,
        )


def _may_double(text: str) -> bool:
    """Say whether two neighbours look alike: all that most sentences are asked."""
    found = folded(text)
    if not any(map(operator.eq, found, found[1:])):
        return False
    tokens = [token.strip(_MARKS) for token in text.lower().split()]
    return any(map(operator.eq, tokens, tokens[1:]))


def _runs(text: str) -> list[list[Word]]:
    """Return the words of each stretch of one word again and again, with nothing but space."""
    found: list[list[Word]] = []
    before: Word | None = None
    for word in words(text):
        if (
            before
            and before.text.casefold() == word.text.casefold()
            and text[before.end : word.start].isspace()
        ):
            if found and found[-1][-1] is before:
                found[-1].append(word)
            else:
                found.append([before, word])
        before = word
    return found


def _is_fault(text: str, run: Sequence[Word], segment: Segment, context: Context) -> bool:
    first, second = run[0], run[1]
    small = first.text.casefold()
    if len(run) >= (_LOOP_OF_SHORT if len(small) <= _SHORT else _LOOP):
        return False
    if not small.isalpha() and not _has_signs(small):
        return _is_number_in_prose(text, run)
    if small in context.vocabulary or first.text in context.vocabulary:
        return False
    if first.text != second.text and (first.text[1:].isupper() or not _begins(text, first)):
        return False
    if _is_allowed(small, _around(text, run), segment.lang):
        return False
    return _is_known(text, first, segment, context)


def _has_signs(word: str) -> bool:
    """Say whether a word is written with letters, and signs that Python does not count as such."""
    return word[0].isalpha() and not any(char.isdigit() for char in word)


def _is_number_in_prose(text: str, run: Sequence[Word]) -> bool:
    """Say whether a number of two figures or more stands between words of small letters."""
    if not run[0].text.isdecimal() or len(run[0].text) < 2:
        return False
    before, after = text[: run[0].start].split()[-1:], text[run[-1].end :].split()[:1]
    return all(word and word[0].isalpha() and word[0].islower() for word in (before, after))


def _begins(text: str, first: Word) -> bool:
    """Say whether the word has its capital from the beginning of a sentence."""
    before = text[: first.start].rstrip()
    return not before or before[-1] in ".!?…:'‘’\"“”„«»¿¡(—–-"


def _around(text: str, run: Sequence[Word]) -> frozenset[str]:
    """Return the word before and the beginnings of the word after, written as the tables do.

    A comma counts with one word between, too: ", in der der".
    """
    before, after = text[: run[0].start].rstrip()[-40:], text[run[-1].end :].lstrip()[:20]
    found = words(before)[-1:]
    marks = {sign + word.text.casefold() for word in found for sign in ("", _NOT_AFTER)}
    if found and before.lstrip(_MARKS) == found[0].text:
        marks.add(_NOT_AFTER + _ALONE)
    if not _SPOKEN.isdisjoint(text):
        marks.add(_SPEECH)
    if _begins(text, run[0]):
        marks.add(_START)
    if _endswith_comma(before) or (found and _endswith_comma(before[: found[0].start].rstrip())):
        marks.add(_COMMA)
    if not after or after[0] in _MARKS:
        marks.add(_PAUSE)
    following = words(after)[:1]
    for word in following:
        marks |= {"+" + word.text[:size].casefold() for size in range(1, len(word.text) + 1)}
        marks.add(_NOT_BEFORE + word.text.casefold())
    return frozenset(marks)


def _endswith_comma(text: str) -> bool:
    return text.endswith((",", "،"))


def _is_allowed(small: str, around: frozenset[str], lang: str) -> bool:
    table = _table(lang)
    if small in table:
        beside = table[small]
        met = beside & around
        if any(_forbids(mark) for mark in met):
            return False
        return bool(met) or all(map(_forbids, beside))
    if small in function_words(lang):
        return False
    return _ANY in table or small in _table("und") or small in _table("names")


def _forbids(mark: str) -> bool:
    return mark[0] in (_NOT_BEFORE, _NOT_AFTER)


@cache
def _table(name: str) -> Mapping[str, frozenset[str]]:
    """Return the words that may stand twice, each with what must stand beside it, if anything."""
    file = f"doubled_words/{name}.txt"
    entries = (line.split() for line in lines(file)) if exists(file) else ()
    return {word: frozenset(beside) for word, *beside in entries}


@cache
def _endings(lang: str) -> tuple[str, ...]:
    """Return the endings that make a word of anything, as Korean particles do."""
    return tuple(word[1:] for word in _table(lang) if word[0] == _ANY and len(word) > 1)


def _is_known(text: str, first: Word, segment: Segment, context: Context) -> bool:
    """Say whether this is a word rather than a sound or half a name, which doubles by right."""
    small = first.text.casefold()
    language = languages.find(segment.lang)
    named = first.text[0].isupper() and not _begins(text, first)
    if small in function_words(language.tag):
        return not named
    if not named and small in common_words(language.tag):
        return True
    korean = language.script == "Kore"
    if len(small) == 1:
        return not named and zipf(small, language.tag) >= (
            _KNOWN_SYLLABLE if korean else _KNOWN_LETTER
        )
    shortest = _SHORTEST_KOREAN if korean else _SHORTEST_WORD
    if len(small) >= shortest or small.endswith(_endings(language.tag)):
        return True
    doubled = max(1, _doubled(context.texts)[first.text])
    if context.words.get(first.text, 0) > 2 * doubled:
        return True  # it stands elsewhere by itself
    return zipf(small, language.tag) >= _needed(first.text, language)


@lru_cache(maxsize=4)
def _doubled(texts: Texts) -> Counter[str]:
    """Count the words that stand twice in a row in the whole run, by how often they do."""
    found: Counter[str] = Counter()
    for pair in texts.pairs:
        for segment in (pair.source, pair.target):
            if segment and _may_double(segment.text):
                for run in _runs(segment.text):
                    found.update(word.text for word in run[1::2])
    return found


def _needed(word: str, language: Language) -> float:
    """Return how frequent a short word must be to count as known."""
    if not language.cased:
        return _KNOWN_UNCASED
    if word.isupper():
        return _KNOWN_ACRONYM
    return _KNOWN_NAME if word[0].isupper() else _KNOWN


_EACH_SIDE = each_side(_rule)

DOUBLED_WORD = Check(
    id="TC207",
    name="doubled-word",
    summary="A word stands twice in a row.",
    rationale=(
        "“Paris in the the spring” is easily written and easily overlooked, most of all across a "
        "line break, and engines do it too. Each language has words that rightly meet themselves "
        "(“had had”, “die die” after a comma, “nous nous”): tables hold them. Sounds, names such "
        "as Bora Bora, emphasis (“very very”), songs, and words that the source doubles as well "
        "are left alone. From five repeats on, repeated-phrase takes over."
    ),
    severity=Severity.ERROR,
    run=_run,
    languages="languages with spaces; in Vietnamese function words alone, since it doubles others",
    examples=(
        Example(
            text="They walked to the the station before dawn.",
            flags=("the the",),
            suggestion="the",
        ),
        Example(
            text="Die Stadt will im nächsten Jahr mehr mehr Wohnungen bauen.",
            lang="de",
            flags=("mehr mehr",),
            suggestion="mehr",
        ),
        Example(
            text="La ministre a parlé de de la réforme.",
            lang="fr",
            flags=("de de",),
            suggestion="de",
        ),
        Example(
            text="Министр приехал в в Москву.",
            lang="ru",
            flags=("в в",),
            suggestion="в",
        ),
        Example(
            text="The harbour\nwas closed for\nfor three days.",
            flags=("for\nfor",),
            suggestion="for",
            why="a line break between the two hides the fault from the eye",
        ),
        Example(text="All that he had had was gone, and he knew that that was final."),
        Example(text="Es gibt Regeln, die die Händler kennen.", lang="de"),
        Example(text="Nous nous retrouverons quand vous vous déciderez.", lang="fr"),
        Example(text="They flew to Bora Bora, where a very very old boat lay."),
        Example(text="Her two two-year-old cats slept.", why="the second word is another one"),
        Example(
            source="Das ist wirklich wirklich gut.",
            source_lang="de",
            text="It is in Ulan Ulan wirklich wirklich gut.",
            why="a word that the source doubles, and an unknown one that may be a name",
        ),
    ),
)
