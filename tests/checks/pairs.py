"""Short ways to put a pair before one check."""

from dataclasses import replace

from transcheck.checks.base import Check, Context
from transcheck.checks.registry import find
from transcheck.model import Hit, Measured, Origin, Pair, Role, Segment
from transcheck.text.words import count_words
from transcheck.units import Unit

NO_CONTEXT = Context()


def segment(text: str, lang: str, *, role: Role = Role.BODY) -> Segment:
    """Return a segment that stands alone in its file."""
    return Segment(
        id="1", text=text, lang=lang, path="x", offset=0, line=1, column=1, block=0, role=role
    )


def measured(
    source: str | None, target: str | None, *, langs: tuple[str, str] = ("en", "pt")
) -> Measured:
    """Return a pair; None stands for a text that is not there."""
    pair = Pair(
        id="1",
        source=None if source is None else segment(source, langs[0]),
        target=None if target is None else segment(target, langs[1]),
        origin=Origin.GIVEN,
    )
    return Measured(pair=pair)


def hits(
    check: Check, source: str | None, target: str, *, langs: tuple[str, str] = ("en", "pt")
) -> list[Hit]:
    """Return what ``check`` says of the pair, on either side."""
    return list(check.run(measured(source, target, langs=langs), NO_CONTEXT))


def lone(check: Check, text: str, *, lang: str = "en", article: str = "") -> list[str]:
    """Return the spans that ``check`` marks in a text without a source."""
    context = Context(words=count_words([text, article]))
    return [
        hit.span.of(text) for hit in check.run(measured(None, text, langs=("en", lang)), context)
    ]


def string(source: str, text: str, lang: str = "de") -> Measured:
    """Return a pair that is a string of a localization file."""
    found = measured(source, text, langs=("en", lang))
    return replace(found, pair=replace(found.pair, unit=Unit(key="key")))


def said(name: str, source: str, text: str, lang: str = "de") -> list[Hit]:
    """Return what a check says of a string."""
    return list(find(name).run(string(source, text, lang), NO_CONTEXT))
