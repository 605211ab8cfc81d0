"""Files of one unit a line are paired line by line, or refused."""

import pytest

from transcheck.alignment.lines import pair_lines
from transcheck.errors import AlignmentError, InputError
from transcheck.model import Document, Role
from transcheck.segment import LONGEST


def document(text: str, path: str = "a.txt", lang: str = "en") -> Document:
    return Document(path=path, text=text, lang=lang)


def test_a_line_is_one_segment_at_its_place() -> None:
    source = "One. Two.\r\n\r\n  - Three\nFour"
    pairs = pair_lines(document(source), document("Eins. Zwei.\nDrei\n\nVier\n", "b.txt", "de"))
    sides = [(pair.source, pair.target) for pair in pairs]
    assert [(one.text, other.text) for one, other in sides if one and other] == [
        ("One. Two.", "Eins. Zwei."),
        ("- Three", "Drei"),
        ("Four", "Vier"),
    ]
    for one, _ in sides:
        assert one is not None
        assert source[one.offset :].startswith(one.text)
    item = pairs[1].source
    assert item is not None
    assert (item.line, item.column, item.role, item.block) == (3, 3, Role.LIST, 1)


def test_unequal_counts_are_refused_with_both_files_and_counts() -> None:
    with pytest.raises(AlignmentError) as caught:
        pair_lines(document("One\n\nTwo"), document("Eins\nZwei\nDrei\n", "b.txt"))
    assert caught.value.message == "a.txt has 2 lines with text, b.txt has 3"


def test_empty_texts_have_no_pairs() -> None:
    assert pair_lines(document("\n \n"), document("", "b.txt")) == ()


def test_a_line_that_no_model_takes_is_refused() -> None:
    with pytest.raises(InputError, match=r"a\.txt:2: a line of 10,001 characters"):
        pair_lines(document("x\n" + "x" * (LONGEST + 1)), document("x\nx"))
