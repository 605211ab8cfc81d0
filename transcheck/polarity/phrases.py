"""Find the phrases of a table in a text.

A line of a table is a kind, a colon, and its phrases between bars. In a phrase ``*`` at its
beginning stands for one letter or more, elsewhere for any; ``~`` for up to four words between two
others; ``#`` for a digit.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from transcheck.data import exists, lines

# Written without spaces: a phrase may stand inside of any run of letters.
_UNSPACED = frozenset({"ja", "th", "zh"})
_SEPARATOR = r"[\s'-]{1,3}"
_GAP = rf"(?:{_SEPARATOR}\w+){{0,4}}?{_SEPARATOR}"
_GAP_AFTER_APOSTROPHE = rf"\w+(?:{_SEPARATOR}\w+){{0,3}}?{_SEPARATOR}"
_GAP_UNSPACED = r"[^\s,.，。、！？!?]{1,10}?"
# Where a phrase may begin: at a word, or at a mark that belongs to it ("¿no?").
_WORD_START = re.compile(r"(?<!\w)\w|[,¿]")
_ANY_START = re.compile(r"\S")
_KEY = 2
_ENDINGS = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A phrase of a table at code points ``start`` to ``end`` of a text, with all its kinds."""

    start: int
    end: int
    kinds: frozenset[str]


@dataclass(frozen=True)
class _Part:
    """The phrases of a table that begin alike: one pattern, the longest phrase first.

    ``plain`` are the kinds of phrases by their words: "não ~ só" finds "não só" as well, which is a
    phrase of its own.
    """

    pattern: re.Pattern[str]
    kinds: Sequence[frozenset[str]]
    plain: Mapping[str, frozenset[str]]

    def at(self, text: str, start: int) -> Cue | None:
        match = self.pattern.match(text, start)
        if match is None or match.lastindex is None:
            return None
        kinds = self.plain.get(match[0]) or self.kinds[match.lastindex - 1]
        return Cue(start=start, end=match.end(), kinds=kinds)


# A check of two texts is followed by others of the same two.
@lru_cache(maxsize=256)
def find(text: str, folder: str, lang: str) -> tuple[Cue, ...]:
    """Return the phrases of the table in ``folder`` that stand in ``text``, none within another."""
    lang = lang.partition("-")[0]
    if not exists(f"{folder}/{lang}.txt"):
        return ()
    return tuple(_cues(plain(text), folder, lang))


def _cues(text: str, folder: str, lang: str) -> Iterator[Cue]:
    end = 0
    starts = _ANY_START if lang in _UNSPACED else _WORD_START
    for place in starts.finditer(text):
        start = place.start()
        if start < end:
            continue
        cue = _longest(
            [
                cue
                for key in (text[start : start + _KEY], text[start], _ENDINGS)
                if (part := _part(folder, lang, key)) and (cue := part.at(text, start))
            ]
        )
        if cue:
            yield cue
            end = cue.end


def look(folder: str, lang: str, *, but: str) -> Callable[[str], bool] | None:
    """Return what says whether a token may belong to a phrase of a kind other than ``but``.

    A token is what stands between two spaces. Of a phrase only its longest word is looked for.
    None where there is no table.
    """
    lang = lang.partition("-")[0]
    if not exists(f"{folder}/{lang}.txt"):
        return None
    starts = _ANY_START if lang in _UNSPACED else _WORD_START
    keys = _longest_words(folder, lang, but).keys()

    def may_belong(token: str) -> bool:
        text = plain(token)
        for place in starts.finditer(text):
            start = place.start()
            for key in (text[start : start + _KEY], text[start], _ENDINGS):
                if key in keys and _word_of(folder, lang, but, key).match(text, start):
                    return True
        return False

    return may_belong


@lru_cache(maxsize=1 << 10)
def holds(phrase: str, folder: str, lang: str, kind: str) -> bool:
    """Say whether a phrase of ``kind`` stands within ``phrase``."""
    return bool(_of_kind(folder, lang.partition("-")[0], kind).search(plain(phrase)))


@cache
def _of_kind(folder: str, lang: str, kind: str) -> re.Pattern[str]:
    spaced = lang not in _UNSPACED
    parts = _kinds(folder, lang).values()
    ours = sorted(phrase for part in parts for phrase, kinds in part.items() if kind in kinds)
    before = r"(?<!\w)" if spaced else ""
    return re.compile("|".join(before + _expression(phrase, spaced=spaced) for phrase in ours))


@cache
def _longest_words(folder: str, lang: str, but: str) -> Mapping[str, Sequence[str]]:
    """Return the longest word of each phrase, by the characters that it begins with."""
    found: dict[str, list[str]] = {}
    for phrases in _kinds(folder, lang).values():
        for phrase, kinds in phrases.items():
            if but not in kinds:
                words = [word.rstrip("~") for word in phrase.split()]
                longest = max(words, key=lambda word: len(word.strip("*")))
                found.setdefault(_key(longest), []).append(longest)
    return found


@cache
def _word_of(folder: str, lang: str, but: str, key: str) -> re.Pattern[str]:
    words = sorted(set(_longest_words(folder, lang, but)[key]))
    spaced = lang not in _UNSPACED
    return re.compile("|".join(_expression(word, spaced=spaced) for word in words))


def _longest(cues: Sequence[Cue]) -> Cue | None:
    """Return the longest cue, with the kinds of all that are as long."""
    if not cues:
        return None
    end = max(cue.end for cue in cues)
    kinds = frozenset().union(*(cue.kinds for cue in cues if cue.end == end))
    return Cue(start=cues[0].start, end=end, kinds=kinds)


def plain(text: str) -> str:
    """Return the text in small letters, as long as it is, with one kind of apostrophe."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # A table takes ten times as long, and every token is asked.
    return lowered.replace("’", "'").replace("ʼ", "'")


@cache
def _kinds(folder: str, lang: str) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return the phrases of a table with their kinds, by the characters that they begin with."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for line in lines(f"{folder}/{lang}.txt"):
        kind, _, phrases = line.partition(":")
        for phrase in map(str.strip, phrases.split("|")):
            part = found.setdefault(_key(phrase), {})
            part[phrase] = part.get(phrase, frozenset()) | {kind}
    return found


def _key(phrase: str) -> str:
    return _ENDINGS if phrase.startswith(_ENDINGS) else phrase.rstrip("*")[:_KEY]


# Most of a table's parts are never asked for, and to compile a pattern takes a while.
@cache
def _part(folder: str, lang: str, key: str) -> _Part | None:
    kinds = _kinds(folder, lang).get(key)
    if kinds is None:
        return None
    ordered = sorted(kinds, key=_precedence)
    spaced = lang not in _UNSPACED
    pattern = "|".join(f"({_expression(phrase, spaced=spaced)})" for phrase in ordered)
    return _Part(re.compile(pattern), [kinds[phrase] for phrase in ordered], kinds)


def _precedence(phrase: str) -> tuple[bool, int, str]:
    """Return what puts the phrases of a part in order, from what says most to what says least.

    Words that stand together come before words around a gap: "no solo" decides in "no solo aquí
    sino allí", though "no ~ sino" is longer.
    """
    together = " " in phrase and "~" not in phrase
    return not together, -len(phrase.strip("*")), phrase


def _expression(phrase: str, *, spaced: bool) -> str:
    if not spaced:
        return _GAP_UNSPACED.join(re.escape(part.strip()) for part in phrase.split("~"))
    core = phrase.strip("*")
    inner = re.escape(core).replace(r"\ \~\ ", _GAP).replace(r"\~\ ", _GAP_AFTER_APOSTROPHE)
    inner = inner.replace(r"\*", r"\w*").replace(r"\ ", r"\s").replace(r"\#", r"\d")
    before = r"\w+" if phrase.startswith("*") else ""
    after = r"\w*" if phrase.endswith("*") else r"(?!\w)" if core[-1].isalnum() else ""
    return before + inner + after
