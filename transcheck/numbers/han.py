"""Numbers with the sizes of East Asia, 1億2,500万 and 5천만, and numerals such as 三十五."""

import re
from collections.abc import Iterator

from transcheck.numbers.values import Number, key
from transcheck.text.late import late

_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "십": 10, "백": 100, "천": 1000}
_BIG = {
    "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8, "兆": 1e12, "만": 1e4, "억": 1e8, "조": 1e12,
}  # fmt: skip
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": 0, "两": 2, "兩": 2, "壱": 1, "弐": 2, "参": 3}
# What may stand between digits and their size: "100多万" is more than a million.
_MORE = "[多余餘数數여]?"
# Units of measure that begin with the character for a thousand, and months in Korean.
_SIZES = rf"{_MORE}\s?(?:[百千백천십]\s?)?[万萬億亿兆만억조]|{_MORE}\s?[百千백천](?![米克瓦公分])"
_SIZED = late(
    rf"\d+(?:[.,]\d+)*(?:{_SIZES})+(?:\s?\d+(?:[.,]\d+)*(?:{_SIZES})+)*"
    r"(?:\s?\d{1,4}(?:,\d{3})?(?![\d년年月월.]))?"
)
_PIECE = late(r"\d+(?:[.,]\d+)*|[十百千십백천万萬億亿兆만억조]")
_NUMERAL = late("[〇零一二三四五六七八九十百千万萬億亿兆两兩拾壱弐参]+")


def sized(text: str, number: re.Match[str]) -> Number | None:
    """Return the number that begins at ``number`` if a size belongs to it, else None."""
    match = _SIZED.match(text, number.start())
    if match is None:
        return None
    raw = match[0]
    pieces = _PIECE.findall(raw)
    total = section = current = 0.0
    size = 10.0
    for piece in pieces:
        if piece in _SMALL:
            section, current = section + current * _SMALL[piece], 0.0
        elif piece in _BIG:
            # "万亿" is a size of its own.
            total = (section + current or total) * _BIG[piece] + (total if section + current else 0)
            section, current, size = 0.0, 0.0, max(size, _BIG[piece])
        else:
            section, current = section + current, _literal(piece)
    digits = "".join(char for char in raw if char.isdecimal())
    return Number(
        start=match.start(),
        end=match.start() + len(raw.rstrip()),
        values=frozenset((key(total + section + current),)),
        digits=digits,
        size=size,
    )


def _literal(piece: str) -> float:
    groups = re.split("[.,]", piece)
    if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
        return float("".join(groups))
    return float("".join(groups[:-1]) + "." + groups[-1]) if len(groups) > 1 else float(piece)


def numerals(text: str) -> Iterator[Number]:
    """Yield the numbers that are written in Chinese characters alone: 三十五, 二〇一八."""
    for match in _NUMERAL.finditer(text):
        yield Number(start=match.start(), end=match.end(), values=frozenset(_numeral(match[0])))


def _numeral(raw: str) -> set[float]:
    if all(char in _DIGITS for char in raw):
        return {key(float("".join(str(_DIGITS[char]) for char in raw)))}
    total = section = 0.0
    current: float | None = None
    for char in raw:
        if char in _DIGITS:
            current = (current or 0) * 10 + _DIGITS[char]
        elif char in _SMALL:
            section += (1 if current is None else current) * _SMALL[char]
            current = None
        else:
            section += current or 0
            total += (section or 1) * _BIG[char]
            section, current = 0.0, None
    return {key(total + section + (current or 0))}
