"""The second translation of a source, and how the given one compares with it."""

from collections.abc import Sequence

import pytest

from transcheck.embedders.use import UniversalSentenceEncoder
from transcheck.engines import bergamot
from transcheck.engines.bergamot import BergamotTranslator
from transcheck.evidence.forward import with_forward
from transcheck.model import Forward, Measured, Origin, Pair, Segment


def row(source: str | None, target: str | None, *, to: str = "pt", name: str = "1") -> Measured:
    def segment(text: str | None, lang: str) -> Segment | None:
        if text is None:
            return None
        return Segment(id="s", text=text, lang=lang, path="p", offset=0, line=1, column=1, block=0)

    pair = Pair(
        id=name, source=segment(source, "en"), target=segment(target, to), origin=Origin.GIVEN
    )
    return Measured(pair=pair, similarity=0.5)


class Asked:
    """Says of each sentence that it was asked for, and counts how often."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, texts: Sequence[str]) -> list[str]:
        self.texts += texts
        return [f"<{text}>" for text in texts]


def test_sentences_are_translated_one_by_one_and_each_once() -> None:
    ask = Asked()
    rows = [row("It rained. It was cold.", "Choveu."), row("It rained.", "Choveu.", name="2")]
    made = with_forward(rows, ask, None)
    assert ask.texts == ["It rained.", "It was cold."]
    assert [each.forward and each.forward.text for each in made] == [
        "<It rained.> <It was cold.>",
        "<It rained.>",
    ]


def test_a_language_without_spaces_gets_none_between_sentences() -> None:
    (made,) = with_forward([row("It rained. It was cold.", "下雨了。", to="zh")], Asked(), None)
    assert made.forward
    assert made.forward.text == "<It rained.><It was cold.>"


def test_what_has_nothing_to_compare_is_not_translated() -> None:
    ask = Asked()
    rows = [row(None, "Sim."), row("Yes.", None, name="2"), row("Yes.", " ", name="3")]
    assert with_forward(rows, ask, None) == tuple(rows)
    assert ask.texts == []


def test_what_was_measured_before_stays() -> None:
    (made,) = with_forward([row("Yes.", "<Yes.>")], Asked(), None)
    assert made.similarity == 0.5
    assert made.forward == Forward(text="<Yes.>", similarity=None, chrf=100.0)


@pytest.mark.skipif(not bergamot.installed_pairs(), reason="no wheel for this platform")
def test_a_sound_translation_is_like_the_engines_and_a_wrong_one_is_not() -> None:
    source = "The harbour was closed on Friday because of high winds."
    rows = [
        row(source, "O porto ficou fechado na sexta-feira por causa dos ventos fortes."),
        row(source, "O museu abre as portas às nove horas da manhã.", name="2"),
    ]
    engine = BergamotTranslator("en", "pt")
    sound, wrong = with_forward(
        rows,
        lambda texts: [each.text for each in engine.translate(texts)],
        UniversalSentenceEncoder(),
    )
    assert sound.forward
    assert wrong.forward
    assert sound.forward.text == wrong.forward.text
    assert sound.forward.chrf > 50 > wrong.forward.chrf
    assert (sound.forward.similarity or 0) > 0.8
    assert (wrong.forward.similarity or 1) < 0.4
