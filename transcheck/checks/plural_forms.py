"""The plural forms of one message: pairs that stand apart, each with a form of its own."""

from functools import lru_cache

from transcheck.checks.base import Texts
from transcheck.model import Pair

_Key = tuple[str, str, str | None]


def forms(texts: Texts, pair: Pair) -> tuple[Pair, ...]:
    """Return the pairs that are forms of the same message as ``pair``, itself included."""
    key = _key(pair)
    return _messages(texts).get(key, (pair,)) if key else (pair,)


@lru_cache(maxsize=2)
def _messages(texts: Texts) -> dict[_Key, tuple[Pair, ...]]:
    found: dict[_Key, tuple[Pair, ...]] = {}
    for pair in texts.pairs:
        key = _key(pair)
        if key:
            found[key] = (*found.get(key, ()), pair)
    return found


def _key(pair: Pair) -> _Key | None:
    if pair.unit is None or pair.unit.plural is None or pair.target is None:
        return None
    return pair.target.path, pair.unit.key, pair.unit.context
