"""Plant what translators do to whole articles: merges, splits, drops, insertions and moves."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.languages import find
from transcheck.model import Role, Segment

# Indices of the source segments and of the target segments that belong together.
Link = tuple[tuple[int, ...], tuple[int, ...]]

_CLAUSE = re.compile(r"[,;:，；：、،؛–—]\s*")
_END = re.compile(r"[.!?。！？؟…।]+[\"”»’」』)]*$")
_STOPS = {"zh": "。", "ja": "。", "hi": "।"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How likely each change is at a sentence; merges and splits fall on either side alike."""

    merge: float = 0.05
    split: float = 0.05
    drop: float = 0.05
    add: float = 0.05
    move: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """Two articles and their true links; ``moved`` are those of them that are out of order."""

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    links: frozenset[Link]
    moved: frozenset[Link]


@dataclass(slots=True)
class _Text:
    """One side while it is made."""

    lang: str
    texts: list[str]
    blocks: list[int]

    def put(self, texts: Sequence[str], block: int) -> tuple[int, ...]:
        first = len(self.texts)
        self.texts += texts
        self.blocks += [block] * len(texts)
        return tuple(range(first, len(self.texts)))

    def segments(self, path: str, *, lines: bool) -> tuple[Segment, ...]:
        made, offset = [], 0
        for number, (text, block) in enumerate(zip(self.texts, self.blocks, strict=True), start=1):
            made.append(
                Segment(
                    id=f"s{number}",
                    text=text,
                    lang=self.lang,
                    path=path,
                    offset=offset,
                    line=number,
                    column=1,
                    block=number - 1 if lines else block,
                    role=Role.BODY,
                )
            )
            offset += len(text) + 1
        return tuple(made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planter:
    """Makes articles with known links. ``strangers`` are sentences of other articles to insert;

    ``lines`` puts each segment on a line of its own, so that paragraphs say nothing.
    """

    rates: Rates
    rng: random.Random
    strangers: Sequence[str]
    lines: bool = False

    def plant(
        self, source: Sequence[str], target: Sequence[str], langs: tuple[str, str]
    ) -> Planted:
        """Return the two texts with changes; where several sentences meet, at most one change."""
        left, right = _Text(langs[0], [], []), _Text(langs[1], [], [])
        links: list[Link] = []
        index = block = 0
        while index < len(source):
            taken, link = self._step(source[index:], target[index:], left, right, block)
            links += link
            index += taken
            block += self.rng.random() < 0.4
        moved = self._move(right, links)
        return Planted(
            source=left.segments("source", lines=self.lines),
            target=right.segments("target", lines=self.lines),
            links=frozenset(links),
            moved=frozenset(moved),
        )

    def _step(
        self, source: Sequence[str], target: Sequence[str], left: _Text, right: _Text, block: int
    ) -> tuple[int, list[Link]]:
        rates, draw = self.rates, self.rng.random()
        texts = [[source[0]], [target[0]]]
        side = self.rng.randrange(2)
        taken = 1
        if draw < rates.drop:
            return 1, [(left.put(texts[0], block), ())]
        draw -= rates.drop
        if draw < rates.add:
            extra = ((), right.put([self.rng.choice(self.strangers)], block))
            return 1, [extra, (left.put(texts[0], block), right.put(texts[1], block))]
        draw -= rates.add
        if draw < rates.merge and len(source) > 1:
            taken = 3 if len(source) > 2 and self.rng.random() < 0.1 else 2
            texts = [list(source[:taken]), list(target[:taken])]
            texts[side] = [joined(texts[side], (left, right)[side].lang)]
        elif rates.merge <= draw < rates.merge + rates.split:
            texts[side] = halves(texts[side][0], (left, right)[side].lang)
        return taken, [(left.put(texts[0], block), right.put(texts[1], block))]

    def _move(self, right: _Text, links: list[Link]) -> list[Link]:
        """Carry single sentences three to eight places away; ``links`` is changed in place."""
        count = len(right.texts)
        order = list(range(count))
        free = {theirs[0] for ours, theirs in links if len(ours) == len(theirs) == 1}
        chosen = [i for i in sorted(free) if self.rng.random() < self.rates.move]
        for item in chosen:
            at = order.index(item)
            to = at + self.rng.choice((-1, 1)) * self.rng.randint(3, 8)
            if 0 <= to < count:
                order.insert(to, order.pop(at))
            else:
                chosen = [each for each in chosen if each != item]
        place = {item: position for position, item in enumerate(order)}
        right.texts[:] = [right.texts[item] for item in order]
        blocks = list(right.blocks)
        right.blocks[:] = blocks if not chosen else sorted(blocks)
        # A sentence set between the halves of a split parts them: such links are left as they are.
        links[:] = [(ours, tuple(sorted(place[i] for i in theirs))) for ours, theirs in links]
        return [link for link in links if link[1] and {place[i] for i in chosen} & set(link[1])]


def joined(texts: Sequence[str], lang: str) -> str:
    """Return sentences as one: stops become commas or semicolons, capitals small letters."""
    spaced = find(lang).spaced
    whole = texts[0]
    for text in texts[1:]:
        mark = {"ar": "، ", "zh": "，", "ja": "、"}.get(lang, ", ")
        first = text[:1].lower() + text[1:] if text[1:2].islower() else text
        whole = _END.sub("", whole) + (mark if spaced else mark.strip()) + first
    return whole


def halves(text: str, lang: str) -> list[str]:
    """Return a sentence as two, parted at the mark or the space that is nearest the middle."""
    marks = [m.span() for m in _CLAUSE.finditer(text) if 0.25 < m.end() / len(text) < 0.75]
    spaces = [(i, i + 1) for i, char in enumerate(text) if char == " " and i]
    spaces = [span for span in spaces if 0.25 < span[1] / len(text) < 0.75]
    cuts = marks or spaces or [(len(text) // 2, len(text) // 2)]
    start, end = min(cuts, key=lambda span: abs(span[0] - len(text) / 2))
    one, other = text[:start].rstrip(), text[end:].lstrip()
    if not one or not other:
        return [text]
    return [one + _STOPS.get(lang, "."), other[:1].upper() + other[1:]]
