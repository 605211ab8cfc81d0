"""Plant lost and added stretches into sound translations: half a sentence, a clause.

A clause ends at a comma or the like, or before a conjunction; it has three words or more (six
characters where words are not written apart) and leaves at least as many. What the checks take for
the end of a clause is not looked at.
"""

import re
from collections.abc import Iterator
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck.languages import find

MISSING, ADDED = "missing-clause", "added-clause"
_MARK = re.compile(r"[,;:] |(?<=\s)[–—-] |[，、；：،؛]\s?")
# Before these words a clause begins.
_CONJUNCTIONS = {
    "ar": "الذي التي لكن حيث بينما", "de": "und aber weil dass während", "en": "and but because "
    "while which who that", "es": "y pero porque que mientras", "fr": "et mais parce qui que",
    "it": "e ma perché che mentre", "nl": "en maar omdat dat terwijl", "pl": "i ale który że a",
    "pt": "e mas porque que enquanto", "ru": "и но который что а", "tr": "ve ama çünkü",
    "ko": "그리고 하지만", "th": "และ แต่ ซึ่ง ที่",
}  # fmt: skip


def _bounds(text: str, lang: str) -> list[int]:
    """Return where clauses begin, the text's own ends included; the last mark is no clause."""
    end = len(text.rstrip(' .!?。！？"”»“'))
    found = {match.end() for match in _MARK.finditer(text, 0, end)}
    words = _CONJUNCTIONS.get(lang, "").split()
    if words:
        space = r"(?<=\s)" if find(lang).spaced else ""
        after = r"(?=\s)" if find(lang).spaced else ""
        pattern = re.compile(f"{space}(?:{'|'.join(words)}){after}")
        found |= {match.start() for match in pattern.finditer(text, 0, end)}
    return sorted({0, end} | found)


def _holds(text: str, lang: str) -> bool:
    """Say whether a stretch is long enough to be a clause."""
    return len(text.split()) >= 3 if find(lang).spaced else len(text) >= 6


def _clauses(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Yield the clauses that can be taken away: not the whole, and not more than the half."""
    bounds = _bounds(text, lang)
    for index, start in enumerate(bounds):
        for end in bounds[index + 1 :]:
            rest = text[:start] + text[end:]
            if _holds(text[start:end], lang) and _holds(rest, lang) and end - start <= len(rest):
                yield start, end
                break


def _half(place: Place, _random: Random) -> Damaged | None:
    text = place.sentence
    middle = len(text) // 2
    start = text.find(" ", middle) if find(place.lang).spaced else middle
    if start <= 0 or not _holds(text[:start], place.lang) or not _holds(text[start:], place.lang):
        return None
    return Damaged(text=text[:start], start=start, end=start)


def _drop(place: Place, random: Random) -> Damaged | None:
    found = list(_clauses(place.sentence, place.lang))
    if not found:
        return None
    start, end = random.choice(found)
    kept = (place.sentence[:start] + place.sentence[end:]).strip()
    text = (
        kept.lstrip(" ,;:，、")
        if start == 0
        else re.sub(r"[\s,;:，、–—-]+(?=[.!?。！？])", "", kept)
    )
    return Damaged(text=text, start=min(start, len(text)), end=min(start, len(text)))


def _add(place: Place, random: Random) -> Damaged | None:
    """Put a clause of the following sentence at the end of a clause of this one."""
    if place.following is None:
        return None
    found = list(_clauses(place.following, place.lang))
    places = [bound for bound in _bounds(place.sentence, place.lang) if bound]
    if not found:
        return None
    start, end = random.choice(found)
    clause = place.following[start:end].strip(" ,;:，、.。")
    at = random.choice(places)
    spaced = find(place.lang).spaced
    before = place.sentence[:at].rstrip(" ,;:，、–—-")
    lead = ", " if spaced else "，"
    tail = place.sentence[at:]
    if tail and tail[0].isalnum():
        tail = lead + tail
    new = f"{before}{lead}{clause}{tail}"
    begin = len(before) + len(lead)
    return Damaged(text=new, start=begin, end=begin + len(clause))


CLAUSES: tuple[Injector, ...] = (
    Injector(fault="half missing", check=MISSING, inject=_half),
    Injector(fault="clause missing", check=MISSING, inject=_drop),
    Injector(fault="clause added", check=ADDED, inject=_add),
)
