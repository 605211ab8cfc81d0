import pytest

from tests.checks.pairs import lone
from transcheck.checks.wrong_script import WRONG_SCRIPT


@pytest.mark.parametrize(
    ("text", "lang", "span"),
    [
        ("The mayor вчера вечером resigned.", "en", "вчера вечером"),
        ("El alcalde في المدينة dimitió.", "es", "في المدينة"),
        ("Der Rat 当然 tagt.", "de", "当然"),
        ("Le maire 마침내 part.", "fr", "마침내"),
        ("市長はвчера辞任した。", "ja", "вчера"),
        ("Мэр χθες ушёл.", "ru", "χθες"),
        ("市长在辦公室。", "zh", None),
        ("市议会開會了。", "zh", "開會"),
        ("นายกเทศมนตรี наконец ลาออก", "th", "наконец"),
    ],
)
def test_words_of_another_script_are_marked(text: str, lang: str, span: str | None) -> None:
    assert lone(WRONG_SCRIPT, text, lang=lang) == ([span] if span else [])


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Peking (北京) and Moscow (Москва, столица)", "en"),
        ("“Война и мир”", "en"),
        ("in Greek: Αθήνα", "en"),
        ("the letter Я and the sum Σ", "en"),
        ("Apple в Berlin", "ru"),
        ("東京タワー", "ja"),
        ("서울(漢字)과 漢字", "ko"),
        ("привет, как дела?", "en"),
        ("3D и β-каротин", "ru"),
        ("ভালো", "hi"),
        ("皇后在后面", "zh"),
    ],
)
def test_names_in_the_original_signs_and_whole_texts_survive(text: str, lang: str) -> None:
    assert lone(WRONG_SCRIPT, text, lang=lang) == []
