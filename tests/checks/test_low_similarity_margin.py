import pytest

from transcheck.checks.base import Context
from transcheck.checks.low_similarity import LOW_SIMILARITY
from transcheck.embedders.use import NAME
from transcheck.model import Measured, Origin, Pair, Segment
from transcheck.scoring import calibration

SOURCE = "The harbour was closed on Friday because of high winds."
TARGET = "O porto abriu de novo no sábado de manhã, com mar calmo."


def hits(*, margin: float | None, source: str = SOURCE) -> list[str]:
    segments = [
        Segment(id="1", text=text, lang=lang, path="", offset=0, line=1, column=1, block=0)
        for lang, text in (("en", source), ("pt", TARGET))
    ]
    pair = Pair(id="1", source=segments[0], target=segments[1], origin=Origin.GIVEN)
    measured = Measured(pair=pair, similarity=0.7, margin=margin)
    found = LOW_SIMILARITY.run(measured, Context(calibration=calibration(NAME)))
    return [hit.message for hit in found]


def test_a_translation_that_slipped_by_a_line_is_flagged_though_it_is_similar() -> None:
    (message,) = hits(margin=-0.2)
    assert message.endswith("one of the two is more like the sentence beside the other, by 0.20")


@pytest.mark.parametrize("margin", [None, 0.1, 0.0, -0.1])
def test_a_neighbour_that_is_a_little_more_like_it_says_nothing(margin: float | None) -> None:
    assert hits(margin=margin) == []


def test_short_sentences_are_not_judged() -> None:
    assert hits(margin=-0.4, source="Read more") == []
