import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.mixed_script import MIXED_SCRIPT
from transcheck.data import lines


@pytest.mark.parametrize(
    ("text", "lang", "fixed"),
    [
        ("Рaспад", "ru", "Распад"),
        ("Соveт", "ru", None),
        ("pаper", "en", "paper"),
        ("Еurope", "de", "Europe"),
        ("Μadrid", "es", "Madrid"),
        ("wοrd", "en", "word"),
        ("cοrazón", "es", "corazón"),
        ("Aθήνα", "el", "Αθήνα"),
        ("тoчка", "uk", "точка"),
        ("Рim", "en", "Pim"),
        ("ＡBC", "ja", "ABC"),
        ("сеntre", "fr", "centre"),
    ],
)
def test_a_lookalike_is_found_and_repaired(text: str, lang: str, fixed: str | None) -> None:
    found = hits(MIXED_SCRIPT, None, text, langs=("en", lang))
    assert [hit.suggestion for hit in found] == ([fixed] if fixed else [])


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("3D-моделирование и IT-компания", "ru"),
        ("µm μm kΩ 5Ω Δt πr²", "en"),
        ("α-helix TNFα IFNγ", "en"),
        ("COVID-вакцина VIPы PRом SMSка TOPовый", "ru"),
        ("Tシャツ Ｔシャツ", "ja"),
        ("Човек i човек", "en"),
        ("XXго века, Iй класс", "ru"),
        ("mRNA και e-mail", "el"),
        ("YouTubeканал", "ru"),
        ("北京AI公司", "zh"),
    ],
)
def test_real_mixtures_survive(text: str, lang: str) -> None:
    assert lone(MIXED_SCRIPT, text, lang=lang) == []


def test_the_message_names_the_odd_letter() -> None:
    (hit,) = hits(MIXED_SCRIPT, None, "Мoсква", langs=("en", "ru"))
    assert "o (Latin) among Cyrillic letters" in hit.message


def test_the_table_is_sorted_and_complete() -> None:
    rows = lines("lookalikes.txt")
    assert list(rows) == sorted(rows)
    assert {len(row.split()) for row in rows} == {3, 4}
