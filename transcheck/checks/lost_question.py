"""lost-question: a question of the source that the translation states."""

import re
from collections.abc import Iterator
from functools import cache

from transcheck import data, languages
from transcheck.checks.base import Check, Context, Example, Look
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.numbers.tables import alternatives
from transcheck.text import quotes
from transcheck.text.protected import protected, touches

_MARK = re.compile("[?？؟⁇⁈⁉‽\u037e]")
# Greek asks with the semicolon.
_ALSO_ASKS = {"el": re.compile("[;?\u037e]")}
# A question ends its text, or a quotation in it; one in the middle may be said in passing.
# "Yahoo?'s" asks nothing.
_ENDS = re.compile(r"(?!['’]s\b)[!?？！.…]*\s?(?:\Z|[\"”“»«」』’'›)\]）])")
# How languages ask that can do without the mark.
_UNMARKED = {
    "ja": re.compile(r"か(?:な|ね|い|しら)?(?:[。．」』）…\s]|\Z)"),
    "my": re.compile("လား|လဲ|နည်း"),
    "th": re.compile("ไหม|มั้ย|หรือ|เหรอ|อะไร|ทำไม|ใคร|อย่างไร|ยังไง|เมื่อไ|ที่ไหน|กี่|เท่าไ|ใด|ไหน"),
}


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not target.text.strip():
        return
    question = next(_questions(source), None)
    if question is None or _asks(target) or _is_reported(source, target, question):
        return
    if _reporting(languages.find(target.lang).tag).search(target.text.lower()):
        return
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"expected a question, found none: the source asks “{_ending(source, question)}”",
        severity=Severity.NOTE if measured.pair.unit else None,
    )


def _hint(lang: str) -> Look:
    return _ALSO_ASKS.get(languages.find(lang).tag, _MARK)


def _questions(segment: Segment) -> Iterator[int]:
    """Yield the place of each mark that ends a question, without those of addresses."""
    away = protected(segment.text)
    pattern = _ALSO_ASKS.get(languages.find(segment.lang).tag, _MARK)
    for match in pattern.finditer(segment.text):
        if _ENDS.match(segment.text, match.end()) and not touches(away, *match.span()):
            yield match.start()


def _is_reported(source: Segment, target: Segment, question: int) -> bool:
    """Say whether the translation reports in its own words what the source quotes.

    That is a matter of `lost-quote`, which sees as well where the marks alone are gone.
    """
    if not quotes.has_any(source.text) or quotes.may_quote(target.text):
        return False
    own = languages.find(source.lang).quotes
    return any(start < question < end for start, end in quotes.quoted(source.text, own))


@cache
def _reporting(lang: str) -> re.Pattern[str]:
    """Return what reports a question: a verb that asks, and within three words what it asks."""
    rows = (line.partition(" ") for line in data.lines("asking.txt"))
    table = {tag: rest.split(" | ") for tag, _, rest in rows}
    if lang not in table:
        return re.compile(r"(?!)")
    verbs, words = (alternatives(part.split(), spaced=True) for part in table[lang])
    return re.compile(rf"\b{verbs}(?:,?\s\w+){{0,3}},?\s{words}")


def _asks(segment: Segment) -> bool:
    tag = languages.find(segment.lang).tag
    marked = _ALSO_ASKS.get(tag, _MARK).search(segment.text)
    return marked is not None or (
        tag in _UNMARKED and _UNMARKED[tag].search(segment.text) is not None
    )


def _ending(source: Segment, question: int) -> str:
    """Return the last words of the question."""
    start = max(question - 40, 0)
    start = source.text.find(" ", start, question) + 1 if start else 0
    return ("…" if start else "") + source.text[start : question + 1].strip()


LOST_QUESTION = Check(
    id="TC311",
    name="lost-question",
    summary="The source asks a question, and the translation does not.",
    rationale=(
        "A question that became a statement says something that nobody said. What counts is the "
        "question mark of either language (?, ？, ؟, the Greek semicolon); Japanese and Thai may "
        "ask by their words alone. Where the source quotes the question and the translation has "
        "no quotation marks, it reports it, and `lost-quote` judges that. A verb of asking with "
        "its question (“he wonders whether …”) reports it as well, in eleven languages."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=_hint,
    compares=True,
    languages="all languages, where there is a source",
    examples=(
        Example(
            source="Will the ferry run on Sundays?",
            text="A balsa vai circular aos domingos.",
            lang="pt",
            flags=("A balsa vai circular aos domingos.",),
            why="the answer is open, and the translation gives it",
        ),
        Example(
            source="“Who paid for the boat?” she asked.",
            text="„Wer hat das Boot bezahlt“, fragte sie.",
            lang="de",
            flags=("„Wer hat das Boot bezahlt“, fragte sie.",),
            why="a question within a quotation",
        ),
        Example(source="Will the ferry run?", text="Θα λειτουργεί το πλοίο;", lang="el"),
        Example(source="Will the ferry run?", text="هل ستعمل العبارة؟", lang="ar"),
        Example(
            source="Will the ferry run on Sundays?",
            text="フェリーは日曜日に運航するのだろうか。",
            lang="ja",
            why="a near miss: Japanese asks by its last word",
        ),
        Example(
            source="“Who paid for the boat?” she asked.",
            text="Ela perguntou quem tinha pagado o barco.",
            lang="pt",
            why="a quoted question that the translation reports",
        ),
        Example(
            source="So he says to me: why did you come?",
            text="Así que me preguntó por qué había venido.",
            lang="es",
            why="a near miss: the translation reports the question",
        ),
        Example(
            source="See https://example.org/boats?day=sunday for more.",
            text="Veja mais em https://example.org/boats.",
            lang="pt",
            why="the mark belongs to an address",
        ),
    ),
)
