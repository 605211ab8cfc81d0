"""Which checks a text may concern, told by its tokens: most of them come back, and are kept."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from transcheck.checks.base import Hint

# So many tokens of a language are kept; a run that has more begins anew.
_MOST = 1 << 18


@lru_cache(maxsize=8)
def kept(hints: Sequence[Hint | None]) -> "Hints":
    """Return what is known of ``hints``, which are asked once of each token."""
    return Hints(hints)


class Hints:
    """The hints of a run as bits, the n-th for the n-th hint, and what they said of each token."""

    def __init__(self, hints: Sequence[Hint | None]) -> None:
        self._hints = hints
        self._tokens: dict[str, _Tokens] = {}

    def of(self, text: str, lang: str) -> int:
        """Return the bits of the hints that a token of ``text`` gives."""
        tokens = self._tokens.get(lang)
        if tokens is None:
            tokens = self._tokens[lang] = _Tokens(lang, self._hints)
        found = 0
        for token in text.split(" "):
            found |= tokens[token]
        return found


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
        # Most tokens have no match of any pattern, which one search tells.
        self._any = re.compile(
            "|".join(f"(?:{look.pattern})" for _, look in self._sought) or "(?!)"
        )

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = 0
        for bit, look in self._asked:
            if look(token):
                found |= bit
        if self._any.search(token):
            for bit, pattern in self._sought:
                if pattern.search(token):
                    found |= bit
        self[token] = found
        return found
