"""The benchmark of drift and its peers: the faults it plants, and the tables it writes."""

from random import Random

import pytest

from tests.benchmarks.garble.inject import Injector, Place
from tests.benchmarks.meaning import peer_page
from tests.benchmarks.meaning.inject_wording import WORDING
from tests.benchmarks.meaning.variants import INJECTORS

PLACE = Place(
    sentence="A câmara municipal aprovou ontem o orçamento das escolas.",
    lang="pt",
    following="Os professores esperavam um aumento maior.",
    source="The city council approved the budget of the schools yesterday.",
)
ROWS = [
    {"finder": "transcheck, facts", "pair": pair, "fault": "digit changed", "n": 4}
    | {"recall": recall, "alarms": 8.0}
    for pair, recall in (("en-pt", 1.0), ("pt-en", 0.5))
] + [
    {"finder": "cosine", "pair": "en-pt", "fault": "digit changed", "n": 4}
    | {"at_one_percent": 0.25, "auc": 0.625}
]


@pytest.mark.parametrize("injector", WORDING, ids=lambda injector: injector.fault)
def test_only_the_span_is_changed(injector: Injector) -> None:
    for seed in range(20):
        damaged = injector.inject(PLACE, Random(seed))  # noqa: S311 - nothing secret
        assert damaged is not None
        new = damaged.text[damaged.start : damaged.end]
        end = len(damaged.text) - damaged.end
        assert PLACE.sentence.startswith(damaged.text[: damaged.start])
        assert PLACE.sentence.endswith(damaged.text[damaged.end :])
        assert new != PLACE.sentence[damaged.start : len(PLACE.sentence) - end]
        assert new in f"{PLACE.following} {PLACE.source}"


def test_words_are_not_planted_where_none_are_written_apart() -> None:
    place = Place(sentence="市议会昨天批准了学校预算。", lang="zh", following="教师们希望加薪。")
    assert [injector.inject(place, Random(1)) for injector in WORDING] == [None, None]  # noqa: S311


def test_means_are_over_language_pairs() -> None:
    lines = list(peer_page.means({"rows": ROWS}))
    assert "| *sound pairs flagged per 1,000* | 8.0 |" in lines
    assert "| digit changed | 0.75 |" in lines
    assert "| digit changed | 0.25 (0.62) |" in lines


def test_the_page_is_that_of_the_figures() -> None:
    written = peer_page.PAGE.read_text(encoding="utf-8")
    assert written == "\n".join(peer_page.lines()) + "\n"
    assert all(injector.fault in written for injector in INJECTORS)
