"""Put two texts side by side by what their sentences mean.

Translators merge and split sentences, leave some out, add some and move some; web pages put a
caption or a label on one side only. So the counts of sentences say little, even where they are
equal: the vectors of an encoder decide, and paragraphs, lengths, numbers and names help.
"""

from collections.abc import Sequence

from transcheck.alignment.gains import Gains, between
from transcheck.alignment.moves import with_moves
from transcheck.alignment.path import Link
from transcheck.alignment.search import links_between
from transcheck.alignment.spans import MOST, Spans, refined, shared_anchors, spans
from transcheck.alignment.structure import align, pairs_of, spanning
from transcheck.embedders.base import Embedder
from transcheck.model import Origin, Pair, Segment

# First sentence and last, exclusive.
_Range = tuple[int, int]


def align_by_meaning(
    source: Sequence[Segment], target: Sequence[Segment], embedder: Embedder
) -> tuple[Pair, ...]:
    """Pair the segments of two texts; each stands in exactly one pair.

    Pairs stand in the order of the source, those without a source at their place in the target.
    A target sentence that was moved elsewhere is paired with its source, so that its offset is out
    of order. Where the embedder does not know a language, the structure of the texts decides.

    Raises:
        AlignmentError: one text is empty, or nothing but the structure can be compared and the
            texts differ in number of blocks and of sentences.
        ModelError: the embedder failed.
    """
    known = {segment.lang for segment in (*source, *target)} <= embedder.languages
    if not known or not source or not target:
        return align(source, target)
    left, right = _spans(source, target, embedder)
    rough = links_between(left, right)
    ours = [(link.start, link.end) for link in rough]
    theirs = [(link.left, link.right) for link in rough]
    left = _refined(left, source, _doubtful(ours, theirs), embedder)
    right = _refined(right, target, _doubtful(theirs, ours), embedder)
    gains = between(left, right)
    kept, moved = with_moves(links_between(left, right, near=rough), gains)
    links = _with_substitutes(kept, moved, source, target)
    return pairs_of(
        [(source[one.start : one.end], target[one.left : one.right]) for one in links],
        Origin.GIVEN,
        scores=_scores(links, gains),
    )


def _spans(
    source: Sequence[Segment], target: Sequence[Segment], embedder: Embedder
) -> tuple[Spans, Spans]:
    texts = [segment.text for segment in (*source, *target)]
    vectors = embedder.embed(texts)
    shared = shared_anchors(texts[: len(source)], texts[len(source) :])
    return (
        spans(source, vectors[: len(source)], shared),
        spans(target, vectors[len(source) :], shared),
    )


def _doubtful(ours: Sequence[_Range], theirs: Sequence[_Range]) -> list[_Range]:
    """Return the runs of several sentences that decide: those linked, and those that might be.

    A sentence that is left out might as well belong to the link before it or after it.
    """
    runs = {run for run in ours if run[1] - run[0] > 1}
    for number, ((start, end), (left, right)) in enumerate(zip(ours, theirs, strict=True)):
        if start < end and left == right:
            runs |= {(before, end) for before, _ in ours[max(number - 1, 0) : number]}
            runs |= {(start, after) for _, after in ours[number + 1 : number + 2]}
    return sorted(run for run in runs if 1 < run[1] - run[0] <= MOST)


def _refined(
    known: Spans, segments: Sequence[Segment], runs: Sequence[_Range], embedder: Embedder
) -> Spans:
    if not runs:
        return known
    texts = [spanning(segments[start:end]).text for start, end in runs]
    return refined(known, runs, embedder.embed(texts))


def _with_substitutes(
    links: Sequence[Link],
    moved: Sequence[Link],
    source: Sequence[Segment],
    target: Sequence[Segment],
) -> Sequence[Link]:
    """Pair sentences left over at the same place, if the texts are built alike otherwise.

    Where every paragraph has as many sentences on both sides and all others stand in order, a
    sentence that says something else is a wrong translation, not one left out and one added.
    """
    alike = [segment.block for segment in source] == [segment.block for segment in target]
    if moved or not alike:
        return links
    paired = [each for each in links if each.start < each.end and each.left < each.right]
    if any((each.start, each.end) != (each.left, each.right) for each in paired):
        return links
    loose = [each.start for each in links if each.left == each.right]
    substitutes = [Link(start=each, end=each + 1, left=each, right=each + 1) for each in loose]
    return sorted([*paired, *substitutes], key=lambda link: link.start)


def _scores(links: Sequence[Link], gains: Gains) -> list[float]:
    """Return how alike the sides of each link are, from 0 to 1.

    For a sentence left out it is how unlike the nearest sentence of the other side is.
    """
    both = [link for link in links if link.start < link.end and link.left < link.right]
    scores = dict(zip(both, gains.of_links(both).tolist(), strict=True)) if both else {}
    dropped = [link for link in links if link.left == link.right]
    nearest = gains.likeness([link.start for link in dropped], slice(None)).max(axis=1)
    scores |= dict(zip(dropped, (1 - nearest).tolist(), strict=True))
    added = [link for link in links if link.start == link.end]
    nearest = gains.likeness(slice(None), [link.left for link in added]).max(axis=0)
    scores |= dict(zip(added, (1 - nearest).tolist(), strict=True))
    return [min(1.0, max(0.0, scores[link])) for link in links]
