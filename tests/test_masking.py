from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.engines import bergamot
from transcheck.engines.masking import MaskingTranslator
from transcheck.engines.resolve import resolve
from transcheck.translations import Translation


class Scripted:
    """An engine that says what it is told to, and keeps what it was asked."""

    signature = "scripted"

    def __init__(self, answers: dict[str, str] | None = None) -> None:
        self.answers = answers or {}
        self.asked: list[list[str]] = []

    def translate(self, texts: Sequence[str]) -> list[Translation]:
        self.asked.append(list(texts))
        return [Translation(text=self.answers.get(text, text.upper())) for text in texts]


@pytest.mark.skipif(not bergamot.installed_pairs(), reason="no embedded engine here")
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Write to a_b@example.org about it.", "a_b@example.org"),
        ("The farmers follow @agro_lince.", "@agro_lince"),
        ("They wrote about #PressFreedom for years.", "#PressFreedom"),
        ("Set the folder to ${home} first.", "${home}"),
        ("There are <b>three</b> ways.", "<b>"),
        ("Go to https://example.org/a_b?x=1&y=2 for more.", "https://example.org/a_b?x=1&y=2"),
    ],
)
def test_what_is_no_prose_comes_through_the_embedded_engine(text: str, kept: str) -> None:
    (made,) = resolve("en", "pt").translate([text])
    assert kept in made.text


def test_only_what_was_damaged_is_translated_again_and_with_a_mask() -> None:
    engine = Scripted({"See x_y now.": "Veja x y.", "See URL0 now.": "Veja URL0.", "A": "A"})
    made = MaskingTranslator(engine).translate(["See x_y now.", "A"])
    assert [each.text for each in made] == ["Veja x_y.", "A"]
    assert engine.asked == [["See x_y now.", "A"], ["See URL0 now."]]


def test_what_both_attempts_damage_stays_as_the_first_wrote_it() -> None:
    engine = Scripted({"See x_y now.": "Veja x y.", "See URL0 now.": "Veja."})
    assert MaskingTranslator(engine).translate(["See x_y now."])[0].text == "Veja x y."


def test_a_text_that_has_the_mask_itself_is_left_alone() -> None:
    engine = Scripted()
    MaskingTranslator(engine).translate(["URL0 and x_y"])
    assert len(engine.asked) == 1


@given(st.lists(st.text(), max_size=4))
def test_any_text_comes_back_in_its_place(texts: list[str]) -> None:
    assert len(MaskingTranslator(Scripted()).translate(texts)) == len(texts)
