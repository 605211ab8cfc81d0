"""What is no prose: addresses, names for machines, code."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.text import protected as module
from transcheck.text.protected import protected, touches

PIECES = (
    "The", "U.S", "3.5", " ", ". ", "www.", "http://x", "mailto:", "@", "#", "(", ")", "()", "{",
    "}", "<b>", "&", "amp;", "$", "x", "%", "s", "::", "->", "js", ".com", "`", "_", "a.b(", "é",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "away"),
    [
        ("see https://example.org/A,b?c=D now", ["https://example.org/A,b?c=D"]),
        ("write to Jo.Doe@Example.co.uk.", ["Jo.Doe@Example.co.uk"]),
        ("Booking.com and www.Foo.bar", ["Booking.com", "www.Foo.bar"]),
        ("@JohnSmith on #MeToo", ["@JohnSmith", "#MeToo"]),
        ("open ReportFinal.pdf", ["ReportFinal.pdf"]),
        ("call foo_barBaz or getName()", ["foo_barBaz", "getName()"]),
        ("Hello {userName}, %(count)s left", ["{userName}", "%(count)s"]),
        ("a <b>bold</b> &amp; word", ["<b>", "</b>", "&amp;"]),
        ("The end.After that, $10million and 5% discount (so)", []),
        ("Washington.De acordo", []),
    ],
)
def test_what_is_no_prose(text: str, away: list[str]) -> None:
    assert [text[start:end] for start, end in protected(text)] == away


@pytest.mark.parametrize(
    "unit", ["a", "a.", "a_", "a-", "@", "a@", "(", "a.b(", "<", "{", "%(", "&a"]
)
def test_a_long_run_takes_no_more_than_linear_time(unit: str) -> None:
    begin = time.process_time()
    protected("#" + " " + unit * 50_000)
    assert time.process_time() - begin < 2


def test_spans_that_share_a_character_touch() -> None:
    assert touches([(2, 5)], 4, 6)
    assert not touches([(2, 5)], 5, 6)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_quick_first_look_hides_nothing(text: str) -> None:
    assert protected(text) == [match.span() for match in module._PROTECTED.finditer(text)]
