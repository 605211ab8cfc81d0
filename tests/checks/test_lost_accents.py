import pytest

from tests.checks.pairs import hits, lone
from transcheck.checks.lost_accents import LOST_ACCENTS
from transcheck.data import lines
from transcheck.languages import LANGUAGES
from transcheck.model import Side

ACCENTED = [language for language in LANGUAGES if language.accents]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le president a declare que la reunion etait annulee.", "fr"),
        ("La citta piu bella e quella che non c'e.", "it"),
        ("Vlada nechce zvysit dane, rekl premier v utery.", "cs"),
        ("Wladze miasta nie chca rozmawiac o tej decyzji.", "pl"),
        ("Hukumet bugun yeni bir karar aldigini acikladi.", "tr"),
        ("Chinh phu da cong bo ket qua vao hom qua.", "vi"),
        ("Η κυβερνηση δεν θα αλλαξει την αποφαση.", "el"),
        ("Das Gesetz gilt fur alle Lander.", "de"),
        ("Isci Partisi Istanbul'da oylamaya karsi cikacagini acikladi.", "tr"),
        ("Τον Ιουνιο η Ιταλια δημοσιευσε τα αποτελεσματα.", "el"),
        ("Studia all'universita di Roma.", "it"),
    ],
)
def test_a_sentence_without_accents_is_marked_whole(text: str, lang: str) -> None:
    assert lone(LOST_ACCENTS, text, lang=lang) == [text]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Le musée de la region etait fermé.", "fr"),
        ("The president has a new version of the region.", "fr"),
        ("Jose Maria Perez y Angel Gomez comen en la casa.", "es"),
        ("Il parle avec elle de son livre.", "fr"),
        ("https://example.org/la-situacion-economica-segun-el-pais", "es"),
        ("Sie hat das Haus verkauft und reist nach Rom.", "de"),
        ("The cafe was closed.", "en"),
        ("Det var det sista hon sa.", "sv"),
        ("La meta di Anderson ha chiuso la partita.", "it"),
    ],
)
def test_what_needs_no_accents_is_not(text: str, lang: str) -> None:
    assert lone(LOST_ACCENTS, text, lang=lang) == []


def test_accents_are_restored_where_no_word_leaves_it_open() -> None:
    text = "A decisao do governo nao foi anunciada."
    (hit,) = hits(LOST_ACCENTS, "A", text)
    assert (hit.side, hit.suggestion) == (Side.TARGET, "A decisão do governo não foi anunciada.")
    (open_hit,) = hits(LOST_ACCENTS, "A", "A decisao do governo nao esta anunciada.")
    assert open_hit.suggestion is None


@pytest.mark.parametrize("language", ACCENTED, ids=lambda language: language.tag)
def test_tables_are_sorted_and_hold_accents(language: object) -> None:
    tag = str(language).rpartition("(")[2].rstrip(")")
    entries = [line.split()[0] for line in lines(f"accented_words/{tag}.txt")]
    assert entries == sorted(set(entries))
    accents = {letter for one in ACCENTED if one.tag == tag for letter in one.accents}
    assert all(not accents.isdisjoint(entry) for entry in entries)
