"""Names without a counterpart, and what speaks for or against a fault in them."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.pairs import measured
from tests.checks.test_drift import words_of
from transcheck.checks.base import Context, Texts
from transcheck.checks.changed_name import CHANGED_NAME
from transcheck.checks.lone_names import Lone, lone_names
from transcheck.model import Hit, Measured, Pair, Side, WordSupport
from transcheck.text.words import count_words

SOURCE = "On Tuesday Angela Merkel met the workers in Dresden."
TARGET = "Na terça-feira, Angela Scholz se reuniu com os trabalhadores em Dresden."


def pair(source: str = SOURCE, target: str = TARGET, support: float = 0.2) -> Measured:
    """Return a pair, all words of which are as well supported."""
    words = WordSupport.of(source=words_of(source, support), target=words_of(target, support))
    return replace(measured(source, target), similarity=0.8, words=words)


def judged(row: Measured, *others: Pair, vocabulary: frozenset[str] = frozenset()) -> list[Hit]:
    texts = [each.text for one in (row.pair, *others) for each in one.both or ()]
    context = Context(
        words=count_words(texts), texts=Texts(pairs=(row.pair, *others)), vocabulary=vocabulary
    )
    return list(CHANGED_NAME.run(row, context))


def lone(row: Measured, *others: Pair) -> dict[str, Lone]:
    context = Context(texts=Texts(pairs=(row.pair, *others)))
    return {each.name.text: each for side in Side for each in lone_names(row, context, side)}


def other(source: str, target: str) -> Pair:
    return replace(measured(source, target).pair, id="2")


def test_both_names_are_told_at_the_place_of_the_new_one() -> None:
    (hit,) = judged(pair())
    assert hit.span.of(TARGET) == "Scholz"
    assert hit.message == "expected Merkel, found Scholz"


def test_two_changed_names_are_told_in_their_order() -> None:
    source = "On Tuesday Merkel met Johnson in Dresden."
    target = "Na terça-feira, Scholz se reuniu com Trudeau em Dresden."
    told = [hit.message for hit in judged(pair(source, target))]
    assert told == ["expected Merkel, found Scholz", "expected Johnson, found Trudeau"]


def test_a_word_that_the_encoder_finds_on_the_other_side_is_no_fault() -> None:
    assert not judged(pair(support=0.8))


def test_what_the_user_declared_sound_is_no_fault() -> None:
    assert not judged(pair(), vocabulary=frozenset({"Scholz"}))


def test_days_of_the_week_are_no_names() -> None:
    assert "Tuesday" not in lone(pair())


def test_pairs_of_other_languages_and_unmeasured_ones_are_left_alone() -> None:
    assert not judged(replace(pair(), words=None))
    assert not judged(replace(measured(SOURCE, TARGET, langs=("de", "pt")), words=pair().words))


def test_the_article_says_whether_it_keeps_a_name_elsewhere() -> None:
    kept = other("Merkel left.", "Merkel saiu.")
    changed = other("Then Merkel left.", "Depois a chanceler saiu.")
    alone = lone(pair())["Merkel"].features
    among = lone(pair(), kept, changed)["Merkel"].features
    assert (alone["kept elsewhere"], alone["lone elsewhere"]) == (0, 0)
    assert (among["kept elsewhere"], among["lone elsewhere"]) == (1, 1)


def test_a_first_name_for_a_surname_is_no_change() -> None:
    row = pair("On Tuesday Merkel met the workers.", "Na terça-feira, Angela se reuniu com eles.")
    assert judged(row, other("Merkel left.", "Merkel saiu."))
    assert not judged(row, other("Angela Merkel left.", "Angela Merkel saiu."))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_every_mark_lies_on_a_name_of_the_translation(one: str, two: str) -> None:
    source, target = f"{SOURCE} {one}", f"{TARGET} {two}"
    for hit in judged(pair(source, target)):
        assert hit.side is Side.TARGET
        assert hit.span.of(target)[0].isupper()
