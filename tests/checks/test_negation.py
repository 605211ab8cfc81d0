"""Lost and added negations: what a second translation and the support of words have to say."""

from dataclasses import replace

import pytest

from tests.checks.pairs import measured
from transcheck.checks.added_negation import ADDED_NEGATION
from transcheck.checks.base import Context
from transcheck.checks.lost_negation import LOST_NEGATION
from transcheck.model import Forward, Measured, Span, SupportedWord, WordSupport

SOURCE, LOST = "The minister did not sign the law.", "O ministro assinou a lei."
SOUND = "O ministro não assinou a lei."


def marked(row: Measured, *, alone: float = 0) -> list[str]:
    target = row.pair.target
    context = Context(parameters={"alone": alone})
    return [
        hit.span.of(target.text if target else "")
        for check in (LOST_NEGATION, ADDED_NEGATION)
        for hit in check.run(row, context)
    ]


def retold(row: Measured, text: str) -> Measured:
    return replace(row, forward=Forward(text=text, similarity=None, chrf=0.0))


def supported(row: Measured, support: float) -> Measured:
    words = tuple(
        SupportedWord(span=Span(start=SOURCE.index(word), end=SOURCE.index(word) + len(word)),
                      support=support)
        for word in SOURCE.rstrip(".").split()
    )  # fmt: skip
    return replace(row, words=WordSupport(source=words, target=()))


def test_a_second_translation_bears_out_what_is_lost_or_added() -> None:
    assert marked(retold(measured(SOURCE, LOST), SOUND)) == [LOST]
    assert marked(retold(measured("The minister signed.", "O ministro não assinou."), LOST)) == [
        "não"
    ]


def test_a_second_translation_that_denies_no_more_clears_it() -> None:
    assert not marked(retold(measured(SOURCE, LOST), "O ministro recusou-se a assinar."))


def test_without_a_second_translation_it_speaks_where_it_is_asked_to() -> None:
    row = measured(SOURCE, LOST)
    assert not marked(row)
    assert marked(row, alone=1) == [LOST]


@pytest.mark.parametrize(("lang", "target"), [("ru", "Министр подписал закон."), ("fi", "Kyllä.")])
def test_alone_it_speaks_of_no_language_in_which_it_is_seldom_right(lang: str, target: str) -> None:
    assert not marked(measured(SOURCE, target, langs=("en", lang)), alone=1)


def test_a_negation_of_what_the_other_text_has_no_words_for_is_let_be() -> None:
    row = retold(measured(SOURCE, LOST), SOUND)
    assert marked(supported(row, 0.5)) == [LOST]
    assert not marked(supported(row, 0.1))
