"""An engine's next hypothesis repairs a copy or a loop, where it has no such fault itself."""

from dataclasses import replace

import pytest

from tests.checks.pairs import NO_CONTEXT, measured
from transcheck.checks.base import Check
from transcheck.checks.repeated_phrase import REPEATED_PHRASE
from transcheck.checks.untranslated import UNTRANSLATED
from transcheck.model import Hit
from transcheck.translations import Hypothesis, Translation

SOURCE = "The ministers agreed on a new budget after long talks."
LOOP = "Os ministros e os ministros e os ministros e os ministros e os ministros."
HALF = "Os ministros aprovaram a new budget after long talks."
SOUND = "Os ministros aprovaram um novo orçamento após longas conversas."


def hit_of(check: Check, target: str, *alternatives: str) -> Hit:
    row = measured(SOURCE, target)
    others = tuple(Hypothesis(text=each, score=-1.0) for each in alternatives)
    made = Translation(text=target, score=-0.5, alternatives=others)
    (hit,) = check.run(replace(row, pair=replace(row.pair, translation=made)), NO_CONTEXT)
    return hit


def repaired(hit: Hit, target: str) -> str:
    return target[: hit.span.start] + (hit.suggestion or "") + target[hit.span.end :]


@pytest.mark.parametrize("target", [SOURCE, HALF])
def test_a_copy_is_repaired_by_the_next_hypothesis_that_is_none(target: str) -> None:
    hit = hit_of(UNTRANSLATED, target, SOURCE, HALF, LOOP, SOUND)
    assert repaired(hit, target) == SOUND
    assert hit.message.endswith("; the engine's next translation has no such fault")


def test_a_loop_is_repaired_by_the_next_hypothesis_that_is_none() -> None:
    hit = hit_of(REPEATED_PHRASE, LOOP, SOURCE.upper(), LOOP, SOUND)
    assert repaired(hit, LOOP) == SOUND


@pytest.mark.parametrize("alternatives", [(), (SOURCE,), (LOOP, HALF)])
def test_no_sound_hypothesis_is_no_suggestion(alternatives: tuple[str, ...]) -> None:
    hit = hit_of(UNTRANSLATED, HALF, *alternatives)
    assert hit == hit_of(UNTRANSLATED, HALF)
    assert hit.suggestion is None
