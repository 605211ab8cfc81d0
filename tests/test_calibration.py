"""Thresholds from pairs: the faults planted, what follows from the numbers, and what is kept."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.calibration import kept
from transcheck.calibration.fit import FEWEST, Model, fit_one
from transcheck.calibration.outcomes import outcomes
from transcheck.calibration.sample import (
    CLAUSE,
    FAULTS,
    HALF,
    NEIGHBOUR,
    UNRELATED,
    Faulty,
    Sample,
    damage,
    first_half,
    without_clause,
)
from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.errors import ConfigError, InputError
from transcheck.reporters.calibration import render

MODEL = Model(name="memory.tsv", embedder="use", digest="0123456789ab")
SIGNATURE = "use 9 0123456789ab"


def sample(count: int, *, langs: tuple[str, str] = ("en", "de")) -> Sample:
    """Return pairs whose similarities are spread as those of sound and of faulty pairs are."""
    random = np.random.default_rng(1)
    lengths = random.integers(30, 200, count)
    rows = np.arange(count)
    faults = {
        name: Faulty(rows=rows, cosines=random.normal(mean, 0.1, count).astype(np.float32))
        for name, mean in zip(FAULTS, (0.1, 0.3, 0.6, 0.75), strict=True)
    }
    return Sample(
        langs=langs,
        sources=["x" * length for length in lengths],
        lengths=(lengths, (lengths * 1.2).astype(np.int64)),
        sound=random.normal(0.8, 0.08, count).astype(np.float32),
        faults=faults,
    )


def test_every_fault_is_planted_where_there_is_a_place_for_it() -> None:
    one = [("a", "Um porto, que é velho, fechou."), ("b", "Choveu muito.")]
    found = damage([one, [("c", "Sozinho aqui.")]], "pt")
    assert set(found) == set(FAULTS)
    assert found[UNRELATED] == ["Choveu muito.", "Sozinho aqui.", "Um porto, que é velho, fechou."]
    assert found[NEIGHBOUR] == ["Choveu muito.", "Um porto, que é velho, fechou.", None]
    assert found[HALF] == ["Um porto, que é", "Choveu", "Sozinho"]
    assert found[CLAUSE] == ["Um porto, fechou.", None, None]


def test_a_half_ends_where_a_word_does_and_in_the_middle_without_spaces() -> None:
    assert first_half("one two three four", "en") == "one two three"
    assert first_half("港口星期五因大风关闭", "zh") == "港口星期五"


@given(text=st.text(max_size=80))
def test_planting_never_raises_and_only_takes_away(text: str) -> None:
    assert text.startswith(first_half(text, "en"))
    shorter = without_clause(text)
    assert shorter is None or len(text) / 2 <= len(shorter) < len(text)


def test_the_share_that_was_asked_for_is_flagged() -> None:
    made = fit_one(sample(4000), MODEL)
    assert len(made.bands) > 1
    found = {each.rate: each for each in outcomes(sample(4000), MODEL)}
    for rate in (0.005, 0.02, 0.05):
        assert found[rate].low <= rate <= found[rate].high
    recalls = [found[0.005].recall[name] for name in FAULTS]
    assert recalls == sorted(recalls, reverse=True)
    assert recalls[0] > 0.99
    assert recalls[3] < 0.2


def test_rates_that_the_pairs_cannot_tell_are_left_out() -> None:
    few = fit_one(sample(FEWEST), MODEL)
    assert min(few.bands[0].offsets) == 0.005
    assert min(each.rate for each in outcomes(sample(FEWEST), MODEL)) == 0.005


def test_too_few_pairs_are_refused_with_the_number_that_is_needed() -> None:
    with pytest.raises(InputError) as caught:
        fit_one(sample(FEWEST - 1), MODEL)
    assert "memory.tsv has 249 pairs" in caught.value.message
    assert "at least 250" in caught.value.hint


def test_lengths_are_those_of_english_where_the_languages_are_known() -> None:
    assert fit_one(sample(400), MODEL).expansion["en"] == 1
    other = fit_one(sample(400, langs=("de", "fi")), MODEL).expansion
    assert other["fi"] == pytest.approx(1.2 * other["de"], rel=0.02)
    assert fit_one(sample(400, langs=("fi", "sv")), MODEL).expansion["fi"] == 1


def test_a_person_sees_what_few_pairs_are_worth() -> None:
    few, many = sample(300), sample(4000)
    shown = render(fit_one(few, MODEL), few, outcomes(few, MODEL))
    assert "en-de: 300 pairs, encoder use 0123456789ab" in shown
    assert "With 300 pairs a rate of 0.5% is known only to lie between" in shown
    assert "is known only" not in render(fit_one(many, MODEL), many, outcomes(many, MODEL))


def test_what_is_kept_is_found_for_the_same_model_and_pair_alone() -> None:
    made = fit_one(sample(400), MODEL)
    path = kept.default_path("use", MODEL.digest, ("en", "de"))
    assert kept.find(SIGNATURE, ("en", "de")) is None
    kept.save(path, kept.content(made, outcomes(sample(400), MODEL)))
    found = kept.find(SIGNATURE, ("de", "en"))
    assert found is not None
    assert replace(found, name=made.name) == made
    assert found.name.startswith(f"{path.name} ")
    assert kept.find(SIGNATURE, ("en", "fr")) is None
    assert kept.find("use 9 ba9876543210", ("en", "de")) is None
    with pytest.raises(ConfigError, match="was made for the encoder use 0123456789ab"):
        kept.named(path, "use 9 ba9876543210", ("en", "de"))
    with pytest.raises(ConfigError, match="is for de-en, not for en-fr"):
        kept.named(path, SIGNATURE, ("en", "fr"))


def test_the_digest_is_found_in_the_signature_of_every_encoder() -> None:
    assert kept.model_of(UniversalSentenceEncoder().signature)[0] == "use"
    signature = "sbert:ba9876543210 0123456789ab sentence-transformers 5.1.0 onnx"
    assert kept.model_of(signature) == ("sbert:ba9876543210", "0123456789ab")
    assert ":" not in kept.default_path("sbert:x/y", "0123456789ab", ("en", "de")).name


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"rates": 1}', "\0"])
def test_a_damaged_calibration_is_an_error_that_names_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"own\.json is no calibration"):
        kept.load(path)
    with pytest.raises(InputError, match="cannot read"):
        kept.load(tmp_path / "none.json")
