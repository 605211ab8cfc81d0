"""What three checks share: how the placeholders of a pair differ, plural forms considered."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from transcheck.checks.base import Context
from transcheck.checks.message_ids import is_message_id
from transcheck.checks.plural_forms import forms
from transcheck.model import Measured
from transcheck.placeholders.compare import Differences, compare
from transcheck.placeholders.plurals import holds_one_number
from transcheck.placeholders.reading import OPENINGS, Placeholder, find, is_message

_NONE = Differences()
# How a date or a time is written, which each language has its own way to.
_WORD = re.compile(r"[^\W\d_]{4}")
_TIME = re.compile(r"%[-^_0#]?[bBHIjmMyYZ](?![A-Za-z])")


def differences(measured: Measured, context: Context) -> Differences:
    """Return how the placeholders of a string and its translation differ.

    Running text has none: what looks like one there is ``leaked-markup``.
    """
    strings = measured.pair.strings
    if strings is None:
        return _NONE
    source, target, unit = strings
    if not any(OPENINGS.search(each.text) for each in strings[:2]) or is_message_id(source.text):
        return _NONE
    if all(_TIME.search(each.text) for each in strings[:2]) and not _WORD.search(source.text):
        return _NONE
    found = _compared(source.text, target.text, unit.dialects)
    if unit.plural is None or found == _NONE:
        return found
    found = _known_elsewhere(found, measured, context)
    if holds_one_number(unit.plural, target.lang, unit.plural_rule):
        return replace(found, missing=_without_number(found.missing))
    return found


@lru_cache(maxsize=512)
def _compared(source: str, target: str, dialects: tuple[str, ...]) -> Differences:
    message = is_message(source, dialects)
    return compare(find(source, dialects, message=message), find(target, dialects, message=message))


def _known_elsewhere(found: Differences, measured: Measured, context: Context) -> Differences:
    """Return ``found`` without what another form of the same message has in its source.

    What is filled in by order may stand as often as in the form that has the most of it.
    """
    pair = measured.pair
    if pair.source is None:
        return found
    dialects = pair.unit.dialects if pair.unit else ()
    most: Counter[tuple[str, str, str]] = Counter()
    for other in forms(context.texts, pair):
        most |= _counted(other.source.text if other.source else "", dialects)
    room = most - _counted(pair.source.text, dialects)
    added = []
    for one in found.added:
        if room[_key(one)] > 0 or (one.name and most[_key(one)]):
            room[_key(one)] -= 1
        else:
            added.append(one)
    return replace(found, added=tuple(added))


def _counted(text: str, dialects: tuple[str, ...]) -> Counter[tuple[str, str, str]]:
    return Counter(_key(one) for one in find(text, dialects))


def _key(one: Placeholder) -> tuple[str, str, str]:
    return one.opening, one.name, one.kind


def _without_number(missing: tuple[Placeholder, ...]) -> tuple[Placeholder, ...]:
    """Return what is missing beside the number, which a form for one number says in a word."""
    number = next((one for one in missing if one.kind in {"d", "u", "ld", "lu"}), None)
    number = number or next(iter(missing), None)
    return tuple(one for one in missing if one is not number)
