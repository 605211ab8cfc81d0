"""What counts as a negation in each language, and which of two texts has one more."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.model import Side
from transcheck.polarity.negation import compare, read

LANGUAGES = st.sampled_from(
    ["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh",
     "zh-TW", "fi"]
)  # fmt: skip
_NOT_ONLY = "It works not only in Spain but in France."
_OR_NOT = "He asked whether it was legal or not."
_UNTIL = "He will not leave until May."
PIECES = st.sampled_from(
    ["not", "n't", "no", " ", " ", ",", ".", "'", "’", "ne", "n'", "pas", "que", "nem", "nicht",
     "nur", "не", "никто", "ない", "なければ", "不", "不仅", "ไม่", "لا", "لم", "değil", "gelmedi",
     "안", "않다", "İ", "only", "without", "12", "\n", "a"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "He did not sign.", 1), ("en", "They can’t come.", 1), ("en", "No one came.", 1),
        ("en", "Room No. 5 is free.", 0), ("en", "Not only the rich came.", 0),
        ("en", "There was no 76th minute.", 1),
        ("en", "There is no doubt about it.", 0), ("en", "He notes the notion.", 0),
        ("en", "I saw neither him nor her.", 1), ("en", "No, no, no!", 1),
        ("pt", "Não veio ninguém.", 1), ("pt", "Mora no Porto.", 0), ("pt", "Não só ele.", 0),
        ("es", "No dijo nada a nadie.", 1), ("es", "Nunca vino.", 1), ("es", "No solo él.", 0),
        ("es", "No vino ni él, ni ella.", 1), ("es", "La otra parte de él nunca vino.", 1),
        ("fr", "Il n'a jamais ri.", 1), ("fr", "Ils ont dit de ne pas venir.", 1),
        ("fr", "Il est plus fort que jamais.", 0), ("ja", "来ないと述べた。", 1),
        ("ja", "来ないといけない。", 0), ("it", "Non è lui che vince.", 1),
        ("it", "Non fa che ridere.", 0), ("ar", "لم يعد هنا.", 1),
        ("es", "Si no quieren, bien.", 1), ("es", "No consiguió salir.", 1),
        ("es", "Recibimos ninguna respuesta.", 0), ("es", "Dijo que nadie vino.", 1),
        ("es", "Nadie no vino.", 2), ("es", "No vino nadie.", 1), ("pt", "Ninguém veio.", 1),
        ("pt", "Um chapéu nada prático.", 0), ("it", "Ha mai visto Roma?", 0),
        ("it", "Non ha mai visto né lui né lei.", 1), ("pl", "Wie nic.", 0),
        ("ru", "Никто видел.", 0), ("en", "It was not no longer open.", 2),
        ("fr", "Il n'est pas venu.", 1), ("fr", "Personne à Paris n'a voté.", 1),
        ("fr", "Il n'en reste que deux.", 0), ("fr", "Il ne vient plus.", 1),
        ("fr", "Le guide avance pas à pas.", 0),
        ("fr", "Avant qu'il ne parte.", 0), ("fr", "Personne ne l'a vu.", 1),
        ("de", "Kein Mensch kam.", 1), ("de", "Nicht nur er kam.", 0), ("it", "Non ha visto.", 1),
        ("it", "Nessuno ha visto niente.", 1), ("nl", "Hij kwam niet.", 1),
        ("ru", "Никто никогда не видел.", 1), ("ru", "Не только он.", 0),
        ("ru", "Он не мог не знать.", 0), ("pl", "Nikt nic nie wie.", 1), ("tr", "Gelmedi.", 1),
        ("tr", "Öğretmen değil.", 1), ("tr", "Kıyısı olmayan ülke.", 1),
        ("ar", "لم يأت أحد.", 1), ("ar", "لا يزال هنا.", 0),
        ("zh", "他没有来。", 1), ("zh", "这非常好。", 0), ("zh", "他不得不走。", 0),
        ("zh", "他听不到。", 1), ("zh", "他未到。", 1), ("zh", "他们来自那不勒斯。", 0),
        ("zh-TW", "他沒有來。", 1), ("ja", "彼は来なかった。", 1),
        ("ja", "行かなければならない。", 0),
                ("ja", "必ず来る。", 0), ("ja", "来ません。", 1), ("ko", "오지 않았다.", 1),
        ("ko", "안전하다.", 0), ("ja", "彼は実装を行ない、移った。", 0),
        ("en", "He keeps birds, including but not limited to owls.", 0),
        ("es", "Si mal no recuerdo, vino ayer.", 0), ("fr", "Si je ne me trompe, il vient.", 0),
        ("ko", "갈 수밖에 없다.", 0), ("th", "เขาไม่มา", 1), ("th", "อย่างดี", 0),
    ],
)  # fmt: skip
def test_negations_are_counted_by_the_grammar(lang: str, text: str, count: int) -> None:
    assert len(read(text, lang).strong) == count


def test_the_negation_without_a_counterpart_is_named() -> None:
    source = "He did not come, and she left."
    target = "Er kam nicht, und sie ging nicht."
    found = compare((source, "en"), (target, "de"))
    assert found
    assert found.side is Side.TARGET
    assert [cue.start for cue in found.odd] == [target.rindex("nicht")]
    assert (found.own, found.others, found.is_bare) == (2, 1, True)


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("He refused to come.", "Er kam nicht.", "de"),
        ("Those out of danger went home.", "Wer nicht in Gefahr war, ging.", "de"),
        ("He did not remember.", "Olvidó su nombre.", "es"),
    ],
)
def test_a_word_that_may_stand_for_a_negation_explains_it(
    source: str, target: str, lang: str
) -> None:
    found = compare((source, "en"), (target, lang))
    assert found
    assert not found.is_bare


@pytest.mark.parametrize(
    ("source", "target", "lang"),
    [
        ("They could not reach it.", "Eles não conseguiram chegar lá.", "pt"),
        ("They failed to reach it.", "Eles não conseguiram chegar lá.", "pt"),
        ("It does not matter to him.", "A lui non importa.", "it"),
        ("If it does not rain, we go.", "Si no llueve, iremos.", "es"),
        ("Didn't he come yesterday?", "¿No vino ayer?", "es"),
        ("That is not true, he said.", "Das ist nicht wahr, sagte er.", "de"),
        ("Why didn't he come?", "Por que ele não veio?", "pt"),
        ("She did not agree.", "她不同意。", "zh"),
        ("He is not rich, nor is he poor.", "Er ist nicht reich, er ist nicht arm.", "de"),
        ("We do not want it and never will.", "我们不想要，也不会想要。", "zh"),
        ("Rents remain high.", "房租居高不下。", "zh"),
        ("The flood was without precedent.", "这场洪水前所未有。", "zh"),
        ("It opens in less than six weeks.", "不到六个星期就开业。", "zh"),
        ("That is right, she said.", "她说，没错。", "zh"),
        ("The charge is baseless.", "这一指控毫无根据。", "zh"),
        ("Don't forget your hat.", "别忘了你的帽子。", "zh"),
        ("No problem, he said.", "問題ありませんと彼は言った。", "ja"),
        ("The charge is baseless.", "根拠のない訴えだ。", "ja"),
        ("The rules stay the same.", "規則は変わらない。", "ja"),
        ("It was the hottest summer ever.", "かつてない暑い夏だった。", "ja"),
        ("Don't go out in that hat.", "その帽子で外に出るなよ。", "ja"),
        ("No player is better.", "Kein Spieler ist besser.", "de"),
        ("There is no better player.", "Er ist der beste Spieler.", "de"),
        ("It won't open unless we pay.", "Es öffnet nur, wenn wir zahlen.", "de"),
        ("Winning is easy.", "Выиграть не составит труда.", "ru"),
        ("It was as strong as ever.", "Сильна как никогда.", "ru"),
        ("He is one of many.", "Он не первый.", "ru"),
        ("The tension remains high.", "Napięcie nie słabnie.", "pl"),
        ("There is no problem.", "Alles gut, kein Problem.", "de"),
        ("All good, she said.", "Sorun yok, dedi.", "tr"),
        ("Hopes are at their highest.", "Umutlar hiç olmadığı kadar yüksek.", "tr"),
        ("They live in insecurity.", "يعيشون في عدم استقرار.", "ar"),
        ("He plays in La Liga.", "يلعب في لا ليغا.", "ar"),
        ("Unless you pay, it closes.", "Если вы не заплатите, всё закроется.", "ru"),
        ("He could not help thinking.", "彼は考えずにはいられなかった。", "ja"),
        ("It is either closed or sold.", "它不是关闭，就是出售。", "zh"),
        ("It takes at most an hour.", "不会超过一个小时。", "zh"),
        ("The date has yet to be set.", "Das Datum steht noch nicht fest.", "de"),
        ("He hardly slept.", "Er schlief kaum.", "de"),
        ("He hardly slept.", "彼は眠れなかった。", "ja"),
    ],
)
def test_what_may_be_said_without_a_negation_may_be_said_with_one(
    source: str, target: str, lang: str
) -> None:
    assert compare((source, "en"), (target, lang)) is None


def test_what_holds_a_negator_stands_for_one_negation_alone() -> None:
    source, target = "If it does not rain, he will not come.", "Si no llueve, vendrá."
    found = compare((source, "en"), (target, "es"))
    assert found
    assert (found.own, found.others) == (2, 1)


def test_a_word_that_both_sides_have_explains_nothing_else() -> None:
    source, target = "He avoids meat and is ill.", "Er vermeidet Fleisch und ist nicht krank."
    found = compare((source, "en"), (target, "de"))
    assert found
    assert found.is_bare


def test_a_word_that_repeats_a_negation_is_not_plain() -> None:
    found = compare(("Nunca vino.", "es"), ("He came.", "en"))
    assert found
    assert found.odd
    assert not found.plain


@pytest.mark.parametrize(
    ("target", "denies"),
    [
        ("Das ist nur mein Eindruck.", True),
        ("Das ist nicht nur mein Eindruck.", False),
        ("Das ist auch mein Eindruck.", False),
    ],
)
def test_not_only_is_denied_where_the_other_text_says_only(target: str, denies: bool) -> None:
    found = compare(("That is not just my impression.", "en"), (target, "de"))
    assert bool(found) is denies


def test_the_only_one_of_both_texts_is_not_what_not_only_became() -> None:
    source = "They were the only pair without a fault, but they also came early."
    target = "Non seulement elles étaient les seules sans faute, mais elles sont venues tôt."
    assert compare((source, "en"), (target, "fr")) is None


def test_a_language_without_a_table_has_no_negations() -> None:
    assert not read("Hän ei tullut.", "fi").strong


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, LANGUAGES, LANGUAGES)
def test_any_two_texts_can_be_compared(one: str, other: str, here: str, there: str) -> None:
    found = compare((one, here), (other, there))
    if found:
        text = one if found.side is Side.SOURCE else other
        assert all(0 <= cue.start < cue.end <= len(text) for cue in found.odd)
        assert found.own > found.others


@settings(max_examples=200, deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_text_denies_what_itself_denies(text: str, lang: str) -> None:
    assert compare((text, lang), (text, lang)) is None


def test_endless_text_is_read_in_time() -> None:
    start = time.process_time()
    for text in (
        "no" * 50_000,
        "ne a " * 20_000,
        "n'" * 20_000,
        "不" * 50_000,
        "なければ" * 10_000,
    ):
        for lang in ("en", "fr", "tr", "zh", "ja", "ko"):
            read(text, lang)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("lang", "text"), [("pt", "Veio não só o rei, mas a rainha."), ("es", "Vino no solo el rey.")]
)
def test_not_only_has_its_counterpart(lang: str, text: str) -> None:
    assert compare(("They saw not only the king.", "en"), (text, lang)) is None


@pytest.mark.parametrize(
    ("source", "lang", "target"),
    [
        (_NOT_ONLY, "es", "Funciona no solo en España sino en Francia."),
        (_NOT_ONLY, "pt", "Funciona não apenas na Espanha, mas na França."),
        (_NOT_ONLY, "ru", "Работает не только в Испании, но и во Франции."),
        (_OR_NOT, "de", "Er fragte, ob es legal war oder nicht."),
        (_OR_NOT, "es", "Preguntó si era legal o no."),
        (_OR_NOT, "fr", "Il a demandé si c'était légal ou non."),
        (_UNTIL, "fr", "Il ne partira pas avant mai."),
        (_UNTIL, "pt", "Ele não sairá até maio."),
        (_UNTIL, "it", "Non partirà fino a maggio."),
        (_UNTIL, "de", "Er wird erst im Mai gehen."),
        ("He neither eats nor drinks.", "ru", "Он не ест и не пьет."),
        ("He neither eats nor drinks.", "it", "Non mangia né beve."),
        ("He will come unless it rains.", "it", "Verrà a meno che non piova."),
        ("This often happens.", "de", "Das passiert nicht selten."),
        ("However hard he tries, he wins.", "ru", "Как бы он ни старался, он побеждает."),
        ("He waited until it stopped.", "ru", "Он ждал, пока это не прекратилось."),
        ("Only two came.", "ja", "二人しか来なかった。"),
        ("He almost died.", "pl", "O mało nie umarł."),
        ("It is not uncommon.", "de", "Es ist häufig."),
        ("He couldn't be happier.", "es", "Está feliz."),
        ("The answer is no.", "es", "La respuesta es no."),
        ("He is rarely late.", "ja", "彼はめったに遅れない。"),
        ("As soon as he came, he rang.", "es", "Nada más llegar, llamó."),
        ("He left as soon as she came.", "it", "Se n'è andato non appena è arrivata lei."),
        ("He walked barefoot through the region.", "th", "เขาเดินเท้าเปล่าผ่านภูมิภาคนี้"),
    ],
)  # fmt: skip
def test_what_is_said_alike_in_two_ways_is_no_surplus(source: str, lang: str, target: str) -> None:
    found = compare((source, "en"), (target, lang))
    assert not (found and found.is_bare)


def test_a_title_that_stays_as_it_is_keeps_its_negation_whatever_its_apostrophe() -> None:
    source = "He topped CNN’s “People Who Don’t Matter” list."
    target = "Ele liderou a lista People Who Don't Matter da CNN."
    assert compare((source, "en"), (target, "pt")) is None
