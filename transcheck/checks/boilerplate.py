"""boilerplate: a line that a web page left behind in the copy of its article."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.sides import Fault, each_side
from transcheck.data import exists, lines
from transcheck.languages import Language
from transcheck.model import Role, Segment, Severity, Span
from transcheck.text.late import late

# Longer lines are prose, whatever they begin with.
_LONGEST = 120
_NETWORK = (
    "facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|tiktok|pinterest|reddit|"
    "threads|bluesky|mastodon|snapchat|messenger|flipboard|pocket|viber|vk|e-?mail"
)
_PLACEHOLDERS = {
    "{n}": r"\d{1,6}(?:[.,]\d{1,3})?(?: ?[km])?",
    "{time}": r"\d{1,2} ?[:.h] ?\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|h|[a-z]{2,4}))?",
    "{date}": r"(?=[^!?]*\d)[^!?]{4,45}",
    # "36 years ago." is an answer; a page counts shorter times.
    "{unit}": r"(?!year|yr|año|ano|ans?\b|jahr|anni|anno|jaar|lat\b|let\b|år|yıl|лет|год|рок)"
    r"[^\W\d_]{1,12}\.?",
    "{stamp}": r"\d{1,4}(?:[./-]\d{1,2}[./-]|\.? (?:de )?[^\W\d_]{3,10}\.? (?:de )?)\d{2,4},?"
    r"(?: ?[-–|] ?| [^\W\d_]{1,4} | )\d{1,2} ?[:.h] ?\d{2}(?: ?[^\W\d_]{1,4})?",
    "{who}": r"[^\W\d_][\w.'-]{0,20}(?: ?/ ?[^\W\d_][\w.'-]{0,20}| [^\W\d_][\w.'-]{0,20}){0,4}",
    "{network}": f"(?:{_NETWORK})",
    "{any}": r"(?=\S)[^.!?…]{1,80}",
}
# What may stand around a line; white space is plain spaces by then.
_MARKS_BEFORE, _MARKS_AFTER = " (|•·▶►→»›>+#*–—-", " )|•·▶►→»›>+:…▾↓–—-"
_PART = r"\w[\w '’&-]{0,30}"
_BREADCRUMBS = late(rf"{_PART}(?: ?[>›»] ?{_PART}){{2,7}}|[\w'’]+(?: [>›»] {_PART}){{2,7}}")
_TRAIL = frozenset(">›»")
_LABEL = re.compile(r"[^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?")
# From so many words on, a text can be told from a list of strings by its function words.
_FEWEST_WORDS = 60
_LEAST_GRAMMAR = 0.12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Residue:
    """A kind of line: ``sure`` says that it can be nothing else, in whatever text it stands."""

    kind: str
    line: str
    sure: bool


def _rule(segment: Segment, context: Context) -> Iterator[Fault]:
    if segment.role is Role.STRING:
        return  # a button that says "Share" is no residue
    text = segment.text.strip()
    if not text or len(text) > _LONGEST or "\n" in text:
        return
    language = languages.find(segment.lang)
    found = _known(text, language.tag)
    if found:
        if found.sure or (segment.role is not Role.LIST and _is_article(context, language)):
            message = f"“{text}” is residue of a web page: {found.kind}"
            yield _fault(segment, message, certain=found.sure)
    elif not _TRAIL.isdisjoint(text) and _BREADCRUMBS.fullmatch(text):
        yield _fault(segment, f"“{text}” is residue of a web page: a navigation path")
    elif _is_lone_label(segment, language) and _is_article(context, language):
        yield _fault(
            segment, f"“{text}” stands alone in small letters: a label left over from a web page?"
        )


def _fault(segment: Segment, message: str, *, certain: bool = False) -> Fault:
    # The repair is to take the line out, which an empty suggestion says.
    span = Span(start=0, end=len(segment.text))
    return Fault(span=span, message=message, suggestion="", certain=certain)


def _known(text: str, tag: str) -> _Residue | None:
    """Return the kind of residue that a line is; English labels stand on pages of any language."""
    plain = _plain(text)
    bare = plain.lstrip(_MARKS_BEFORE).rstrip(_MARKS_AFTER)
    for literals, templates in _lists(tag, _opening(plain), _opening(bare)):
        literal = literals.get(plain) or literals.get(bare)
        if literal:
            return literal
        for part, residue in templates:
            if part in plain:
                pattern = _pattern(residue.line)
                if pattern.fullmatch(bare) or pattern.fullmatch(plain):
                    return residue
    return None


def _plain(text: str) -> str:
    """Return the line in small letters, with plain spaces, apostrophes and colons."""
    small = " ".join(text.replace("’", "'").casefold().split())
    return small.replace(" :", ":")


@cache
def _literal(name: str) -> dict[str, _Residue]:
    return {line: residue for line, residue in _listed(name) if "{" not in line}


@lru_cache(maxsize=1 << 12)
def _lists(
    tag: str, *openings: str
) -> tuple[tuple[Mapping[str, _Residue], tuple[tuple[str, _Residue], ...]], ...]:
    """Return, of each list for a language, the lines and the templates.

    The templates are those that a line with one of these openings can fit; before each stands the
    longest part that the line must hold as it stands.
    """
    names = dict.fromkeys(("und", tag, "en"))
    return tuple((_literal(name), _templates(name, openings)) for name in names)


def _templates(name: str, openings: tuple[str, ...]) -> tuple[tuple[str, _Residue], ...]:
    return tuple(
        (_literal_part(line), residue)
        for line, residue in _listed(name)
        if "{" in line and (_template_opening(line) is None or _template_opening(line) in openings)
    )


def _literal_part(template: str) -> str:
    return max(re.split(r"\{\w+\}", template), key=len)


def _opening(line: str) -> str:
    """Return the first character of a line; all digits are as one."""
    return "0" if line[:1].isdecimal() else line[:1]


def _template_opening(template: str) -> str | None:
    """Return what a line must open with to fit; None if that is not one character."""
    if template.startswith(("{n}", "{time}", "{stamp}")):
        return "0"
    return None if template.startswith("{") else _opening(template)


@cache
def _listed(name: str) -> tuple[tuple[str, _Residue], ...]:
    file = f"boilerplate/{name}.txt"
    if not exists(file):
        return ()
    return tuple(
        (line, _residue(kind, line))
        for kind, line in (entry.casefold().split(" | ", 1) for entry in lines(file))
    )


def _residue(kind: str, line: str) -> _Residue:
    article = "an" if kind[0] in "aeiou" else "a"
    return _Residue(kind=f"{article} {kind}", line=line, sure="{" in line or len(line.split()) >= 3)


# To compile all lines of a language takes as long as to check a thousand sentences.
@cache
def _pattern(line: str) -> re.Pattern[str]:
    pieces = re.split(r"(\{\w+\})", line)
    pattern = "".join(_PLACEHOLDERS.get(piece) or re.escape(piece) for piece in pieces)
    return re.compile(pattern + r"[.!]?")


def _is_lone_label(segment: Segment, language: Language) -> bool:
    """Say whether a line is one or two words in small letters: a heading would have a capital."""
    text = segment.text.strip()
    return (
        language.cased
        and segment.column == 1
        and segment.role in (Role.BODY, Role.HEADING)
        and text.islower()
        and _LABEL.fullmatch(text) is not None
    )


def _is_article(context: Context, language: Language) -> bool:
    """Say whether the text around a line is prose: "Share" belongs in a list of strings."""
    total = sum(context.words.values())
    if total < _FEWEST_WORDS:
        return False
    name = f"function_words/{language.tag}.txt"
    if not exists(name):
        return True
    grammar = sum(context.words.get(word, 0) for word in lines(name))
    return grammar >= _LEAST_GRAMMAR * total


_ARTICLE = (
    "The council voted on Tuesday to close the old harbour, which has been in use for more than "
    "a century, and to move the fishing boats to the new quay on the other side of the bay.",
    "Most of the fishermen are against the plan, because the new quay is open to the wind and "
    "they would have to pay for the move themselves, one of them said after the meeting.",
)
BOILERPLATE = Check(
    id="TC501",
    name="boilerplate",
    summary="A line is left over from the web page that the article was copied from.",
    rationale=(
        "Reading times, share buttons, labels, links to other articles and newsletter prompts come "
        "along when an article is copied from a page, and are then translated and published as "
        "if they were text. Only a line of its own is looked at. What could stand in a list of "
        "strings for an interface (“Share”) counts only where the rest of the text is prose."
    ),
    severity=Severity.WARNING,
    run=each_side(_rule),
    prose=True,
    languages=(
        "all languages for reading times; labels in ca de en es fr it nl pl pt ru sv tr; lines in "
        "small letters in languages with capitals"
    ),
    examples=(
        Example(text="Share this article", role=Role.STRING, why="a button of a program"),
        Example(text="3 min", flags=("3 min",), suggestion="", why="a reading time"),
        Example(text="Lesezeit: 4 Minuten", lang="de", flags=("Lesezeit: 4 Minuten",)),
        Example(
            text="stats",
            article=_ARTICLE,
            flags=("stats",),
            why="a label; a heading would have a capital",
        ),
        Example(
            text="Read more: Harbour closes after a century",
            flags=("Read more: Harbour closes after a century",),
        ),
        Example(text="Home > World > Americas", flags=("Home > World > Americas",)),
        Example(text="Share", article=_ARTICLE, flags=("Share",)),
        Example(text="Share", why="without an article around it, this may be the text of a button"),
        Example(text="Cooperation with Venezuela", article=_ARTICLE, why="a heading"),
        Example(text="The stats show that he ran for 3 min.", article=_ARTICLE),
        Example(text="By Rosa Almeida, Lisbon", article=_ARTICLE, role=Role.BYLINE),
        Example(text="milk", article=_ARTICLE, role=Role.LIST, why="an item of a list"),
    ),
)
