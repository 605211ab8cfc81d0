"""repeated-sentence: the same sentence twice in a row, or twice in an article."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Texts
from transcheck.checks.sides import Fault, each_side
from transcheck.model import Hit, Measured, Pair, Role, Segment, Severity, Side, Span
from transcheck.text.repeats import Run, repeats

_MARKS = " .!?…。！？।؟\"'“”„‘’«»「」『』()[]–—-*"
_ENDS = ".!?…।؟。！？"
_SENTENCE_END = re.compile(r"[.!?…。！？।؟][\"'”’»“)\]」』】）]*\Z")
_INNER_END = re.compile(r"[.!?…।؟]['\"”’»“)\]]*\s+(?=\S)|[。！？][”’」』】）]*(?=\S)")
# How long a sentence must be, in words or else in characters (where words are not written apart,
# in characters alone), to be no chant, no answer and no set phrase: in a row, and apart.
_IN_A_ROW, _APART = (4, 25), (8, 50)
_UNSPACED_IN_A_ROW, _UNSPACED_APART = 10, 20
# An article that repeats sentences apart more often than this has refrains, or is a form.
_REFRAINS = 2
# A single sentence that stood so many sentences before was quoted by another article in the file.
_FAR = 100
# From this share of common words on, two sources are so alike that one translation serves both.
_ALIKE = 0.6

Faults = Mapping[Segment, tuple[Fault, ...]]


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    if not context.texts.pairs:
        context = replace(context, texts=Texts(pairs=(measured.pair,)))
    found = _of_run(context.texts)
    if found and (measured.pair.source in found or measured.pair.target in found):
        yield from _both_sides(measured, context)


def _rule(segment: Segment, context: Context) -> Iterator[Fault]:
    yield from _of_run(context.texts).get(segment, ())


_both_sides = each_side(_rule)


@lru_cache(maxsize=2)
def _of_run(texts: Texts) -> Faults:
    """Return the repeated sentences of both sides of a run, by the segment that repeats."""
    found: dict[Segment, list[Fault]] = defaultdict(list)
    for side in Side:
        told = [(pair, segment) for pair in texts.pairs if (segment := pair.side(side))]
        for _, group in groupby(told, key=lambda one: one[1].path):
            pairs, segments = zip(*group, strict=True)
            for segment, fault in (*_between(pairs, segments, side), *_within(segments)):
                if fault not in found[segment]:
                    found[segment].append(fault)
    return {segment: tuple(faults) for segment, faults in found.items() if faults}


def _key(text: str) -> str:
    return " ".join(text.casefold().split()).strip(_MARKS)


def _between(
    pairs: Sequence[Pair], segments: Sequence[Segment], side: Side
) -> Iterator[tuple[Segment, Fault]]:
    """Yield the segments of an article, with their pairs, that repeat a segment before them."""
    runs = list(repeats([_key(segment.text) for segment in segments]))
    apart = sum(not run.in_a_row and _is_long_run(segments, run) for run in runs)
    for run in runs:
        if not run.in_a_row and (apart > _REFRAINS or _is_quoted_again(run)):
            continue
        for index in range(run.start, run.end):
            segment, first = segments[index], segments[index - run.lag]
            if not (_may_repeat(segment, run) and _may_repeat(first, run)):
                continue
            if not _is_owed(pairs[index - run.lag], pairs[index], side):
                span = Span(start=0, end=len(segment.text))
                yield segment, _fault(span, run, line=first.line)


def _is_quoted_again(run: Run) -> bool:
    return run.end - run.start == 1 and run.lag >= _FAR


def _is_long_run(segments: Sequence[Segment], run: Run) -> bool:
    return any(_may_repeat(segments[index], run) for index in range(run.start, run.end))


def _may_repeat(segment: Segment, run: Run) -> bool:
    """Say whether a segment is a sentence that nobody writes twice by intent."""
    if segment.role is not Role.BODY or not _SENTENCE_END.search(segment.text):
        return False
    return _is_long(segment.text, segment.lang, run)


def _is_long(text: str, lang: str, run: Run) -> bool:
    key = _key(text)
    if not languages.find(lang).spaced:
        return len(key) >= (_UNSPACED_IN_A_ROW if run.in_a_row else _UNSPACED_APART)
    words, characters = _IN_A_ROW if run.in_a_row else _APART
    return key.count(" ") + 1 >= words or len(key) >= characters


def _is_owed(first: Pair, second: Pair, side: Side) -> bool:
    """Say whether two translations are alike because their sources are, without being the same."""
    if side is Side.SOURCE or not first.source or not second.source:
        return False
    one, other = (set(_key(pair.text).split()) for pair in (first.source, second.source))
    if one == other:
        return not _is_fault_of_source(second.source)
    return len(one & other) >= _ALIKE * len(one | other)


def _is_fault_of_source(segment: Segment) -> bool:
    """Say whether a source that stands twice is reported itself, with its translation."""
    return segment.role is Role.BODY and bool(_SENTENCE_END.search(segment.text))


def _within(segments: Sequence[Segment]) -> Iterator[tuple[Segment, Fault]]:
    """Yield the sentences that a segment of several says twice in a row."""
    for segment in segments:
        text = segment.text
        # Most segments are one sentence: to look for each mark first is quick.
        inside = text[:-1]
        if not any(mark in inside for mark in _ENDS):
            continue
        cuts = [match.end() for match in _INNER_END.finditer(text)]
        if not cuts or (segment.role is Role.STRING and "|" in text):
            continue  # forms for several numbers may stand side by side
        spans = list(pairwise([0, *cuts, len(text)]))
        for run in repeats([_key(text[start:end]) for start, end in spans]):
            start, end = spans[run.start][0], len(text[: spans[run.end - 1][1]].rstrip())
            whole = _SENTENCE_END.search(text[:start].rstrip())
            if run.in_a_row and whole and _is_long(text[start:end], segment.lang, run):
                yield segment, _fault(Span(start=start, end=end), run, line=segment.line)


def _fault(span: Span, run: Run, *, line: int) -> Fault:
    if run.in_a_row:
        return Fault(span=span, message="the same words stand twice in a row", suggestion="")
    return Fault(span=span, message=f"this sentence stands in line {line} already")


REPEATED_SENTENCE = Check(
    id="TC208",
    name="repeated-sentence",
    summary="A sentence stands in the article twice.",
    rationale=(
        "A sentence that stands twice in a row, or comes again further down, is what pasting and "
        "an engine that starts over leave behind. Headings, list items, bylines and lines without "
        "a full stop may come again, and so may short sentences (Yes. We will see.). An article "
        "that repeats more than two of its sentences has refrains or is a form. A translation that "
        "repeats what its source repeats is faithful: the source is named."
    ),
    severity=Severity.WARNING,
    run=_run,
    examples=(
        Example(
            text="The bridge was closed for a week. The bridge was closed for a week.",
            flags=("The bridge was closed for a week.",),
            suggestion="",
        ),
        Example(
            text="Die Brücke ist seit Montag zu. Die Brücke ist seit Montag zu. Alle warten.",
            lang="de",
            flags=("Die Brücke ist seit Montag zu. ".strip(),),
            suggestion="",
        ),
        Example(
            text="這座橋從星期一起封閉。這座橋從星期一起封閉。",
            lang="zh-TW",
            flags=("這座橋從星期一起封閉。",),
        ),
        Example(
            text="A ponte fechou na segunda-feira. A ponte fechou na segunda-feira.",
            lang="pt",
            source="The bridge closed on Monday. Nobody knew of it before.",
            flags=("A ponte fechou na segunda-feira.",),
        ),
        Example(text="Yes. Yes. No comment. No comment.", why="short answers"),
        Example(text="The bridge was closed. The bridge is closed.", why="not the same"),
        Example(
            text="Nobody knows when the bridge will be opened to cars again",
            article=("Nobody knows when the bridge will be opened to cars again.",),
            why="a headline that the first sentence takes up",
        ),
        Example(
            text="Ninguém sabe quando abre a ponte. Ninguém sabe quando abre a ponte.",
            lang="pt",
            source="Nobody knows when the bridge opens. Nobody knows when the bridge opens.",
            why="the source says it twice, and is named",
        ),
    ),
)
