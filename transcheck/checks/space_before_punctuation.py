"""space-before-punctuation: a space before a mark that stands close to its word."""

import re
from collections.abc import Iterator
from functools import cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.precedence import unless
from transcheck.checks.replacement_character import replaced
from transcheck.checks.sides import Fault, each_side
from transcheck.checks.wrong_language import wrong_language
from transcheck.model import Role, Segment, Severity, Span
from transcheck.text.protected import protected, touches

# More than two are a column of a table.
_BLANK = r"[ \t\u00a0\u2009\u202f]"
_SPACES = rf"{_BLANK}{{1,2}}"
_MARK = r"(?:[,.;:!?)\]}”»،؛؟।。，、；：！？」』）]|%(?![^\W_]))"
_ANY = re.compile(_SPACES + _MARK)
# A token that stands after a plain space, or holds another one.
_BEGINS = rf"(?:\A|{_BLANK}){_MARK}"
_NAMES = {
    ",": "comma",
    ".": "full stop",
    ";": "semicolon",
    ":": "colon",
    "!": "exclamation mark",
    "?": "question mark",
    "%": "per cent sign",
}
# Strings of programs set words of other scripts and placeholders apart: "请使用 %s 。".
_WIDE = "。，、；：！？」』）"
_PARTNERS = {")": "(", "]": "[", "}": "{"}
# A mark after one of these is a sign by itself ("( ? )", "such as , and ;", "- : -").
_SIGN = r"(?<![\s(\[{<|/=+*#&@^~¿¡,.;:!?–—-])"
# Two closing marks in a row are set apart for the eye: ’ ”.
_NESTED = rf"(?<![\"'’›]{_BLANK})"
_END = r"(?=$|[\s\"'”’»)\]}“])"
_SMILEY = r"(?![-'’^o]?[()\[\]DPpOo/\\|*3]+(?![^\W_]))"


@cache
def _faulty(lang: str) -> re.Pattern[str]:
    """Return the pattern of the spaced marks that are a fault in a language.

    Passed over: an ellipsis (". . ." too), ".5" and ".com", ":)" and ":word:", ratios, and what
    begins a quotation.
    """
    language = languages.find(lang)
    spaced = language.spaced_marks
    stops = "".join(mark for mark in ",!?؟،؛।。，、；：！？」』）" if mark not in spaced)
    # ",," begins a quotation in plain text, "!=" is code.
    parts = [rf"[{re.escape(stops)}](?![,=])", rf"\.(?!{_BLANK}\.){_END}"]
    parts += [rf"{mark}{_SMILEY}{_END}" for mark in ";:" if mark not in spaced]
    parts.append(r"[)\]}](?![a-zA-Z0-9])")
    closing = [pair[1] for pair in language.quotes if pair[0] != pair[1]]
    opening = {pair[0] for pair in language.quotes}
    if "”" in closing and "”" not in opening:
        parts.append(rf"{_NESTED}”(?=$|[\s,.;:!?)])")
    if "»" in closing and "»" not in opening and "»" not in spaced:
        parts.append(rf"{_NESTED}»(?=$|[\s,.;:!?)])")
    if "%" not in spaced:
        parts.append(rf"(?<=\d{_BLANK})%(?![^\W_])")
    return re.compile(rf"{_SIGN}(?P<space>{_SPACES})(?P<mark>{'|'.join(parts)})")


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    text = segment.text
    if not _ANY.search(text):
        return
    found = list(_faulty(segment.lang).finditer(text))
    away = protected(text) if found else []
    for match in found:
        if match.start() == 0 or touches(away, *match.span()):
            continue
        mark = match["mark"]
        if segment.role is Role.STRING and mark in _WIDE and text[match.start() - 1].isascii():
            continue
        if _is_ratio(text, match) or (mark in _PARTNERS and not _is_open(text, match)):
            continue
        yield Fault(
            span=Span(start=match.start(), end=match.end("mark")),
            message=f"a space stands before the {_NAMES.get(mark, f'mark {mark}')}",
            suggestion=mark,
            certain=True,
        )


def _is_open(text: str, match: re.Match[str]) -> bool:
    """Say whether the bracket closes one that stands close to its word.

    A lone " )" is a smile or the number of a list, "( so )" a habit of those who write code.
    """
    mark, end = match["mark"], match.start()
    opening = text.rfind(_PARTNERS[mark], 0, end)
    if opening < 0 or text[opening + 1].isspace():
        return False
    return text.count(_PARTNERS[mark], 0, end) > text.count(mark, 0, end)


def _is_ratio(text: str, match: re.Match[str]) -> bool:
    """Say whether the mark stands between numbers, as in "3 : 1", or between other signs."""
    after = text[match.end() :].lstrip()
    return match["mark"] in ":" and text[match.start() - 1].isdigit() and after[:1].isdigit()


SPACE_BEFORE_PUNCTUATION = Check(
    id="TC205",
    name="space-before-punctuation",
    summary="A space stands before a punctuation mark.",
    rationale=(
        "Engines work on tokens, in which a comma is a word of its own, and some leave the space "
        "before it standing: “the mayor , who”. In print this is a plain slip. Languages differ: "
        "French sets a space, often a narrow one that does not break, before ; : ! ? » and after "
        "«, and most write “5 %”; such spaces pass there. So do a spaced ellipsis, “.5”, “.com”, "
        "smileys, ratios and code."
    ),
    severity=Severity.WARNING,
    run=each_side(unless(_rule, wrong_language, replaced)),
    hint=re.compile(_BEGINS),
    languages="all languages; French, Hindi, Thai and Vietnamese allow some spaced marks",
    examples=(
        Example(text="The mayor , who was away, did not answer.", flags=(" ,",), suggestion=","),
        Example(text="The mayor (who was away ) did not answer .", flags=(" )", " .")),
        Example(text="Warum nicht ?", lang="de", flags=(" ?",), suggestion="?"),
        Example(text="Le maire , absent, n'a rien dit.", lang="fr", flags=(" ,",)),
        Example(text="A prefeita chegou tarde : às dez.", lang="pt", flags=(" :",)),
        Example(text="市长不在 ，没有回答。", lang="zh", flags=(" ，",)),
        Example(text="Only 5 % of them came.", flags=(" %",), suggestion="%"),
        Example(
            text="Qui vient ? « Moi ! » dit-elle\u202f; lui\u00a0: non, à 5\u00a0%.",
            lang="fr",
            why="French sets a space there",
        ),
        Example(text="Přišlo jen 5 % lidí.", lang="cs", why="per cent takes a space in Czech"),
        Example(text="Wait ... it costs .5 on example .com :) and is 3 : 1", why="no stops"),
        Example(text="“Such a struggle . . . is better.”", why="a spaced ellipsis"),
        Example(text="“You said ‘never,’ ” she wrote.", why="two closing marks, set apart"),
        Example(text="Hon sade ”ja” och ”nej”.", lang="sv", why="the mark opens as well"),
    ),
)
