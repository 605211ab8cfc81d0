"""Whether a token is words run together: the model first, then what the article says."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import takewhile
from math import inf

from transcheck.checks.run_together import (
    KNOWN,
    NAMED,
    SURE,
    Limits,
    Scored,
    Split,
    rated,
    scored,
    standing,
)
from transcheck.checks.run_together_setting import MOST_FITTING, Setting, fitting, setting_of
from transcheck.checks.run_together_words import (
    USUAL,
    is_accented_name,
    is_derived,
    is_foreign,
)
from transcheck.data import lexicon, lines
from transcheck.data.adjacency import adjacency
from transcheck.data.frequency import endings, fold, frequencies, zipf
from transcheck.text.words import Word, parts, words

# From this share of all words on a token is a word, and from the second on even where its halves
# are often glued. Lists give each hundredth of a power of ten, so that 0.99 of one rounds down.
_USUAL_SHARE = 0.99 * 10 ** (USUAL - 9)
_USUAL_GLUE_SHARE = 0.99 * 10 ** (3.8 - 9)
# How much rarer than its halves a listed token of two function words is, if it is glue: "ofthe".
_GLUE_GAP = 3.5
# The same for two frequent words of three letters and more.
_FREQUENT, _FREQUENT_GAP, _RARE = 5.0, 2.5, 3.0
_FREQUENT_SHARE = 0.99 * 10 ** (_FREQUENT - 9)
# A listed token is glue only where the model, which does not see that it is listed, says so too.
_LISTED_SCORE = 5.0
_APOSTROPHE_INSIDE = frozenset({"uk"})
_LONGEST = 40
_SHORTEST = 4
_OUTER = ".,;:!?…\"'“”„«»()[]‘’–—-"
# What these add to the log odds; a logistic regression over the articles for development, all
# languages together, gave them. That both halves stand elsewhere says nothing: so do those of
# compounds. The frequency of the whole, on the Zipf scale:
_LISTED = -0.5
# The right half stands elsewhere with a capital alone, as the nouns of a German compound do.
_RIGHT_CAPITAL = -1.1
# A short left half with a capital: names begin like a word by chance.
_SHORT_NAME = -1.3
# A function word with a capital in mid-sentence ("Las|sana").
_FUNCTION_INSIDE = -0.9
# A capital before another one: a first name, which looks like two words by chance ("Rosalind Ash").
_BEFORE_NAME = -1.0
# A token before a mark, unless it begins with a function word: a sentence rarely pauses there.
_BEFORE_MARK = -0.5
# A name of the article, before a common word that ends no compounds ("Trump|is").
_NAME_SEEN = 1.3
# A word that ends so many longer ones is a second half of compounds.
_ENDS = 12
# A token that shares its beginning, so many letters beyond the cut, with another unknown one of the
# article is a word in another form.
_BEYOND = 3


def run_together(
    text: str, lang: str, counts: Mapping[str, int]
) -> Iterator[tuple[Word, tuple[int, ...]]]:
    """Yield each word of ``text`` that lacks spaces inside, with the places where they belong."""
    look = looker(lang)
    for word in [word for word in words(text) if look(word.text)]:
        # An editor writes "[e]veryone" where a quotation had a capital.
        if text[word.start - 1 : word.start] != "]":
            at = word.start
            cuts: list[int] = []
            for part in separate(word.text, lang):
                if look(part):
                    place = partial(setting_of, text, at, at + len(part))
                    cuts += (at + cut for cut in cuts_of(part, lang, counts, place))
                at += len(part) + 1
            if cuts:
                yield word, tuple(cuts)


def separate(word: str, lang: str) -> Sequence[str]:
    """Return the parts of a word that are words; an apostrophe in "дев'ятому" parts none."""
    return (word,) if lang in _APOSTROPHE_INSIDE else parts(word)


@cache
def looker(lang: str) -> Callable[[str], bool]:
    """Return ``may_be_glued`` for one language: a cache is quickest with one argument."""
    return lru_cache(maxsize=1 << 16)(lambda token: may_be_glued(token, lang))


def may_be_glued(token: str, lang: str) -> bool:
    """Say whether a token is worth a look: in small letters but for the first, and no known word.

    Most tokens come back, so the answers are kept.
    """
    core = token.strip(_OUTER)
    if not core.isalpha():
        pieces = parts(core)
        # "all'incirca" is a word, whatever "incirca" may be.
        known = len(pieces) < 2 or zipf(core.lower(), lang) >= USUAL
        return not known and any(may_be_glued(piece, lang) for piece in pieces)
    if not _SHORTEST <= len(core) <= _LONGEST or not core[1:].islower():
        return False
    share = frequencies(lang).get(fold(core.lower(), lang), 0.0)
    return share < _USUAL_SHARE or (
        share < _USUAL_GLUE_SHARE and _listed_cut(core, lang) is not None
    )


@lru_cache(maxsize=1 << 12)
def _listed_cut(token: str, lang: str) -> int | None:
    """Return where a listed token is two words that writers often glue: "of|the", "sin|embargo"."""
    small = token.lower()
    # The model is slow, so it is asked last.
    found = [split for split in _into_frequent(small, lang) if _is_frequent(token, split, lang)]
    if not found or not zipf(small, lang):
        return None
    likeliest = max(found, key=lambda split: rated(split, lang))
    return len(likeliest.left) if rated(likeliest, lang) >= _LISTED_SCORE else None


def _into_frequent(token: str, lang: str) -> list[Split]:
    """Return the ways to part ``token`` into two words of two letters that may be frequent enough.

    What lists spell in another way ("ß") is left to ``_is_frequent``.
    """
    cuts: Iterable[int] = range(2, len(token) - 1)
    if fold(token, lang) == token:
        frequent = _frequent(lang)
        cuts = [cut for cut in cuts if token[:cut] in frequent and token[cut:] in frequent]
    return [Split(token[:cut], token[cut:]) for cut in cuts]


@cache
def _frequent(lang: str) -> frozenset[str]:
    """Return the words that are frequent enough, and the function words."""
    most = takewhile(lambda entry: entry[1] > _FREQUENT_SHARE, frequencies(lang).items())
    return lexicon.function_words(lang) | {word for word, _ in most}


def _is_frequent(token: str, split: Split, lang: str) -> bool:
    """Say whether the halves are so much more frequent than ``token`` that it may be glue."""
    frequency = zipf(token.lower(), lang)
    closed = token.islower() and lexicon.function_words(lang).issuperset(split)
    long = frequency < _RARE and min(map(len, split)) > 2
    if not closed and not long:
        return False
    rarer = min(zipf(split.left, lang), zipf(split.right, lang))
    if closed and rarer - frequency > _GLUE_GAP:
        return True
    return long and rarer > _FREQUENT and rarer - frequency > _FREQUENT_GAP


def is_settled(token: str, lang: str) -> bool:
    """Say whether no model is asked of ``token``: the lists tell what it is."""
    return is_derived(token.lower(), lang) or _listed_cut(token, lang) is not None


def cuts_of(
    token: str, lang: str, counts: Mapping[str, int], setting: Callable[[], Setting]
) -> tuple[int, ...]:
    """Return where spaces are missing in ``token``, which ``may_be_glued``; mostly nowhere.

    Most tokens fall before anybody asks for their setting.
    """
    small = token.lower()
    if counts.get(token, 0) > 1 or is_derived(small, lang):
        return ()
    listed = _listed_cut(token, lang)
    if listed is not None:
        return (listed,)
    likely = scored(small, lang, named(token, lang, counts), _reachable(lang, small=token == small))
    if not likely:
        return ()
    found = best(token, likely, lang, counts, setting())
    if found.score <= 0 or is_foreign(small, lang):
        return ()
    if is_accented_name(token, lang):
        return ()
    cut = len(found.split.left)
    return () if comes_back(token, cut, lang, counts) else (cut,)


def comes_back(token: str, cut: int, lang: str, counts: Mapping[str, int]) -> bool:
    """Say whether the article has ``token`` in another form: "Sutopon" beside "Sutopo"."""
    small = token.lower()
    beginning = small[: min(cut + _BEYOND, max(len(small) - 1, cut + 1))]
    others = (
        other
        for word, count in counts.items()
        if count > 0 and (other := word.lower()).startswith(beginning)
    )
    return any(other != small and other.isalpha() and zipf(other, lang) < USUAL for other in others)


def best(
    token: str, likely: Sequence[Scored], lang: str, counts: Mapping[str, int], setting: Setting
) -> Scored:
    """Return the likeliest split of ``token``, after article and neighbours spoke.

    Its score is how far it lies beyond the limit.
    """
    pulls, least = adjacency(lang), limits(lang, small=token.islower())
    judged = (
        Scored(
            split,
            score
            + evidence(token, split, lang, counts, setting)
            + fitting(token, len(split.left), setting, pulls)
            - least.of(split, lang),
        )
        for split, score in likely
    )
    return max(judged, key=lambda one: one.score)


def evidence(
    token: str, split: Split, lang: str, counts: Mapping[str, int], setting: Setting
) -> float:
    """Return what is added to the log odds of ``split``: by the list, the article, the setting."""
    left, right = split
    total = _LISTED * zipf(token.lower(), lang)
    function = lexicon.function_words(lang)
    if len(right) > 2 and right not in function and not counts.get(right):
        total += _RIGHT_CAPITAL * bool(counts.get(right.title()))
    total += _BEFORE_MARK * (setting.before_mark and left not in function)
    if token.islower():
        return total
    total += _SHORT_NAME * (len(left) < 3) + _BEFORE_NAME * setting.before_name
    if left in function:
        return total + _FUNCTION_INSIDE * setting.inside
    return total + _NAME_SEEN * (
        bool(counts.get(token[: len(left)])) and _follows_names(right, lang)
    )


def named(token: str, lang: str, counts: Mapping[str, int]) -> frozenset[str]:
    """Return the halves that the article has and the list has not, beside a word."""
    found = set()
    for cut in range(2, len(token) - 1):
        left, right = token[:cut], token[cut:]
        # Most halves stand nowhere in the article: that is asked before anything else.
        if cut > 2 and left in counts and _is_named(left, right, lang, counts):
            found.add(left.lower())
        if len(right) > 2 and right in counts and _is_named(right, left, lang, counts):
            found.add(right.lower())
    return frozenset(found)


def _is_named(half: str, other: str, lang: str, counts: Mapping[str, int]) -> bool:
    if not counts[half] > 0 or zipf(half.lower(), lang) >= NAMED:
        return False
    place = standing(other.lower(), lang)
    return place == SURE or (place == KNOWN and _ends_few(other.lower(), lang))


def _follows_names(word: str, lang: str) -> bool:
    """Say whether ``word`` is common and no second half of compounds: "is", "said"."""
    if word in lexicon.function_words(lang):
        return True
    return standing(word, lang) == SURE and _ends_few(word, lang)


def _ends_few(word: str, lang: str) -> bool:
    """Say whether ``word`` is no second half of compounds."""
    return endings(fold(word, lang), lang).content < _ENDS


@cache
def _limits() -> Mapping[str, Mapping[str, Sequence[float]]]:
    found: dict[str, dict[str, list[float]]] = json.loads("".join(lines("glue/limits.json")))
    return found


@cache
def limits(lang: str, *, small: bool) -> Limits:
    """Return from which log odds a token in small letters, or with a first capital, is glue."""
    found = _limits().get(lang)
    return Limits(*found["small" if small else "capital"]) if found else Limits(inf, inf)


@cache
def _reachable(lang: str, *, small: bool) -> Limits:
    """Return from which log odds the article and the neighbours can raise a split to its limit."""
    return Limits(*(one - _NAME_SEEN - MOST_FITTING for one in limits(lang, small=small)))
