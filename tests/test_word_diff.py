"""The word diff: its pieces make up both texts, and a change stays as small as its words."""

from hypothesis import given
from hypothesis import strategies as st

from transcheck.text.word_diff import Kind, word_diff


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    return [(str(kind), text) for kind, text in word_diff(old, new)]


@given(st.text(), st.text())
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    found = word_diff(old, new)
    assert "".join(piece.text for piece in found if piece.kind is not Kind.ADDED) == old
    assert "".join(piece.text for piece in found if piece.kind is not Kind.REMOVED) == new
    assert all(piece.text for piece in found)


def test_only_the_changed_words_are_marked() -> None:
    assert pieces("the 12 men came", "the 21 men came") == [
        ("same", "the "), ("removed", "12"), ("added", "21"), ("same", " men came"),
    ]  # fmt: skip


def test_a_lost_space_is_a_piece_of_its_own() -> None:
    assert pieces("word , and", "word, and") == [
        ("same", "word"), ("removed", " "), ("same", ", and"),
    ]  # fmt: skip


def test_scripts_without_spaces_change_sign_by_sign() -> None:
    assert pieces("大臣は来た", "大臣も来た") == [
        ("same", "大臣"), ("removed", "は"), ("added", "も"), ("same", "来た"),
    ]  # fmt: skip


def test_very_long_texts_are_compared_as_a_whole() -> None:
    old, new = "a " * 5000, "b " * 5000
    assert pieces(old, new) == [("removed", old), ("added", new)]
