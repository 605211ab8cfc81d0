"""unbalanced-quotes: a quotation that is opened and never closed, or closed and never opened."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from transcheck import languages
from transcheck.checks.base import Check, Example, Texts
from transcheck.checks.paragraphs import Found, Rule, by_segment, each_article
from transcheck.checks.sides import Fault
from transcheck.model import Segment, Severity, Span
from transcheck.text import quotes
from transcheck.text.pairing import Mark, Paragraph, Unpaired, unpaired

# A quotation may run over this many paragraphs (or sentences, in a text of one sentence a line)
# without a mark.
_REACH = 12
_ENDS, _STARTS = " .!?…\"'”’“»", " \"'“„‘«¿¡–—-"
_WORD_BEFORE = re.compile(r"[^\W\d_]\Z")
_WORDS_AFTER = re.compile(r" [^\W\d_]")
_WORDS_BEFORE = re.compile(r"[^\W\d_][ \u00a0]\Z")


def _marks(segment: Segment, number: int, first: bool) -> Iterator[Mark]:
    pairs = languages.find(segment.lang).quotes
    return quotes.marks(segment.text, pairs, owner=number, first=first)


def _judge(paragraphs: Sequence[Paragraph]) -> Iterator[Unpaired]:
    there = {mark.kind for paragraph in paragraphs for mark in paragraph.marks}
    for kind in sorted(there):
        ours = [
            Paragraph(marks=[mark for mark in paragraph.marks if mark.kind == kind])
            for paragraph in paragraphs
        ]
        yield from unpaired(ours, partners=quotes.PARTNERS, reach=_REACH)


_RULE = Rule(has_any=quotes.has_any, marks=_marks, judge=_judge)


@lru_cache(maxsize=2)
def _of_run(texts: Texts) -> Mapping[Segment, tuple[Found, ...]]:
    return by_segment(_RULE, texts)


def _fault(found: Found) -> Iterator[Fault]:
    mark = found.unpaired.mark
    if not (found.whole or _is_sure(found)):
        return
    closes = mark.opens is False
    said = "closes a quotation that is nowhere opened" if closes else "is opened and never closed"
    yield Fault(
        span=Span(start=mark.start, end=mark.start + 1),
        message=f"the mark {mark.char} {said}: its partner is lost, or it is stray",
    )


def _is_sure(found: Found) -> bool:
    """Say whether the sentence alone shows the fault: no other sentence can hold the partner.

    A quotation of several sentences begins with a sentence and ends with one. So neither a few
    words in the middle of a sentence nor what follows other marks belongs to one.
    """
    mark, text = found.unpaired.mark, found.segment.text
    before, after = text[: mark.start], text[mark.start + 1 :]
    if mark.opens is False:
        inside = found.follows and after.strip(_ENDS)
        return bool(inside or (_WORD_BEFORE.search(before.rstrip()) and _WORDS_AFTER.match(after)))
    inside = found.leads and before.strip(_STARTS)
    return bool(inside or (_WORDS_BEFORE.search(before) and after.lstrip()[:1].islower()))


UNBALANCED_QUOTES = Check(
    id="TC402",
    name="unbalanced-quotes",
    summary="A quotation mark has no partner.",
    rationale=(
        "Where one mark of a pair is lost, the reader cannot tell what was said and what the "
        "author adds. The check reads an article as a whole, since a quotation may run over "
        "several sentences and paragraphs, each beginning with the mark again. In a text of one "
        "sentence a line, whose paragraphs are unknown, it speaks only where the sentence itself "
        "or the other side of the pair shows the fault. Whether a mark opens or closes is told by "
        "the spaces around it, then by the habits of the language („so“ in German, «ainsi» in "
        "French, ”så” in Swedish). Apostrophes, inches and straight single marks are left alone. "
        "No repair is suggested: only an editor knows where the quotation ends."
    ),
    severity=Severity.WARNING,
    run=each_article(_RULE, _of_run, _fault),
    hint=quotes.ANY,
    examples=(
        Example(text="The plan, he said, was “mad and would fail.", flags=("“",)),
        Example(text='The home of the Dragons" own star is empty.', flags=('"',)),
        Example(text="Sie nannte den Plan „verrückt und ging.", lang="de", flags=("„",)),
        Example(text="Il a parlé d'un projet « utile et cher.", lang="fr", flags=("«",)),
        Example(
            text="Nós estamos prontos”, disse o presidente.",
            lang="pt",
            source='"We are ready," said the mayor.',
            flags=("”",),
            why="a longer quotation could end here, but that of the source does not",
        ),
        Example(
            text="「行くぞと彼は言った。",
            lang="ja",
            source='"I am going," he said.',
            flags=("「",),
        ),
        Example(
            text="“We waited for a week.",
            article=("“Then the boat came, and we left,” she said.",),
            why="each paragraph of a long quotation begins with the mark",
        ),
        Example(
            text='"We waited for a week.',
            article=("The boat did not come.", 'Then we left," she said.'),
            why="the quotation is closed in a later paragraph",
        ),
        Example(
            text="He is 6'2\" tall and sang rock 'n' roll in the ‘90s.", why="inches, apostrophes"
        ),
        Example(text="Er sagte: „Sie rief ‚Halt!‘ und lief.“", lang="de", why="one inside another"),
        Example(text="Hon sade ”ja” och ”nej”.", lang="sv", why="the same mark at both ends"),
        Example(
            text="Das »Haus« und die «Post» sind zu.", lang="de", why="both directions are used"
        ),
    ),
)
