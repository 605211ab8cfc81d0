"""all-caps: running text in capitals, where the text around it and its source are not."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.neighbours import neighbours
from transcheck.checks.sides import Fault, each_side_beside
from transcheck.data import lexicon
from transcheck.languages import find
from transcheck.model import Role, Segment, Severity, Span
from transcheck.text.protected import protected, touches
from transcheck.text.words import Word, words

# Five words or more; German writes ß among capitals.
_PAIR = "[A-ZÀ-ÞŁŚŻŹĆŃŐŰŞĞİΆ-ΫА-ЯЁІЇЄҐ]{2}"
_QUICK = re.compile(f"(?:{_PAIR}.*?){{3}}", re.DOTALL)
_FEWEST_WORDS = 5
# The opening words of an article are set in capitals in some magazines.
_FEWEST_LEADING = 8
# So many of the words are ordinary ones: the rest of the text is no list of acronyms.
_ORDINARY = 0.35
# A text in which more sentences than this are in capitals is written so.
_SHOUTED = 0.2
_APART = frozenset({Role.HEADLINE, Role.HEADING, Role.BYLINE})
_GAP = re.compile(r"[\s,;:–—-]*\Z")
_DOTLESS = str.maketrans("Iİ", "ıi")
_OPENING, _CLOSING = "“„«「『", "”»」』"
# Opened by a single mark and not closed; within a word the closing one is an apostrophe.
_SINGLE = re.compile(r"‘(?:[^’]|(?<=[^\W\d_])’(?=[^\W\d_]))*\Z")


def _rule(segment: Segment, source: Segment | None, context: Context) -> Iterator[Fault]:
    if segment.role in _APART or not _QUICK.search(segment.text):
        return
    if not find(segment.lang).cased or (source and _has_capitals(source)):
        return
    if neighbours(segment, context.texts).shouted > _SHOUTED:
        return
    for count, span in _spans(segment):
        yield Fault(
            span=span, message=f"{count} words in capitals in running text", value=float(count)
        )


def _spans(segment: Segment) -> Iterator[tuple[int, Span]]:
    """Yield what is in capitals, with the number of its words: the whole segment, or a part."""
    text, found = segment.text, words(segment.text)
    if _is_capital(text) and _counts(found):
        if _are_ordinary(found, segment.lang):
            yield len(found), Span(start=0, end=len(text))
        return
    for run in _shouted(text):
        if _is_prose(run, text) and _are_ordinary(run, segment.lang):
            yield len(run), Span(start=run[0].start, end=run[-1].end)


def _shouted(text: str) -> Iterator[list[Word]]:
    """Yield each run of words without a small letter that only white space and commas part."""
    run: list[Word] = []
    for word in words(text):
        shout = _is_capital(word.text)
        if shout and (not run or _GAP.match(text, run[-1].end, word.start)):
            run.append(word)
            continue
        if _counts(run):
            yield run
        run = [word] if shout else []
    if _counts(run):
        yield run


def _is_capital(word: str) -> bool:
    # "ß" has a capital that few use; a number is neither.
    return word.replace("ß", "SS").isupper() or word.isdigit()


def _counts(run: list[Word]) -> bool:
    long = sum(len(word.text) > 1 and not word.text.isdigit() for word in run)
    return len(run) >= _FEWEST_WORDS and long >= _FEWEST_WORDS - 1


def _is_prose(run: list[Word], text: str) -> bool:
    """Say whether the run is running text: no sign that is quoted, no opening of an article."""
    start, end = run[0].start, run[-1].end
    if touches(protected(text), start, end) or _is_quoted(text, start):
        return False
    leads = not any(char.isalnum() for char in text[:start])
    return not leads or len(run) >= _FEWEST_LEADING


def _are_ordinary(run: list[Word], lang: str) -> bool:
    """Say whether the words are those of a language: no acronyms, no names."""
    tag = find(lang).tag
    known = lexicon.common_words(tag) | lexicon.function_words(tag)
    # The second form is that of Turkish.
    ordinary = sum(
        word.text.lower() in known or word.text.translate(_DOTLESS).lower() in known for word in run
    )
    return ordinary >= _ORDINARY * len(run)


def _is_quoted(text: str, start: int) -> bool:
    ahead = text[:start]
    curly = sum(map(ahead.count, _OPENING)) > sum(map(ahead.count, _CLOSING))
    return (
        curly
        or bool(_SINGLE.search(ahead))
        or ahead.count('"') % 2 == 1
        or ahead.rstrip().endswith(("'", "("))
    )


def _has_capitals(source: Segment) -> bool:
    """Say whether the source is in capitals itself."""
    return bool(_QUICK.search(source.text)) and any(True for _ in _spans(source))


ALL_CAPS = Check(
    id="TC406",
    name="all-caps",
    summary="A sentence, or a run of words, stands in capitals amid ordinary text.",
    rationale=(
        "Some engines fall into capitals after an acronym or a headline, and pages print button "
        "texts and kickers so. Running text in capitals is hard to read and looks like shouting. "
        "Five words in a row count; headings, quoted signs, acronyms, the opening words of an "
        "article, and texts that are written so throughout are left alone. Which words keep a "
        "capital is for an editor to say."
    ),
    severity=Severity.WARNING,
    run=each_side_beside(_rule),
    hint=re.compile(_PAIR),
    languages="languages with capitals",
    examples=(
        Example(
            text="THE COUNCIL WILL VOTE ON THE PLAN ON TUESDAY.",
            flags=("THE COUNCIL WILL VOTE ON THE PLAN ON TUESDAY.",),
        ),
        Example(
            text="Der Rat stimmt am Dienstag ÜBER DEN PLAN FÜR DIE STRAßE AM HAFEN ab.",
            lang="de",
            source="The council will vote on the plan for the road by the harbour on Tuesday.",
            flags=("ÜBER DEN PLAN FÜR DIE STRAßE AM HAFEN",),
        ),
        Example(
            text="O CONSELHO VOTARÁ O PLANO NA TERÇA-FEIRA.",
            lang="pt",
            source="THE COUNCIL WILL VOTE ON THE PLAN ON TUESDAY.",
            why="the source has the capitals",
        ),
        Example(text="THE COUNCIL VOTES ON THE HARBOUR", role=Role.HEADLINE),
        Example(text="NATO, the EU, the UN, OSCE, IMF and WHO sent observers.", why="acronyms"),
        Example(text="A sign said “NO BOATS BEYOND THIS POINT AFTER DARK”.", why="a quoted sign"),
        Example(
            text="She wrote: ‘It’s over now. THANK YOU ALL FOR YOUR HELP.’",
            why="quoted, after an apostrophe",
        ),
        Example(
            text="IT WAS A COLD MORNING when the boats left the harbour.",
            why="the opening words of an article are set so in some magazines",
        ),
    ),
)
