"""lost-quote, lost-url, changed-url, lost-handle and lost-question beyond their examples."""

import pytest

from tests.checks.pairs import hits, measured
from transcheck.checks.base import Check, Context
from transcheck.checks.changed_url import CHANGED_URL
from transcheck.checks.lost_handle import LOST_HANDLE
from transcheck.checks.lost_question import LOST_QUESTION
from transcheck.checks.lost_quote import LOST_QUOTE
from transcheck.checks.lost_url import LOST_URL

ALL = [LOST_QUOTE, LOST_URL, CHANGED_URL, LOST_HANDLE, LOST_QUESTION]
SOURCE = '"Who will come to the fair?" asked @Ann_Lee on https://example.org/fair.'


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.name)
def test_nothing_is_said_without_a_source_or_a_translation(check: Check) -> None:
    assert hits(check, None, SOURCE) == []
    assert hits(check, SOURCE, " ") == []
    assert list(check.run(measured(SOURCE, None), Context())) == []


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.name)
def test_a_faithful_copy_is_sound(check: Check) -> None:
    assert hits(check, SOURCE, SOURCE, langs=("en", "en")) == []


@pytest.mark.parametrize(
    ("source", "text", "langs"),
    [
        ("http://www.example.org", "https://example.org/", "en-pt"),
        ("example.org/a?utm_source=x&id=3", "example.org/a?id=3", "en-pt"),
        ("example.org/a/?fbclid=abc", "example.org/a", "en-pt"),
        ("https://m.example.org/a", "https://www.example.org/a", "en-pt"),
        ("example.org/caf%C3%A9", "example.org/café", "en-fr"),
        ("example.org/en-us/fair", "example.org/pt-br/fair", "en-pt"),
        ("example.org/fair", "example.org/de/fair", "en-de"),
        ("en.example.org/wiki/London", "ar.example.org/wiki/لندن", "en-ar"),
        ("shop.example.com", "shop.example.com.br", "en-pt"),
        ("shop.example.co.uk", "shop.example.fr/a", "en-fr"),
        ("Booking.com", "Букинг", "en-ru"),
    ],
)
def test_addresses_that_lead_readers_to_the_same(source: str, text: str, langs: str) -> None:
    here, there = langs.split("-")
    for check in (LOST_URL, CHANGED_URL):
        pair = (f"See {source} for more.", f"> {text} <")
        assert hits(check, *pair, langs=(here, there)) == []


@pytest.mark.parametrize(
    ("source", "text", "langs"),
    [
        ("example.org/fair", "example.org", "en-pt"),
        ("example.org/fair", "example.org/fairs", "en-pt"),
        ("example.org/a?id=3", "example.org/a?id=4", "en-pt"),
        ("example.org", "example.com", "en-pt"),
        ("shop.example.com", "shop.example.de", "en-pt"),
        ("example.org/en/fair", "exemple.org/pt/fair", "en-pt"),
        ("example.org/en/fair", "example.org/es/fair", "en-pt"),
    ],
)
def test_addresses_that_lead_elsewhere(source: str, text: str, langs: str) -> None:
    here, there = langs.split("-")
    (hit,) = hits(CHANGED_URL, f"See {source}.", f"Ver {text}.", langs=(here, there))
    assert hit.message == f"expected {source}, found {text}"
    assert hit.suggestion == source
    assert hits(LOST_URL, f"See {source}.", f"Ver {text}.", langs=(here, there)) == []


def test_two_changed_addresses_have_no_sure_suggestion() -> None:
    source, text = "See example.org/a and example.org/b.", "Ver example.org/c e example.org/d."
    assert [hit.suggestion for hit in hits(CHANGED_URL, source, text)] == [None, None]


def test_lost_addresses_are_told_of_once() -> None:
    (hit,) = hits(LOST_URL, "See example.org/a and example.org/b.", "Ver na rede.")
    assert hit.message == "expected example.org/a, example.org/b, found no such web address"


@pytest.mark.parametrize(
    ("source", "text", "langs"),
    [
        ("Ask @Ann_Lee.", "اسأل Ann_Lee@", "en-ar"),
        ("Ask @Ann_Lee.", "Pergunte a @ann_lee.", "en-pt"),
        ("It began with #MeToo.", "Começou com o movimento MeToo.", "en-pt"),
        ("Write to Desk@Example.org.", "Escreva para desk@example.org.", "en-pt"),
        ("It is the #1 song.", "É a canção número 1.", "en-pt"),
    ],
)
def test_handles_that_are_kept(source: str, text: str, langs: str) -> None:
    here, there = langs.split("-")
    assert hits(LOST_HANDLE, source, text, langs=(here, there)) == []


@pytest.mark.parametrize(
    ("source", "lang", "text", "target"),
    [
        ("She told Yahoo?'s reporter so.", "en", "Das sagte sie Yahoo.", "de"),
        ("Why me, he asked himself?", "en", "Se preguntó por qué él.", "es"),
        ("Did he pay, I wonder?", "en", "Ich frage mich, ob er gezahlt hat.", "de"),
        ("Wo ist er?", "de", "¿Dónde está?", "es"),
        ("Wo ist er?", "de", "Dónde está?", "es"),
        ("Πού είναι;", "el", "Where is he?", "en"),
        ("他在哪里？", "zh", "Where is he?", "en"),
        ("Where is he?", "en", "เขาอยู่ที่ไหน", "th"),
        ("Where is he?", "en", "彼はどこにいますか", "ja"),
        ("He asked: why?", "en", "그는 왜냐고 물었다?", "ko"),
        ("He came; she left.", "en", "Ele veio; ela saiu.", "pt"),
    ],
)
def test_questions_that_are_asked(source: str, lang: str, text: str, target: str) -> None:
    assert hits(LOST_QUESTION, source, text, langs=(lang, target)) == []


@pytest.mark.parametrize(
    ("source", "lang", "text", "target"),
    [
        ("Πού είναι;", "el", "He is there.", "en"),
        ("أين هو؟", "ar", "He is there.", "en"),
        ("彼はどこ？", "ja", "He is there.", "en"),
        ("Where is he?", "en", "Él está allí.", "es"),
        ("Where is he?", "en", "彼はそこにいます。", "ja"),
        ("Where is he?", "en", "Είναι εκεί.", "el"),
    ],
)
def test_questions_that_are_lost(source: str, lang: str, text: str, target: str) -> None:
    (hit,) = hits(LOST_QUESTION, source, text, langs=(lang, target))
    assert source.rstrip('"') in hit.message


@pytest.mark.parametrize(
    "text",
    [
        "„Die Brücke kommt nächstes Jahr“, sagte er.",
        "»Die Brücke kommt«, sagte er.",
        ",,Die Brücke kommt'', sagte er.",
        "'Die Brücke kommt', sagte er.",
        "‚Die Brücke kommt‘, sagte er.",
        "– Die Brücke kommt, sagte er.",
        "「橋ができる」",
    ],
)
def test_marks_of_any_kind_quote(text: str) -> None:
    source = "“We will build the bridge next year,” he said."
    assert hits(LOST_QUOTE, source, text, langs=("en", "de")) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nous construirons le pont l’an prochain, a-t-il dit.", "fr"),
        ("We zullen 's winters bouwen, zei hij.", "nl"),
        ("The girls' bridge will come, he said.", "en"),
        ("Wir bauen die Brücke, sagte er - endlich.", "de"),
    ],
)
def test_apostrophes_and_dashes_do_not_quote(text: str, lang: str) -> None:
    source = "“We will build the bridge next year,” he said."
    (hit,) = hits(LOST_QUOTE, source, text, langs=("en", lang))
    assert "“We will build the bridge next year,”" in hit.message


def test_the_fewest_words_can_be_set() -> None:
    pair = measured("He called it “mad”.", "Ele chamou de louco.")
    assert list(LOST_QUOTE.run(pair, Context())) == []
    assert list(LOST_QUOTE.run(pair, Context(parameters={"fewest_words": 1})))
