"""The strings of a run by what they say: equal sources, and equal translations."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from transcheck.checks.base import Texts
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Pair

# Keys of a button (&File, _Open) and the marks around a string say nothing of its words.
_ACCELERATOR = re.compile(r"[&_](?=\w)")
_EDGES = " .:!?…。：！？*()[]\"'“”„«»"

# The strings of one language that say the same: those not judged first, then in reading order.
Groups = Mapping[tuple[str | None, ...], tuple[Pair, ...]]


def words_of(text: str) -> str:
    """Return what two strings have in common that differ in capitals and marks alone.

    >>> words_of("&Save as…") == words_of("Save As")
    True
    """
    return " ".join(_ACCELERATOR.sub("", text).casefold().split()).strip(_EDGES)


@lru_cache(maxsize=2)
def by_source(texts: Texts) -> Groups:
    """Return the strings by source, context and plural form, where two or more are alike."""
    return _groups(texts, by_translation=False)


@lru_cache(maxsize=2)
def by_translation(texts: Texts) -> Groups:
    """Return the strings by what the translation says, where two or more are alike."""
    return _groups(texts, by_translation=True)


def _groups(texts: Texts, *, by_translation: bool) -> Groups:
    groups: dict[tuple[str | None, ...], list[Pair]] = defaultdict(list)
    for pair in (*texts.beside, *texts.pairs):
        if pair.strings and not is_message_id(pair.strings[0].text):
            groups[group_of(pair, by_translation=by_translation)].append(pair)
    return {key: tuple(pairs) for key, pairs in groups.items() if len(pairs) > 1}


def group_of(pair: Pair, *, by_translation: bool = False) -> tuple[str | None, ...]:
    """Return what names the group of a pair of which both texts are there."""
    if pair.strings is None:
        raise AssertionError(f"pair {pair.id} is no unit with both texts")
    source, target, unit = pair.strings
    if by_translation:
        return target.lang, words_of(target.text)
    return target.lang, source.text, unit.context, unit.plural
