import unicodedata

import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.non_normalised import NON_NORMALISED


@pytest.mark.parametrize("word", ["café", "Żółw", "người", "йод", "ёж", "ώρα", "Ångström", "한국"])
def test_a_word_taken_apart_is_put_together(word: str) -> None:
    text = unicodedata.normalize("NFD", word)
    fixed = text
    for hit in reversed(hits(NON_NORMALISED, None, text, langs=("fr", "en"))):
        fixed = fixed[: hit.span.start] + (hit.suggestion or "") + fixed[hit.span.end :]
    assert fixed == word


@pytest.mark.parametrize(
    ("text", "lang", "span", "fixed"),
    [
        ("ofﬁce", "en", "ﬁ", "fi"),
        ("ＡＢ", "en", "ＡＢ", "AB"),
        ("ﻣﺮﺣﺒﺎ", "ar", "ﻣﺮﺣﺒﺎ", "مرحبا"),
        ("5 Å", "sv", "Å", "Å"),
        ("𝗕𝗶𝗴 news", "en", "𝗕𝗶𝗴", "Big"),
        ("ǆ", "en", "ǆ", "dž"),
    ],
)
def test_outdated_forms(text: str, lang: str, span: str, fixed: str) -> None:
    text = text.replace("Å", "\u212b")
    (hit,) = hits(NON_NORMALISED, None, text, langs=("fr", lang))
    assert hit.suggestion == fixed
    assert hit.span.of(text) == span.replace("Å", "\u212b")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("क़लम बड़ा ढ़ाई", "hi"),
        ("शहर", "hi"),
        ("ＮＨＫ２０２４", "ja"),
        ("ＡＢＣ公司", "zh"),
        ("café µ Ω ½ ª º ™", "en"),
        ("m\u0308 x\u0304", "en"),
        ("שָׁלוֹם", "ar"),
        ("ก็น้ำ", "th"),
        ("مُحَمَّد", "ar"),
        ("ﷺ", "ar"),
    ],
)
def test_what_has_no_better_form_survives(text: str, lang: str) -> None:
    assert lone(NON_NORMALISED, text, lang=lang) == []
