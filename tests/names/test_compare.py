"""Which names count as kept, and which as changed."""

import pytest

from transcheck.names.compare import alone
from transcheck.names.reading import Text


@pytest.mark.parametrize(
    ("source", "lang", "target", "other"),
    [
        ("He met Putin.", "en", "Er traf Putins Berater.", "de"),
        ("He met Putin in Moscow.", "en", "Il a rencontré Poutine à Moscou.", "fr"),
        ("He lives in London.", "en", "Vive em Londres.", "pt"),
        ("He lives in London.", "en", "Mieszka w Londynie.", "pl"),
        ("He met Zaev there.", "en", "Spotkał tam Zaewa.", "pl"),
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


def test_an_endless_text_is_left_alone() -> None:
    assert alone(Text("Merkel " * 5000, "en"), Text("Scholz " * 5000, "pt")) == ()


def test_a_name_that_stands_elsewhere_only_is_alone() -> None:
    source = Text("On Monday Merkel met Johnson in Paris.", "en")
    target = Text("Na segunda-feira, Scholz encontrou Johnson em Paris.", "pt")
    assert [one.text for one in alone(target, source)] == ["Scholz"]
    assert "Merkel" in [one.text for one in alone(source, target)]


def test_a_headline_in_capitals_has_no_names_for_sure() -> None:
    assert all(name.first for name in Text("Angry Workers Leave Factory", "en").names)
    assert not Text("The angry workers of Factory left", "en").names[-1].first
