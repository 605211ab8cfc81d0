"""The two checks of missing spaces and stops on the seed article: its faults and nothing else."""

from pathlib import Path

import pytest

from transcheck.checks.base import Check, Context
from transcheck.checks.glued_words import GLUED_WORDS
from transcheck.checks.missing_sentence_end import MISSING_SENTENCE_END
from transcheck.model import Measured, Origin, Pair, Segment
from transcheck.text.words import count_words

SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_363af21ffb7771ea.txt"


@pytest.mark.parametrize(
    ("check", "faults"),
    [
        (GLUED_WORDS, [(8, 1, "WashingtonAfter"), (8, 46, "VenezuelaDonald")]),
        (MISSING_SENTENCE_END, [(10, 276, "Justice It")]),
    ],
)
def test_the_faults_of_the_seed(check: Check, faults: list[tuple[int, int, str]]) -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    context = Context(words=count_words(lines))
    found = []
    for number, line in enumerate(lines, start=1):
        segment = Segment(
            id=str(number), text=line, lang="en", path="seed", offset=0, line=number, column=1,
            block=number,
        )  # fmt: skip
        pair = Pair(id=segment.id, source=None, target=segment, origin=Origin.GIVEN)
        found += [
            (*segment.position(hit.span.start), hit.span.of(line))
            for hit in check.run(Measured(pair=pair), context)
        ]
    assert found == faults
