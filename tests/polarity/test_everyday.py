"""Everyday sentences with a negation, in English and twelve languages: both sides deny as often.

The sentences in ``everyday`` are our own; line by line they say the same.
"""

from pathlib import Path

import pytest

from transcheck.polarity.negation import compare

FOLDER = Path(__file__).parent / "everyday"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.txt") if path.stem != "en")
# What one language says in a word that denies by itself, or in two: "ignore", "неизвестно".
SAID_OTHERWISE = {
    ("fr", "He said no to the plan."),
    ("fr", "It is not known how many died."),
    ("ko", "He said no to the plan."),
    ("ko", "They cannot live without water."),
    ("pl", "She does not want to leave, he said, it is not true."),
    ("ru", "It is not known how many died."),
    ("zh", "They cannot live without water."),
}


def lines(lang: str) -> list[str]:
    return (FOLDER / f"{lang}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everyday_sentences_deny_alike(lang: str) -> None:
    unlike = {
        (lang, source)
        for source, target in zip(lines("en"), lines(lang), strict=True)
        if compare((source, "en"), (target, lang))
    }
    assert unlike == {one for one in SAID_OTHERWISE if one[0] == lang}
