import pytest

from tests.checks.pairs import hits, lone, measured
from transcheck.checks.base import Context
from transcheck.checks.mojibake import MOJIBAKE
from transcheck.model import Side
from transcheck.text.mojibake import Broken, broken

WORDS = [
    ("déjà", "fr"), ("mañana", "es"), ("coração", "pt"), ("Größe", "de"), ("Żółw", "pl"),
    ("příliš", "cs"), ("őszi", "hu"), ("țară", "ro"), ("İstanbul", "tr"), ("người", "vi"),
    ("привет", "ru"), ("їжак", "uk"), ("καλημέρα", "el"), ("مرحبا", "ar"), ("नमस्ते", "hi"),
    ("สวัสดี", "th"), ("日本語", "ja"), ("中文字", "zh"), ("한국어", "ko"), ("“so”", "en"),
    ("it’s", "en"), ("5 €", "de"), ("😀", "en"), ("10 °C", "it"), ("©", "nl"), ("«ainsi»", "fr"),
]  # fmt: skip


def misread(text: str, codec: str, times: int = 1) -> str:
    """Return UTF-8 bytes read in another encoding; undefined bytes become control characters."""
    for _ in range(times):
        bytes_ = text.encode("utf-8")
        text = "".join(bytes([one]).decode(codec, "ignore") or chr(one) for one in bytes_)
    return text


def repair(text: str, lang: str) -> str:
    """Put in the check's suggestions."""
    for hit in reversed(list(MOJIBAKE.run(measured(None, text, langs=("en", lang)), Context()))):
        assert hit.suggestion is not None
        text = text[: hit.span.start] + hit.suggestion + text[hit.span.end :]
    return text


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1250", "cp1254"])
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(("word", "lang"), WORDS)
def test_every_script_is_repaired(word: str, lang: str, codec: str, times: int) -> None:
    assert repair(f"a {misread(word, codec, times)} b", lang) == f"a {word} b"


@pytest.mark.parametrize(
    ("word", "lang"),
    [
        ("привет", "ru"),
        ("и", "ru"),
        ("déjà", "fr"),
        ("Größe", "de"),
        ("it’s", "en"),
        ("日本語", "ja"),
        ("과", "ko"),
        ("上", "zh"),
        ("Ο", "el"),
        ("п'ять", "uk"),
        ("£5", "ru"),
    ],
)
@pytest.mark.parametrize("codec", ["cp1251", "mac_roman"])
def test_cyrillic_and_mac_encodings_are_repaired(word: str, lang: str, codec: str) -> None:
    assert repair(f"a {misread(word, codec)} b", lang) == f"a {word} b"


@pytest.mark.parametrize(
    ("text", "lang", "span"),
    [
        ("El cafÃ© abre.", "es", "Ã©"),
        ("Ãœber", "de", "Ãœ"),
        ("10Â km", "en", "Â "),
        ("he saidâ€ and left", "en", "â€"),
        ("voilÃ  la clef", "fr", "Ã "),
        ("Ã la carte", "fr", "Ã"),
        ("MÃ¼nchÃ©n", "de", "Ã¼nchÃ©"),
        ("Ð¿Ñ€", "ru", "Ð¿Ñ€"),
        ("â‚¬5", "en", "â‚¬"),
    ],
)
def test_the_span_is_the_broken_run(text: str, lang: str, span: str) -> None:
    assert lone(MOJIBAKE, text, lang=lang) == [span]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("São Paulo, IRMÃ e MAÇÃ: 2ª e 3º, “AMANHÔ", "pt"),
        ("Â e Ă sunt litere: „LUMINĂ”", "ro"),
        ("Ân cần, Ãm, ĐÃ và “Â”", "vi"),
        ("Škoda, ŠKODA, °, ª, £, ¥, ¢, §, ©, ®, ™", "cs"),
        ("Le café »\u00a0: «\u00a0Été\u00a0», à\u00a0» — là…", "fr"),
        ("«СССР» и «РФ»… В\u00a02020", "ru"),
        ("Різдво, РІК, ВІЛ: «Її»", "uk"),
        ("— É isso! —Ésta –à parte", "pt"),
        ("„Ä“ und „Ö“", "de"),
        ("»Å» i »Ä…", "sv"),
        ("«ΚΑΠΟΙΟ» Ο…", "el"),
        ("┌──┬──┐ ├──┤", "en"),
        ("√2 ≈ 1,41 ¬p", "en"),
        ("ça «À» É»", "fr"),
        ("Ăştia sunt „MAMĂ”", "ro"),
        ("über naïve Ågesen’s", "en"),
    ],
)
def test_letters_and_marks_that_belong_there_survive(text: str, lang: str) -> None:
    assert lone(MOJIBAKE, text, lang=lang) == []


def test_a_lost_letter_is_not_mojibake() -> None:
    assert lone(MOJIBAKE, "Schï¿½ne", lang="de") == []


def test_the_source_is_blamed_for_what_it_began() -> None:
    (hit,) = hits(MOJIBAKE, "The cafÃ©", "O cafÃ©")
    assert hit.side is Side.SOURCE
    assert "repeats it" in hit.message


def test_a_whole_sentence_in_another_script_is_one_stretch() -> None:
    text = misread("Мы едем домой, сказал он.", "cp1252")
    assert broken(text, "", "Cyrillic")[0].repaired == "Мы едем домой, сказал он"


def test_ascii_is_never_broken() -> None:
    assert broken("A ~ 3 and C2 A9", "") == []


def test_the_stretch_carries_its_repair() -> None:
    assert broken("naÃ¯ve", "") == [Broken(start=2, end=4, repaired="ï")]
