"""leaked-markup: tags, entities, placeholders, code and escapes in what should be prose."""

import re
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.leaked_token import leaked_token
from transcheck.checks.precedence import unless
from transcheck.checks.replacement_character import replaced
from transcheck.checks.sides import Fault, each_side
from transcheck.model import LINE_BREAK, Hit, Measured, Role, Segment, Severity, Side, Span
from transcheck.text.markup import NEEDED, Kind, Markup, markup
from transcheck.units import Unit

# These stand for a character. Where a tag is taken out, a space or a line end may have to stand.
_CERTAIN = frozenset({Kind.ENTITY, Kind.ESCAPE, Kind.ENCODED})
_MARKED = re.compile(r"[<&\\]")


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    if segment.role is Role.STRING:
        return  # a program reads the tags of its strings
    for piece in markup(segment.text):
        yield _fault(segment.text, piece)


def _fault(text: str, piece: Markup) -> Fault:
    span = Span(start=piece.start, end=piece.end)
    return Fault(
        span=span,
        message=f"“{span.of(text)}” is {piece.kind.value}, and a reader sees it as it stands",
        suggestion=piece.repaired,
        certain=piece.kind in _CERTAIN and not LINE_BREAK.search(piece.repaired or ""),
    )


leaked_markup = unless(_rule, leaked_token, replaced)
_each_side = each_side(leaked_markup)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    """Yield the faults of either side; beside a translation, placeholders of the source are sound.

    There it is a string that a program fills in, and the translation has to keep them.
    """
    source, target = measured.pair.source, measured.pair.target
    if measured.pair.unit is not None and source is not None:
        yield from _beside_string(measured, context, source)
        return
    for hit in _each_side(measured, context):
        placeholder = Kind.PLACEHOLDER.value in hit.message
        if not (placeholder and source and target and _is_kept(hit, source, target)):
            yield hit


def _beside_string(measured: Measured, context: Context, source: Segment) -> Iterator[Hit]:
    """Yield the escapes and entities of a translated string whose source has no markup at all.

    The markup of a string is its program's, and other checks hold the translation to it.
    """
    if _MARKED.search(source.text):
        return
    for hit in _each_side(measured, context):
        if hit.side is Side.TARGET and any(kind.value in hit.message for kind in _CERTAIN):
            yield hit


def _is_kept(hit: Hit, source: Segment, target: Segment) -> bool:
    return hit.side is Side.SOURCE or hit.span.of(target.text) in source.text


LEAKED_MARKUP = Check(
    id="TC215",
    name="leaked-markup",
    summary="A tag, an entity, a placeholder, code or an escape stands in the text.",
    rationale=(
        "Copied pages and translated templates leave behind what was meant for a program: “<b>”, "
        "“&amp;”, “{{name}}”, “%s”, “\\u00e9”, style rules. A reader sees it as it stands, and "
        "engines break it further. Ampersands in names (AT&T), less-than signs, percentages, "
        "braces in mathematics and web addresses are left alone, and so are placeholders that "
        "the source has as well."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=NEEDED,
    examples=(
        Example(
            text="<b>Saved</b> %s", role=Role.STRING, why="a program reads the tags of its strings"
        ),
        Example(text="Fish &amp; chips", flags=("&amp;",), suggestion="&"),
        Example(text="It&amp;#39;s late.", flags=("&amp;#39;",), suggestion="'"),
        Example(text="El <b>puerto cerró.", lang="es", flags=("<b>",), suggestion=""),
        Example(
            text='Das <a href="x.html">Rathaus</a>.',
            lang="de",
            flags=('<a href="x.html">', "</a>"),
        ),
        Example(text="Dear {{first_name}}, welcome.", flags=("{{first_name}}",)),
        Example(text="Il reste %s places.", lang="fr", flags=("%s",)),
        Example(text=r"Caf\u00e9 central", flags=(r"\u00e9",), suggestion="é"),
        Example(text=r"End.\nNext line", flags=(r"\n",), suggestion=" "),
        Example(text="O porto%20velho", lang="pt", flags=("%20",), suggestion=" "),
        Example(
            text="See [the plan](https://example.org/plan) for more.",
            flags=("[the plan](https://example.org/plan)",),
            suggestion="the plan",
        ),
        Example(
            text="Prices of R&D at AT&T rose 100% if x < y and a > b, f(x) = {1, 2}.",
            why="signs that prose uses",
        ),
        Example(text="See https://example.org/a%20b?x=1&lt=2 for more.", why="a web address"),
        Example(text="He said: “50 % of us [sic] agree” [1].", why="an editor's brackets"),
        Example(
            text="Quedan {count} plazas.",
            lang="es",
            source="{count} places left.",
            why="a string that a program fills in",
        ),
        Example(
            text="Quedan {count} plazas.",
            lang="es",
            source="Some places are left.",
            flags=("{count}",),
        ),
        Example(
            text="<b>Quedan</b> {count} plazas.",
            lang="es",
            source="<b>{count}</b> places left.",
            unit=Unit(key="left"),
            why="the markup of a string is its program's",
        ),
    ),
)
