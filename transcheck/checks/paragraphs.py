"""Judge marks that come in pairs over the paragraphs of an article, not by single sentences."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from transcheck.checks.base import Context, Texts
from transcheck.checks.sides import Fault, each_side
from transcheck.model import Hit, Measured, Role, Segment, Side
from transcheck.text.pairing import Mark, Paragraph, Unpaired

# Where fewer paragraphs than this share hold more than one sentence, the lines are sentences and
# no paragraphs, and a pair of marks may stand in two of them.
_REAL = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A mark without partner in its segment, with all that tells how sure that is.

    ``follows`` and ``leads`` say that other marks of its kind stand before and after it in its
    segment. ``whole`` says that the text has real
    paragraphs, or that the other side of the pair has its marks in order.
    """

    segment: Segment
    unpaired: Unpaired
    follows: bool
    leads: bool
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How marks are found, paired and judged.

    ``has_any`` is a quick first look at a text: False means that it holds no mark. ``marks`` takes
    a segment, its number in the article, and whether it begins a paragraph.
    """

    has_any: Callable[[str], object]
    marks: Callable[[Segment, int, bool], Iterator[Mark]]
    judge: Callable[[Sequence[Paragraph]], Iterator[Unpaired]]


def each_article(
    rule: Rule,
    of_run: Callable[[Texts], Mapping[Segment, tuple[Found, ...]]],
    fault: Callable[[Found], Iterator[Fault]],
) -> Callable[[Measured, Context], Iterator[Hit]]:
    """Make a check of a rule about paired marks.

    ``of_run`` is ``by_segment`` of the rule, cached by the check; ``fault`` makes a fault of what
    was found, or none where it is not sure.
    """

    def in_segment(segment: Segment, context: Context) -> Iterator[Fault]:
        for one in of_run(context.texts).get(segment, ()):
            yield from fault(one)

    both = each_side(in_segment)

    def run(measured: Measured, context: Context) -> Iterator[Hit]:
        pair = measured.pair
        if any(part and rule.has_any(part.text) for part in (pair.source, pair.target)):
            if not context.texts.pairs:
                context = replace(context, texts=Texts(pairs=(pair,)))
            found = of_run(context.texts)
            here, there = pair.source in found, pair.target in found
            # A string that is open on both sides is closed by its program.
            if (here or there) and not (pair.unit and here and there):
                yield from both(measured, context)

    return run


def by_segment(rule: Rule, texts: Texts) -> Mapping[Segment, tuple[Found, ...]]:
    """Return the marks without partner of both sides of a run, by the segment that holds them."""
    sources, targets = (list(_of_side(rule, texts, side)) for side in Side)
    if not sources and not targets:
        return {}
    faulty = {one.segment for one in sources if not one.unpaired.repeated}
    original = {pair.target: pair.source for pair in texts.pairs if pair.source}
    held: dict[Segment, list[Found]] = defaultdict(list)
    for one in (*sources, *targets):
        source = original.get(one.segment)
        if one.unpaired.repeated and not (source and _is_complete(rule, source)):
            continue
        whole = one.whole or (source is not None and source not in faulty)
        held[one.segment].append(replace(one, whole=whole))
    return {
        segment: tuple(sorted(found, key=lambda one: one.unpaired.mark.start))
        for segment, found in held.items()
    }


def _is_complete(rule: Rule, segment: Segment) -> bool:
    """Say whether a segment has marks and pairs them all within itself."""
    return bool(rule.has_any(segment.text)) and not any(_of_article(rule, [segment]))


def _of_side(rule: Rule, texts: Texts, side: Side) -> Iterator[Found]:
    parts = [segment for pair in texts.pairs if (segment := pair.side(side))]
    marked = {_article(segment) for segment in parts if rule.has_any(segment.text)}
    for article, segments in groupby(parts, key=_article):
        if article in marked:
            yield from _of_article(rule, list(segments))


def _article(segment: Segment) -> tuple[str, int | None]:
    """Return what the segments of an article share; each string of a program is one by itself."""
    return segment.path, segment.block if segment.role is Role.STRING else None


def _of_article(rule: Rule, article: Sequence[Segment]) -> Iterator[Found]:
    parts = [list(part) for _, part in groupby(enumerate(article), key=lambda item: item[1].block)]
    paragraphs = [_paragraph(rule, part) for part in parts]
    whole = sum(len(part) > 1 for part in parts) >= _REAL * len(parts)
    by_owner: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    for paragraph in paragraphs:
        for mark in paragraph.marks:
            by_owner[mark.owner, mark.kind].append(mark)
    for one in rule.judge(paragraphs):
        alike = by_owner[one.mark.owner, one.mark.kind]
        yield Found(
            segment=article[one.mark.owner],
            unpaired=one,
            follows=alike[0] is not one.mark,
            leads=alike[-1] is not one.mark,
            whole=whole,
        )


def _paragraph(rule: Rule, part: Sequence[tuple[int, Segment]]) -> Paragraph:
    marks: list[Mark] = []
    for position, (number, segment) in enumerate(part):
        if rule.has_any(segment.text):
            marks += rule.marks(segment, number, position == 0)
    return Paragraph(marks=marks)
