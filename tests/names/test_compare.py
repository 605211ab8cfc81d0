"""Which names count as kept, and which as changed."""

import pytest

from transcheck.model import Side
from transcheck.names.compare import alone, compare
from transcheck.names.reading import Name, Text


def _unknown(_name: Name, _side: Side) -> bool:
    return False


@pytest.mark.parametrize(
    ("source", "lang", "target", "other"),
    [
        ("He met Putin.", "en", "Er traf Putins Berater.", "de"),
        ("He met Putin in Moscow.", "en", "Il a rencontré Poutine à Moscou.", "fr"),
        ("He lives in London.", "en", "Vive em Londres.", "pt"),
        ("He lives in London.", "en", "Mieszka w Londynie.", "pl"),
        ("A road to Bolivia.", "en", "Eine bolivianische Straße.", "de"),
        ("He came from Korea.", "en", "Er kam aus Nordkorea.", "de"),
        ("He met Prof Berg.", "en", "Il a rencontré le Professeur Berg.", "fr"),
        ("He met Putin.", "en", "Он встретил Путина.", "ru"),
        ("He met Merkel.", "en", "メルケルと会った。", "ja"),
    ],
)
def test_kept_names_have_a_counterpart(source: str, lang: str, target: str, other: str) -> None:
    here, there = Text(source, lang), Text(target, other)
    names = [name.text for name in alone(here, there) if not name.first]
    assert names == []


def test_each_changed_name_is_paired_with_what_stands_in_its_place() -> None:
    source = Text("On Monday Merkel met Johnson in Paris.", "en")
    target = Text("Na segunda-feira, Scholz encontrou Trudeau em Paris.", "pt")
    found = compare(source, target, _unknown)
    assert [(one.source.text, one.target.text) for one in found] == [
        ("Merkel", "Scholz"),
        ("Johnson", "Trudeau"),
    ]


def test_a_day_of_the_week_is_no_name() -> None:
    assert compare(Text("He came on Monday.", "en"), Text("Veio com Merkel.", "pt"), _unknown) == []


def test_an_endless_text_is_left_alone() -> None:
    assert compare(Text("Merkel " * 5000, "en"), Text("Scholz " * 5000, "pt"), _unknown) == []


def test_a_name_that_is_known_to_be_kept_is_not_compared() -> None:
    source, target = Text("He saw Merkel.", "en"), Text("Ele viu Scholz.", "pt")
    assert compare(source, target, _unknown)
    assert not compare(source, target, lambda _name, side: side is Side.TARGET)


def test_a_headline_in_capitals_has_no_names_for_sure() -> None:
    assert all(name.first for name in Text("Angry Workers Leave Factory", "en").names)
    assert not Text("The angry workers of Factory left", "en").names[-1].first
