import pytest

from tests.checks.pairs import hits, lone, measured
from transcheck.checks.base import Context, Texts
from transcheck.checks.doubled_word import DOUBLED_WORD
from transcheck.data import lines
from transcheck.languages import LANGUAGES
from transcheck.model import Measured, Side
from transcheck.text.words import count_words


@pytest.mark.parametrize(
    ("text", "lang", "span"),
    [
        ("She sat in in the garden.", "en", "in in"),
        ("The the garden was closed.", "en", "The the"),
        ("He said (the the) words.", "en", "the the"),
        ("They came back yesterday yesterday.", "en", "yesterday yesterday"),
        ("She left in 2019 2019 with him.", "en", "2019 2019"),
        ("Sie wohnt in der der Stadt.", "de", "der der"),
        ("O ministro falou com com a imprensa.", "pt", "com com"),
        ("सरकार ने के के लिए कहा।", "hi", "के के"),
        ("Anh ấy đã đã đến.", "vi", "đã đã"),
        ("Il y a a un problème.", "fr", "a a"),
        ("She told the police that that the car was gone.", "en", "that that"),
        ("”Vi Vi kommer tillbaka”, säger hon.", "sv", "Vi Vi"),
        ("Er ist sehr sehr alt.", "de", "sehr sehr"),
        ("It is is late.", "en", "is is"),
        ("He says that it is “no no good”.", "en", "no no"),
        ("Wir hören, dass die die Brücke sperren.", "de", "die die"),
        ("यह पूरी तरह तरह से सही है।", "hi", "तरह तरह"),
    ],
)
def test_a_doubled_word_is_marked(text: str, lang: str, span: str) -> None:
    assert lone(DOUBLED_WORD, text, lang=lang) == [span]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The the-band sang.", "en"),
        ("IS is believed to be there.", "en"),
        ("He liked The The best.", "en"),
        ("Row 12 12 13 14.", "en"),
        ("La la la, sang the child, ha ha.", "en"),
        ("Knock knock! Who is there?", "en"),
        ("See section Section 3.", "en"),
        ("Das ist das Haus, in das das Kind ging.", "de"),
        ("„Er ist sehr sehr alt“, sagte sie.", "de"),
        ("All that that means is unclear.", "en"),
        ("What it is is unclear.", "en"),
        ("She said: no no, not here.", "en"),
        ("Das sind Zölle, die die von ihr geplante Reform senkt.", "de"),
        ("वहां तरह तरह के फूल हैं।", "hi"),
        ("Šla se se sestrou.", "cs"),
        ("Yavaş yavaş geldi.", "tr"),
        ("Ngày ngày, người người đi.", "vi"),
        ("他们他们 他们", "zh"),
        ("mail a@a.de a@a.de", "en"),
    ],
)
def test_what_rightly_stands_twice_is_not(text: str, lang: str) -> None:
    assert lone(DOUBLED_WORD, text, lang=lang) == []


def test_a_name_is_told_by_how_often_it_stands_in_the_article() -> None:
    text = "The lawyers of Kvart Kvart spoke."
    assert lone(DOUBLED_WORD, text) == []
    assert lone(DOUBLED_WORD, text, article="Kvart was silent.") == ["Kvart Kvart"]


def test_a_name_that_the_article_always_doubles_is_no_fault() -> None:
    texts = ("Kvart Kvart spoke.", "Then Kvart Kvart left.", "Mola Mola and Mola sang.")
    pairs = tuple(measured(None, text, langs=("en", "en")).pair for text in texts)
    context = Context(words=count_words(texts), texts=Texts(pairs=pairs))
    marked = [list(DOUBLED_WORD.run(Measured(pair=pair), context)) for pair in pairs]
    assert list(map(bool, marked)) == [False, False, True]


def test_a_word_that_the_source_doubles_is_no_fault() -> None:
    target = "Il a dit demain demain."
    repeated = hits(DOUBLED_WORD, "He said demain demain.", target, langs=("en", "fr"))
    assert [hit.side for hit in repeated] == [Side.SOURCE]
    (hit,) = hits(DOUBLED_WORD, "He said tomorrow.", target, langs=("en", "fr"))
    assert hit.suggestion == "demain"


def test_a_korean_particle_tells_a_word_from_a_name() -> None:
    target = "어제 말은 말은 쉽다고 했다."
    (hit,) = hits(DOUBLED_WORD, None, target, langs=("en", "ko"))
    assert hit.span.of(target) == "말은 말은"
    assert not hits(DOUBLED_WORD, None, "어제 케파 케파 호텔에 갔다.", langs=("en", "ko"))


@pytest.mark.parametrize("name", [*(one.tag for one in LANGUAGES if one.spaced), "und", "names"])
def test_tables_are_sorted_and_unique(name: str) -> None:
    entries = [line.split()[0] for line in lines(f"doubled_words/{name}.txt")]
    assert entries == sorted(set(entries))
