import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.control_or_invisible_character import CONTROL_OR_INVISIBLE_CHARACTER as CHECK

BAD = [
    "\x00", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x1b[31m", "\x7f", "\x85", "\x92", "\x9f",
    "\u00ad", "\u034f", "\u061c", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f",
    "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2063", "\u2066", "\u2069", "\u206f",
    "\u3164", "\ufe0f", "\ufeff", "\uffa0", "\ufff9", "\ufffb", "\ufdd0", "\uffff", "\ue000",
    "\uf8ff", "\ud800", "\U000e0041", "\U000e0101", "\U000f0000", "\U0010fffe", "\u200b\u200b",
]  # fmt: skip


@pytest.mark.parametrize("bad", BAD, ids=ascii)
def test_it_is_marked_in_a_word_and_taken_out(bad: str) -> None:
    text = f"The mini{bad}ster resigned."
    (hit,) = hits(CHECK, None, text, langs=("fr", "en"))
    assert hit.span.of(text) == bad
    assert hit.suggestion in {"", " ", "’", "Ÿ", "…"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("می\u200cشود", "ar"),
        ("ڤ\u200dي", "ar"),
        ("क्\u200dष", "hi"),
        ("क्\u200cष", "hi"),
        ("👩\u200d🚀", "en"),
        ("👨\u200d👩\u200d👧", "en"),
        ("🏳\ufe0f\u200d🌈", "en"),
        ("❤\ufe0f", "en"),
        ("1\ufe0f\u20e3", "en"),
        ("🏴\U000e0067\U000e0062\U000e007f", "en"),
        ("葛\U000e0100城", "ja"),
        ("(\u200fabc\u200f) عربي", "ar"),
        ("عربي \u2067abc\u2069", "ar"),
        ("©\ufe0f", "en"),
        ("a\tb\nc\r\nd", "en"),
        ("10\u00a0km\u202f!", "fr"),
        ("ข้อความ", "th"),
    ],
)
def test_what_a_script_or_an_emoji_needs_survives(text: str, lang: str) -> None:
    assert lone(CHECK, text, lang=lang) == []


def test_an_unbalanced_embedding_is_marked_even_from_right_to_left() -> None:
    assert lone(CHECK, "عربي \u202babc", lang="ar") == ["\u202b"]


def test_broken_text_is_not_reported_here() -> None:
    assert lone(CHECK, "CafÃ\x89") == []
    assert lone(CHECK, "Itâ\x80\x99s") == []
