import pytest

from tests.checks.pairs import hits
from transcheck.checks.untranslated import UNTRANSLATED

SOURCE = "The ministers agreed on a new budget after long talks in Lisbon."


def spans(source: str, target: str, langs: tuple[str, str]) -> list[str]:
    return [hit.span.of(target) for hit in hits(UNTRANSLATED, source, target, langs=langs)]


def test_a_copy_is_marked_whole_whatever_its_case_and_spaces() -> None:
    copy = "the  ministers agreed on a New budget after long talks in Lisbon."
    (hit,) = hits(UNTRANSLATED, SOURCE, copy)
    assert hit.span.of(copy) == copy
    assert hit.message.startswith("not translated")


@pytest.mark.parametrize(
    ("source", "target", "langs", "span"),
    [
        (SOURCE, "Em Lisboa, os ministros agreed on a new budget ontem.", ("en", "pt"),
         "agreed on a new budget"),
        (SOURCE, "部长们agreed on a new budget在里斯本。", ("en", "zh"), "agreed on a new budget"),
        ("He sang under the Rev. John Howard for years.",
         "Cantou durante anos under the Rev. John Howard.", ("en", "pt"),
         "under the Rev. John Howard"),
        ("She studied at the University of Oxford.", "Ela estudou na University of Oxford.",
         ("en", "pt"), None),
        ("Он сказал, что переговоры провалились.", "He said что переговоры провалились",
         ("ru", "en"), None),
        ("Он сказал, что переговоры снова провалились.",
         "He said что переговоры снова провалились.", ("ru", "en"),
         "что переговоры снова провалились."),
        ("政府は新しい予算案を承認した。", "The government 予算案を承認した。", ("ja", "en"),
         "予算案を承認した。"),
        ("وافقت الحكومة على الميزانية الجديدة", "The government agreed على الميزانية الجديدة today",
         ("ar", "en"), None),
        ("وافقت الحكومة أمس على الميزانية الجديدة", "Yes أمس على الميزانية الجديدة today",
         ("ar", "en"), "أمس على الميزانية الجديدة"),
        ("Die Minister einigten sich auf ein neues Budget.", "The ministers einigten sich auf ein "
         "neues Budget.", ("de", "en"), "einigten sich auf ein neues Budget."),
    ],
)  # fmt: skip
def test_four_copied_words_are_a_fault_and_three_are_not(
    source: str, target: str, langs: tuple[str, str], span: str | None
) -> None:
    assert spans(source, target, langs) == ([span] if span else [])


def test_two_copied_stretches_with_a_word_between_are_one() -> None:
    target = "Os ministros agreed on a brand new budget after long talks."
    assert spans(SOURCE, target, ("en", "pt")) == ["agreed on a brand new budget after long talks"]


@pytest.mark.parametrize(
    ("source", "target", "langs"),
    [
        ("Internet", "Internet", ("en", "pt")),
        ("Barack Obama met Angela Merkel.", "Barack Obama met Angela Merkel.", ("en", "nl")),
        ("He plays for Bayern Munich.", "Er spielt für Bayern Munich.", ("en", "de")),
        ("Read The Art of the Deal by Trump.", "Leia The Art of the Deal by Trump.", ("en", "pt")),
        ("They sang “we are the champions” all night.",
         "Cantaram “we are the champions” a noite toda.", ("en", "pt")),
        ("See www.example.org/what-we-know-so-far for more.",
         "Veja www.example.org/what-we-know-so-far.", ("en", "pt")),
        ("中国国家主席习近平访问了法国。", "Xi Jinping (习近平主席) visited France.", ("zh", "en")),
        ("会議は東京国際展示場で開かれた。", "会议在东京国际展示场举行。", ("ja", "zh")),
    ],
)  # fmt: skip
def test_names_titles_and_addresses_stay_as_they_are(
    source: str, target: str, langs: tuple[str, str]
) -> None:
    assert spans(source, target, langs) == []


@pytest.mark.parametrize("langs", [("pt-BR", "pt-PT"), ("zh", "zh-TW"), ("en", "en")])
def test_two_forms_of_one_language_are_never_judged(langs: tuple[str, str]) -> None:
    assert spans(SOURCE, SOURCE, langs) == []
