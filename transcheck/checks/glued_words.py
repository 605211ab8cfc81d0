"""A space that is missing between two words: "WashingtonAfter", "inVenezuela", "said,he"."""

from collections.abc import Iterator
from itertools import groupby

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.sides import Fault, each_side
from transcheck.data import lexicon
from transcheck.languages import find
from transcheck.model import Segment, Severity, Span
from transcheck.text.glue import Seam, seams
from transcheck.text.glue_evidence import Knowledge, is_glued
from transcheck.text.protected import protected, touches
from transcheck.text.words import parts


def _rule(segment: Segment, context: Context) -> Iterator[Fault]:
    language = find(segment.lang)
    if not (language.cased and language.spaced):
        return
    found = list(seams(segment.text))
    if not found:
        return
    away = protected(segment.text)
    knowledge = _knowledge(language.tag, context)
    glued = [
        seam
        for seam in found
        if not touches(away, seam.start, seam.end)
        and not _is_vocabulary(seam, context.vocabulary)
        and is_glued(seam, knowledge)
    ]
    for _, group in groupby(_joined(glued), key=lambda item: item[0]):
        (span, first), *rest = group
        yield _fault(segment.text, span, [first, *(seam for _, seam in rest)])


def _knowledge(lang: str, context: Context) -> Knowledge:
    return Knowledge(
        lang=lang,
        common=lexicon.common_words(lang),
        function=lexicon.function_words(lang),
        names=lexicon.inner_capitals(),
        prefixes=lexicon.name_prefixes(),
        brand_parts=lexicon.brand_parts(),
        english=lexicon.common_words("en") if lang != "en" else frozenset(),
        number_endings=lexicon.number_endings(lang),
        counts=context.words,
    )


def _is_vocabulary(seam: Seam, vocabulary: frozenset[str]) -> bool:
    return bool(vocabulary) and not vocabulary.isdisjoint((seam.whole, *parts(seam.whole)))


def _joined(glued: list[Seam]) -> Iterator[tuple[Span, Seam]]:
    """Give seams whose tokens overlap one span in common, in the order of the text."""
    ordered = sorted(glued, key=lambda seam: seam.cut)
    start, end = -1, -1
    clusters: list[list[Seam]] = []
    for seam in ordered:
        if clusters and seam.start < end:
            clusters[-1].append(seam)
            end = max(end, seam.end)
        else:
            clusters.append([seam])
            start, end = seam.start, seam.end
    for cluster in clusters:
        start = min(seam.start for seam in cluster)
        end = max(seam.end for seam in cluster)
        for seam in cluster:
            yield Span(start=start, end=end), seam


def _fault(text: str, span: Span, glued: list[Seam]) -> Fault:
    edges = [span.start, *(seam.cut for seam in glued), span.end]
    pieces = [text[begin:end] for begin, end in zip(edges, edges[1:], strict=False)]
    return Fault(
        span=span,
        message=f"a space is missing in “{span.of(text)}”: {glued[0].kind.value}",
        suggestion=" ".join(pieces),
    )


CHECK = Check(
    id="TC201",
    name="glued-words",
    summary="Two words are written together because a space is missing.",
    rationale="",
    severity=Severity.ERROR,
    run=each_side(_rule),
    examples=(Example(text="x"),),
)
