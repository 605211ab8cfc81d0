"""Which checks a text may concern, told by its tokens: most of them come back, and are kept."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from transcheck.checks.base import Hint

# So many tokens of a language are kept; a run that has more begins anew.
_MOST = 1 << 18
# Longer shapes seldom come back.
_LONGEST_SHAPE = 12
_SMALL = re.compile("[a-z]{2,}")


def shape(token: str) -> str:
    """Return a token as patterns see it, which many have in common: with "aaa" for small letters.

    >>> shape("Washington,"), shape("don't"), shape("%s")
    ('Waaa,', "aaa't", '%s')
    """
    return _SMALL.sub("aaa", token)


@lru_cache(maxsize=8)
def kept(hints: Sequence[Hint | None]) -> "Hints":
    """Return what is known of ``hints``, which are asked once of each token."""
    return Hints(hints)


class Hints:
    """The hints of a run as bits, the n-th for the n-th hint, and what they said of each token."""

    def __init__(self, hints: Sequence[Hint | None]) -> None:
        self._hints = hints
        self._tokens: dict[str, _Tokens] = {}

    def meet(self, texts: Iterable[str], lang: str) -> None:
        """Look at the tokens of ``texts`` together, which takes less time than one by one."""
        self._of(lang).meet({token for text in texts for token in text.split(" ")})

    def of(self, text: str, lang: str) -> int:
        """Return the bits of the hints that a token of ``text`` gives."""
        tokens = self._of(lang)
        found = 0
        for token in text.split(" "):
            found |= tokens[token]
        return found

    def _of(self, lang: str) -> "_Tokens":
        tokens = self._tokens.get(lang)
        if tokens is None:
            tokens = self._tokens[lang] = _Tokens(lang, self._hints)
        return tokens


class _Tokens(dict[str, int]):
    """The bits of the tokens of a language that were met."""

    def __init__(self, lang: str, hints: Sequence[Hint | None]) -> None:
        super().__init__()
        self._asked: list[tuple[int, Callable[[str], object]]] = []
        self._sought: list[tuple[int, re.Pattern[str]]] = []
        for number, hint in enumerate(hints):
            look = hint(lang) if callable(hint) else hint
            if isinstance(look, re.Pattern):
                self._sought.append((1 << number, look))
            elif look:
                self._asked.append((1 << number, look))
        self._shapes: dict[str, int] = {}

    def __missing__(self, token: str) -> int:
        self.meet({token})
        return self[token]

    def meet(self, tokens: Iterable[str]) -> None:
        """Ask the hints of each token that is new, one hint of all before the next hint."""
        if len(self) >= _MOST:
            self.clear()
            self._shapes.clear()
        found = {token: self._by_shape(shape(token)) for token in tokens if token not in self}
        for bit, look in self._asked:
            for token in found:
                if look(token):
                    found[token] |= bit
        self.update(found)

    def _by_shape(self, seen: str) -> int:
        found = self._shapes.get(seen)
        if found is None:
            found = sum(bit for bit, pattern in self._sought if pattern.search(seen))
            if len(seen) <= _LONGEST_SHAPE:
                self._shapes[seen] = found
        return found
