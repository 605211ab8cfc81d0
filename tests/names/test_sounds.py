"""Names keep their sound from one script to another."""

import pytest

from transcheck.names.sounds import distance, sound, sounds_alike


@pytest.mark.parametrize(
    ("name", "script", "word"),
    [
        ("Putin", "Cyrl", "Путин"),
        ("Merkel", "Jpan", "メルケル"),
        ("Johnson", "Kore", "존슨"),
        ("Trump", "Thai", "ทรัมป์"),
        ("Zelensky", "Cyrl", "Зеленский"),
    ],
)
def test_a_name_sounds_alike_in_another_script(name: str, script: str, word: str) -> None:
    assert sounds_alike(sound(name, "Latn"), sound(word, script), 0.5)
    assert not sounds_alike(sound("Birkenhead", "Latn"), sound(word, script), 0.5)


def test_the_same_sounds_are_no_distance_apart() -> None:
    assert distance("POTEN", "POTEN") == 0
    assert distance("POTEN", "NAPOTENA", within=True) == 0
    assert distance("POTEN", "") == 1
