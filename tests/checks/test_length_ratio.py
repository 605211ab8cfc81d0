import json

import pytest

from tests.checks.pairs import NO_CONTEXT, hits, measured
from transcheck.checks.base import Context
from transcheck.checks.length_ratio import LENGTH_RATIO
from transcheck.data import lines
from transcheck.languages import LANGUAGES

SOURCE = (
    "The committee will publish its report on the flood defences next spring, after the engineers "
    "have inspected every dam along the river."
)
WHOLE = (
    "A comissão publicará o relatório sobre as defesas contra inundações na próxima primavera, "
    "depois de os engenheiros terem inspecionado todas as barragens ao longo do rio."
)
HALF = "A comissão publicará o relatório sobre as defesas."


def test_the_message_counts_characters_and_says_what_is_usual() -> None:
    (hit,) = hits(LENGTH_RATIO, SOURCE, HALF)
    assert hit.message.startswith(
        f"much shorter than usual: {len(HALF)} characters for {len(SOURCE)}, usual is 1"
    )
    assert hit.value == len(HALF) / len(SOURCE)
    assert hit.limit is not None
    assert hit.value < hit.limit
    assert hit.span.of(HALF) == HALF


def test_a_whole_translation_is_sound_and_a_doubled_one_is_not() -> None:
    assert hits(LENGTH_RATIO, SOURCE, WHOLE) == []
    (hit,) = hits(LENGTH_RATIO, SOURCE, f"{WHOLE} {WHOLE}")
    assert hit.message.startswith("much longer than usual")
    assert hit.limit is not None
    assert hit.value is not None
    assert hit.value > hit.limit


@pytest.mark.parametrize(("source", "target"), [("Yes.", "Com certeza que sim."), (SOURCE, "...")])
def test_short_texts_and_empty_translations_are_not_judged(source: str, target: str) -> None:
    assert hits(LENGTH_RATIO, source, target) == []


def test_tolerance_moves_the_limits() -> None:
    lenient = Context(parameters={"tolerance": 3})
    assert list(LENGTH_RATIO.run(measured(SOURCE, HALF), NO_CONTEXT))
    assert not list(LENGTH_RATIO.run(measured(SOURCE, HALF), lenient))


def test_the_table_covers_every_language_and_its_limits_lie_outside_the_usual() -> None:
    table = json.loads("\n".join(lines("length_ratios.json")))
    assert {language.tag for language in LANGUAGES} - {"zh-TW"} == set(table["languages"])
    for band in table["bands"]:
        assert band["limits"][0] < band["usual"][0] < band["usual"][1] < band["limits"][1]


def test_traditional_chinese_is_judged_like_simplified() -> None:
    langs = ("en", "zh-TW")
    assert hits(LENGTH_RATIO, SOURCE, "委員會將發表報告。", langs=langs)
    whole = "工程師檢查完沿河所有水壩之後，委員會將於明年春天發表關於防洪設施的報告。"
    assert hits(LENGTH_RATIO, SOURCE, whole, langs=langs) == []
