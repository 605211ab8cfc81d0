"""Similarity through the real encoder, and what the shipped calibration makes of it."""

import itertools
import json
from collections.abc import Sequence
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from transcheck.checks.base import Context, Example
from transcheck.checks.low_similarity import LOW_SIMILARITY
from transcheck.data import lines
from transcheck.embedders import use
from transcheck.embedders.use import LANGUAGES, UniversalSentenceEncoder
from transcheck.model import Origin, Pair, Segment
from transcheck.scoring import Calibration, calibration, distinct_texts, similarities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATES = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.5)


@pytest.fixture(scope="module")
def encoder() -> UniversalSentenceEncoder:
    return UniversalSentenceEncoder()


@pytest.fixture
def shipped() -> Calibration:
    found = calibration("use")
    assert found is not None
    return found


def pair(source: str | None, target: str | None) -> Pair:
    def segment(text: str | None, lang: str) -> Segment | None:
        if text is None:
            return None
        return Segment(id="s", text=text, lang=lang, path="p", offset=0, line=1, column=1, block=0)

    return Pair(
        id="1", source=segment(source, "en"), target=segment(target, "pt"), origin=Origin.GIVEN
    )


def measure(
    encoder: UniversalSentenceEncoder, *texts: tuple[str | None, str | None]
) -> list[float | None]:
    return [row.similarity for row in similarities(encoder, [pair(*each) for each in texts])]


def test_margin_is_below_zero_where_a_neighbour_fits_better(
    encoder: UniversalSentenceEncoder,
) -> None:
    harbour = "The harbour was closed on Friday because of high winds."
    museum = "The museum opens its doors at nine in the morning."
    porto = "O porto ficou fechado na sexta-feira por causa dos ventos fortes."
    museu = "O museu abre as portas às nove horas da manhã."
    sound = similarities(encoder, [pair(harbour, porto), pair(museum, museu)])
    swapped = similarities(encoder, [pair(harbour, museu), pair("", porto), pair(museum, porto)])
    assert all(row.margin is not None and row.margin > 0.5 for row in sound)
    assert swapped[1].margin is None
    assert all(row.margin is not None and row.margin < -0.5 for row in (swapped[0], swapped[2]))
    assert similarities(encoder, [pair(harbour, porto)])[0].margin is None


def test_a_translation_is_more_similar_than_another_sentence(
    encoder: UniversalSentenceEncoder,
) -> None:
    source = "The harbour was closed on Friday because of high winds."
    sound, wrong, same = measure(
        encoder,
        (source, "O porto ficou fechado na sexta-feira por causa dos ventos fortes."),
        (source, "O museu abre as portas às nove horas da manhã."),
        (source, source),
    )
    assert sound is not None
    assert sound > 0.7
    assert wrong is not None
    assert wrong < 0.3
    assert same is not None
    assert 1 - 1e-6 < same <= 1


def test_rows_keep_their_order_and_their_pairs(encoder: UniversalSentenceEncoder) -> None:
    pairs = [pair(f"Tree number {number}", f"Árvore número {number}") for number in range(5)]
    rows = similarities(encoder, pairs)
    assert [row.pair for row in rows] == pairs
    alone = [similarities(encoder, [each])[0].similarity for each in pairs]
    assert [row.similarity for row in rows] == pytest.approx(alone, abs=1e-5)


def test_a_missing_or_blank_side_is_not_measured(encoder: UniversalSentenceEncoder) -> None:
    values = measure(encoder, (None, "Sim."), ("Yes.", None), ("Yes.", " \n"), ("", "Sim."))
    assert values == [None] * 4
    assert similarities(encoder, []) == ()


def test_a_line_break_inside_a_sentence_changes_nothing(encoder: UniversalSentenceEncoder) -> None:
    broken, whole = measure(
        encoder,
        ("The bridge\nis open.", "A ponte abriu."),
        ("The bridge is open.", "A ponte abriu."),
    )
    assert broken == pytest.approx(whole, abs=1e-5)


def test_progress_adds_up_to_the_distinct_texts(encoder: UniversalSentenceEncoder) -> None:
    pairs = [pair(f"Day {number}", "Sim.") for number in range(300)] + [pair("Day 1", None)]
    done: list[int] = []
    similarities(encoder, pairs, progress=done.append)
    assert sum(done) == len(distinct_texts(pairs)) == 301
    assert len(done) > 1


def test_every_pair_of_the_encoders_languages_is_calibrated(shipped: Calibration) -> None:
    for one, other in itertools.permutations(sorted(LANGUAGES), 2):
        limit = shipped.limit(one, other, 80, 0.005)
        if {one, other} == {"zh", "zh-TW"}:
            assert limit is None
        else:
            assert limit is not None, (one, other)
            assert 0 < limit < 0.8, (one, other)


def test_traditional_chinese_has_the_limits_of_simplified(shipped: Calibration) -> None:
    assert shipped.limit("zh-TW", "pt", 30, 0.01) == shipped.limit("zh", "pt", 30, 0.01)
    assert shipped.limit("zh-Hant", "pt-BR", 30, 0.01) == shipped.limit("zh", "pt", 30, 0.01)


def test_a_pair_outside_the_calibration_has_no_limit(shipped: Calibration) -> None:
    assert shipped.limit("en", "fi", 80, 0.005) is None
    assert shipped.share_above("en", "fi", 80, 0.5) is None
    assert shipped.limit("en", "en", 80, 0.005) is None
    assert shipped.english_length("fi", 80) is None


def test_limits_rise_with_the_rate(shipped: Calibration) -> None:
    rates = (*RATES[:3], 0.0075, *RATES[3:])
    limits = [shipped.limit("en", "ja", 90, rate) for rate in rates]
    assert limits == sorted(limits, key=lambda limit: limit or 0)
    assert len(set(limits)) == len(limits)


def test_rates_beyond_the_measured_ones_take_the_nearest(shipped: Calibration) -> None:
    assert shipped.limit("en", "ja", 90, 0) == shipped.limit("en", "ja", 90, 0.001)
    assert shipped.limit("en", "ja", 90, 1) == shipped.limit("en", "ja", 90, 0.5)


def test_longer_sentences_have_stricter_limits(shipped: Calibration) -> None:
    limits = [shipped.limit("en", "pt", length, 0.005) for length in (10, 30, 60, 120, 300, 10**6)]
    assert limits == sorted(limits, key=lambda limit: limit or 0)


def test_lengths_are_held_against_those_of_english(shipped: Calibration) -> None:
    assert shipped.english_length("en", 80) == 80
    chinese = shipped.english_length("zh", 80)
    assert chinese is not None
    assert chinese > 160


@pytest.mark.parametrize("rate", RATES)
def test_share_above_is_the_inverse_of_limit(shipped: Calibration, rate: float) -> None:
    limit = shipped.limit("de", "fr", 100, rate)
    assert limit is not None
    assert shipped.share_above("de", "fr", 100, limit) == pytest.approx(1 - rate)


def test_an_embedder_without_calibration_has_none() -> None:
    assert calibration("nobody-measured-this") is None


def test_the_calibration_belongs_to_the_installed_model(
    shipped: Calibration, encoder: UniversalSentenceEncoder
) -> None:
    assert encoder.signature == f"use {metadata.version(use.PACKAGE)} {shipped.digest}"


def test_the_calibration_names_its_source_and_keeps_its_word_on_held_out_articles() -> None:
    raw = json.loads("\n".join(lines("calibration/use.json")))
    assert "CC BY-SA 4.0" in raw["source"]
    sound = raw["held_out"]["sound"]
    assert all(share < 1.3 * float(rate) for rate, share in sound.items())


@pytest.mark.parametrize("example", LOW_SIMILARITY.examples, ids=lambda example: example.text)
def test_examples_of_low_similarity_have_the_similarity_that_is_measured(
    encoder: UniversalSentenceEncoder, example: Example
) -> None:
    one, other = encoder.embed([example.source or "", example.text])
    assert example.similarity == pytest.approx(float(one @ other), abs=0.01)


class _Jittery:
    """Gives texts their cosine with the source, which is every other text, off by some 1e-6."""

    languages = frozenset({"en", "pt"})
    signature = "jittery"
    words = None

    def __init__(self, cosines: dict[str, float], seed: int | None) -> None:
        self._cosines = cosines
        self._seed = seed

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        import numpy as np

        cosines = np.array([self._cosines.get(text, 1.0) for text in texts])
        rows = np.stack([cosines, np.sqrt(1 - cosines**2)], axis=1)
        if self._seed is not None:
            rows += np.random.default_rng(self._seed).uniform(-1e-6, 1e-6, rows.shape)
        return rows.astype(np.float32)


@pytest.mark.parametrize("above", [-0.0001, 0, 0.0001])
def test_jitter_of_the_encoder_changes_neither_row_nor_finding(
    shipped: Calibration, above: float
) -> None:
    source = "The harbour was closed on Friday because of high winds."
    limit = shipped.limit("en", "pt", len(source), 0.005)
    assert limit is not None
    lowest = limit + above
    # The margin of the first is at its own limit too, or the same step off it.
    cosines = {"at the limit": lowest, "beside it": limit + 0.15, "far above": limit + 0.3}
    pairs = [pair(source, text) for text in cosines]
    context = Context(calibration=shipped)
    rows = similarities(_Jittery(cosines, None), pairs)
    hits = [list(LOW_SIMILARITY.run(row, context)) for row in rows]
    assert bool(hits[0]) == (above < 0)
    assert rows[0].similarity == round(lowest, 4)
    for seed in range(20):
        jittered = similarities(_Jittery(cosines, seed), pairs)
        assert jittered == rows
        assert [list(LOW_SIMILARITY.run(row, context)) for row in jittered] == hits
