import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.leaked_markup import LEAKED_MARKUP
from transcheck.model import Side
from transcheck.text.markup import Kind, markup

BAD = [
    ("<b>", ""),
    ("</p>", ""),
    ("<br />", ""),
    ('<a href="x">', ""),
    ("< / b >", ""),
    ("<!-- x -->", ""),
    ("<0/>", ""),
    ("</1>", ""),
    ("&amp;", "&"),
    ("&nbsp;", "\xa0"),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&amp;amp;lt;", "<"),
    ("& quot;", '"'),
    ("&eacute;", "é"),
    ("&lt;b&gt;", ""),
    ("[/url]", ""),
    ("[url=http://x.example]", ""),
    ("[a link](https://x.example/y)", "a link"),
    ("[[Page|text]]", "text"),
    ("{{name}}", None),
    ("{% if x %}", None),
    ("${user.name}", None),
    ("%(count)s", None),
    ("%s", None),
    ("%1$s", None),
    ("{0}", None),
    ("{name}", None),
    ("{n, plural, one {x}}", None),
    ("[USER_NAME]", None),
    (".a { color: red; }", None),
    ("font-size: 12px;", None),
    ("function f() { return 1; }", None),
    ("window.x = 1;", None),
    ('{"a": 1, "b": "c"}', None),
    (r"\u00e9", "é"),
    (r"\ud83d\ude00", "😀"),
    (r"\xa0", "\xa0"),
    (r"\"", '"'),
    (r"\n", " "),
    ("%C3%A9", "é"),
]


@pytest.mark.parametrize(("bad", "repaired"), BAD)
def test_it_is_marked_between_words_with_its_repair(bad: str, repaired: str | None) -> None:
    text = f"The old {bad} harbour"
    (hit,) = hits(LEAKED_MARKUP, None, text, langs=("fr", "en"))
    assert hit.span.of(text) == bad
    assert hit.suggestion == repaired


@pytest.mark.parametrize(
    "text",
    [
        "R&D at AT&T; Q&A",
        "x < y and a > b",
        "3 < 5 > 2",
        "100% of 5 % s",
        "{1, 2, 3} ∪ {x | x > 0}",
        "I <3 it",
        "a <b and c> d",
        "[sic] [1] [...]",
        "50%ige Lösung",
        "C:\\new\\table",
        "£5&€6; ok",
        "https://x.example/%20a?b=1&amp;c",
        "me@x.example",
        "$5 and $HOME",
        "Note: red; width: broad",
        'She wrote "title": a novel',
        "a/b {a}",
        "10 %; so: it is",
        "#tag",
        "<https://x.example>",
        "L’Oréal & Co; Marks&Spencer; fine",
    ],
)
def test_signs_of_prose_survive(text: str) -> None:
    assert lone(LEAKED_MARKUP, text) == []


def test_a_placeholder_of_the_source_belongs_to_both() -> None:
    assert hits(LEAKED_MARKUP, "Hello {name}", "Olá {name}") == []
    (hit,) = hits(LEAKED_MARKUP, "Hello you", "Olá {name}")
    assert hit.side is Side.TARGET


def test_a_tag_of_the_source_is_reported_there() -> None:
    (hit,) = hits(LEAKED_MARKUP, "Hello <b>you", "Olá <b>você")
    assert hit.side is Side.SOURCE


def test_a_token_of_an_engine_is_not_a_tag() -> None:
    assert lone(LEAKED_MARKUP, "The end</s>") == []


def test_larger_pieces_come_first() -> None:
    (piece,) = markup("x .a { content: &amp;; } y")[:1]
    assert piece.kind in {Kind.CODE, Kind.ENTITY}


def test_long_hostile_text_takes_no_time() -> None:
    assert markup("<a " * 3000 + "{" * 3000 + "&" * 3000 + "[" * 3000) == []
