"""Damaged files of every format: a few here, and 1,000 by ``python -m tests.benchmarks.fuzz``."""

import pytest

from tests.benchmarks.fuzz import fuzz, samples
from transcheck.formats import registry


def test_every_format_is_fuzzed() -> None:
    assert {registry.of(name) for name in samples()} == set(registry.ALL)


@pytest.mark.parametrize("name", samples())
def test_no_damage_raises_hangs_or_costs_a_sound_unit(name: str) -> None:
    assert fuzz(name, 12, seed=0).faults == ()
