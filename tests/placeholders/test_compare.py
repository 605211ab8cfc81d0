"""Placeholders by dialect: what is one, and when two texts have the same."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.placeholders import messages
from transcheck.placeholders.compare import Differences, compare
from transcheck.placeholders.reading import find, is_message
from transcheck.placeholders.syntaxes import DECLARED


def differences(source: str, target: str, *dialects: str) -> Differences:
    message = is_message(source, dialects)
    return compare(find(source, dialects, message=message), find(target, dialects, message=message))


@pytest.mark.parametrize(
    ("dialect", "text", "names"),
    [
        ("printf", "%-5d of %s, %% and %.*f", ["", "", "%", ""]),
        ("printf", "%2$s: %1$'lu", ["2", "1"]),
        ("python", "%(user name)s has %(n)03d", ["user name", "n"]),
        ("python-brace", "{{literal}} {0!r:>10} {a.b[0]} {}", ["%", "%", "0", "a.b[0]", ""]),
        ("csharp", "{0,-10:N2} {1}", ["0", "1"]),
        ("ruby", "%{name} %<age>d", ["name", "age"]),
        ("i18next", "{{- user}} $t(common.key)", ["user", "common.key"]),
        ("mustache", "{{#list}}{{{raw}}}{{/list}}", ["#list", "raw", "/list"]),
        ("fluent", '{ $count -> *[other] { NUMBER($size, x: "y") } { -brand } }',
         ["$count", "$size", "-brand"]),
        ("qt", "%1 of %L2, %n in all", ["1", "2", "n"]),
        ("shell", "$HOME and ${USER:-me}", ["HOME", "USER"]),
        ("vue", "{count} @:common.key", ["count", "common.key"]),
        ("ios", "%1$@ and %2$lld", ["1", "2"]),
        ("", "%(a)s {b} {{c}} ${d} { $e }", ["a", "b", "c", "d", "$e"]),
        ("", "50% off, 100 % sure, 5%d, 100 %d, a {2, 3} set, {not a name}", []),
    ],
)  # fmt: skip
def test_placeholders_are_read_by_dialect(dialect: str, text: str, names: list[str]) -> None:
    found = find(text, (dialect,))
    assert ["%" if one.literal else one.name for one in found] == names
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("source", "target", "dialect", "counts"),
    [
        ("%d of %s", "%2$s: %1$d", "printf", (0, 0, 0)),
        ("%d of %s", "%s: %d", "printf", (0, 0, 2)),
        ("%d of %s", "%s", "printf", (1, 0, 0)),
        ("%i", "%d", "printf", (0, 0, 0)),
        ("%s", "%d", "printf", (0, 0, 1)),
        ("{} {}", "{1} {0}", "python-brace", (0, 0, 0)),
        ("{}", "{0} {1}", "python-brace", (0, 1, 0)),
        ("%(a)s", "%(b)s", "python", (0, 0, 1)),
        ("%(a)s", "%(a)s %(a)s", "python", (0, 0, 0)),
        ("{n, plural, other {{a}}}", "{n, plural, one {{a}} other {{a}}}", "icu", (0, 0, 0)),
        ("{n, plural, other {{a}}}", "{n, plural, other {x}}", "icu", (1, 0, 0)),
    ],
)
def test_two_texts_are_compared(
    source: str, target: str, dialect: str, counts: tuple[int, int, int]
) -> None:
    found = differences(source, target, dialect)
    assert (len(found.missing), len(found.added), len(found.changed)) == counts


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{n, plural, other {x}", "not closed"),
        ("x}", "not opened"),
        ("{n, plural, {x}}", "no selector"),
        ("{}", "names no argument"),
    ],
)
def test_a_broken_message_says_why(text: str, why: str) -> None:
    problem = messages.parse(text)[1]
    assert problem
    assert why in problem.why


def test_quoted_braces_are_text() -> None:
    assert messages.parse("it''s '{quoted}' and {real}")[0][0].name == "real"


def test_depth_and_length_cost_no_recursion_and_linear_time() -> None:
    deep = "{n, plural, other " * 20_000
    start = time.process_time()
    assert messages.parse(deep)[1]
    for opening in ("%" * 50_000, "{" * 50_000, "{a" * 30_000, "%(" * 30_000, "{{ " * 30_000):
        for dialect in (*DECLARED, ""):
            find(opening, (dialect,))
    assert time.process_time() - start < 20


@given(st.text("%({a}$n,)<>s1@: '"), st.sampled_from([*DECLARED, ""]))
def test_a_text_is_equal_to_itself(text: str, dialect: str) -> None:
    assert differences(text, text, dialect) == Differences()
