"""truncated: what an article around a segment adds to the examples."""

import pytest

from tests.checks.pairs import NO_CONTEXT, hits
from transcheck.checks.base import Context, Texts
from transcheck.checks.truncated import TRUNCATED
from transcheck.model import Document, Measured, Origin, Pair, Role, Segment
from transcheck.segment import segment

SENTENCES = (
    "The harbour was built in 1890.",
    "It was widened twice, and the railway came in 1921.",
    "Fishing boats still use the northern quay.",
    "The council wants to move them to the other side of the bay.",
    "Nobody has asked the fishermen yet.",
)
LONG = "Most of the fishermen are against the plan, because the new quay is open to wind"


def spans(texts: tuple[str, ...], role: Role = Role.BODY) -> list[str]:
    """Return what is marked in an article of these sentences."""
    segments = [
        Segment(
            id=str(n),
            text=text,
            lang="en",
            path="x",
            offset=n,
            line=n,
            column=1,
            block=n,
            role=role,
        )
        for n, text in enumerate(texts)
    ]
    pairs = tuple(Pair(id=one.id, source=None, target=one, origin=Origin.GIVEN) for one in segments)
    context = Context(texts=Texts(pairs=pairs))
    return [
        hit.span.of(one.text)
        for one, pair in zip(segments, pairs, strict=True)
        for hit in TRUNCATED.run(Measured(pair=pair), context)
    ]


def roles(*headings: str) -> list[str]:
    """Return what is marked in an article with these lines in it, all read from a document."""
    lines = ["Harbour news", *SENTENCES]
    for heading in headings:
        lines += [heading, *SENTENCES[:2]]
    document = Document(path="x", text="\n\n".join(lines), lang="en")
    segments = list(segment(document))
    pairs = tuple(Pair(id=one.id, source=None, target=one, origin=Origin.GIVEN) for one in segments)
    context = Context(texts=Texts(pairs=pairs))
    return [
        hit.span.of(one.text)
        for one, pair in zip(segments, pairs, strict=True)
        for hit in TRUNCATED.run(Measured(pair=pair), context)
    ]


def test_the_end_of_an_article_is_cut() -> None:
    assert spans((*SENTENCES, LONG)) == ["wind"]


def test_a_sentence_in_mid_article_has_its_mark_like_the_others() -> None:
    assert spans((*SENTENCES, LONG, "They said so.")) == ["wind"]
    assert spans((*SENTENCES, "Photo: the old quay", "They said so.")) == []


def test_a_sentence_that_only_lacks_its_mark_is_no_cut() -> None:
    whole = "Most of the fishermen said on Monday that they would vote against the proposals"
    assert spans((*SENTENCES, whole, "They said so.")) == []


def test_where_others_lack_their_marks_too_it_proves_nothing() -> None:
    bare = tuple(sentence.rstrip(".") for sentence in SENTENCES)
    assert spans((*SENTENCES, *bare, *SENTENCES, LONG, "They said so.")) == []


def test_a_heading_is_cut_only_if_it_is_long_and_the_only_one() -> None:
    assert roles("The mayor said on Monday that the new bridge would be") == ["be"]
    assert roles("What the fishermen are waiting for") == []
    assert roles("The mayor said on Monday that the new bridge would be", "A second heading") == []


def test_a_standfirst_at_the_top_has_no_stop() -> None:
    assert spans((LONG, *SENTENCES)) == []


def test_a_stump_of_a_word_shows_anywhere() -> None:
    cut = "Most of the fishermen are against the plan of the fisherm"
    assert spans((*SENTENCES, cut, "They said so.")) == ["fisherm"]


def test_a_dash_after_the_mark_is_no_cut() -> None:
    assert spans((*SENTENCES[:4], "“I am not running,” said the mayor of the old town. —")) == []
    assert spans((*SENTENCES[:4], "“I am not running,” said the mayor of the old —")) == ["—"]


def test_a_sentence_that_runs_on_in_the_next_line_is_whole() -> None:
    assert spans((*SENTENCES, "Most of them said that they would not go to the", "new quay.")) == []


@pytest.mark.parametrize(
    ("text", "source", "marked"),
    [
        ("O porto foi fechado porque um", "The harbour was closed because a ship sank.", ["um"]),
        ("O porto foi fechado hoje cedo", "The harbour was closed today.", []),
        ("O porto fechado", "The closed harbour", []),
    ],
)
def test_the_source_decides(text: str, source: str, marked: list[str]) -> None:
    assert [hit.span.of(text) for hit in hits(TRUNCATED, source, text)] == marked


def test_a_fault_of_the_source_alone_is_left_to_the_source() -> None:
    assert NO_CONTEXT.texts.pairs == ()
    found = hits(TRUNCATED, "The harbour was closed by the", "O porto foi fechado.")
    assert [hit.side.value for hit in found] == ["source"]
