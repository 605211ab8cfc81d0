"""Quotation marks are paired over an article, by the habits of each language."""

import pytest

from tests.checks.articles import marked, marked_in_pair
from transcheck.checks.unbalanced_quotes import UNBALANCED_QUOTES
from transcheck.model import Side

LONG = "The river rose all night, and the old bridge near the mill shook under the weight. " * 4


def quotes(text: str, lang: str = "en") -> list[tuple[int, str]]:
    return marked(UNBALANCED_QUOTES, text, lang)


def test_a_lost_mark_shows_in_a_text_of_real_paragraphs() -> None:
    text = 'It rained. The roads were wet.\n\n"We are ready, said the mayor. He left at noon.\n'
    assert quotes(text) == [(3, '"')]


def test_a_text_of_one_sentence_a_line_leaves_it_open_where_a_quotation_ends() -> None:
    assert quotes('It rained.\nWe are ready," said the mayor.\nHe left.\n') == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (f'She said: "{LONG}Then it fell." He nodded.', "en"),
        ("“It rained. We waited.\n\n“Then it cleared. We left,” he said. He smiled.", "en"),
        ("«Llovió. Esperamos.\n\n»Luego paró. Nos fuimos», dijo. Y rio.", "es"),
        ("Er sagte: »Nein. Nie!« Sie: „Doch. Doch!“ Ende. Schluss.", "de"),
        ("Il dit : « Non. Jamais ! » Elle rit. Elle part.", "fr"),
        ('Parlò dell’«amico» e dell\'"altro". Poi tacque.', "it"),
        ("Hon sade: ”Nej. Aldrig.” Han gick. Hon kom.", "sv"),
        ("Он сказал: «Это фильм «Сталкер». Она ушла. Он тоже.", "ru"),
        ("彼は「『雪国』を読んだ」と言った。彼女は笑った。", "ja"),
        ("他说“好”。她说“不”。", "zh"),
        ("如果没有，则为“-”。", "zh"),
        ('設定にかかわらず、".torrent"ファイルは残ります。', "ja"),
        ("그는 \"안녕\"이라고 했다. 그녀는 '응'이라고 했다.", "ko"),
        ('The pipe is 6" wide. He is 5\'10" tall. It fits.', "en"),
        ("The ‘90s were loud. Rock ‘n’ roll won. ‘Tis so.", "en"),
        ('See <a href="x">here</a> and `say "x`. It works.', "en"),
    ],
)
def test_sound_quotations_pass(text: str, lang: str) -> None:
    assert quotes(text, lang) == []


@pytest.mark.parametrize(
    ("text", "lang", "mark"),
    [
        ("Er nannte es „schön und ging. Sie blieb.", "de", "„"),
        ("Il l'a dit «beau et partit. Elle resta.", "fr", "«"),
        ("Nazwał to „ładnym i wyszedł. Ona została.", "pl", "„"),
        ("Он назвал это «красивым и ушёл. Она осталась.", "ru", "«"),
        ("彼は「美しいと言った。彼女は残った。", "ja", "「"),
        ("He called it ‘fine and left. She stayed.", "en", "‘"),
    ],
)
def test_a_mark_that_is_never_closed(text: str, lang: str, mark: str) -> None:
    assert quotes(text, lang) == [(1, mark)]


def test_the_innermost_mark_is_blamed_where_the_outer_one_is_closed() -> None:
    assert quotes("„Er sagte «nein und ging“, sagte sie. Dann schwieg sie.", "de") == [(1, "«")]


def test_the_source_tells_where_a_quotation_ends() -> None:
    source = '"We are ready," he said.\nIt rained.\n'
    found = marked_in_pair(UNBALANCED_QUOTES, source, "Nós estamos prontos”, disse.\nChoveu.\n")
    assert found == [(Side.TARGET, 1, "”")]


def test_the_source_tells_that_a_mark_repeated_on_the_next_line_is_a_new_one() -> None:
    source = '"We are ready," he said.\n"So are we," she said.\n'
    target = "“Nós estamos prontos, disse ele.\n“Nós também”, disse ela.\n"
    assert marked_in_pair(UNBALANCED_QUOTES, source, target) == [(Side.TARGET, 1, "“")]


def test_a_fault_that_the_source_has_is_reported_there() -> None:
    source = "He called it “fine and left.\nIt rained.\n"
    target = "Ele chamou-lhe “belo e saiu.\nChoveu.\n"
    assert marked_in_pair(UNBALANCED_QUOTES, source, target) == [(Side.SOURCE, 1, "“")]


def test_a_language_may_keep_one_quotation_over_two_sentences_of_the_source() -> None:
    source = '"We left," he said.\n"It rained."\n'
    target = "«Мы ушли, — сказал он. —\nШёл дождь».\n"
    assert marked_in_pair(UNBALANCED_QUOTES, source, target, ("en", "ru")) == []
