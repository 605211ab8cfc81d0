"""The language of a text is told, or the user is asked for it."""

import pytest

from transcheck.detect import detect
from transcheck.errors import ConfigError

# Each says that the town council keeps the last ferry, after a long debate.
COPY = {
    "ar": "قرر مجلس المدينة الإبقاء على آخر عبارة بعد نقاش طويل حضره مئات السكان في القاعة.",
    "ca": "L'ajuntament ha decidit mantenir l'últim transbordador després d'un debat llarg.",
    "cs": "Městská rada se po dlouhé debatě rozhodla zachovat poslední trajekt přes úžinu.",
    "de": "Der Stadtrat hat nach langer Debatte beschlossen, die letzte Fähre zu behalten.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε να κρατήσει το τελευταίο πλοίο μετά από συζήτηση.",
    "en": "The town council decided after a long debate to keep the last ferry in service.",
    "es": "El ayuntamiento decidió mantener el último transbordador después de un largo debate.",
    "fi": "Kaupunginvaltuusto päätti pitkän keskustelun jälkeen säilyttää viimeisen lautan.",
    "fr": "Le conseil municipal a décidé de garder le dernier bac après un long débat.",
    "hi": "नगर परिषद ने लंबी बहस के बाद आखिरी नाव सेवा को जारी रखने का फैसला किया है।",
    "hu": "A városi tanács hosszú vita után úgy döntött, hogy megtartja az utolsó kompot.",
    "id": "Dewan kota memutuskan untuk mempertahankan kapal feri terakhir setelah debat panjang.",
    "it": "Il consiglio comunale ha deciso di tenere l'ultimo traghetto dopo un lungo dibattito.",
    "ja": "町議会は長い議論の末、最後の渡し船を残すことを決めました。",
    "ko": "시의회는 긴 토론 끝에 마지막 여객선을 유지하기로 결정했습니다.",
    "nl": "De gemeenteraad heeft na een lang debat besloten om de laatste veerboot te behouden.",
    "pl": "Rada miasta po długiej debacie zdecydowała, że zachowa ostatni prom przez cieśninę.",
    "pt": "A câmara municipal decidiu manter a última balsa depois de um longo debate.",
    "ro": "Consiliul local a decis să păstreze ultimul feribot după o dezbatere lungă.",
    "ru": "Городской совет после долгих споров решил сохранить последний паром через пролив.",
    "sv": "Kommunfullmäktige beslutade efter en lång debatt att behålla den sista färjan.",
    "th": "สภาเมืองตัดสินใจที่จะรักษาเรือข้ามฟากลำสุดท้ายไว้หลังจากการอภิปรายอันยาวนาน",
    "tr": "Belediye meclisi uzun bir tartışmanın ardından son feribotu korumaya karar verdi.",
    "uk": "Міська рада після довгих суперечок вирішила зберегти останній пором через протоку.",
    "vi": "Hội đồng thành phố đã quyết định giữ lại chuyến phà cuối cùng sau cuộc tranh luận dài.",
    "zh": "市议会经过长时间的讨论，决定保留最后一班渡轮。",
    "zh-TW": "市議會經過長時間的討論，決定保留最後一班渡輪。",
}


@pytest.mark.parametrize("lang", COPY)
def test_one_sentence_tells_its_language(lang: str) -> None:
    found = detect(COPY[lang])
    assert found.language.tag == lang
    assert 0.8 <= found.certainty <= 1


@pytest.mark.parametrize("text", ["", " ", "3 min", "12.5 % (2024)", "Anna Berg"])
def test_a_text_that_tells_nothing_is_asked_about(text: str) -> None:
    with pytest.raises(ConfigError, match=r"cannot tell the language of copy\.txt") as caught:
        detect(text, "copy.txt")
    assert "--from or --lang" in caught.value.hint


def test_a_language_outside_the_table_is_not_taken_for_a_neighbour() -> None:
    danish = (
        "Byrådet besluttede efter en lang debat at beholde den sidste færge over sundet, "
        "og mange af de fremmødte borgere var glade for det."
    )
    with pytest.raises(ConfigError, match=r"a language that transcheck does not know \(da\)"):
        detect(danish, "copy.txt")
