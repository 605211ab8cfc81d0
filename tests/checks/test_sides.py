"""A fault of the source is reported there, and the translation answers only for its own."""

from collections.abc import Iterator

import pytest

from transcheck.checks.base import Context
from transcheck.checks.sides import Fault, each_side
from transcheck.model import Hit, Measured, Origin, Pair, Segment, Side, Span


def camel(segment: Segment, _context: Context) -> Iterator[Fault]:
    """Find words with a capital inside."""
    start = 0
    for word in segment.text.split(" "):
        if any(letter.isupper() for letter in word[1:]):
            yield Fault(span=Span(start=start, end=start + len(word)), message="glued")
        start += len(word) + 1


def marks(source: str | None, target: str | None) -> list[tuple[str, str, str]]:
    def segment(text: str | None, lang: str) -> Segment | None:
        if text is None:
            return None
        return Segment(
            id=lang, text=text, lang=lang, path=lang, offset=0, line=1, column=1, block=0
        )

    first, second = segment(source, "en"), segment(target, "pt")
    pair = Pair(id="1", source=first, target=second, origin=Origin.TRANSLATED)

    def text(hit: Hit) -> str:
        side = pair.side(hit.side)
        assert side is not None
        return hit.span.of(side.text)

    hits = each_side(camel)(Measured(pair=pair), Context())
    return [(str(hit.side), text(hit), hit.message) for hit in hits]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("a bcDef g", None, [("source", "bcDef")]),
        (None, "a bcDef g", [("target", "bcDef")]),
        ("a plain sentence here", "uma frase bcDef", [("target", "bcDef")]),
        ("WashingtonAfter it", "depois WashingtonDepois", [("source", "WashingtonAfter")]),
        ("lives in VenezuelaDonald", "vive VenezuelaDonald", [("source", "VenezuelaDonald")]),
        ("they left the countyWho asks", "saíram do concelhoQuem pede", [("source", "countyWho")]),
        ("oneTwo and then nothing more", "e depois mais nada umDois",
         [("target", "umDois"), ("source", "oneTwo")]),
        ("a oneTwo b", "a umDois trêsQuatro", [("target", "trêsQuatro"), ("source", "oneTwo")]),
    ],
)  # fmt: skip
def test_blame(source: str | None, target: str | None, found: list[tuple[str, str]]) -> None:
    assert [(side, text) for side, text, _ in marks(source, target)] == found


def test_the_message_says_what_the_translation_made_of_it() -> None:
    (found,) = marks("WashingtonAfter it", "WashingtonDepois disso")
    assert found[0] == Side.SOURCE
    assert found[2] == "glued; the translation repeats it: “WashingtonDepois”"


def test_a_cause_in_the_source_explains_another_fault_in_the_translation() -> None:
    def never(_segment: Segment, _context: Context) -> Iterator[Fault]:
        yield from ()

    def always(segment: Segment, _context: Context) -> Iterator[Fault]:
        if segment.lang == "pt":
            yield Fault(span=Span(start=0, end=1), message="seen")

    one = Segment(id="s", text="aB", lang="en", path="a", offset=0, line=1, column=1, block=0)
    other = Segment(id="t", text="b c", lang="pt", path="b", offset=0, line=1, column=1, block=0)
    row = Measured(pair=Pair(id="1", source=one, target=other, origin=Origin.TRANSLATED))
    assert len(list(each_side(always)(row, Context()))) == 1
    assert len(list(each_side(always, causes=[never])(row, Context()))) == 1
    assert list(each_side(always, causes=[camel])(row, Context())) == []
