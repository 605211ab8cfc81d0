"""Every segment of both texts stands in one pair, or the user learns where the texts part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transcheck.alignment.structure import align, pair_translations
from transcheck.errors import AlignmentError
from transcheck.model import Document, Origin, Pair, Segment
from transcheck.segment import rejoin, segment
from transcheck.translations import Translation

SENTENCE = st.sampled_from(["One left.", "Two of 3 stayed!", "Is it so?", "He said: “Go.”"])
BLOCKS = st.lists(st.lists(SENTENCE, min_size=1, max_size=3), min_size=1, max_size=6)
GAPS = st.sampled_from([" ", "  ", "\u00a0"])


def parts(text: str, path: str = "a.txt", lang: str = "en") -> tuple[Segment, ...]:
    return segment(Document(path=path, text=text, lang=lang))


def sides(pair: Pair) -> tuple[str, str]:
    assert pair.source is not None
    assert pair.target is not None
    return pair.source.text, pair.target.text


def test_sentences_are_paired_inside_their_blocks() -> None:
    pairs = align(
        parts("Ferry stays\n\nThe council met. It voted.\n\nAll went home."),
        parts("Fähre bleibt\n\nDer Rat tagte. Er stimmte ab.\n\nAlle gingen heim.", lang="de"),
    )
    assert [sides(pair) for pair in pairs] == [
        ("Ferry stays", "Fähre bleibt"),
        ("The council met.", "Der Rat tagte."),
        ("It voted.", "Er stimmte ab."),
        ("All went home.", "Alle gingen heim."),
    ]
    assert [pair.id for pair in pairs] == ["1", "2", "3", "4"]
    assert {pair.origin for pair in pairs} == {Origin.GIVEN}


def test_a_block_with_other_sentence_counts_is_one_pair() -> None:
    source = parts("Head one\n\nFirst it rained.  Then it snowed. All left.\n\nEnd.")
    pairs = align(source, parts("Kopf eins\n\nErst Regen, dann Schnee. Alle weg.\n\nEnde."))
    assert sides(pairs[1]) == (
        "First it rained.  Then it snowed. All left.",
        "Erst Regen, dann Schnee. Alle weg.",
    )
    merged = pairs[1].source
    assert merged is not None
    assert (merged.id, merged.line, merged.column, merged.offset) == ("s2-s4", 3, 1, 10)
    assert len(pairs) == 3


def test_a_block_over_several_lines_keeps_its_places() -> None:
    text = (
        "The council of the old town by the sea voted late on Tuesday to\r\n"
        "keep the last ferry going across the sound, for the time being. \r\n"
        "Nobody in the crowded hall had thought that it would go so far,\r\n"
        "and yet all of them went home in the rain without another word."
    )
    source = parts(text)
    assert len({one.block for one in source}) == 1 < len(source)
    (pair,) = align(source, parts("Alles in einem Satz."))
    merged = pair.source
    assert merged is not None
    assert len(merged.text) == len(text)
    for word in ("keep", "Nobody", "yet"):
        index = text.index(word)
        assert merged.text[index : index + len(word)] == word
        line = text.count("\n", 0, index) + 1
        assert merged.position(index) == (line, index - text.rfind("\n", 0, index))


def test_lost_paragraph_breaks_do_not_matter_if_the_sentences_are_as_many() -> None:
    pairs = align(parts("One left.\n\nTwo left.\n\nAll left."), parts("A ging. B ging. C ging."))
    assert [sides(pair)[1] for pair in pairs] == ["A ging.", "B ging.", "C ging."]


def test_a_missing_paragraph_is_named_on_both_sides() -> None:
    source = (
        "The council keeps the ferry\n\nIt voted on 3 May.\n\nSome 300 people came to the old hall "
        "to listen and stayed.\n\nThe boat costs 4 million. Nobody minds.\n\nAll went home."
    )
    target = (
        "Der Rat behält die Fähre\n\nEr stimmte am 3. Mai ab.\n\n"
        "Das Boot kostet 4 Millionen. Keinen stört es.\n\nAlle gingen heim."
    )
    with pytest.raises(AlignmentError) as caught:
        align(parts(source), parts(target, path="b.txt", lang="de"))
    assert caught.value.message == (
        "a.txt has 5 paragraphs and headings, b.txt has 4; they seem to part at a.txt:5 and b.txt:5"
    )
    assert "“Some 300 people came" in caught.value.hint
    with pytest.raises(AlignmentError, match=r"at b\.txt:5 and a\.txt:5"):
        align(parts(target, path="b.txt", lang="de"), parts(source))


def test_a_paragraph_missing_at_the_end_is_named() -> None:
    with pytest.raises(AlignmentError, match=r"a\.txt:5 and b\.txt:3"):
        align(parts("One 1.\n\nTwo 2.\n\nThree 3."), parts("Eins 1.\n\nZwei 2.", path="b.txt"))


def test_a_text_without_counterpart_is_refused() -> None:
    with pytest.raises(AlignmentError, match=r"a\.txt has text, the other side has none"):
        align(parts("One."), ())
    assert align((), ()) == ()


@given(BLOCKS, st.data())
def test_every_segment_stands_in_one_pair(blocks: list[list[str]], data: st.DataObject) -> None:
    other = [data.draw(st.lists(SENTENCE, min_size=1, max_size=3)) for _ in blocks]
    gap = data.draw(GAPS)
    texts = ["\n\n".join(gap.join(block) for block in side) for side in (blocks, other)]
    source, target = parts(texts[0]), parts(texts[1], path="b.txt")
    pairs = align(source, target)
    for side, segments in (("source", source), ("target", target)):
        covered = [getattr(pair, side) for pair in pairs]
        assert [one.offset for one in covered] == sorted(one.offset for one in covered)
        held = [
            [one for one in segments if whole.offset <= one.offset < whole.offset + len(whole.text)]
            for whole in covered
        ]
        assert [one for some in held for one in some] == list(segments)
    assert [pair.id for pair in pairs] == [str(n) for n in range(1, len(pairs) + 1)]


@given(st.lists(SENTENCE, min_size=1), st.lists(SENTENCE, min_size=1))
def test_uneven_texts_pair_or_say_where_they_part(one: list[str], other: list[str]) -> None:
    source, target = parts("\n\n".join(one)), parts("\n\n".join(other), path="b.txt")
    if len(one) == len(other) or len(source) == len(target):
        assert len(align(source, target)) == len(source)
    else:
        with pytest.raises(AlignmentError, match=r"a\.txt:\d+ and b\.txt:\d+"):
            align(source, target)


def test_translations_are_paired_with_their_sources() -> None:
    source = Document(path="a.txt", text="One. Two.\n\nThree.", lang="en")
    made = segment(source)
    _, target = rejoin(source, made, ["Eins.", "", "Drei."], lang="de", path="translation:de")
    said = tuple(Translation(text=each.text, score=-0.5) for each in target)
    pairs = pair_translations(made, target, said)
    assert [sides(pair) for pair in pairs] == [("One.", "Eins."), ("Two.", ""), ("Three.", "Drei.")]
    assert {pair.origin for pair in pairs} == {Origin.TRANSLATED}
    assert tuple(pair.translation for pair in pairs) == said
    with pytest.raises(ValueError, match="shorter"):
        pair_translations(made, target[:2], said)
