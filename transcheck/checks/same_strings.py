"""The strings of a run by what they say: equal sources, and equal translations."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache

from transcheck.checks.base import Texts
from transcheck.checks.message_ids import is_message_id
from transcheck.model import Pair, Segment
from transcheck.units import Unit

# Keys of a button (&File, _Open) and the marks around a string say nothing of its words.
_ACCELERATOR = re.compile(r"[&_](?=\w)")
_EDGES = " .:!?…。：！？*()[]\"'“”„«»"

# By the id of a string those of its language that say the same, itself among them: those not judged
# first, then in reading order.
Groups = Mapping[str, tuple[Pair, ...]]


def words_of(text: str) -> str:
    """Return what two strings have in common that differ in capitals and marks alone.

    >>> words_of("&Save as…") == words_of("Save As")
    True
    """
    return " ".join(_ACCELERATOR.sub("", text).casefold().split()).strip(_EDGES)


@lru_cache(maxsize=2)
def by_source(texts: Texts) -> Groups:
    """Return the strings that are alike by source, context and plural form."""
    return _groups(texts, _source)


@lru_cache(maxsize=2)
def by_translation(texts: Texts) -> Groups:
    """Return the strings that are alike by what the translation says."""
    return _groups(texts, _translation)


def _groups(texts: Texts, key: Callable[[Segment, Segment, Unit], Hashable]) -> Groups:
    groups: dict[Hashable, list[Pair]] = defaultdict(list)
    for pair in (*texts.beside, *texts.pairs):
        strings = pair.strings
        if strings and not is_message_id(strings[0].text):
            groups[key(*strings)].append(pair)
    alike = (tuple(pairs) for pairs in groups.values() if len(pairs) > 1)
    return {pair.id: pairs for pairs in alike for pair in pairs}


def _source(source: Segment, target: Segment, unit: Unit) -> Hashable:
    return locale(target.path, target.lang), source.text, unit.context, unit.plural


def _translation(_source: Segment, target: Segment, _unit: Unit) -> Hashable:
    return locale(target.path, target.lang), words_of(target.text)


@lru_cache(maxsize=1 << 10)
def locale(path: str, lang: str) -> tuple[str, str]:
    """Return a language and the region or script that the path of its file names, if it does.

    >>> locale("po/pt_BR.po", "pt"), locale("values-pt-rPT/a.xml", "pt"), locale("de.po", "de")
    (('pt', 'br'), ('pt', 'pt'), ('de', ''))
    """
    bare = lang.partition("-")[0]
    found = re.search(
        rf"(?<![^\W_]){bare}[-_+]r?([a-z]{{4}}|[a-z]{{2}}|\d{{3}})(?![^\W_])", path, re.I
    )
    return lang, found[1].lower() if found else ""
