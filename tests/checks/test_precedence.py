"""A planted fault of one kind is reported by one check."""

import pytest

from tests.checks.pairs import measured
from transcheck.checks import registry
from transcheck.checks.base import Context

FAMILY = [
    registry.find(name)
    for name in (
        "mojibake", "replacement-character", "control-or-invisible-character", "mixed-script",
        "wrong-script", "leaked-markup", "leaked-token", "non-normalised",
    )
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "lang", "check"),
    [
        ("Schï¿½n ist es.", "de", "replacement-character"),
        ("Sch&#65533;n", "de", "replacement-character"),
        ("демонструï¿½ав", "uk", "replacement-character"),
        (r"демонстру\u043cе", "uk", "leaked-markup"),
        ("CafÃ\x89 noir", "fr", "mojibake"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚ всем", "ru", "mojibake"),
        ("Itâ€™s late", "en", "mojibake"),
        ("The end.</s>", "en", "leaked-token"),
        ("Fish &amp; chips", "en", "leaked-markup"),
        ("The pаper", "en", "mixed-script"),
        ("Ｎews today", "en", "mixed-script"),
        ("ＮＥＷＳ", "en", "non-normalised"),
        ("The наконец end", "en", "wrong-script"),
        ("mini\u200bster", "en", "control-or-invisible-character"),
        ("cafe\u0301", "en", "non-normalised"),
        ("ho\ufeffuse", "en", "control-or-invisible-character"),
        ("ï»¿The first", "en", "mojibake"),
        ("Cafâ\x80\x8bé", "fr", "mojibake"),
        ("<unk> said", "en", "leaked-token"),
        ("Мoсква", "ru", "mixed-script"),
        ("2 Â½ cups", "en", "mojibake"),
    ],
)
def test_one_fault_gives_one_finding(text: str, lang: str, check: str) -> None:
    row = measured(None, text, langs=("fr", lang))
    assert [one.name for one in FAMILY for _ in one.run(row, Context())] == [check]


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [
        (
            "As they were all too busy, it was seen as a good deal for the town.",
            "es",
            "glued-words",
        ),
        ("She has been very patient with me, and I learned a lot.", "pl", "missing-sentence-end"),
    ],
)
def test_what_was_not_translated_is_not_judged_by_the_rules_of_the_language(
    text: str, lang: str, name: str
) -> None:
    row = measured(None, text, langs=("en", lang))
    speaking = [
        check for check in ("wrong-language", name) if [*registry.find(check).run(row, Context())]
    ]
    assert speaking == ["wrong-language"]
