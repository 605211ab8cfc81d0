"""Stretches of a text that are UTF-8 read in the wrong encoding, and what they should have been.

A character beyond ASCII takes two to four bytes in UTF-8. Read in an old encoding it becomes two
to four characters: "é" becomes "Ã©". Here such sequences are looked for in each old encoding that
software still falls back to, decoded, and accepted where the result is plausible and the
characters as they stand are not.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from transcheck.text.characters import after, before
from transcheck.text.late import late
from transcheck.text.mojibake_evidence import JOINED, Place, is_broken

_CODECS = (
    "cp1252", "cp1251", "cp1250", "mac_roman", "cp1253", "cp1254", "cp1257", "cp437",
)  # fmt: skip
_DEPTH = 3
# Marks that stand inside a word.
_INSIDE = frozenset("'’-‐")
# The last byte of a quotation mark or of "à" has no visible character in some encodings, or is a
# no-break space that became a plain one.
_CUT = re.compile("â€(?=[ .,;:!?)]|$)|Ã(?= )|Â(?= )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """Characters ``start`` to ``end`` of a text, and the text that they stand for."""

    start: int
    end: int
    repaired: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Codec:
    """One wrong encoding: the bytes behind its characters, and its sequences as patterns.

    Bytes that the encoding leaves undefined are control characters, and so are those up to 0x9F in
    Latin-1, which counts as Windows-1252.
    """

    name: str
    bytes: dict[str, int]
    run: re.Pattern[str]
    one: re.Pattern[str]


def broken(text: str, alphabet: str, script: str = "Latin") -> list[Broken]:
    """Return the broken stretches of ``text`` in order; breaks in one word make one stretch.

    ``alphabet`` holds the letters beyond a-z of the language: in front of a quotation mark they
    are sound. ``script`` is the script of the language.

    >>> broken("CafÃ© MÃ¼nchen", "äöüß")[0]
    Broken(start=3, end=5, repaired='é')
    """
    if not suspicious(text):
        return []
    found = _once(text, alphabet, script)
    return [_deeper(one, script) for one in found]


def may_begin(token: str) -> bool:
    """Say whether a broken sequence may begin in what stands between two spaces."""
    return not token.isascii() and _candidate().search(f"{token} ") is not None


def density(text: str) -> int:
    """Return at how many places of ``text`` a broken sequence could begin."""
    return sum(1 for _ in _candidate().finditer(text))


def suspicious(text: str) -> bool:
    """Say whether ``text`` has characters in a row that could be one, read wrongly."""
    if text.isascii() or not _candidate().search(text):
        return False
    return bool(_matching(text)) or _CUT.search(text) is not None


def _matching(text: str) -> list[_Codec]:
    """Return the encodings that ``text`` has a sequence of."""
    starts = [match.start() for match in _candidate().finditer(text)]
    return [codec for codec in _codecs() if any(codec.one.match(text, start) for start in starts)]


def _once(text: str, alphabet: str, script: str) -> list[Broken]:
    readings = [
        [
            one
            for match in codec.run.finditer(text)
            for one in _accepted(text, match, codec, alphabet, script)
        ]
        for codec in _matching(text)
    ]
    return _joined(text, _separate([*readings, list(_cut(text, alphabet))]))


@cache
def _codecs() -> tuple[_Codec, ...]:
    return tuple(_codec(name) for name in _CODECS)


@cache
def _candidate() -> re.Pattern[str]:
    """Return what any broken sequence begins with, in any of the encodings."""
    pairs = [pair for codec in _codecs() for pair in codec.bytes.items()]
    return re.compile(f"(?={_sequence(pairs)}|[ÂÃ] |â€)")


def _codec(name: str) -> _Codec:
    controls = range(0x80, 0xA0) if name == _CODECS[0] else ()
    table = {chr(byte): byte for byte in controls}
    for byte in range(0x80, 0x100):
        table[codecs.decode(bytes([byte]), name, "ignore") or chr(byte)] = byte
    one = _sequence(table.items())
    return _Codec(name=name, bytes=table, run=late(f"(?:{one})+"), one=late(one))


def _sequence(table: Iterable[tuple[str, int]]) -> str:
    """Return a pattern for the sequences of UTF-8 in the characters that stand for its bytes."""
    pairs = list(table)

    def among(first: int, last: int) -> str:
        return "[" + re.escape("".join(sorted({c for c, b in pairs if first <= b <= last}))) + "]"

    rest = among(0x80, 0xBF)
    return (
        f"{among(0xC2, 0xDF)}{rest}|{among(0xE0, 0xEF)}{rest}{{2}}|{among(0xF0, 0xF4)}{rest}{{3}}"
    )


def _accepted(
    text: str, match: re.Match[str], codec: _Codec, alphabet: str, script: str
) -> Iterator[Broken]:
    """Yield the sequences of a run that are broken."""
    places = [found.span() for found in codec.one.finditer(text, match.start(), match.end())]
    decoded = [_decode(text[start:end], codec) for start, end in places]
    last, joined = len(places) - 1, codec.name in JOINED
    for number, ((start, end), character) in enumerate(zip(places, decoded, strict=True)):
        place = Place(
            sequence=text[start:end],
            character=character,
            run=text[places[max(0, number - 2)][0] : places[min(number + 2, last)][1]],
            near="".join(decoded[max(0, number - 2) : number + 3]),
            before=before(text, match.start() if joined else start),
            after=after(text, match.end() if joined else end),
            codec=codec.name,
            alphabet=alphabet,
            script=script,
        )
        if character and is_broken(place):
            yield Broken(start=start, end=end, repaired=character)


def _decode(text: str, codec: _Codec) -> str:
    """Return the character that a sequence stands for, or "" if it stands for none."""
    try:
        character = bytes(codec.bytes[c] for c in text).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if unicodedata.category(character) in ("Cn", "Co", "Cs") else character


def _cut(text: str, alphabet: str) -> Iterator[Broken]:
    """Yield sequences that lost their last character or have a plain space for it."""
    for match in _CUT.finditer(text):
        start, end = match.span()
        previous, wide = before(text, start), text[end : end + 2] == "  "
        if match[0] == "â€":
            yield Broken(start=start, end=end, repaired="”")
        elif previous.isupper():
            continue
        elif match[0] == "Ã" and (wide or previous.isalpha() or "à" in alphabet):
            if "ạ" not in alphabet:
                yield Broken(start=start, end=end + wide, repaired="à")
        elif match[0] == "Â" and (wide or (previous and not previous.isspace())):
            yield Broken(start=start, end=end + 1, repaired=" ")


def _separate(readings: list[list[Broken]]) -> list[Broken]:
    """Return what was found, in order; where encodings disagree, the one that explains more."""
    separate: list[Broken] = []
    taken: set[int] = set()
    for reading in sorted(readings, key=lambda found: -sum(one.end - one.start for one in found)):
        for one in reading:
            places = range(one.start, one.end)
            if taken.isdisjoint(places):
                separate.append(one)
                taken.update(places)
    return sorted(separate, key=lambda one: one.start)


def _joined(text: str, found: list[Broken]) -> list[Broken]:
    """Join stretches between which only letters stand, or, in broken scripts, no letter at all."""
    joined: list[Broken] = []
    for one in found:
        last = joined[-1] if joined else None
        between = text[last.end : one.start] if last else ""
        if last and (_is_inside(between) or _same_break(last, between, one)):
            joined[-1] = Broken(
                start=last.start, end=one.end, repaired=last.repaired + between + one.repaired
            )
        else:
            joined.append(one)
    return joined


def _is_inside(between: str) -> bool:
    """Say whether what stands between two stretches is a part of the same word."""
    return all(one.isalnum() or one in _INSIDE for one in between)


def _same_break(last: Broken, between: str, one: Broken) -> bool:
    """Say whether two broken words of a script without Latin letters follow one another."""
    plain = not any(map(str.isalnum, between)) and between.isascii()
    return plain and last.repaired[-1] > "\u036f" and one.repaired[0] > "\u036f"


def _deeper(one: Broken, script: str) -> Broken:
    """Return a stretch repaired as often as it was broken."""
    repaired = one.repaired
    for _ in range(_DEPTH):
        again = _once(repaired, "ạ", script)
        if not again:
            break
        for inner in reversed(again):
            repaired = repaired[: inner.start] + inner.repaired + repaired[inner.end :]
    return Broken(start=one.start, end=one.end, repaired=repaired.replace("\ufeff", ""))
