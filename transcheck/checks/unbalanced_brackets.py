"""unbalanced-brackets: a bracket that is opened and never closed, or closed and never opened."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from transcheck.checks.base import Check, Example, Texts
from transcheck.checks.paragraphs import Found, Rule, by_segment, each_article
from transcheck.checks.sides import Fault
from transcheck.model import Segment, Severity, Span
from transcheck.text import brackets
from transcheck.text.pairing import Mark, Paragraph, Unpaired, unpaired

# A remark in brackets may run over as many sentences, in a text of one sentence a line.
_REACH = 4


def _marks(segment: Segment, number: int, _first: bool) -> Iterator[Mark]:
    return brackets.marks(segment.text, owner=number)


def _judge(paragraphs: Sequence[Paragraph]) -> Iterator[Unpaired]:
    return unpaired(paragraphs, partners=brackets.PARTNERS, reach=_REACH, strict=True)


_RULE = Rule(has_any=brackets.ANY.search, marks=_marks, judge=_judge)


@lru_cache(maxsize=2)
def _of_run(texts: Texts) -> Mapping[Segment, tuple[Found, ...]]:
    return by_segment(_RULE, texts)


def _fault(found: Found) -> Iterator[Fault]:
    mark, instead = found.unpaired.mark, found.unpaired.instead
    if instead is not None:
        said = f"stands where {instead} would close what is open"
    elif mark.opens:
        said = "is opened and never closed: its partner is lost, or it is stray"
    else:
        said = "closes what is nowhere opened: its partner is lost, or it is stray"
    yield Fault(
        span=Span(start=mark.start, end=mark.start + 1),
        message=f"the bracket {mark.char} {said}",
        suggestion=instead,
    )


UNBALANCED_BRACKETS = Check(
    id="TC403",
    name="unbalanced-brackets",
    summary="A bracket has no partner.",
    rationale=(
        "A bracket without its partner leaves the reader waiting for the end of an aside, or "
        "wondering where it began; in a translation it often marks lost words. All kinds are "
        "paired, those of Chinese and Japanese too, over the sentences of an article. "
        "Smileys, the numbers of lists (1), a)), notes (*)) and intervals ([0, 1)) pass. Where a "
        "bracket of the wrong kind closes, the right one is suggested."
    ),
    severity=Severity.WARNING,
    run=each_article(_RULE, _of_run, _fault),
    hint=brackets.ANY,
    examples=(
        Example(text="The mayor (who was away did not answer.", flags=("(",)),
        Example(text="The mayor, who was away) did not answer.", flags=(")",)),
        Example(text="The mayor (who was away] did not answer.", flags=("]",), suggestion=")"),
        Example(text="Le maire (absent ce jour-là n'a rien dit.", lang="fr", flags=("(",)),
        Example(text="Мэр (он был в отъезде не ответил.", lang="ru", flags=("(",)),
        Example(text="市长（当时不在没有回答。", lang="zh", flags=("（",)),
        Example(
            text="O presidente da câmara (ausente nesse dia não respondeu.",
            lang="pt",
            source="The mayor (away that day) did not answer.",
            flags=("(",),
        ),
        Example(
            text="Bring a) a pen, b) paper and c) patience :)", why="list numbers and a smiley"
        ),
        Example(text="The value lies in [0, 1) (see note 2).", why="a half-open interval"),
        Example(text="(We waited.", article=("Nobody came.)",), why="closed a sentence later"),
        Example(text="(We waited. [Works, p. 51])", why="a page, and no number of a list"),
        Example(text="Ну ты даёшь))) Приходи завтра)))", lang="ru", why="smiles without eyes"),
    ),
)
