"""Missing spaces: exact spans, and the many sound words that look like them."""

import pytest

from transcheck.checks.base import Context
from transcheck.checks.glued_words import GLUED_WORDS
from transcheck.model import Hit, Measured, Origin, Pair, Segment, Side
from transcheck.text.words import count_words

SOUND = {
    "en": (
        "“PlayerOne” “FooBar.” TechNewsWorld (re)write “[e]veryone” "
        "iPhone McDonald YouTube eBay LeBron PhD DeSantis OpenAI WhatsApp MacBook LaTeX JavaScript "
        "GitHub TikTok PlayStation FitzGerald O'Neill B12 K2 NaCl CO2 H2O mRNA pH kWh MP3 Covid19 "
        "https://example.org/FooBar?x=y,z www.Example.com a.Name@Example.org @JohnSmith #MeToo "
        "ReportFinal.pdf foo_barBaz getName() Booking.com Node.js 3.5 10:30 1.2.3 2-1 1st 5th 5km "
        "30pm 4K 5G U.S.A. U.S. e.g. i.e. 1,000 1990s DiCaprio LaGuardia VanGogh D'Angelo "
        "&nbsp;word {userName} %(userName)s MacDonald Luísa CPAs MBAs APIs"
    ),
    "de": "StudentInnen MinisterIn BahnCard 20er 1980er GmbH AfD KaDeWe z.B. 3. d.h.",
    "nl": "IJsselmeer 's-Hertogenbosch 12de 89ste GroenLinks",
    "fr": "aujourd'hui d'Italia l'Europe 1er 14ème L'Équipe D'Alema 20h30",
    "it": "D'Alema d'Italia 35enne 47esimo",
    "es": "DelPotro 3º 2º 1er 5ta",
    "pt": "usuários(as) desenvolvedores[as]",
    "fi": "EU:n USA:n YouTuben",
    "sv": "USA:s EU:s 60åring",
    "el": "ό,τι 20χρονος 1ης",
    "ru": "МакГрегор ВКонтакте 2-й",
    "pl": "YouTubera McGregora",
}
IRISH = "hEireann tSaoil NicDhomhnaill bPoblacht gCumann mBan dTaoiseach"


def hits(text: str, lang: str = "en", context: Context | None = None) -> list[Hit]:
    segment = Segment(id="0", text=text, lang=lang, path="a", offset=0, line=1, column=1, block=0)
    pair = Pair(id="0", source=None, target=segment, origin=Origin.GIVEN)
    counted = Context(words=count_words([text]))
    return list(GLUED_WORDS.run(Measured(pair=pair), context or counted))


def marked(text: str, lang: str = "en", context: Context | None = None) -> list[str]:
    return [hit.span.of(text) for hit in hits(text, lang, context)]


@pytest.mark.parametrize("lang", SOUND)
def test_sound_words_are_left_alone(lang: str) -> None:
    words = [*SOUND[lang].split(), *IRISH.split()]
    assert [word for word in words if marked(f"x {word} x", lang)] == []


@pytest.mark.parametrize(
    ("text", "lang", "mark", "suggestion"),
    [
        ("Il vint à Paris.Après midi, rien.", "fr", "Paris.Après", "Paris. Après"),
        ("He spoke of anti-ChavistaLeft groups.", "en", "anti-ChavistaLeft", "anti-Chavista Left"),
        ("Trump'sHouse was sold.", "en", "Trump'sHouse", "Trump's House"),
        ("She joined theFBI early.", "en", "theFBI", "the FBI"),
        ("He fled the USAHe came back.", "en", "USAHe", "USA He"),
        ("It was an attackA man saw.", "en", "attackA", "attack A"),
        ("He left YorkshireA man saw.", "en", "YorkshireA", "Yorkshire A"),
        ("He met JoeAlleva there.", "en", "JoeAlleva", "Joe Alleva"),
        ("Arrivano alle ore10 circa.", "it", "ore10", "ore 10"),
        ("Vieram 25mil pessoas.", "pt", "25mil", "25 mil"),
        ("He cited“the rules” again.", "en", None, None),
        ('They said"nothing happened" today.', "en", 'said"nothing', 'said "nothing'),
        ("The rules(which nobody read) changed.", "en", "rules(which", "rules (which"),
        ("The rules (which nobody read)were changed.", "en", "read)were", "read) were"),
        ("Wirklich?Nein, sagte er;dann ging er.", "de", "Wirklich?Nein", "Wirklich? Nein"),
    ],
)
def test_the_whole_token_is_marked_and_repaired(
    text: str, lang: str, mark: str | None, suggestion: str | None
) -> None:
    found = hits(text, lang)
    if mark is None:
        assert len(found) <= 1
        return
    assert (found[0].span.of(text), found[0].suggestion) == (mark, suggestion)


def test_a_declared_word_is_never_flagged() -> None:
    text = "He works at HarbourGate now."
    assert marked(text) == ["HarbourGate"]
    assert marked(text, context=Context(vocabulary=frozenset({"HarbourGate"}))) == []


def test_a_token_that_comes_back_is_a_name_unless_its_halves_stand_alone() -> None:
    text = "He works at HarbourGate now."
    name = Context(words={"HarbourGate": 3})
    glue = Context(words={"HarbourGate": 3, "Harbour": 1, "gate": 1})
    assert marked(text, context=name) == []
    assert marked(text, context=glue) == ["HarbourGate"]


def test_names_that_are_numbered_are_left_alone() -> None:
    assert marked("It installs package1 and removes package2.") == []
    assert marked("It installs package1 at once.") == ["package1"]
    assert marked("Gathering began with Gathering12, then Gathering14.") == []
    assert marked("Gathering began with Gathering12.") == ["Gathering12"]


def test_a_word_with_an_apostrophe_is_known_as_a_whole() -> None:
    assert marked("All'incirca in questo periodo nacque il porto.", "it") == []


@pytest.mark.parametrize("lang", ["zh", "ja", "th", "ar", "hi", "ko"])
def test_scripts_without_capitals_are_left_alone(lang: str) -> None:
    assert marked("WashingtonAfter in2024 said,he", lang) == []


def test_the_source_is_blamed_for_what_it_began() -> None:
    source, target = "WashingtonAfter the talks.", "WashingtonDepois das negociações."
    segments = [
        Segment(id="0", text=text, lang=lang, path="a", offset=0, line=1, column=1, block=0)
        for text, lang in ((source, "en"), (target, "pt"))
    ]
    pair = Pair(id="0", source=segments[0], target=segments[1], origin=Origin.TRANSLATED)
    found = list(GLUED_WORDS.run(Measured(pair=pair), Context(words=count_words([source, target]))))
    assert [(hit.side, hit.span.of(source)) for hit in found] == [(Side.SOURCE, "WashingtonAfter")]
    assert "WashingtonDepois" in found[0].message


@pytest.mark.parametrize(
    ("text", "lang", "article", "expected"),
    [
        ("De kör 620km på en dag.", "sv", "Det är 20 km kvar.", ["620km"]),
        ("De kör 620km på en dag.", "sv", "Det är långt kvar.", []),
        ("In den 1980er Jahren war er jung.", "de", "Dann ging er.", []),
        ("Am Ende gewann Livingston1 zu 0.", "de", "Livingston spielte gut.", ["Livingston1"]),
        ("Am Ende gewann Livingston1 zu 0.", "de", "Der Gegner spielte gut.", []),
        ("Covid19 came. Few feared Covid19.", "en", "Covid came.", []),
        ("Covid19 came.", "en", "", []),
        ("Tenemos12 días para decidir.", "es", "", ["Tenemos12"]),
        ("Han saNordkorea och gick.", "sv", "", ["saNordkorea"]),
        ("De betalade £11miljoner och $5bn.", "sv", "", ["11miljoner"]),
        ("Sie zahlten £11million und €3Mrd.", "de", "", []),
    ],
)
def test_the_article_tells_numbers_and_short_words(
    text: str, lang: str, article: str, expected: list[str]
) -> None:
    context = Context(words=count_words([text, article]))
    assert marked(text, lang, context) == expected
