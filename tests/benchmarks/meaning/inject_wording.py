"""Plant what no check of its own looks for: a wrong word, words left in the source's language."""

import re
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place
from transcheck.languages import find

_CHECK = "meaning-drift"
# Words in small letters that are long enough to carry meaning.
_CONTENT = re.compile(r"(?<![\w'’-])[^\W\d_A-Z]{6,}(?![\w'’-])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LEFT = 3


def _swap(place: Place, random: Random) -> Damaged | None:
    """Put a word of the following sentence in the place of one of this."""
    own = [match for match in _CONTENT.finditer(place.sentence) if match[0].islower()]
    theirs = [word for word in _CONTENT.findall(place.following or "") if word.islower()]
    strange = [word for word in theirs if word[:4] not in place.sentence.lower()]
    if not own or not strange or not find(place.lang).spaced:
        return None
    match, word = random.choice(own), random.choice(strange)
    text = place.sentence[: match.start()] + word + place.sentence[match.end() :]
    return Damaged(text=text, start=match.start(), end=match.start() + len(word))


def _leave(place: Place, random: Random) -> Damaged | None:
    """Put words of the source in the place of as many that stand about there."""
    if not place.source or not find(place.lang).spaced or not find(place.source_lang).spaced:
        return None
    own, theirs = (list(_WORD.finditer(text)) for text in (place.sentence, place.source))
    if min(len(own), len(theirs)) < 2 * _LEFT:
        return None
    share = random.random()
    first, source_first = (int(share * (len(words) - _LEFT)) for words in (own, theirs))
    start, end = own[first].start(), own[first + _LEFT - 1].end()
    words = place.source[theirs[source_first].start() : theirs[source_first + _LEFT - 1].end()]
    text = place.sentence[:start] + words + place.sentence[end:]
    return Damaged(text=text, start=start, end=start + len(words))


WORDING: tuple[Injector, ...] = (
    Injector(fault="wrong word", check=_CHECK, inject=_swap),
    Injector(fault="words left untranslated", check=_CHECK, inject=_leave),
)
