"""Put two texts side by side by their structure alone, where nothing else can be compared.

Paragraphs, headings and list lines are the anchors: translators keep them. Inside a block,
sentences are paired one to one if both sides have as many; otherwise the block is one pair, since
a wrong guess inside it would blame sound sentences. If the blocks differ in number but the
sentences do not, paragraph breaks were lost and the sentences are paired throughout.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise, repeat

from transcheck.errors import AlignmentError
from transcheck.model import Origin, Pair, Role, Segment
from transcheck.translations import Translation

_NUMBER = re.compile(r"\d+")

Block = Sequence[Segment]


def align(source: Sequence[Segment], target: Sequence[Segment]) -> tuple[Pair, ...]:
    """Pair the segments of two texts; each stands in exactly one pair, in reading order.

    Where a whole block is one pair, its segment reaches from the first sentence to the last:
    place, length and lines are exact, and the white space between its sentences is restored from
    their places as spaces and line feeds.

    Raises:
        AlignmentError: the texts differ in number of blocks and of sentences.
    """
    sources, targets = _blocks(source), _blocks(target)
    if len(sources) == len(targets):
        matched = [
            match
            for one, other in zip(sources, targets, strict=True)
            for match in _inside(one, other)
        ]
    elif len(source) == len(target):
        matched = _one_by_one(source, target)
    else:
        raise _uneven(sources, targets)
    return pairs_of(matched, Origin.GIVEN)


def pair_translations(
    source: Sequence[Segment], target: Sequence[Segment], made: Sequence[Translation]
) -> tuple[Pair, ...]:
    """Pair each source segment with the translation that an engine made of it."""
    pairs = pairs_of(_one_by_one(source, target), Origin.TRANSLATED)
    return tuple(
        replace(pair, translation=translation)
        for pair, translation in zip(pairs, made, strict=True)
    )


def pairs_of(
    matched: Sequence[tuple[Block, Block]],
    origin: Origin,
    *,
    scores: Sequence[float] | None = None,
) -> tuple[Pair, ...]:
    """Return a pair for each two runs of segments; an empty run is a side that is missing."""
    return tuple(
        Pair(
            id=str(number),
            source=spanning(one) if one else None,
            target=spanning(other) if other else None,
            origin=origin,
            score=score,
        )
        for number, ((one, other), score) in enumerate(
            zip(matched, scores or repeat(None, len(matched)), strict=True), start=1
        )
    )


def _one_by_one(source: Block, target: Block) -> list[tuple[Block, Block]]:
    return [((one,), (other,)) for one, other in zip(source, target, strict=True)]


def _blocks(segments: Sequence[Segment]) -> list[Block]:
    return [tuple(group) for _, group in groupby(segments, key=lambda segment: segment.block)]


def _inside(source: Block, target: Block) -> list[tuple[Block, Block]]:
    return _one_by_one(source, target) if len(source) == len(target) else [(source, target)]


def spanning(block: Block) -> Segment:
    """Return one segment that reaches from the first of a run of segments to the last."""
    text = block[0].text
    for before, after in pairwise(block):
        text += _between(before, after) + after.text
    ids = block[0].id if len(block) == 1 else f"{block[0].id}-{block[-1].id}"
    return replace(block[0], id=ids, text=text)


def _between(before: Segment, after: Segment) -> str:
    """Return white space that takes a reader from the end of one segment to the next."""
    length = after.offset - before.offset - len(before.text)
    breaks = after.line - before.position(len(before.text))[0]
    if not breaks:
        return " " * length
    indent = after.column - 1
    return " " * (length - breaks - indent) + "\n" * breaks + " " * indent


def _uneven(sources: Sequence[Block], targets: Sequence[Block]) -> AlignmentError:
    if not sources or not targets:
        path = (sources or targets)[0][0].path
        return AlignmentError(f"{path} has text, the other side has none", hint="name both texts")
    at = _first_difference(sources, targets)
    (one, here), (other, there) = _place(sources, at), _place(targets, at)
    longer = sources if len(sources) > len(targets) else targets
    excerpt = longer[at][0].text[:40].replace("\n", " ")
    return AlignmentError(
        f"{one} has {len(sources)} paragraphs and headings, {other} has {len(targets)}; "
        f"they seem to part at {one}:{here} and {other}:{there}",
        hint=f"look for the counterpart of “{excerpt}” and give both texts the same paragraphs",
    )


def _place(blocks: Sequence[Block], index: int) -> tuple[str, int]:
    segment = blocks[min(index, len(blocks) - 1)][0]
    return segment.path, segment.line


def _first_difference(sources: Sequence[Block], targets: Sequence[Block]) -> int:
    """Return the index of the first block that only the longer side has.

    It is where leaving out as many blocks in a row as are too many makes the others fit best.
    """
    longer, shorter = sorted((sources, targets), key=len, reverse=True)
    extra = len(longer) - len(shorter)
    ratio = sum(map(_length, longer)) / sum(map(_length, shorter))
    ahead = [_misfit(a, b, ratio) for a, b in zip(longer[:-extra], shorter, strict=True)]
    behind = [_misfit(a, b, ratio) for a, b in zip(longer[extra:], shorter, strict=True)]
    before = [0.0, *accumulate(ahead)]
    after = [*accumulate(reversed(behind), initial=0.0)][::-1]
    totals = [one + other for one, other in zip(before, after, strict=True)]
    return totals.index(min(totals))


def _length(block: Block) -> int:
    return block[-1].offset + len(block[-1].text) - block[0].offset


def _misfit(one: Block, other: Block, ratio: float) -> float:
    """Say how unlike two blocks are: by length, by their numbers, by their kind."""
    length = abs(math.log((_length(one) + 10) / (_length(other) * ratio + 10)))
    numbers = len(_numbers(one) ^ _numbers(other))
    plain = {Role.BODY, Role.HEADLINE}
    kinds = one[0].role != other[0].role and not {one[0].role, other[0].role} <= plain
    return length + 0.5 * min(numbers, 3) + 0.5 * kinds


def _numbers(block: Block) -> set[str]:
    return {number for segment in block for number in _NUMBER.findall(segment.text)}
