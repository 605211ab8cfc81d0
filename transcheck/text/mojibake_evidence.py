"""Whether characters that could be broken UTF-8 are broken, or sound as they stand.

"É»" ends a quotation in capitals, "Ã©" can be nothing but a broken "é". What decides is whether
the character that comes out is one that texts use, and whether the characters that stand there
could have been written by someone.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from transcheck.text.characters import script

# Marks that may rightly follow a letter, so that they prove little.
_PUNCTUATION = frozenset("\xa0 «»‹›“”‘’‚„…–—")
_QUOTES = frozenset("»›“”‘’‚„…–—")
_STOPS = frozenset(".,;:!?…»")
_OPENERS = frozenset("«‹“‘„‚\"'(»›”")
# Signs that stand only in text that was broken twice.
_TWICE = frozenset("ƒˆˇ˘˙˚˛˜˝")
# Wrong encodings whose leading characters are Cyrillic or Greek letters, or dashes and signs.
_CYRILLIC, _GREEK, _MAC, _DOS = "cp1251", "cp1253", "mac_roman", "cp437"
# Of these only the characters around the whole run tell anything.
JOINED = frozenset({_CYRILLIC, _GREEK, _MAC})
# Letters beyond a-z that names in any text may have.
_LETTERS = frozenset(
    "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßāăąćċčďđēėęěğģĩīįıķļľĺłńņňōőœŕřśşšţťũūůűųŵŷźżžșțơưǎǐİ"
)
# What follows a leading letter where one Cyrillic letter stands alone: "Рё" for "и". All letters
# that an encoding of Cyrillic puts there, but for "Сі", a Chinese name.
_LONE = frozenset("ЁёЂђЃѓЄєЅѕІЇїЈјЉљЊњЋћЌќЎўЏџҐґ’–")
_MATHEMATICS = frozenset("πΩ∞∑∏∫∂±≤≥µ≠∆")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A sequence of characters and the one ``character`` that it would stand for.

    ``run`` is the sequence with those right beside it, ``near`` what all these stand for;
    ``before`` and ``after`` are the characters on either side: of the whole run in ``JOINED``.
    """

    sequence: str
    character: str
    run: str
    near: str
    before: str
    after: str
    codec: str
    alphabet: str
    script: str

    @property
    def weak(self) -> bool:
        """Whether only punctuation follows the first character."""
        return _PUNCTUATION.issuperset(self.sequence[1:])


def is_broken(place: Place) -> bool:
    """Say whether the sequence is broken text."""
    point = ord(place.character)
    if place.codec == _DOS and not _is_text(place):
        return False
    if len(place.sequence) == 2:
        return _is_broken_pair(place, point)
    if len(place.sequence) == 4:
        return point >= 0x1F000
    return _is_broken_triple(place, point)


def _is_text(place: Place) -> bool:
    """Tell letters from a table that is drawn with lines."""
    lines = any("\u2500" <= c <= "\u259f" for c in place.sequence[1:])
    return not lines or len(place.near) > 1 or place.before.isalnum() or place.after.isalnum()


def _is_broken_pair(place: Place, point: int) -> bool:
    if point < 0xA0:
        return len(place.near) > 1
    if point < 0xC0:
        return _is_broken_sign(place)
    if place.character in _TWICE:
        return len(place.near) > 1
    if point < 0x250:
        return _is_broken_letter(place)
    if 0x300 <= point < 0x370:
        return place.before.islower() and place.sequence[0].isupper() and not place.weak
    return _shares_script(place)


def _is_broken_sign(place: Place) -> bool:
    """Judge "Â©": a letter of the language before a mark is sound after a capital or a quote."""
    mark = place.sequence[1]
    if place.codec == _CYRILLIC:
        return _is_broken_sign_in_cyrillic(place, mark)
    if place.codec == _GREEK:
        return mark not in _PUNCTUATION
    if len(place.near) > 1 or place.codec == _MAC:
        return True
    own = place.sequence[0].lower() in place.alphabet
    quoted = mark in _QUOTES and place.before != "" and place.before in _OPENERS
    return not (quoted or (own and place.before.isupper()))


def _is_broken_sign_in_cyrillic(place: Place, mark: str) -> bool:
    if place.script != "Cyrillic" and not _beside(place, "Cyrillic", "Greek"):
        return True
    if mark.isalpha():  # "ВЈ5" is "£5", "2ВЅ" is "2½"
        return (mark == "Ј" and place.after.isdigit()) or (mark in "јЅѕ" and place.before.isdigit())
    if place.before.isalpha():
        return place.before.islower()
    if mark == "\xa0":
        return place.before.isdigit() or place.before in _STOPS
    if mark == "»":
        return place.before in _STOPS
    return mark not in "…–—" and (mark != "«" or place.after.isalnum())


def _is_broken_letter(place: Place) -> bool:
    lead, rest = place.sequence[0], place.sequence[1]
    if place.character.lower() not in _LETTERS and place.character not in _LETTERS:
        return False
    if place.codec in (_CYRILLIC, _GREEK):
        apart = place.script == "Latin" and not _beside(place, "Cyrillic", "Greek")
        sign = rest not in _PUNCTUATION and rest.isprintable() and (apart or not rest.isalpha())
        return (
            _beside(place, "Latin") or sign or (apart and (rest == "\xa0" or len(place.near) > 1))
        )
    if place.codec == _MAC:
        return _is_broken_in_mac(place, joined=_beside(place, "Latin"))
    return _is_broken_in_latin(place, lead, rest)


def _is_broken_in_latin(place: Place, lead: str, rest: str) -> bool:
    if place.before.islower() or len(place.near) > 1:
        return True
    own = lead.lower() in place.alphabet
    if rest == "\xa0" and place.character == "à":
        return not place.before.isupper() or place.after.islower()
    if place.weak and not place.after.isalpha():
        return not (own or place.before.isupper() or (place.before and place.before in _OPENERS))
    return not (own and rest.lower() in place.alphabet)


def _beside(place: Place, *scripts: str) -> bool:
    """Say whether a letter of one of these scripts stands right before or after."""
    return any(script(one) in scripts for one in (place.before, place.after) if one)


def _is_broken_in_mac(place: Place, *, joined: bool) -> bool:
    lead, rest = place.sequence[0], place.sequence[1]
    if lead == "√":
        return joined or rest not in _MATHEMATICS
    if lead == "»":
        return joined and place.character.lower() in place.alphabet
    return lead in "ƒ≈∆" and (joined or len(place.near) > 1)


def _is_broken_triple(place: Place, point: int) -> bool:
    first = place.sequence[:2]
    if point == 0xFFFD:
        return False
    if 0x1E00 <= point < 0x1F00:
        return _is_broken_vietnamese(place)
    if 0x2000 <= point < 0x2070 or 0x3000 <= point < 0x3040:
        return first[1] in "€\x80ÄÇЂ"
    if 0x2070 <= point < 0x2C00:
        return not place.weak and (place.codec != _CYRILLIC or first[1] in "„†€‚")
    if point >= 0xFB00:
        return unicodedata.category(place.character) != "Lo" or _shares_script(place)
    return _shares_script(place)


def _is_broken_vietnamese(place: Place) -> bool:
    if "ạ" in place.alphabet or len(place.near) > 1:
        return True
    letters = place.sequence[1:].isalpha() and place.codec in (_CYRILLIC, _GREEK)
    return not letters and (not place.weak or (place.after.isalpha() and place.after.islower()))


def _shares_script(place: Place) -> bool:
    """Judge letters of other scripts: two of one script side by side are no accident."""
    ours = _writing(script(place.character))
    if ours in (None, "Latin") or "\u0460" <= place.character <= "\u048f":
        return False
    count = sum(_writing(script(one)) == ours for one in place.near)
    home = ours == _writing(place.script)
    if place.codec in (_CYRILLIC, _GREEK):
        return _shares_in_cyrillic(place, count, home=home)
    if count > 1:
        return True
    if not home or (place.sequence[0] in "–—" and (place.weak or _beside(place, "Cyrillic"))):
        return False
    return not place.weak or not place.before or script(place.before) != "Latin"


def _shares_in_cyrillic(place: Place, count: int, *, home: bool) -> bool:
    """Judge "РїСЂ", which could be letters of a Cyrillic or Greek text as they stand."""
    rest = place.sequence[1:]
    sign = any(not one.isalpha() and one not in _PUNCTUATION for one in place.run)
    lone = not place.before.isalpha() and not place.after.isalpha()
    if home and _is_stranger(place):
        return True
    if count < 2:
        return home and lone and len(place.near) == 1 and (sign or rest in _LONE)
    if home and count == 2 and lone:
        return True
    capital_inside = any(one.islower() and two.isupper() for one, two in pairwise(place.run))
    return count > 2 or sign or capital_inside or (home and len(rest) == 2)


def _is_stranger(place: Place) -> bool:
    """Say whether Cyrillic letters stand alone in a text of another script."""
    alone = not _beside(place, "Cyrillic", _writing(place.script) or "")
    return place.codec == _CYRILLIC and place.script != "Cyrillic" and alone


def _writing(name: str | None) -> str | None:
    """Return the script, with Japanese and Chinese as one: they stand side by side."""
    return "Chinese" if name == "Japanese" else name
