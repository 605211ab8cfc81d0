"""How much a text holds."""

from transcheck.text.extent import extent


def test_a_chinese_character_holds_more_than_a_letter() -> None:
    assert extent("好") == 2.5
    assert extent("ab") == 2
