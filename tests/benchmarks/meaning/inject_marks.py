"""Plant lost marks into sound translations: quotations, questions, addresses and handles.

A mark that is lost takes no place, so ``Damaged`` is the whole sentence there. Addresses are found
by patterns of their own, simpler than those of the checks.
"""

import re
from collections.abc import Callable
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place

_QUOTES = re.compile('["“”„‟«»「」『』]')
_QUESTION = re.compile(r"[?？؟\u037e;](?=[\"”“»«」』’')\s]*\Z)")
_STOPS = {"ja": "。", "zh": "。", "hi": "।"}
_URL = re.compile(
    r"(?:https?://|www\.)[\w./?=&%-]*[\w/]|(?<![\w@.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net)\b"
)
_HANDLE = re.compile(r"(?<![\w.])[@#][A-Za-z]\w+|[\w.]+@[\w-]+\.[a-z]+")


def _whole(text: str) -> Damaged:
    return Damaged(text=text, start=0, end=len(text))


def _quotes(place: Place, _random: Random) -> Damaged | None:
    """Take all quotation marks out, if the source has a pair of them."""
    if len(_QUOTES.findall(place.source or "")) < 2 or not _QUOTES.search(place.sentence):
        return None
    return _whole(re.sub(r"\s+", " ", _QUOTES.sub("", place.sentence)).strip())


def _question(place: Place, _random: Random) -> Damaged | None:
    """Write a full stop for the question mark at the end; Greek alone asks with a semicolon."""
    match = _QUESTION.search(place.sentence)
    if not match or (match[0] == ";" and place.lang != "el"):
        return None
    stop = _STOPS.get(place.lang, ".")
    return _whole(place.sentence[: match.start()] + stop + place.sentence[match.end() :])


def _drop(pattern: re.Pattern[str]) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that takes out one match that the source has as well."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = _shared(pattern, place)
        if not found:
            return None
        match = random.choice(found)
        return _whole(place.sentence[: match.start()] + place.sentence[match.end() :])

    return inject


def _change(pattern: re.Pattern[str]) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that writes another letter somewhere in one match."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = _shared(pattern, place)
        if not found:
            return None
        match = random.choice(found)
        at = random.choice([i for i in range(*match.span()) if place.sentence[i].isalpha()])
        new = random.choice(
            [c for c in "abcdefghijklmnopqrstuvwxyz" if c != place.sentence[at].lower()]
        )
        text = place.sentence[:at] + new + place.sentence[at + 1 :]
        return Damaged(text=text, start=match.start(), end=match.end())

    return inject


def _shared(pattern: re.Pattern[str], place: Place) -> list[re.Match[str]]:
    return [m for m in pattern.finditer(place.sentence) if m[0] in (place.source or "")]


MARKS: tuple[Injector, ...] = (
    Injector(fault="quotation marks dropped", check="lost-quote", inject=_quotes),
    Injector(fault="full stop for question mark", check="lost-question", inject=_question),
    Injector(fault="web address dropped", check="lost-url", inject=_drop(_URL)),
    Injector(fault="web address changed", check="changed-url", inject=_change(_URL)),
    Injector(fault="handle dropped", check="lost-handle", inject=_drop(_HANDLE)),
    Injector(fault="handle changed", check="lost-handle", inject=_change(_HANDLE)),
)
