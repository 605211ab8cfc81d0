"""Which checks a text may concern, told by its tokens: most of them come back, and are kept."""

import re
from collections.abc import Sequence
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
        numbered = [(1 << number, hint) for number, hint in enumerate(hints) if hint]
        self._lang = lang
        self._asked = [(bit, hint) for bit, hint in numbered if not isinstance(hint, re.Pattern)]
        self._sought = [(bit, hint) for bit, hint in numbered if isinstance(hint, re.Pattern)]
        # Most tokens have no match of any pattern, which one search tells.
        self._any = re.compile(
            "|".join(f"(?:{hint.pattern})" for _, hint in self._sought) or "(?!)"
        )

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = sum(bit for bit, hint in self._asked if hint(token, self._lang))
        if self._any.search(token):
            found += sum(bit for bit, hint in self._sought if hint.search(token))
        self[token] = found
        return found
