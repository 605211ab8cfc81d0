"""Our reader of wordfreq's lists gives what wordfreq itself gives."""

import math

import pytest
import wordfreq

from transcheck.data.frequency import continued, frequencies, zipf


@pytest.mark.parametrize(("lang", "size"), [("en", "large"), ("tr", "small")])
def test_a_list_is_read_as_wordfreq_reads_it(lang: str, size: str) -> None:
    assert frequencies(lang) == wordfreq.get_frequency_dict(lang, size)


def test_a_region_has_the_list_of_its_language_and_thai_has_none() -> None:
    assert frequencies("pt-BR") == frequencies("pt")
    assert frequencies("th") == {}


def test_frequency_on_the_zipf_scale() -> None:
    assert math.isclose(zipf("bridge", "en"), wordfreq.zipf_frequency("bridge", "en"), abs_tol=0.01)
    assert zipf("brxdge", "en") == 0


def test_a_stump_goes_on_to_a_frequent_word() -> None:
    assert math.isclose(continued("governmen", "en"), zipf("government", "en"))
    assert continued("governments", "en") < zipf("governments", "en")
    assert continued("x", "en") == 0  # too short to say anything
    assert continued("brxdge", "en") == continued("bridge", "th") == 0
