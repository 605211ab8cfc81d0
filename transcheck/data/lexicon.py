"""Word lists by language, as sets; a language without a list has an empty one."""

from functools import cache

from transcheck.data import exists, lines


@cache
def common_words(lang: str) -> frozenset[str]:
    """Return the most frequent words of ``lang``, in small letters."""
    return _words("common_words", lang)


@cache
def function_words(lang: str) -> frozenset[str]:
    """Return the closed-class words of ``lang``: articles, pronouns, prepositions and so on."""
    return _words("function_words", lang)


def _words(folder: str, lang: str) -> frozenset[str]:
    name = f"{folder}/{lang}.txt"
    return frozenset(lines(name)) if exists(name) else frozenset()
