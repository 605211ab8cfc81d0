import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.repeated_phrase import REPEATED_PHRASE
from transcheck.model import Side


@pytest.mark.parametrize(
    ("text", "lang", "loop"),
    [
        ("We want more and more and more and the rest.", "en", "more and more and more and"),
        ("He said never never never never never never never never.", "en", "never " * 7 + "never"),
        ("Vu la cour de la cour de la cour de Lyon.", "fr", "la cour de la cour de la cour de"),
        ("यह बात यह बात यह बात सही है।", "hi", "यह बात यह बात यह बात"),
        ("しかし政府は政府は政府は反対した。", "ja", "政府は政府は政府は"),
        ("He was, it was it was it was late.", "en", "it was it was it was"),
        ("It was the oil the oil the oil the oil the", "en", "the oil the oil the oil the oil the"),
        ("Nanananananananana, they sang.", "en", "Nanananananananana"),
    ],
)  # fmt: skip
def test_a_loop_is_marked_as_a_whole(text: str, lang: str, loop: str) -> None:
    assert lone(REPEATED_PHRASE, text, lang=lang) == [loop]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("It was very, very sad, again and again and again.", "en"),
        ("A long long long time ago, he had had enough.", "en"),
        ("Blah blah blah, he said, and so on and on and on and on.", "en"),
        ("No, no, no, no, no, no! Four more years! Four more years! Four more years!", "en"),
        ("La la la la la, she sang.", "en"),
        ("The codes are 10 10 10 10 10 10 10 and 0000000000000000.", "en"),
        ("See https://example.org/aaaaaaaaaaaaaaaaaaaaaaaa for more.", "en"),
        ("Goooool! Hahahaha!!!!!!!!!!!!!!!", "en"),
        ("Card number XXXXXXXXXXXXXXXX was declined.", "en"),
        ("Die, die die Tür öffneten, gingen sehr, sehr langsam.", "de"),
        ("Vous vous êtes vus, nous nous sommes tus.", "fr"),
        ("Orang-orang itu berjalan lambat-lambat sekali-sekali.", "id"),
        ("我们研究研究再说，大家高高兴兴的。", "zh"),
        ("ドキドキしながら、どんどん進んだ。", "ja"),
        ("ไม่ ไม่ ไม่ ไม่ เขาพูด", "th"),
    ],
)
def test_rhetoric_and_grammar_are_left_alone(text: str, lang: str) -> None:
    assert lone(REPEATED_PHRASE, text, lang=lang) == []


def test_a_loop_in_the_source_is_reported_there_alone() -> None:
    source = "The price the price the price the price rose."
    (hit,) = hits(REPEATED_PHRASE, source, "O preço o preço o preço o preço subiu.")
    assert hit.side is Side.SOURCE
    assert hit.span.of(source) == "The price the price the price the price"
    assert "the translation repeats it" in hit.message


def test_a_refrain_of_the_source_belongs_in_the_translation() -> None:
    source = "Never, never, never, never, never again."
    assert hits(REPEATED_PHRASE, source, "Nunca nunca nunca nunca nunca mais.") == []


def test_more_repeats_than_in_the_source_are_the_translation_s_own() -> None:
    (hit,) = hits(REPEATED_PHRASE, "It was very, very late.", f"Era {'muito ' * 9}tarde.")
    assert hit.side is Side.TARGET
    assert (hit.value, hit.limit, hit.suggestion) == (9, 5, "muito")
