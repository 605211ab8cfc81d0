"""A second translation clears what a check cannot read across languages, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tests.checks.pairs import measured
from transcheck.checks.base import Context
from transcheck.checks.changed_number import CHANGED_NUMBER
from transcheck.checks.confirmed import UNCONFIRMED, confirmed
from transcheck.model import Forward, Hit, Measured, Side, Span


def capitals(row: Measured, _context: Context) -> Iterator[Hit]:
    """Flag each capitalised word of the target that the source lacks, and of the source."""
    for here, there, side in ((0, 1, Side.SOURCE), (1, 0, Side.TARGET)):
        both = row.pair.both
        assert both
        for word in re.finditer(r"[A-Z]\w+", both[here].text):
            if word[0] not in both[there].text:
                yield Hit(side=side, span=Span(start=word.start(), end=word.end()), message="lost")


def words(row: Measured, forward: str | None, *, by_value: bool = False) -> list[tuple[str, str]]:
    """Return the words that the rule marks, with its messages."""
    second = None if forward is None else Forward(text=forward, similarity=None, chrf=0)
    row = replace(row, forward=second)
    found = []
    for hit in confirmed(capitals, by_value=by_value)(row, Context()):
        segment = row.pair.side(hit.side)
        assert segment
        found.append((hit.span.of(segment.text), hit.message))
    return found


def test_without_a_second_translation_a_hit_stands_and_says_so() -> None:
    row = measured("in London", "em Londres")
    unsure = f"lost{UNCONFIRMED}"
    assert words(row, None) == [("London", unsure), ("Londres", unsure)]


def test_a_translation_that_agrees_clears_it() -> None:
    assert words(measured("in London", "em Londres"), "em Londres") == []


def test_a_translation_that_disagrees_confirms_it() -> None:
    row = measured("in London", "em Paris")
    assert words(row, "em Londres") == [("London", "lost"), ("Paris", "lost")]


def test_only_the_fact_that_agrees_is_cleared() -> None:
    row = measured("in London", "em Londres com Merkel")
    assert words(row, "em Londres") == [("Merkel", "lost")]


def test_an_engine_that_loses_a_value_clears_nothing() -> None:
    row = measured("with Merkel", "com ela")
    assert words(row, "com ela") == []
    assert words(row, "com ela", by_value=True) == [("Merkel", f"lost{UNCONFIRMED}")]


def test_a_number_that_the_engine_loses_too_is_still_reported() -> None:
    source = "The Government of Wales Act 2017 gave the assembly its powers."
    row = measured(source, "A lei do governo do País de Gales deu à assembleia os seus poderes.")
    lost = "A Lei do Governo do País de Gales deu à assembleia seus poderes."
    kept = "A Lei do Governo do País de Gales de 2017 deu à assembleia seus poderes."
    for text, ending in ((lost, UNCONFIRMED), (kept, "")):
        forward = Forward(text=text, similarity=None, chrf=0)
        (hit,) = CHANGED_NUMBER.run(replace(row, forward=forward), Context())
        assert hit.message.startswith("expected 2017, found no such number")
        assert hit.message.endswith(ending)
        assert ending or not hit.message.endswith(UNCONFIRMED)
