"""Plant opposites into sound translations: less for more, lower for higher, before for after.

The injector knows nothing of the tables of the check: a short list of very frequent pairs of words
stands here for each language, and one of them that the translation holds is exchanged for its
opposite. A word that also says something else, such as the French "plus" of "ne … plus", is left
out, or is exchanged only with what follows it. ``Damaged.start`` to ``Damaged.end`` is what came.
"""

import re
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place

_OPPOSITES = {
    "en": "more than:less than, higher:lower, bigger:smaller, larger:smaller, better:worse, "
          "older:younger, longer than:shorter than, after:before, won:lost, win:lose, rose:fell, "
          "increase:decrease, increased:decreased, best:worst, highest:lowest, largest:smallest",
    "pt": "mais de:menos de, maior:menor, maiores:menores, melhor:pior, melhores:piores, "
          "depois:antes, venceu:perdeu, ganhou:perdeu, vitória:derrota, aumento:queda, "
          "aumentou:caiu, mais que:menos que, acima:abaixo, superior:inferior",
    "es": "más de:menos de, mayor:menor, mayores:menores, mejor:peor, mejores:peores, "
          "después:antes, ganó:perdió, ganar:perder, victoria:derrota, aumento:descenso, "
          "aumentó:disminuyó, más que:menos que, superior:inferior",
    "fr": "plus de:moins de, meilleur:pire, meilleure:pire, après:avant, victoire:défaite, "
          "gagné:perdu, gagner:perdre, hausse:baisse, augmenté:diminué, plus grand:plus petit, "
          "plus grande:plus petite, supérieur:inférieur",
    "de": "mehr als:weniger als, größer:kleiner, größte:kleinste, größten:kleinsten, "
          "besser:schlechter, nachdem:bevor, danach:davor, nach dem:vor dem, nach der:vor der, "
          "Sieg:Niederlage, gewann:verlor, gewonnen:verloren, gestiegen:gesunken, stieg:sank, "
          "höher:niedriger, älter:jünger, Anstieg:Rückgang",
    "it": "più di:meno di, maggiore:minore, maggiori:minori, migliore:peggiore, "
          "migliori:peggiori, dopo:prima di, vittoria:sconfitta, vinto:perso, aumento:calo, "
          "superiore:inferiore, più grande:più piccolo",
    "nl": "meer dan:minder dan, groter:kleiner, grootste:kleinste, beter:slechter, "
          "beste:slechtste, nadat:voordat, gewonnen:verloren, won:verloor, gestegen:gedaald, "
          "overwinning:nederlaag, hoger:lager, ouder:jonger",
    "ru": "больше:меньше, более:менее, выше:ниже, лучше:хуже, старше:младше, после:до, "
          "победу:поражение, победа:поражение, выиграл:проиграл, рост:спад, выросло:упало",
    "pl": "więcej:mniej, większy:mniejszy, większe:mniejsze, lepiej:gorzej, lepszy:gorszy, "
          "po:przed, wygrał:przegrał, wygrała:przegrała, wzrost:spadek, wzrosła:spadła, "
          "wyższy:niższy, starszy:młodszy, bardziej:mniej",
    "zh": "更多:更少, 更高:更低, 更大:更小, 最大:最小, 最高:最低, 最好:最差, 之后:之前, 以后:以前, "
          "增加:减少, 增长:下降, 上升:下降, 胜利:失败, 赢:输, 至少:至多",
    "ja": "後に:前に, 増加:減少, 上昇:下落, 勝利:敗北, 最大:最小, 最高:最低, 最高の:最悪の, "
          "増え:減り, 勝っ:負け, 上回:下回",
    "ko": "이후:이전, 후에:전에, 증가:감소, 상승:하락, 승리:패배, 최고:최저, 최대:최소, "
          "더 많은:더 적은, 더 큰:더 작은, 더 높은:더 낮은",
    "tr": "daha fazla:daha az, daha büyük:daha küçük, en büyük:en küçük, daha iyi:daha kötü, "
          "en iyi:en kötü, sonra:önce, kazandı:kaybetti, arttı:azaldı, artış:azalış, "
          "en yüksek:en düşük",
    "ar": "أكثر:أقل, أكبر:أصغر, أعلى:أدنى, أفضل:أسوأ, بعد:قبل, فوز:خسارة, الفوز:الخسارة, "
          "فاز:خسر, ارتفاع:انخفاض, زيادة:انخفاض, ارتفع:انخفض",
    "th": "มากกว่า:น้อยกว่า, มากขึ้น:น้อยลง, สูงกว่า:ต่ำกว่า, ดีกว่า:แย่กว่า, ดีที่สุด:แย่ที่สุด, "
          "หลังจาก:ก่อน, เพิ่มขึ้น:ลดลง, ชนะ:แพ้",
}  # fmt: skip
_UNSPACED = frozenset({"ja", "th", "zh", "ko"})


def _table(lang: str) -> list[tuple[str, str]]:
    pairs = [pair.strip().split(":") for pair in _OPPOSITES.get(lang, "").split(",") if pair]
    return [both for one, other in pairs for both in ((one, other), (other, one))]


def _exchange(place: Place, random: Random) -> Damaged | None:
    text, lang = place.sentence, place.lang.partition("-")[0]
    edge = "" if lang in _UNSPACED else r"\b"
    found = [
        (match, opposite)
        for word, opposite in _table(lang)
        for match in re.finditer(f"{edge}{re.escape(word)}{edge}", text)
    ]
    if not found:
        return None
    match, opposite = random.choice(found)
    return Damaged(
        text=text[: match.start()] + opposite + text[match.end() :],
        start=match.start(),
        end=match.start() + len(opposite),
    )


COMPARISONS: tuple[Injector, ...] = (
    Injector(fault="opposite", check="changed-comparison", inject=_exchange),
)
