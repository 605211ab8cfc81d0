"""Texts without a terminal mark: cut off, or whole but for the mark."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.checks.cut_off import features, is_cut


@pytest.mark.parametrize(
    ("text", "lang", "cut"),
    [
        ("They said on Monday that the old harbour was", "en", True),
        ("They said on Monday that the old harbour was closed for repai", "en", True),
        ("They said on Monday that the old harbour (which was", "en", True),
        ("They said on Monday that the harbour would reopen in September", "en", False),
        ("She called it “the finest harbour of the islands”", "en", False),
        ("Vielen Anwohnern ist bis heute nicht klar, ob das die", "de", True),
        ("The mayor said that most of the fishermen would not", "en", True),
        ("Der Hafen soll nach Angaben der Verwaltung erst im September wieder", "de", True),
        ("Der Hafen bleibt nach Angaben der Stadtverwaltung geschlossen", "de", False),
    ],
)
def test_the_last_words_tell(text: str, lang: str, cut: bool) -> None:
    assert is_cut(text, lang) is cut


@settings(deadline=None)  # the first text of a language reads its word list
@given(st.text(), st.sampled_from(["en", "ar", "th"]))
def test_any_text_has_every_feature_once(text: str, lang: str) -> None:
    names = [name for name, _ in features(text, lang)]
    assert len(names) == len({*names})
    assert isinstance(is_cut(text, lang), bool)
