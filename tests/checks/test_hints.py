"""The hint of a check may be wrong in one way only: where it holds and nothing is at fault."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.benchmarks.corpus import NTREX, Part, articles
from tests.checks.test_examples import CASES, rows_of
from transcheck.checks import registry
from transcheck.checks.base import Check, Context, Texts
from transcheck.checks.hints import Hints, shape
from transcheck.model import Measured, Origin, Pair, Role, Segment
from transcheck.units import Unit

HINTED = [check for check in registry.ALL if check.hint or check.string_hint]
HINTS = Hints([check.hint for check in HINTED])
STRING_HINTS = Hints([check.string_hint or check.hint for check in HINTED])
# One of each kind; the word lists of all take a gigabyte.
LANGS = ["en", "de", "fr", "tr", "ru", "zh", "th"]
TEXTS = sorted({text for _, one in CASES for text in (one.text, one.source or "", *one.article)})
# What hints look for, and what they must not look past: other white space, marks at the edges.
PIECES = st.sampled_from([
    " ", "  ", "\u00a0", "\t", "\n", "\u2009", ",", ".", "..", "?", "!", "%", "%s", "{0}", "<b>",
    "</b>", "&amp;", "\\n", "“", "”", '"', "(", ")", "@me", "#tag", "www.example.org", "3", "three",
    "drei", "Ã ", "Â ", "â€", "\ufffd", "\u200b", "\u00ad", "ﬁ", "а", "α", "livre sterling",
    "segunda feira", "a b c d e", "INVALID", "__XX__", "A", "the", "und", "–",
])  # fmt: skip


def missed(row: Measured, context: Context) -> list[str]:
    """Return the checks that find a fault in a row of which their hint says that it has none."""
    sides = [side for side in (row.pair.source, row.pair.target) if side]
    string = row.pair.unit is not None
    bits = 0
    for side in sides:
        bits |= (STRING_HINTS if string else HINTS).of(side.text, side.lang)
    return [
        check.name
        for number, check in enumerate(HINTED)
        if (check.hint or (string and check.string_hint))
        and not bits >> number & 1
        and any(True for _ in check.run(row, context))
    ]


def row_of(
    source: str | None, target: str, langs: tuple[str, str], *, string: bool, number: int = 1
) -> Measured:
    def segment(text: str, lang: str) -> Segment:
        role = Role.STRING if string else Role.BODY
        return Segment(
            id="1",
            text=text,
            lang=lang,
            path=lang,
            offset=0,
            line=1,
            column=1,
            block=number,
            role=role,
        )

    unit = Unit(key="key") if string else None
    beside = None if source is None else segment(source, langs[0])
    pair = Pair(
        id=str(number),
        source=beside,
        target=segment(target, langs[1]),
        origin=Origin.GIVEN,
        unit=unit,
    )
    return Measured(pair=pair)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return an example of a check with something put into it and something taken out."""
    text = draw(st.sampled_from(TEXTS))
    for piece in draw(st.lists(PIECES | st.text(max_size=4), max_size=3)):
        place = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 3))
        text = text[:place] + piece + text[place + gone :]
    return text


@settings(max_examples=100, deadline=None)
@given(
    source=st.none() | texts(),
    target=texts(),
    langs=st.tuples(st.sampled_from(LANGS), st.sampled_from(LANGS)),
    string=st.booleans(),
)
def test_where_no_token_hints_at_a_fault_the_check_finds_none(
    source: str | None, target: str, langs: tuple[str, str], *, string: bool
) -> None:
    assert missed(row_of(source, target, langs, string=string), Context()) == []


def test_no_example_needs_a_fault_that_its_hint_denies() -> None:
    for _, example in CASES:
        rows = rows_of(example) if not example.embedded else []
        context = Context(texts=Texts(pairs=tuple(row.pair for row in rows)))
        assert [missed(row, context) for row in rows] == [[] for _ in rows]


@pytest.mark.skipif(not NTREX.is_dir(), reason="the corpus is not beside the repository")
@pytest.mark.parametrize("lang", ["de", "ru", "zh", "fr"])
def test_no_sentence_of_the_corpus_is_judged_otherwise(lang: str) -> None:
    ours, theirs = (
        [text for article in articles(tag, Part.DEVELOPMENT) for text in article.sentences]
        for tag in ("en", lang)
    )
    for source, target in zip(ours[:400], theirs[:400], strict=True):
        assert missed(row_of(source, target, ("en", lang), string=False), Context()) == []


@pytest.mark.parametrize("check", [check for check in registry.ALL if check.strings or check.prose])
def test_a_check_of_strings_or_of_prose_says_nothing_of_the_other(check: Check) -> None:
    for _, example in CASES:
        for row in rows_of(example) if not example.embedded else []:
            other = row_of(
                row.pair.source.text if row.pair.source else None,
                row.pair.target.text if row.pair.target else "",
                (example.source_lang, example.lang),
                string=check.prose,
            )
            assert list(check.run(other, Context())) == []


@pytest.mark.parametrize("check", [check for check in registry.ALL if check.plurals])
def test_a_check_of_plural_forms_says_nothing_of_a_message_without_them(check: Check) -> None:
    for _, example in CASES:
        for row in rows_of(example) if not example.embedded else []:
            text = (row.pair.target.text if row.pair.target else "").replace("{", "")
            beside = row.pair.source.text if row.pair.source else None
            langs = (example.source_lang, example.lang)
            assert list(check.run(row_of(beside, text, langs, string=True), Context())) == []


@pytest.mark.parametrize("check", [check for check in registry.ALL if check.terms])
def test_a_check_of_terms_says_nothing_without_a_glossary(check: Check) -> None:
    for _, example in CASES:
        for row in rows_of(example) if not example.embedded else []:
            assert list(check.run(row, Context())) == []


@pytest.mark.parametrize("check", [check for check in registry.ALL if check.measures])
def test_a_check_that_needs_a_measure_says_nothing_without_one(check: Check) -> None:
    for _, example in CASES:
        for row in rows_of(example) if not example.embedded else []:
            bare = Measured(pair=row.pair)
            assert list(check.run(bare, Context())) == []


def test_patterns_have_no_flags_for_all_are_sought_as_one() -> None:
    looks = [
        hint(lang) if callable(hint) else hint
        for lang in LANGS
        for hint in (check.hint for check in HINTED)
    ]
    assert {look.flags for look in looks if isinstance(look, re.Pattern)} == {re.UNICODE}


@settings(max_examples=100, deadline=None)
@given(text=texts(), lang=st.sampled_from(LANGS))
def test_patterns_find_as_much_in_the_shape_of_a_token(text: str, lang: str) -> None:
    for check in HINTED:
        for hint in (check.hint, check.string_hint):
            look = hint(lang) if callable(hint) else hint
            if isinstance(look, re.Pattern):
                for token in text.split(" "):
                    assert bool(look.search(token)) == bool(look.search(shape(token)))


def test_a_pattern_is_sought_in_every_token() -> None:
    hints = Hints([re.compile("<"), None, lambda lang: "ja".__eq__ if lang == "de" else None])
    assert hints.of("a <b> c", "de") == 1
    assert hints.of("ja, ja", "de") == hints.of("a ja", "de") == 4
    assert hints.of("ja", "en") == 0
