"""A sentence that the source lacks is reported, but never in a text alone."""

from tests.checks.aligned import findings
from transcheck.checks.added_sentence import ADDED_SENTENCE
from transcheck.model import Role, Severity, Side


def test_the_place_in_both_texts_is_named() -> None:
    (found,) = findings(ADDED_SENTENCE, [(1, 1), (None, 2), (2, 3)])
    assert (found.side, found.path, found.line) == (Side.TARGET, "pt.txt", 2)
    assert found.message == "added: en.txt does not say it; it would stand between lines 1 and 2"
    assert found.severity is Severity.WARNING


def test_a_text_alone_has_no_added_sentences() -> None:
    assert findings(ADDED_SENTENCE, [(None, 1), (None, 2)]) == []


def test_a_headline_of_one_side_is_a_note() -> None:
    (found,) = findings(ADDED_SENTENCE, [(None, 1), (1, 2)], role=Role.HEADLINE)
    assert found.severity is Severity.NOTE


def test_what_a_web_page_left_behind_is_nothing() -> None:
    assert findings(ADDED_SENTENCE, [(None, 1), (2, 2)], text="Read more: harbour {} shut") == []
    assert findings(ADDED_SENTENCE, [(None, 1), (2, 2)], text="* * *") == []
