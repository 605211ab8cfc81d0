"""Two marks where one belongs, by the habits of each language."""

import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.doubled_punctuation import DOUBLED_PUNCTUATION
from transcheck.model import Side


def doubled(text: str, lang: str = "en") -> list[str]:
    return lone(DOUBLED_PUNCTUATION, text, lang=lang)


@pytest.mark.parametrize(
    ("text", "lang", "run", "kept"),
    [
        ("No,, no.", "en", ",,", ","),
        ("No,,, no.", "en", ",,,", ","),
        ("It ended..", "en", "..", "."),
        ("She asked why?. He left.", "en", "?.", "?"),
        ("Go!. He left.", "en", "!.", "!"),
        ("It ended,.", "en", ",.", "."),
        ("Because., he left.", "en", ".,", ","),
        ("So;: go.", "en", ";:", ";"),
        ("他来了，，走了。", "zh", "，，", "，"),
        ("جاء،، ثم ذهب", "ar", "،،", "،"),
    ],
)
def test_one_mark_is_kept(text: str, lang: str, run: str, kept: str) -> None:
    (hit,) = hits(DOUBLED_PUNCTUATION, None, text, langs=("en", lang))
    assert (hit.span.of(text), hit.suggestion) == (run, kept)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Well... no…. What?! No!! Why???", "en"),
        ("Acme Inc., etc., Jan., U.S., approx., and p.m.? yes.", "en"),
        ("Am 3., 4. und 5. Mai, evtl., ggf., usw., kam er.", "de"),
        ("Кто?.. Он!.. Ах...", "ru"),
        ("Γιατί;; Δεν ξέρω.", "el"),
        ("He works at Yahoo!. It is a name.", "en"),
        ("std::sort(x), a..b, ../x, 1..5", "en"),
        ("он написал ,,так'' и ушёл", "uk"),
        ("好！！真的？！", "zh"),
    ],
)
def test_sound_runs_pass(text: str, lang: str) -> None:
    assert doubled(text, lang) == []


def test_a_source_that_has_the_fault_is_named() -> None:
    found = hits(DOUBLED_PUNCTUATION, "No,, no.", "Não,, não.")
    assert [hit.side for hit in found] == [Side.SOURCE]
