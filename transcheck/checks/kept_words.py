"""What a run does with the words and texts of its sources: keeps them, or puts them otherwise."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from transcheck.checks.base import Texts
from transcheck.checks.message_ids import is_message_id
from transcheck.text.code import has_code

_WORD = re.compile(r"[^\W\d_]{2,}")
# What stands in these is kept in any language, and tells nothing of its words.
_PLACEHOLDER = re.compile(r"%\(\w+\)|\{[^{}]*\}|<[^<>]*>|\$\w+")
# A word is told by so many strings at least; a translated one is kept in one of five at most.
_FEWEST, _SHARE = 2, 0.2
# So many words are no name. A file that has so many copies of such texts, and so large a share,
# is being translated.
_TEXT = 3
_COPIES, _PART = 20, 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How many strings of a file have a word of their source, and how many have not.

    It may be ``kept``, stand ``inside`` another word (“send” in “senden”) or be ``gone``. Words are
    case folded, and strings that are copied whole count for nothing.
    """

    kept: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)

    def translates(self, word: str) -> bool:
        """Whether the file says ``word`` in its own language."""
        gone, kept = self.gone[word], self.kept[word] + self.inside[word]
        return gone >= _FEWEST and kept <= _SHARE * (gone + kept)

    def keeps(self, word: str) -> bool:
        """Whether the file mostly leaves ``word`` as it is."""
        return self.kept[word] >= max(_FEWEST, self.gone[word] + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """A file in which many texts stand as in the source: how many, and the first one."""

    copies: int
    strings: int
    first: str


@lru_cache(maxsize=2)
def words_by_path(texts: Texts) -> Mapping[str, Words]:
    """Return what became of the words of copied strings in the others, by the path of these."""
    strings = [strings for pair in texts.pairs if (strings := pair.strings)]
    copied = [one.text for one, other, _ in strings if one.text.strip() == other.text.strip()]
    asked = {word for text in copied for word in _WORD.findall(text.casefold())}
    found: dict[str, Words] = defaultdict(Words)
    for one, other, _ in strings:
        source, target = one.text.casefold(), other.text.casefold()
        if asked.isdisjoint(_WORD.findall(source)) or source.strip() == target.strip():
            continue
        words = found[other.path]
        source, target = (_PLACEHOLDER.sub(" ", text) for text in (source, target))
        whole = set(_WORD.findall(target))
        for word in asked.intersection(_WORD.findall(source)):
            made = words.kept if word in whole else words.inside if word in target else words.gone
            made[word] += 1
    return found


@lru_cache(maxsize=2)
def unfinished(texts: Texts) -> Mapping[str, Unfinished]:
    """Return the files, by their paths, of which so much is copied that it is still to be done."""
    strings: Counter[str] = Counter()
    copies: dict[str, list[str]] = defaultdict(list)
    for pair in texts.pairs:
        if pair.strings is None:
            continue
        source, target = pair.strings[:2]
        strings[target.path] += 1
        if source.text == target.text and is_text(source.text):
            copies[target.path].append(pair.id)
    return {
        path: Unfinished(copies=len(found), strings=strings[path], first=found[0])
        for path, found in copies.items()
        if len(found) > max(_COPIES, _PART * strings[path])
    }


@lru_cache(maxsize=2)
def kept_in(texts: Texts) -> Mapping[str, tuple[int, int]]:
    """Return in how many languages each source stands as it is, and in how many otherwise."""
    kept: dict[str, set[str]] = defaultdict(set)
    put: dict[str, set[str]] = defaultdict(set)
    for pair in texts.pairs:
        if pair.strings:
            source, target = pair.strings[:2]
            same = source.text.strip() == target.text.strip()
            (kept if same else put)[source.text.strip()].add(target.lang)
    return {text: (len(langs), len(put.get(text, ()))) for text, langs in kept.items()}


def is_text(source: str) -> bool:
    """Say whether a source is a text of several words, and no code or name of a message."""
    several = len(_WORD.findall(source)) >= _TEXT
    return several and not has_code(source) and not is_message_id(source)
