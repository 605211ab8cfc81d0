"""bad-capital: a capital inside an ordinary word, or a sentence that begins without one."""

import re
from collections.abc import Iterator

from transcheck.blocks import TERMINAL
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.neighbours import neighbours
from transcheck.checks.precedence import unless_beside
from transcheck.checks.sides import Fault, each_side_beside
from transcheck.checks.wrong_language import wrong_language
from transcheck.data import lexicon
from transcheck.data.frequency import zipf
from transcheck.languages import Language, find
from transcheck.model import Role, Segment, Severity, Span
from transcheck.text.late import late
from transcheck.text.protected import protected, touches
from transcheck.text.words import words

# "tHe", "WOrd", "wORD": nothing but letters, and no hyphen or apostrophe beside them.
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯΑ-Ω]"
_MIXED = late(
    rf"""(?<![\w'’@.&/-])(?:
        [^\W\d_A-Z]{_CAPITAL}{{1,}}[^\W\d_]*   # small, then capital
      | {_CAPITAL}{{2}}[^\W\d_A-Z]+          # two capitals, then small
    )(?![\w'’@&/-])""",
    re.VERBOSE,
)
# A capital inside a word: each such word has one, and few texts do.
_INNER = re.compile(rf"{_CAPITAL}(?<=\w\w)")
# Words that are more frequent than this (Zipf scale) are ordinary ones.
_COMMON = 3.0
# From so many neighbours on, nearly all with a capital, one without is a fault.
_FEWEST_NEIGHBOURS = 5
_USUAL = 0.95
_FEWEST_WORDS = 4
# A line that the next one goes on with: “…,” and “…?” | said the mayor.
_RUNS_ON = re.compile(r"(?:[?!？！]\s*[\"'”’»“」』]\s*|[,;，、；،؛–—-][\"'”’»“」』\s]*)\Z")


def _rule(segment: Segment, source: Segment | None, context: Context) -> Iterator[Fault]:
    if find(segment.lang).cased:
        yield from _inside(segment, context)
        yield from _first(segment, source, context)


def _inside(segment: Segment, context: Context) -> Iterator[Fault]:
    """Yield ordinary words with a capital in the wrong place."""
    text = segment.text
    if not _INNER.search(text) or not _MIXED.search(text):
        return
    language, away = find(segment.lang), protected(text)
    for found in _MIXED.finditer(text):
        word = found[0]
        repaired = _repaired(word, language)
        if repaired is None or touches(away, *found.span()) or word in context.vocabulary:
            continue
        # What stands twice is meant.
        if context.words.get(word, 0) > 1:
            continue
        yield Fault(
            span=Span(start=found.start(), end=found.end()),
            message=f"a capital in the wrong place: “{word}”",
            suggestion=repaired,
        )


def _repaired(word: str, language: Language) -> str | None:
    """Return an ordinary word with its capitals put right; None for a name or an abbreviation."""
    small, tag = word.lower(), language.tag
    if len(word) < 3 or word.isupper() or word in lexicon.inner_capitals():
        return None
    if small not in lexicon.function_words(tag) and (
        len(word) < 4
        or word[:3].isupper()
        or zipf(small, tag) < _COMMON
        or _is_made_up(word, small[1:], tag)
    ):
        return None
    return small.capitalize() if word[0].isupper() else small


def _is_made_up(word: str, rest: str, tag: str) -> bool:
    """Say whether a letter stands before a word of its own: "iPhone", "eBay", "eSports"."""
    return word[0].islower() and max(zipf(rest, tag), zipf(rest, "en")) >= _COMMON


def _first(segment: Segment, source: Segment | None, context: Context) -> Iterator[Fault]:
    """Yield the first word of a sentence that begins in small letters where others do not."""
    text = segment.text
    if not text[:1].islower() or segment.role is not Role.BODY:
        return
    found = words(text)
    if (
        not found
        or len(found) < _FEWEST_WORDS
        or found[0].start
        or not _is_plain(text, found[0].text)
    ):
        return
    around = neighbours(segment, context.texts)
    before = around.before
    if before and _runs_on(before, segment):
        return
    usual = around.count >= _FEWEST_NEIGHBOURS and around.capital >= _USUAL
    led = before is None or before.role is Role.HEADLINE or bool(TERMINAL.search(before.text))
    sourced = source is not None and source.role is Role.BODY and source.text[:1].isupper()
    if (sourced and (usual or not around.count)) or (source is None and usual and led):
        word = found[0]
        yield Fault(
            span=Span(start=0, end=word.end),
            message=f"the sentence begins in small letters: “{word.text}”",
            suggestion=word.text[0].upper() + word.text[1:],
        )


def _runs_on(before: Segment, segment: Segment) -> bool:
    """Say whether the sentence before goes on in this one."""
    if _RUNS_ON.search(before.text):
        return True
    return before.block == segment.block and not TERMINAL.search(before.text)


def _is_plain(text: str, word: str) -> bool:
    """Say whether the first word is an ordinary one: no "iPhone", no "van der", no address."""
    first, *others = re.split(r"[\s'’-]+", text)[:4]
    particles = lexicon.name_particles()
    name = next((other for other in others if other not in particles), "")
    if particles.get(first) and name[:1].isupper():
        return False
    spelt = word.replace("'", "").replace("’", "").replace("-", "")
    return word.islower() and spelt.isalpha() and not touches(protected(text), 0, len(word))


_ARTICLE = (
    "The harbour was built in 1890.",
    "It was widened twice, and the railway came in 1921.",
    "Fishing boats still use the northern quay.",
    "The council wants to move them to the other side of the bay.",
    "Nobody has asked the fishermen yet.",
)
BAD_CAPITAL = Check(
    id="TC407",
    name="bad-capital",
    summary="A capital stands in the wrong place, or the one that begins a sentence is missing.",
    rationale=(
        "“tHe” and “WOrd” are slips of the shift key; a sentence in small letters at its beginning "
        "was cut from another or put together from parts. Inside a word only ordinary words count, "
        "so names like “iPhone” pass. A first word in small letters is reported where the source "
        "and the sentences around it begin with a capital; names like “van der Bellen” pass."
    ),
    severity=Severity.WARNING,
    run=each_side_beside(unless_beside(_rule, wrong_language)),
    string_hint=re.compile(rf"[^\W\d_A-Z]{_CAPITAL}|{_CAPITAL}{{2}}[^\W\d_A-Z]"),
    languages="languages with capitals",
    examples=(
        Example(text="He went to tHe harbour.", flags=("tHe",), suggestion="the"),
        Example(text="THe council met on Monday.", flags=("THe",), suggestion="The"),
        Example(
            text="die Brücke wurde am Montag gesperrt.",
            lang="de",
            source="The bridge was closed on Monday.",
            flags=("die",),
            suggestion="Die",
        ),
        Example(
            text="most of them are against the plan.",
            article=_ARTICLE,
            flags=("most",),
            suggestion="Most",
        ),
        Example(text="iPhone sales fell, and eBay lost a tenth of its value.", article=_ARTICLE),
        Example(
            text="van der Bellen gewann die Wahl am Sonntag.",
            lang="de",
            source="Mr Van der Bellen won the election on Sunday.",
            why="the name begins in small letters",
        ),
        Example(text="The MPs and the PhDs met DJs from McDonald's."),
        Example(text="half a pound of butter, softened", role=Role.LIST, article=_ARTICLE),
    ),
)
