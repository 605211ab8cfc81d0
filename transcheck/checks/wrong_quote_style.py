"""wrong-quote-style: quotation marks that are not the language's, or two styles in one article."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Status, Texts
from transcheck.checks.precedence import unless
from transcheck.checks.sides import Fault, each_side
from transcheck.checks.wrong_language import wrong_language
from transcheck.model import Segment, Severity, Side, Span
from transcheck.text import quotes
from transcheck.text.pairing import Mark

_STRAIGHT = '"'
# So many times as often as the other must an article use curved or straight marks before the few
# are called a slip; and no more than this many may be.
_TIMES, _FEW = 4, 2


def _rule(segment: Segment, context: Context) -> Iterator[Fault]:
    if not quotes.has_any(segment.text):
        return
    pairs = languages.find(segment.lang).quotes
    style = _style(context.texts, segment.path, segment.lang)
    before: Mark | None = None
    for mark in quotes.marks(segment.text, pairs):
        if mark.kind not in (quotes.DOUBLE, quotes.CORNER) or (
            mark.opens is None and mark.char == _STRAIGHT
        ):
            continue
        wanted = _closing(before, mark, segment.lang) or _wanted(mark, segment.lang, style)
        before = mark
        if wanted and wanted != mark.char:
            yield Fault(
                span=Span(start=mark.start, end=mark.start + 1),
                message=f"{mark.char} is not the mark that {_where(mark, segment.lang)}: {wanted}",
                suggestion=wanted,
            )


def _where(mark: Mark, lang: str) -> str:
    side = "opens" if mark.opens else "closes"
    if mark.char == _STRAIGHT:
        return f"{side} quotations elsewhere in this article"
    return f"{side} quotations in {languages.find(lang).name}"


def _closing(before: Mark | None, mark: Mark, lang: str) -> str | None:
    """Return the mark that closes what the mark before has opened, in curved marks alone."""
    if before is None or mark.opens is not False or not before.opens or mark.char == _STRAIGHT:
        return None
    closing = [pair[1] for pair in _usual(lang) if pair[0] == before.char]
    return closing[0] if closing and mark.char not in closing else None


def _wanted(mark: Mark, lang: str, style: str | None) -> str | None:
    """Return the mark that belongs there, or None if the one that stands there does."""
    end = 0 if mark.opens else 1
    if mark.char == _STRAIGHT:
        return style[end] if style and style != _STRAIGHT * 2 else None
    usual = _usual(lang)
    if mark.opens is None or any(pair[end] == mark.char for pair in usual):
        return None
    return style[end] if style else usual[0][end]


@cache
def _usual(lang: str) -> tuple[str, ...]:
    """Return the double marks of a language; its table holds the single ones too."""
    return tuple(pair for pair in languages.find(lang).quotes if pair[0] not in "‘‚’‹›")


def _style(texts: Texts, path: str, lang: str) -> str | None:
    """Return the pair of marks that an article uses nearly throughout, None where it has none."""
    return _styles(texts).get((path, lang))


@lru_cache(maxsize=2)
def _styles(texts: Texts) -> Mapping[tuple[str, str], str]:
    segments = [part for side in Side for pair in texts.pairs if (part := pair.side(side))]
    counts: dict[tuple[str, str], Counter[str]] = {}
    for key, group in groupby(segments, key=lambda segment: (segment.path, segment.lang)):
        count = counts.setdefault(key, Counter())
        for segment in group:
            count.update(quotes.double(segment.text))
    return {key: style for key, count in counts.items() if (style := _of_counts(count, key[1]))}


def _of_counts(count: Counter[str], lang: str) -> str | None:
    styles = {pair: min(count[pair[0]], count[pair[1]]) for pair in _usual(lang)}
    styles[_STRAIGHT * 2] = count[_STRAIGHT] // 2
    best = max(styles, key=lambda pair: styles[pair])
    rest = count[_STRAIGHT] // 2
    if best != _STRAIGHT * 2 and (rest > _FEW or styles[best] < _TIMES * rest):
        return None
    return best if styles[best] else None


WRONG_QUOTE_STYLE = Check(
    id="TC404",
    name="wrong-quote-style",
    summary="A quotation mark is not one that the language or the article uses.",
    rationale=(
        "Each language has its marks: “so” in English, „so“ in German, « ainsi » in French, ”så” "
        "in Swedish, «так» in Russian. An engine or an editor's keyboard lets those of another "
        "language slip in, most often at one end of a quotation only („so”). Straight marks pass "
        "where an article uses them throughout; one or two among many curved ones are named. It is "
        "a matter of house style, so it must be selected by name."
    ),
    severity=Severity.NOTE,
    status=Status.PREVIEW,
    run=each_side(unless(_rule, wrong_language)),
    hint=quotes.ANY,
    examples=(
        Example(text="Sie sagte „ja” und ging.", lang="de", flags=("”",), suggestion="“"),
        Example(text="She said „yes” and left.", flags=("„",), suggestion="“"),
        Example(text="Elle a dit „oui“ et partit.", lang="fr", flags=("„", "“")),
        Example(
            text='Then he said "no" and stayed.',
            article=(
                "She said “yes” and left.",
                "They said “maybe” and “perhaps” and went.",
                "“Never,” said the last, and closed the door.",
            ),
            flags=('"', '"'),
            suggestion="“",
        ),
        Example(text="Sie sagte »ja« und ging.", lang="de", why="the other style of German books"),
        Example(text='She said "yes" and "no".', why="straight throughout"),
        Example(text="Hon sade ”ja” och »nej».", lang="sv", why="both are used in Swedish"),
        Example(text="La « fête » et le “bal”.", lang="fr", why="a quotation inside another"),
    ),
)
