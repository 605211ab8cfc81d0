"""Blocks of prose: what is read of them, where it stands, and which are counterparts."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.errors import InputError
from transcheck.formats import html_pages, lines, markdown, order
from transcheck.formats.catalog import String
from transcheck.formats.html_tokens import tokens

PAGE = """<!doctype html><html><head><title>The &lt;title&gt;</title>
<meta name="description" content="About us"><script>var x = "<p>no</p>"</script></head>
<body class='a'><!-- <p>not this</p> -->
<h1 title=here>First
   heading</h1><p>One <b>bold</b> &amp; <code>x()</code><br>line.
<pre>no code</pre><ul><li>a <a href="/b" title="tip">link</a>, b<li>c</ul><table><td>5 < 6</td>
<p>last"""
DOCUMENT = """---
title: no
---

# Head & line #

A *first* \\* line &amp; **bold [link](http://a.b "t")** text,
  go on `no  code` and ![picture](p.png) <br> end.

> 1. 1 item
>    more
> - x ``a`b`` y

```
no
```

| a | b |
|---|---|
| c | a `d` e |

[ref]: http://a.b
See [ref] and <http://c.d>.
"""


def told(found: list[String]) -> list[tuple[str, str, str]]:
    return [(each.unit.key, each.block, each.text.text) for each in found]


def place(found: list[String], number: int, word: str) -> tuple[int, int]:
    text = found[number].text
    return text.segment("", "en", 0).position(text.text.index(word))


def test_a_page() -> None:
    found = html_pages.strings("a.html", PAGE.encode())
    assert told(found) == [
        ("1.1", "<title>", "The <title>"),
        ("1.2", "@content", "About us"),
        ("1.3", "@title", "here"),
        ("2.1", "h1", "First heading"),
        ("2.2", "<p>", "One <b>bold</b> & `x()` line."),
        ("2.3", "@title", "tip"),
        ("2.4", "<li>", "a <a>link</a>, b"),
        ("2.5", "<li>", "c"),
        ("2.6", "<td>", "5 < 6"),
        ("2.7", "<p>", "last"),
    ]
    written = PAGE.split("\n")
    for number, word in [
        (0, "title"),
        (3, "heading"),
        (4, "x()"),
        (4, "line"),
        (6, "link"),
        (9, "l"),
    ]:
        line, column = place(found, number, word)
        assert written[line - 1].startswith(word, column - 1), (number, word)


def test_a_document() -> None:
    found = markdown.strings("a.md", DOCUMENT.encode())
    assert told(found) == [
        ("1.1", "h1", "Head & line"),
        (
            "1.2",
            "p",
            "A <i>first</i> * line & <b>bold <a>link</a></b> text, go on `no  code` and picture "
            "<br> end.",
        ),
        ("1.3", "li", "1 item more"),
        ("1.4", "li", "x `a`b` y"),
        ("1.5", "th", "a"),
        ("1.6", "th", "b"),
        ("1.7", "td", "c"),
        ("1.8", "td", "a `d` e"),
        ("1.9", "p", "See <a>ref</a> and http://c.d."),
    ]
    words = [(0, "line"), (1, "first"), (1, "line"), (1, "bold"), (1, "link"), (1, "text"),
             (1, "go"), (1, "no"), (1, "picture"), (1, "end"), (2, "1"), (2, "more"), (3, "y"),
             (5, "b"), (7, "d"), (7, "e"), (8, "ref"), (8, "http")]  # fmt: skip
    written = DOCUMENT.split("\n")
    for number, word in words:
        line, column = place(found, number, word)
        assert written[line - 1].startswith(word, column - 1), (number, word)
    assert place(found, 2, "1") == (10, 6)


def blocks(*kinds: str) -> list[String]:
    text = lines.strings("a.txt", b"x")[0].text
    return order.numbered((kind, text) for kind in kinds)


def keys(found: list[String]) -> list[str]:
    return [each.unit.key for each in found]


def test_a_section_that_is_built_otherwise_is_named_and_the_others_are_paired() -> None:
    ours = blocks("p", "h1", "p", "p", "h2", "li")
    theirs = blocks("p", "h1", "p", "h2", "li")
    source, problems = order.alike("a.md", ours, theirs)
    assert keys(source) == ["1.1", "3.1", "3.2"]
    assert len(problems) == 1
    assert problems[0].startswith("a.md:1: 2 blocks against 3 in its source")


def test_other_headings_pair_nothing() -> None:
    source, problems = order.alike("a.md", blocks("h1", "h2"), blocks("h1", "h1"))
    assert source == []
    assert problems == [
        "a.md: its headings are not those of its source (2 and 2 sections), so it is not checked"
    ]


def test_lines_are_paired_only_if_there_are_as_many() -> None:
    ours, theirs = (lines.strings("a.txt", text.encode()) for text in ("a\nb\n", "c\n\nd"))
    assert [each.text.text for each in theirs] == ["c", "", "d"]
    assert order.alike("a.txt", ours, theirs)[1][0].startswith("a.txt:1: 3 lines against 2")


@given(st.text(alphabet="<>/!-\"'=ap &;\n", max_size=60))
def test_any_html_is_cut_without_gaps_backwards(text: str) -> None:
    done = 0
    for token in tokens(text):
        assert done <= token.start < token.end <= len(text)
        done = token.end


@given(st.text(alphabet="*_`[]()!<>\\&;~|#-+. \n\tab1\"'", max_size=80))
def test_any_markdown_is_read_and_every_place_is_in_the_text(text: str) -> None:
    written = text.split("\n")
    with contextlib.suppress(InputError):
        for each in markdown.strings("a.md", text.encode()):
            segment = each.text.segment("a.md", "en", 0)
            for index in range(len(segment.text)):
                line, _ = segment.position(index)
                assert 1 <= line <= len(written)


@pytest.mark.parametrize(
    "hostile", ["<a " * 400_000, "<!--" * 300_000, '<a b="' * 200_000, "<" * 10**6]
)
def test_hostile_html_takes_no_time(hostile: str) -> None:
    start = time.process_time()
    list(tokens(hostile))
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "hostile", ["[" * 50_000, "*a " * 20_000, "> " * 5_000, "`" * 50_000, "![](" * 9000]
)
def test_hostile_markdown_takes_no_time(hostile: str) -> None:
    start = time.process_time()
    with contextlib.suppress(InputError):
        markdown.strings("a.md", hostile.encode())
    assert time.process_time() - start < 5
