"""Plant false negations into sound translations: one put in, or one taken out.

The injectors know nothing of the tables of the check. A negation is put in as a learner of the
language would: beside one of a few very frequent verb forms, which stand in a short list here, the
plainest negator of the language is written, or the form is exchanged for its negative one. It is
taken out by the same operations the other way round, from sentences that hold that plain negator
once. What is planted may be clumsy, but a reader sees that it says the opposite.
``Damaged.start`` to ``Damaged.end`` is the negated verb; it is empty where a negation went.
"""

import re
from collections.abc import Iterator
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place

# Verb forms before which the negator is written; in English and German after which.
_BEFORE = {
    "pt": ("não", "é são foi foram era está estão estava tem têm tinha vai vão pode podem deve "
           "devem disse quer será serão seria havia há fez deu ficou faz afirmou sabe"),
    "es": ("no", "es son fue fueron era está están estaba tiene tienen tenía va van puede pueden "
           "debe deben dijo quiere será serán sería había hay ha han hizo dio hace sabe quedó"),
    "it": ("non", "è sono era erano ha hanno aveva avevano può possono deve devono vuole va vanno "
           "sarà saranno fa sta stanno sa"),
    "pl": ("nie", "jest są był była było byli ma mają może mogą będzie będą chce powiedział "
           "powiedziała zrobił został została zostały można miał wie"),
    "ru": ("не", "был была было были будет будут может могут является имеет имеют сказал сказала "
           "хочет стал стала должен должны говорит удалось мог знает"),
    "ar": ("لا", "يمكن تمكن يريد تريد يوجد توجد يعرف تعرف يجب يعتقد تعتقد يستطيع تستطيع يعني "
           "تعني يعمل تعمل يقول تقول يبدو تبدو"),
    "th": ("ไม่", "ได้ เป็น มี สามารถ ต้อง คิด รู้ อยู่"),
    "ko": ("안", "했다 됐다 한다 된다 했습니다 합니다 됩니다"),
}  # fmt: skip
_AFTER = {
    "en": ("not", "is are was were will would can could should has had may might must does did"),
    "de": ("nicht", "ist sind war waren wird werden wurde wurden hat haben hatte hatten kann "
           "können muss soll sollen will wollen konnte sollte"),
    "nl": ("niet", "is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen "
           "moet zal zullen wil kon"),
}  # fmt: skip
_AROUND_FR = (
    "est sont était étaient a ont avait avaient peut peuvent doit doivent va vont sera seront fait "
    "veut sait dit"
)
# What is said, and its negative; each may stand for the other.
_SWAPS = {
    "en": (("is", "isn't"), ("are", "aren't"), ("was", "wasn't"), ("were", "weren't"),
           ("will", "won't"), ("would", "wouldn't"), ("could", "couldn't"), ("can", "can't"),
           ("has", "hasn't"), ("have", "haven't"), ("had", "hadn't"), ("did", "didn't"),
           ("does", "doesn't"), ("should", "shouldn't"), ("can", "cannot"), ("always", "never")),
    "ar": (("كان", "لم يكن"), ("كانت", "لم تكن"), ("هو", "ليس"), ("هي", "ليست"),
           ("سيكون", "لن يكون"), ("ستكون", "لن تكون"), ("هناك", "ليس هناك")),
    "ja": (("ました。", "ませんでした。"), ("ます。", "ません。"), ("です。", "ではありません。"),
           ("である。", "ではない。"), ("った。", "らなかった。"), ("した。", "しなかった。"),
           ("している。", "していない。"), ("する。", "しない。"), ("できる", "できない"),
           ("いる。", "いない。"), ("ある。", "ない。"), ("れた。", "れなかった。"),
           ("いた。", "いなかった。"), ("ています", "ていません"), ("だ。", "ではない。")),
    "ko": (("있다", "없다"), ("있습니다", "없습니다"), ("있는", "없는"), ("했다", "하지 않았다"),
           ("한다", "하지 않는다"), ("했습니다", "하지 않았습니다"), ("합니다", "하지 않습니다"),
           ("이다.", "이 아니다."), ("입니다.", "이 아닙니다."), ("됐다", "되지 않았다")),
    "tr": (("oldu", "olmadı"), ("dedi", "demedi"), ("etti", "etmedi"), ("yaptı", "yapmadı"),
           ("verdi", "vermedi"), ("var", "yok"), ("olacak", "olmayacak"), ("ediyor", "etmiyor"),
           ("oluyor", "olmuyor"), ("olabilir", "olamaz"), ("aldı", "almadı"), ("geldi", "gelmedi"),
           ("olan", "olmayan"), ("olduğunu", "olmadığını"), ("ettiğini", "etmediğini"),
           ("söyledi", "söylemedi"), ("istiyor", "istemiyor"), ("gitti", "gitmedi"),
           ("bulundu", "bulunmadı"), ("edecek", "etmeyecek"), ("yapıyor", "yapmıyor"),
           ("kaldı", "kalmadı"), ("kazandı", "kazanmadı"), ("açıkladı", "açıklamadı"),
           ("başladı", "başlamadı"), ("vardı", "yoktu"), ("edildi", "edilmedi"),
           ("olarak", "olmayarak"), ("dır.", " değildir."), ("dir.", " değildir.")),
    "zh": (("是", "不是"), ("会", "不会"), ("能", "不能"), ("有", "没有"), ("可以", "不可以"),
           ("将", "不会"), ("应该", "不应该"), ("想", "不想"), ("要", "不要"), ("知道", "不知道"),
           ("表示", "没有表示"), ("认为", "不认为"), ("愿意", "不愿意")),
}  # fmt: skip
_UNSPACED = frozenset({"ja", "th", "zh"})
# So near to the verb nothing may deny it already.
_NEAR = 12
_PLAIN = {
    "ar": "لا لم لن ليس", "de": "nicht kein", "en": "not n't cannot never", "es": "no nunca",
    "fr": "pas jamais", "it": "non mai", "ja": "ない なか ません", "ko": "않 없 못 안",
    "nl": "niet geen", "pl": "nie", "pt": "não nunca", "ru": "не нет", "th": "ไม่",
    "tr": "değil yok", "zh": "不 没 无 未",
}  # fmt: skip

Change = tuple[int, int, str]


def _word(lang: str, word: str) -> str:
    """Return a pattern of a word that stands by itself."""
    escaped = re.escape(word)
    if lang in _UNSPACED:
        return escaped
    left = r"(?<![\w'’-])" if word[0].isalpha() and not word.startswith(("dır", "dir")) else ""
    return left + escaped + (r"(?![\w'’-])" if word[-1].isalpha() else "")


def _forms(lang: str, words: str) -> re.Pattern[str]:
    return re.compile("|".join(_word(lang, word) for word in words.split()))


def _affirmed(text: str, lang: str) -> Iterator[Change]:
    """Yield each change of the text that denies what it says."""
    if lang in _BEFORE:
        negator, verbs = _BEFORE[lang]
        space = "" if lang in _UNSPACED else " "
        for match in _forms(lang, verbs).finditer(text):
            yield *match.span(), f"{negator}{space}{match[0]}"
    if lang in _AFTER:
        negator, verbs = _AFTER[lang]
        for match in _forms(lang, verbs).finditer(text):
            yield *match.span(), f"{match[0]} {negator}"
    if lang == "fr":
        for match in _forms(lang, _AROUND_FR).finditer(text):
            ne = "n'" if match[0][0] in "aeéiou" else "ne "
            yield *match.span(), f"{ne}{match[0]} pas"
    for said, denied in _SWAPS.get(lang, ()):
        for match in re.finditer(_word(lang, said), text):
            yield *match.span(), denied


def _denied(text: str, lang: str) -> Iterator[Change]:
    """Yield each change of the text that takes a negation out."""
    for negator in (_BEFORE | _AFTER).get(lang, ("",))[:1]:
        if negator:
            after = r"" if lang in _UNSPACED else r"\s"
            for match in re.finditer(f"(?i:{_word(lang, negator)}){after}", text):
                yield *match.span(), ""
    if lang == "en":
        for match in re.finditer(r"\b(?:do|does|did)(?: not|n['’]t) ", text):
            yield *match.span(), ""
    if lang == "fr":
        for match in re.finditer(r"\b(?:ne |n['’])((?:[\w'’-]+ ){0,2}?[\w'’-]+) pas\b", text):
            yield *match.span(), match[1]
    for said, denied in _SWAPS.get(lang, ()):
        for match in re.finditer(_word(lang, denied).replace("'", "['’]"), text):
            yield *match.span(), said


def _plain(lang: str) -> re.Pattern[str]:
    parts = frozenset({"n't", "kein"})
    words = _PLAIN[lang].split()
    loose = lang in _UNSPACED | {"ko"}
    return re.compile(
        "|".join(re.escape(w) if loose or w in parts else _word(lang, w) for w in words),
        re.IGNORECASE,
    )


def _negators(text: str, lang: str) -> int:
    """Count plain negators, roughly: only what stands once in both texts is taken out."""
    return len(_plain(lang).findall(text.replace("’", "'")))


def _is_near_negation(text: str, change: Change, lang: str) -> bool:
    start, end, _ = change
    around = text[max(start - _NEAR, 0) : end + _NEAR].replace("’", "'")
    return bool(_plain(lang).search(around))


def _with(text: str, change: Change, *, added: bool) -> Damaged:
    start, end, new = change
    if start == 0 and new == "":
        text = text[:end] + text[end : end + 1].upper() + text[end + 1 :]
    damaged = text[:start] + new + text[end:]
    return Damaged(text=damaged, start=start, end=start + len(new) if added else start)


def _add(place: Place, random: Random) -> Damaged | None:
    lang = _table(place.lang)
    changes = [
        c for c in _affirmed(place.sentence, lang) if not _is_near_negation(place.sentence, c, lang)
    ]
    return _with(place.sentence, random.choice(changes), added=True) if changes else None


def _remove(place: Place, random: Random) -> Damaged | None:
    lang = _table(place.lang)
    changes = list(_denied(place.sentence, lang))
    sides = ((place.sentence, lang), (place.source or "", _table(place.source_lang)))
    if not changes or any(_negators(*side) != 1 for side in sides):
        return None
    return _with(place.sentence, random.choice(changes), added=False)


def _table(lang: str) -> str:
    return lang.partition("-")[0]


NEGATIONS: tuple[Injector, ...] = (
    Injector(fault="negation removed", check="lost-negation", inject=_remove),
    Injector(fault="negation added", check="added-negation", inject=_add),
)
