import pytest

from tests.checks.pairs import lone, measured, segment
from transcheck import data
from transcheck.checks.base import Context
from transcheck.checks.boilerplate import BOILERPLATE
from transcheck.languages import LANGUAGES
from transcheck.model import Measured, Origin, Pair, Role, Side
from transcheck.text.words import count_words

ARTICLE = (
    "The council voted on Tuesday to close the old harbour, which has been in use for more than a "
    "century, and to move the fishing boats to the new quay on the other side of the bay. Most of "
    "the fishermen are against the plan, because the new quay is open to the wind and they would "
    "have to pay for the move themselves, one of them said after the meeting in the town hall."
)
STRINGS = " ".join(
    f"Save Cancel Settings Profile {word} Delete Upload Sort Filter Export" for word in "ABCDEFGH"
)
PLACEHOLDERS = {"{n}", "{time}", "{date}", "{unit}", "{network}", "{any}", "{who}", "{stamp}"}


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("3 min", "en"), ("5 min read", "en"), ("Lesezeit: 4 Minuten", "de"),
        ("4 min de lecture", "fr"), ("Temps de lecture\u00a0: 4\u00a0min", "fr"),
        ("Lectura: 3 min", "es"), ("2 min de leitura", "pt"), ("Tempo di lettura: 2 minuti", "it"),
        ("Leestijd: 3 minuten", "nl"), ("Время чтения: 3 мин", "ru"), ("阅读时间：3分钟", "zh"),
        ("Comments (12)", "en"), ("Follow us on Instagram", "en"), ("Published at 10:32", "en"),
        ("Updated 2 hours ago", "en"), ("We use cookies to improve your visit.", "en"),
        ("Sign up for our newsletter!", "en"), ("Tags: harbour, fishing", "en"),
        ("Home > World > Americas", "en"), ("Inicio › Mundo › América Latina", "es"),
        ("Read more: Harbour closes", "de"), ("Facebook Twitter WhatsApp E-mail", "it"),
    ],
)  # fmt: skip
def test_residue_is_told_by_its_form_in_any_text(line: str, lang: str) -> None:
    assert lone(BOILERPLATE, line, lang=lang) == [line]


@pytest.mark.parametrize(
    "line",
    ["stats", "Share", "Tweet", "ADVERTISEMENT", "Read more »", "Related articles", "Subscribe",
     "Photo gallery", "Continue reading", "see gallery"],
)  # fmt: skip
def test_labels_count_in_an_article_and_not_among_strings(line: str) -> None:
    assert lone(BOILERPLATE, line, article=ARTICLE) == [line]
    assert lone(BOILERPLATE, line, article=STRINGS) == []
    assert lone(BOILERPLATE, line) == []


@pytest.mark.parametrize(
    "line",
    ["Cooperation with Venezuela", "Meeting with Machado", "Background", "By Rosa Almeida",
     "The harbour on Tuesday morning.", "The stats show that sharing is up.", "“We stay.”",
     "It took him 3 min to score.", "Share prices fell on Monday", "2-1", "10:32", "1 > 0",
     "no comment.", "e.g.", "The race was won in 3 min", "iPhone", "Reading"],
)  # fmt: skip
def test_headings_captions_quotes_and_prose_are_sound(line: str) -> None:
    assert lone(BOILERPLATE, line, article=ARTICLE) == []


def test_small_letters_mean_nothing_in_a_list_or_a_script_without_capitals() -> None:
    context = Context(words=count_words([ARTICLE]))
    item = segment("milk", "en", role=Role.LIST)
    pair = Pair(id="1", source=None, target=item, origin=Origin.GIVEN)
    assert list(BOILERPLATE.run(Measured(pair=pair), context)) == []
    assert lone(BOILERPLATE, "ميناء", lang="ar", article=ARTICLE) == []


def test_residue_of_the_source_is_reported_there() -> None:
    (hit,) = BOILERPLATE.run(measured("3 min", "3 min"), Context())
    assert hit.side is Side.SOURCE


@pytest.mark.parametrize("tag", ["und", *(language.tag for language in LANGUAGES)])
def test_the_lists_are_sorted_and_well_formed(tag: str) -> None:
    name = f"boilerplate/{tag}.txt"
    entries = data.lines(name)
    assert list(entries) == sorted(set(entries))
    for entry in entries:
        kind, line = entry.split(" | ")
        assert kind
        assert line == line.strip().lower()
        assert " :" not in line
        assert "’" not in line
        assert {"{" + rest.split("}")[0] + "}" for rest in line.split("{")[1:]} <= PLACEHOLDERS
