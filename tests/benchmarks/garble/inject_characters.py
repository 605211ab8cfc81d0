"""Injectors for broken characters and leaked machinery, by the protocol of ``inject.py``.

Encodings are broken with Python's own codecs and escapes are made with its own functions. The
lookalikes and the tokens planted are examples of a closed class that the checks know as well:
there a high recall says that the matching works, not that the class is complete.
"""

import html
import re
import unicodedata
from collections.abc import Callable
from random import Random
from urllib.parse import quote

from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck import languages
from transcheck.text.words import words

Inject = Callable[[Place, Random], Damaged | None]

_BEYOND = re.compile(r"[^\x00-\x7f]")
_SIGN = re.compile("[\xa0-\xbf\u2010-\u2044\u20ac]")
_LONG = re.compile(r"(?<![\w'’-])[^\W\d_]{5,}(?![\w'’-])")
_GAP = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_LOOKALIKES = {
    "Latn": dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True)),
    "Cyrl": dict(zip("асеорхуАВСЕНКМОРТХі", "aceopxyABCEHKMOPTXi", strict=True)),
    "Grek": dict(zip("οΑΒΕΗΙΚΜΝΟΡΤΧΖ", "oABEHIKMNOPTXZ", strict=True)),
}
_INVISIBLE = (
    "\u200b", "\u00ad", "\u2060", "\ufeff", "\x00", "\x07", "\x1b", "\x7f", "\u202e",
    "\u200b\u200b",
    "\ue000", "\ufdd0", "\u2028", "\U000e0041", "\x9f",
)  # fmt: skip
_TOKENS = (
    "<unk>", "⁇", "</s>", "<s>", "<pad>", "[MASK]", "[UNK]", "[CLS]", "[SEP]", "<0x0A>", "⟨unk⟩",
    "<|endoftext|>", "<|im_start|>", "__eng__", ">>fra<<", "fra_Latn", "zho_Hans", "__PH0__",
    "XX1XX", "<mask>", "<extra_id_0>", "<2de>", "⟦3⟧",
)  # fmt: skip
_MARKUP = (
    "<br/>", "<b>", "</p>", '<a href="https://example.org">', '<span class="x">', "<br>",
    "</strong>",
    "{{name}}", "${user}", "%s", "%(count)s", "{0}", "<0/>", "&nbsp;", "&amp;nbsp;", "&#39;",
    "&quot;", "[url=http://example.org]", "<!-- note -->", "{user_name}", "{{ page.title }}",
    "&lt;b&gt;",
)  # fmt: skip
_CODE = (
    ".ad { display: none; }", "font-size: 12px;", "function () { return; }", "window.ads = 1;",
    '{"id": 5, "kind": "news"}', "document.write(x);", "@media print { color: red; }",
)  # fmt: skip
_FOREIGN = {
    "Cyrl": ("наконец", "совершенно", "конечно же", "вчера вечером"),
    "Arab": ("أخيرا", "بالتأكيد", "في المدينة"),
    "Hans": ("最后", "当然", "昨天晚上"),
    "Grek": ("επιτέλους", "χθες το βράδυ"),
    "Deva": ("आखिरकार", "कल रात"),
    "Kore": ("마침내", "어젯밤"),
    "Thai": ("ในที่สุด", "เมื่อคืน"),
}
_EAST = frozenset({"Hans", "Hant", "Jpan", "Kore"})


def _read_as(codec: str, *, times: int = 1, whole: bool) -> Inject:
    """Make an injector that reads one character, or one word, in the wrong encoding."""

    def inject(place: Place, random: Random) -> Damaged | None:
        text = place.sentence
        if whole:
            spots = [(word.start, word.end) for word in words(text) if not word.text.isascii()]
        elif languages.find(place.lang).script == "Latn":
            spots = [match.span() for match in _BEYOND.finditer(text)]
        else:
            spots = [match.span() for match in _SIGN.finditer(text)]
        if not spots:
            return None
        start, end = random.choice(spots)
        first, last = _broken_part(text[start:end])
        return _replaced(text, start + first, start + last, _garbled(codec, times))

    return inject


def _broken_part(word: str) -> tuple[int, int]:
    """Return from where to where a word has characters that an old encoding breaks."""
    places = [index for index, character in enumerate(word) if character > "\x7f"]
    return places[0], places[-1] + 1


def _garbled(codec: str, times: int) -> Callable[[str], str]:
    def garble(text: str) -> str:
        for _ in range(times):
            text = "".join(_one(byte, codec) for byte in text.encode("utf-8"))
        return text

    return garble


def _one(byte: int, codec: str) -> str:
    return bytes([byte]).decode(codec, "ignore") or chr(byte)


def _replaced(text: str, start: int, end: int, change: Callable[[str], str]) -> Damaged:
    new = change(text[start:end])
    return Damaged(text=text[:start] + new + text[end:], start=start, end=start + len(new))


def _letter_lost(sign: str) -> Inject:
    """Make an injector that writes ``sign`` for one letter or mark beyond ASCII."""

    def inject(place: Place, random: Random) -> Damaged | None:
        spots = [match.span() for match in _BEYOND.finditer(place.sentence)]
        if sign == "?":
            inside = re.finditer(r"(?<=[a-zA-Z])[^\W\d_a-zA-Z](?=[a-z]{2})", place.sentence)
            spots = [match.span() for match in inside]
        if not spots:
            return None
        return _replaced(place.sentence, *random.choice(spots), lambda _: sign)

    return inject


def _inside(choices: tuple[str, ...]) -> Inject:
    """Make an injector that puts one of ``choices`` between two letters of a word."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = [match.span() for match in _LONG.finditer(place.sentence)]
        if not found:
            return None
        start, end = random.choice(found)
        index = random.randrange(start + 1, end)
        chosen = random.choice(choices)
        return _replaced(place.sentence, index, index, lambda _: chosen)

    return inject


def _between(choices: tuple[str, ...]) -> Inject:
    """Make an injector that puts one of ``choices`` between two words, with spaces around it."""

    def inject(place: Place, random: Random) -> Damaged | None:
        gaps = [match.start() for match in _GAP.finditer(place.sentence)]
        if not gaps:
            return None
        index, chosen = random.choice(gaps), random.choice(choices)
        text = f"{place.sentence[:index]} {chosen}{place.sentence[index:]}"
        return Damaged(text=text, start=index + 1, end=index + 1 + len(chosen))

    return inject


def _lookalike(place: Place, random: Random) -> Damaged | None:
    """Write one letter of a word in another script."""
    table = _LOOKALIKES.get(languages.find(place.lang).script, {})
    found = [m for m in _LONG.finditer(place.sentence) if not table.keys().isdisjoint(m[0])]
    if not found:
        return None
    word = random.choice(found)
    index = random.choice([i for i, letter in enumerate(word[0]) if letter in table])
    new = word[0][:index] + table[word[0][index]] + word[0][index + 1 :]
    return _replaced(place.sentence, word.start(), word.end(), lambda _: new)


def _foreign_words(place: Place, random: Random) -> Damaged | None:
    script = languages.find(place.lang).script
    others = [s for s in _FOREIGN if s != script and not (s in _EAST and script in _EAST)]
    return _between(_FOREIGN[random.choice(others)])(place, random)


def _as_entity(place: Place, random: Random) -> Damaged | None:
    """Write one character as an entity: named, by number, or escaped twice."""
    found = [m.span() for m in re.finditer(r"[&\"'<>’“”«»éüñãçöß–]", place.sentence)]
    if not found:
        return None

    def escape(character: str) -> str:
        named = html.escape(character)
        entity = named if named != character else f"&#{ord(character)};"
        return random.choice((entity, html.escape(entity), f"&#x{ord(character):x};"))

    return _replaced(place.sentence, *random.choice(found), escape)


def _as_escape(place: Place, random: Random) -> Damaged | None:
    r"""Write one letter as "\u00e9"."""
    found = [m.span() for m in re.finditer(r"[^\x00-\x7f]", place.sentence)]
    if not found:
        return None
    return _replaced(
        place.sentence, *random.choice(found), lambda one: one.encode("unicode_escape").decode()
    )


def _as_address(place: Place, random: Random) -> Damaged | None:
    """Write one space, or one letter beyond ASCII, as in a web address."""
    found = [m.span() for m in re.finditer(r"(?<=[a-z])(?: (?=[a-z])|[é-ü])", place.sentence)]
    return _replaced(place.sentence, *random.choice(found), quote) if found else None


def _pieces(place: Place, random: Random) -> Damaged | None:
    """Write the gaps around some words as a tokenizer does: "▁the▁old▁port"."""
    gaps = [match.start() for match in _GAP.finditer(place.sentence)]
    if not gaps:
        return None
    return _replaced(place.sentence, *((g := random.choice(gaps)), g + 1), lambda _: "▁")


def _subwords(place: Place, random: Random) -> Damaged | None:
    found = [match.span() for match in _LONG.finditer(place.sentence)]
    if not found:
        return None
    start, end = random.choice(found)
    index = random.randrange(start + 1, end)
    return _replaced(place.sentence, index, index, lambda _: "@@ ")


def _taken_apart(place: Place, random: Random) -> Damaged | None:
    """Write one letter with a loose accent."""
    found = [
        (index, index + 1)
        for index, letter in enumerate(place.sentence)
        if "\u00c0" <= letter <= "\u1eff" and unicodedata.normalize("NFD", letter) != letter
        and re.match("[\u0300-\u036f]", unicodedata.normalize("NFD", letter)[1])
    ]  # fmt: skip
    if not found:
        return None
    return _replaced(
        place.sentence, *random.choice(found), lambda one: unicodedata.normalize("NFD", one)
    )


def _ligature(place: Place, random: Random) -> Damaged | None:
    found = [match.span() for match in re.finditer("fi|fl", place.sentence)]
    if not found:
        return None
    return _replaced(place.sentence, *random.choice(found), lambda two: {"fi": "ﬁ", "fl": "ﬂ"}[two])


def _injector(fault: str, check: str, inject: Inject) -> Injector:
    return Injector(fault=fault, check=check, inject=inject)


INJECTORS: tuple[Injector, ...] = (
    *(
        _injector(f"{'word' if whole else 'character'} of UTF-8 read as {name}", "mojibake", inject)
        for name, codec in (
            ("Windows-1252", "cp1252"),
            ("Latin-1", "latin-1"),
            ("Windows-1251", "cp1251"),
            ("Mac Roman", "mac_roman"),
        )
        for whole in (False, True)
        for inject in [_read_as(codec, whole=whole)]
    ),
    _injector("character read wrongly twice", "mojibake", _read_as("cp1252", times=2, whole=False)),
    _injector("word read wrongly twice", "mojibake", _read_as("cp1252", times=2, whole=True)),
    _injector("U+FFFD for a letter", "replacement-character", _letter_lost("\ufffd")),
    _injector("ï¿½ for a letter", "replacement-character", _letter_lost("ï¿½")),
    _injector("? for a letter inside a word", "replacement-character", _letter_lost("?")),
    _injector(
        "invisible character in a word", "control-or-invisible-character", _inside(_INVISIBLE)
    ),
    _injector("lookalike letter", "mixed-script", _lookalike),
    _injector("words in another script", "wrong-script", _foreign_words),
    _injector("tag, entity or placeholder between words", "leaked-markup", _between(_MARKUP)),
    _injector("code between words", "leaked-markup", _between(_CODE)),
    _injector("character as an entity", "leaked-markup", _as_entity),
    _injector("letter as an escape", "leaked-markup", _as_escape),
    _injector("character as in an address", "leaked-markup", _as_address),
    _injector("token between words", "leaked-token", _between(_TOKENS)),
    _injector("▁ for a space", "leaked-token", _pieces),
    _injector("@@ in a word", "leaked-token", _subwords),
    _injector("letter and loose accent", "non-normalised", _taken_apart),
    _injector("ligature", "non-normalised", _ligature),
)
