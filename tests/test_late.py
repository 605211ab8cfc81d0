"""Patterns that are compiled when they are first used."""

import re

import pytest

from transcheck.text.late import late


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_it_does_what_the_compiled_pattern_does() -> None:
    written, compiled = late(r"(?P<word>\w+)", re.ASCII), re.compile(r"(?P<word>\w+)", re.ASCII)
    text = "two wörds"
    assert written.findall(text) == compiled.findall(text)
    assert written.sub("x", text) == compiled.sub("x", text)
    assert (written.pattern, written.flags) == (compiled.pattern, compiled.flags)
    assert [each.span() for each in written.finditer(text)] == [(0, 3), (4, 5), (6, 9)]
