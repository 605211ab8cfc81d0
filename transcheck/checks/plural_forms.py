"""The plural forms of one message: pairs that stand apart, or the arms of one text."""

from collections.abc import Iterator
from functools import lru_cache

from transcheck.checks.base import Texts
from transcheck.model import Pair, Segment
from transcheck.placeholders.messages import Argument, parse
from transcheck.placeholders.reading import is_message
from transcheck.units import Unit

_CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
_RAILS = frozenset({"zero", "one", "other"})
# Formats that say which of their strings have plural forms; keys of others may only look so.
_CERTAIN = frozenset({"android", "ios"})

_Key = tuple[str, str, str | None]


def forms(texts: Texts, pair: Pair) -> tuple[Pair, ...]:
    """Return the pairs that are forms of the same message as ``pair``, itself included."""
    key = _key(pair)
    return _messages(texts).get(key, (pair,)) if key else (pair,)


@lru_cache(maxsize=2)
def _messages(texts: Texts) -> dict[_Key, tuple[Pair, ...]]:
    found: dict[_Key, tuple[Pair, ...]] = {}
    for pair in (*texts.pairs, *texts.beside):
        key = _key(pair)
        if key:
            found[key] = (*found.get(key, ()), pair)
    return found


def _key(pair: Pair) -> _Key | None:
    if pair.unit is None or pair.unit.plural is None or pair.target is None:
        return None
    return pair.target.path, pair.unit.key, pair.unit.context


def counts(form: str) -> bool:
    """Say whether a form is one for a number, and no variant for a platform or a gender.

    >>> counts("few"), counts("0"), counts("=1"), counts("windows")
    (True, True, True, False)
    """
    return form in _CATEGORIES or form.removeprefix("=").isdecimal()


def is_by_category(unit: Unit) -> bool:
    """Say whether the forms of a message are categories of CLDR, as far as its file tells.

    The default variant of Fluent may be for any category.
    """
    return (
        _CATEGORIES.issuperset(unit.forms)
        and "other" in unit.forms
        and "fluent" not in unit.dialects
        and (len(unit.forms) > 1 or not _CERTAIN.isdisjoint(unit.dialects))
    )


def choices(source: Segment, target: Segment, unit: Unit) -> Iterator[Argument]:
    """Yield the plurals of a MessageFormat text for which its source has several arms."""
    if "{" not in target.text or not is_message(source.text, unit.dialects):
        return
    several = {
        one.name for one in parse(source.text)[0] if one.kind == "plural" and len(one.arms) > 1
    }
    for argument in parse(target.text)[0]:
        if argument.kind == "plural" and argument.name in several:
            yield argument


def first_of_file(texts: Texts, pair: Pair) -> bool:
    """Say whether a pair is the first form of its file: where its header's faults are told."""
    path = pair.target.path if pair.target else None
    return _first(texts).get(path, pair) is pair


def has_rails_forms(texts: Texts, pair: Pair) -> bool:
    """Say whether a pair is of a file of Rails that has forms for one and for others alone.

    Rails shows no other unless it is told how, and refuses a message without one of these.
    """
    path = pair.target.path if pair.target else ""
    return path.endswith((".yml", ".yaml")) and _RAILS.issuperset(_forms_in(texts).get(path, ()))


@lru_cache(maxsize=2)
def _forms_in(texts: Texts) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pair in texts.pairs:
        if pair.unit and pair.unit.plural is not None and pair.target:
            found.setdefault(pair.target.path, set()).add(pair.unit.plural)
    return found


@lru_cache(maxsize=2)
def _first(texts: Texts) -> dict[str | None, Pair]:
    found: dict[str | None, Pair] = {}
    for pair in texts.pairs:
        if pair.both and pair.unit and pair.unit.plural is not None and pair.target:
            found.setdefault(pair.target.path, pair)
    return found
