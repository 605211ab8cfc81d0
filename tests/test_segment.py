"""Segments stand at their exact places, nothing is lost, and sentences end where readers see it."""

from bisect import bisect_right

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transcheck.errors import InputError
from transcheck.model import LINE_BREAK, Document, Role, Segment
from transcheck.segment import LONGEST, rejoin, segment

UNSPACED = ("zh", "zh-TW", "ja")

# Each case is a language and the sentences of one paragraph.
SENTENCES = [
    ("en", ["The U.S. military moved.", "It left."]),
    ("en", ["He lives in the U.S.", "He moved there in May."]),
    ("en", ["Sen. Maria Lopez and Gov. J. K. Hall met at 3 p.m. on Jan. 6 in St. Louis.", "Good."]),
    ("en", ["The rate was 3.5 percent.", "No. 10 declined to comment."]),
    ("en", ["He met No. 10 officials and Acme Inc. executives.", "All left at 9 a.m. Tuesday."]),
    ("en", ["He left at 5 p.m.", "She stayed."]),
    ("en", ["“We will go…” he said.", "Then he left."]),
    ("en", ['"Is it time?" he asked.', '"It is!" she said.', "They went."]),
    ("en", ['He called it "a mistake."', "The company disagreed."]),
    ("en", ['"I like it."', '"So do I."']),
    ("en", ["“What now?” Mr. Smith asked.", "“Nothing!”", "The mayor left."]),
    ("en", ["“We will go,” he said.", "“It is time.”"]),
    ("en", ["WASHINGTON (AP) — The vote failed.", "It was close."]),
    ("en", ["The U.S. President met U.S. Senate leaders in Washington, D.C., on Friday.", "Good."]),
    ("en", ["J. K. Rowling wrote it.", "George W. Bush read it."]),
    ("en", ["Shares of Widget Co. rose.", "Analysts were surprised."]),
    ("en", ["Rep. Ann Lee, D-Calif., spoke on Sept. 11.", "Dr. Wu agreed."]),
    ("en", ["The first (see Fig. 3) is old.", "(The second is not.)", "Both fell."]),
    ("en", ["Costs rose approx. 5% i.e. more than e.g. Spain.", "Fine."]),
    ("en", ["1. The first item is here.", "It has two sentences."]),
    ("en", ["He paid. ", "iPhone sales fell."]),
    ("de", ["Das gilt z. B. für Dr. Meier, d. h. für alle.", "Am 3. Mai ist es vorbei."]),
    ("de", ["Er kam am 12. Dezember um 14 Uhr.", "Der 1. FC Köln gewann."]),
    ("de", ["Sie wurde 45.", "Das ist kein Alter."]),
    ("de", ["Siehe S. 12, Abs. 3 und Art. 5 usw. im Text.", "Das war alles."]),
    ("de", ["»Wir gehen!«, sagte er.", "»Es ist Zeit.«", "Dann gingen sie."]),
    ("de", ["Das war im 19. Jahrhundert.", "Prof. Dr. Klein sagt das auch."]),
    ("de", ["Er gewann gegen Hans Meier.", "1876 trat er zurück.", "15 Menschen kamen."]),
    (
        "de",
        [
            "Das steht in Nr. 5, Kap. 3 und Tab. 2.2 hier.",
            "Papst Pius X. 1903 und die Bergstr. 12 im Okt. 2020.",
        ],
    ),
    ("cs", ["Zemřel v Berlíně.", "15 lidí přišlo v r. 2020 podle kap. 3."]),
    ("fi", ["Hän kuoli Berliinissä.", "15 ihmistä tuli klo. 12."]),
    ("da", ["Han døde i Berlin.", "15 mennesker kom."]),
    ("fr", ["M. Dupont et Mme. Petit ont rencontré le Dr. Roy.", "Ils sont partis."]),
    ("fr", ["« C’est fini », a-t-il dit.", "« Nous partons ! »", "Puis il est parti."]),
    ("fr", ["Selon l’art. 5, al. 2, etc. tout va bien.", "Voir p. 12."]),
    ("fr", ["Qui est-ce ?", "C’est J.-P. Martin.", "Vraiment !"]),
    ("es", ["El Sr. Pérez y la Sra. Gómez viven en EE. UU. desde 2010.", "Ella es médica."]),
    ("es", ["Según el art. 5, núm. 3, pág. 12, es así.", "¿Quién lo sabe?", "¡Nadie!"]),
    ("pt", ["O Sr. Silva e a Dra. Costa moram na Av. Paulista, n.º 5.", "Eles saíram."]),
    ("pt", ["Conforme o art. 5, pág. 3, é assim.", "Os EUA não sabem."]),
    ("it", ["«Andiamo», ha detto l’on. Verdi.", "«È tardi.»"]),
    ("it", ["Il sig. Rossi e il dott. Bianchi sono qui.", "Vedi art. 3, pag. 12."]),
    ("it", ["Ha detto: “Vado via.”", "Poi è uscito."]),
    ("pl", ["„Co to jest?” – zapytał.", "„Nic”."]),
    ("pl", ["W 2019 r. wygrał z ok. 5 tys. głosów.", "To było dużo."]),
    ("ru", ["Это было в 2019 г. в г. Москве, т. е. давно.", "А. С. Пушкин знал."]),
    ("hi", ["यह पहला वाक्य है।", "यह दूसरा है।", "क्या यह ठीक है?"]),
    ("hi", ["डॉ. शर्मा आए।", "वे चले गए।"]),
    ("ar", ["هل هذا صحيح؟", "نعم هذا صحيح.", "شكرا!"]),
    ("zh", ["他说：“我们走吧。”", "然后他们走了。", "真的吗？"]),
    ("zh", ["“我们走吧！”他说。", "“是时候了。”"]),
    ("zh-TW", ["他說：「我們走吧。」", "然後他們走了！"]),
    ("ja", ["「行きましょう。」と彼は言った。", "それから出かけた。", "本当？"]),
    ("ko", ["“정말입니다.” 라고 그가 말했다.", "그녀는 갔다."]),
    ("ko", ["그는 갔다.", "그녀는 3.5%라고 말했다.", "정말?"]),
    ("th", ["สวัสดีครับ วันนี้อากาศดี"]),
    ("ca", ["El Sr. Puig i la Sra. Roca viuen als EUA.", "És tard."]),
    ("xx", ["Nobody knows this tag.", "Sentences end all the same."]),
]

WIRE = """\
Harbour town votes to keep its last ferry
By Ann Lee
LOWPORT (AP) — The council of Lowport voted late on Tuesday to keep
the last ferry across the sound, after a debate that went on for more
than six hours and drew some 300 people to the old town hall.

"We came here to listen," said Gov. Maria Stone, who had opposed the
plan until last week. "Now we know what people want."

- Tickets stay at $3.50
- The night boat goes

Photo: The ferry at dusk
"""

BREAKS = ["\u202f", "\r\n", "\r", "\n", "\n\n", " ", "\t", "\u00a0", "\u2028", "\x1c", "\ufeff"]
MARKS = [
    "- ",
    "A",
    "b",
    "a\u0301",
    "Dr.",
    "3.",
    ".",
    "!”",
    '"',
    "«",
    "。",
    "」",
    "😀",
    "-",
    "(",
    "…",
]
PIECES = st.sampled_from([*BREAKS, *MARKS, "word", "x" * 70, "ด"])
TEXTS = st.one_of(st.text(st.characters()), st.lists(PIECES).map("".join))


def document(text: str, lang: str = "en") -> Document:
    return Document(path="copy.txt", text=text, lang=lang)


def texts(text: str, lang: str = "en") -> list[str]:
    return [part.text for part in segment(document(text, lang))]


def assert_in_place(whole: Document, parts: tuple[Segment, ...]) -> None:
    starts = [0, *(found.end() for found in LINE_BREAK.finditer(whole.text))]
    done = 0
    for part in parts:
        assert whole.text[done : part.offset].strip() == ""
        done = part.offset + len(part.text)
        assert whole.text[part.offset : done] == part.text == part.text.strip()
        line = bisect_right(starts, part.offset)
        assert (part.line, part.column) == (line, part.offset - starts[line - 1] + 1)
    assert whole.text[done:].strip() == ""


@pytest.mark.parametrize(("lang", "sentences"), SENTENCES)
def test_sentences_end_where_a_reader_sees_it(lang: str, sentences: list[str]) -> None:
    expected = [sentence.strip() for sentence in sentences]
    joined = ("" if lang in UNSPACED else " ").join(expected)
    assert texts(joined, lang) == expected


@given(TEXTS, st.sampled_from(["en", "de", "zh", "th", "ar", "xx", "pt-BR"]))
@example("“" * 500 + "A. b", "en")
@example("\ud800 A. B", "en")
@example("a. A\u00a0. B", "de")
def test_nothing_is_lost_and_every_place_is_exact(text: str, lang: str) -> None:
    whole = document(text, lang)
    parts = segment(whole)
    assert_in_place(whole, parts)
    assert [part.id for part in parts] == [f"s{n}" for n in range(1, len(parts) + 1)]
    blocks = [part.block for part in parts]
    assert blocks == sorted(blocks)
    for part in parts:
        wordless = not any(character.isalnum() for character in part.text)
        assert not wordless or blocks.count(part.block) == 1


def test_wire_copy_is_read_across_its_line_breaks() -> None:
    whole = document(WIRE)
    parts = segment(whole)
    assert_in_place(whole, parts)
    assert [(part.role, part.line, part.block) for part in parts] == [
        (Role.HEADLINE, 1, 0),
        (Role.BYLINE, 2, 1),
        (Role.BODY, 3, 2),
        (Role.BODY, 7, 3),
        (Role.BODY, 8, 3),
        (Role.LIST, 10, 4),
        (Role.LIST, 11, 5),
        (Role.HEADING, 13, 6),
    ]
    town_hall = parts[2].text.index("old town hall")
    assert parts[2].position(town_hall) == (5, 48)


def test_windows_line_breaks_do_not_move_a_column() -> None:
    parts = segment(document(WIRE.replace("\n", "\r\n")))
    assert (parts[4].line, parts[4].column) == (8, 23)
    assert parts[2].position(parts[2].text.index("old town hall")) == (5, 48)


@pytest.mark.parametrize(
    "text",
    [
        "A caption that stands alone under a picture of the old harbour town.\n3 min",
        "The council keeps the ferry\nThe mayor resigns after the vote\nThe night boat stays",
        "\n".join(f"Line {n} of the list is a sentence of its own that ends." for n in range(9)),
        "Save the file\nopen another file\nclose the window\nleave the program",
    ],
)
def test_lines_that_stand_alone_stay_apart(text: str) -> None:
    assert texts(text) == text.split("\n")


def test_a_date_broken_over_two_lines_is_no_list() -> None:
    text = (
        "Der Rat der kleinen Stadt am Meer beschloss in seiner Sitzung am\n"
        "3. Mai, dass die letzte Fähre über den Sund weiter fährt, und\n"
        "zwar nach einer langen Debatte, zu der viele Leute gekommen waren."
    )
    assert texts(text, "de") == [text]


@pytest.mark.parametrize(
    ("line", "lang", "role"),
    [
        ("By Ann Lee and Tom Gray", "en", Role.BYLINE),
        ("BY ANN LEE", "en", Role.BYLINE),
        ("Por María Gómez", "es", Role.BYLINE),
        ("Von Anna Berg", "de", Role.BYLINE),
        ("Par Jean Petit", "fr", Role.BYLINE),
        ("Paris, AFP", "fr", Role.BYLINE),
        ("By the numbers", "en", Role.HEADING),
        ("Von der Straße ins Museum", "de", Role.HEADING),
        ("What happens next?", "en", Role.HEADING),
        ("stats", "en", Role.BODY),
        ("He went home.", "en", Role.BODY),
        ("He listed three things,", "en", Role.BODY),
        ("• Eggs and flour", "en", Role.LIST),
        ("2) Stir the flour", "en", Role.LIST),
        ("x" * 81, "en", Role.BODY),
    ],
)
def test_a_block_has_the_role_that_its_shape_says(line: str, lang: str, role: Role) -> None:
    parts = segment(document(f"Council keeps the ferry\n\n{line}\n\nMore was said.", lang))
    assert parts[1].role is role


def test_a_line_alone_is_no_headline() -> None:
    assert segment(document("Council keeps the ferry"))[0].role is Role.BODY


def test_glued_sentences_stay_in_one_piece_for_the_check_that_finds_them() -> None:
    assert texts("LowportAfter the vote.Then all left. He sang.") == [
        "LowportAfter the vote.Then all left.",
        "He sang.",
    ]


def test_a_long_quotation_is_split_and_a_short_one_is_not() -> None:
    short = "“We came. We saw. We left,” he said."
    assert texts(short) == [short]
    sentence = "We walked along the shore until the last boat had gone."
    parts = texts(f"“{' '.join([sentence] * 8)}” she said.")
    assert parts[0] == f"“{sentence}"
    assert parts[1:7] == [sentence] * 6


def test_an_endless_sentence_is_refused_with_its_line() -> None:
    with pytest.raises(InputError, match=r"copy\.txt:3: a sentence of 100,000 characters"):
        segment(document("Head\n\n" + "x" * 100_000))
    assert len(segment(document("x" * LONGEST))) == 1


def test_a_translation_keeps_the_white_space_of_its_source() -> None:
    source = document("  Head\r\n\r\nOne two.\u00a0 Three.\n\n- Four\n")
    parts = segment(source)
    made, targets = rejoin(
        source, parts, ["Kopf", " Eins\nzwei. ", "", "- Vier"], lang="de", path="translation:de"
    )
    assert made.text == "  Kopf\r\n\r\nEins zwei.\u00a0 \n\n- Vier\n"
    assert (made.lang, made.path) == ("de", "translation:de")
    assert [(t.id, t.text, t.line, t.column) for t in targets] == [
        ("t1", "Kopf", 1, 3),
        ("t2", "Eins zwei.", 3, 1),
        ("t3", "", 3, 13),
        ("t4", "- Vier", 5, 1),
    ]
    assert [(t.block, t.role) for t in targets] == [(s.block, s.role) for s in parts]


@given(TEXTS, st.data())
def test_every_translation_stands_at_its_place(text: str, data: st.DataObject) -> None:
    source = document(text)
    parts = segment(source)
    words = [data.draw(st.text(st.characters(), max_size=5)) for _ in parts]
    made, targets = rejoin(source, parts, words, lang="pt", path="out")
    assert len(targets) == len(parts)
    assert_in_place(made, targets)


def test_a_missing_translation_is_refused() -> None:
    source = document("One. Two.")
    with pytest.raises(ValueError, match="shorter"):
        rejoin(source, segment(source), ["Eins."], lang="de", path="out")


def test_a_space_between_sentences_comes_and_goes_with_the_language() -> None:
    source = Document(path="zh", text="河水上涨了。没有人受伤。\n\n会议在六月。", lang="zh")
    parts = segment(source)
    made, targets = rejoin(
        source,
        parts,
        ["The river rose.", "Nobody was hurt.", "It meets in June."],
        lang="en",
        path="o",
    )
    assert made.text == "The river rose. Nobody was hurt.\n\nIt meets in June."
    assert [made.text[each.offset :].startswith(each.text) for each in targets] == [True] * 3
    back, _ = rejoin(made, segment(made), [part.text for part in parts], lang="zh", path="o")
    assert back.text == source.text
