"""Tell words of one language, in running text, from names, titles and shared vocabulary."""

from collections.abc import Sequence
from functools import cache

from transcheck import languages
from transcheck.data import exists, lines
from transcheck.languages import Language
from transcheck.text.words import Word


def is_prose(chosen: Sequence[Word], left: Language, right: Language, *, titled: bool) -> bool:
    """Say whether the words are source language: no name, no title, no shared vocabulary.

    ``titled`` says that a capital is no sign of a name, as in the headlines of some languages.
    """
    grammar = content = unknown = capitals = lower = 0
    for word in chosen:
        small = word.text.casefold()
        if word.text[0].isupper() and not titled and not _is_noun(small, left):
            capitals += 1
            continue
        lower += word.text[0].islower()
        if small in listed("function_words", left.tag):
            grammar += small not in listed("function_words", right.tag)
        elif len(small) >= 3 and small.isalpha():
            content += 1
            unknown += small not in listed("common_words", right.tag)
    if grammar == 0:
        return unknown >= 3 and lower >= 1
    # A title can hold "of the", but then its other words have capitals.
    return grammar + unknown >= 2 and (content >= 1 or capitals == 0)


def is_quoted_language(chosen: Sequence[Word], left: Language) -> bool:
    """Say whether the words are of a third language, as a saying left in French in English copy."""
    small = {word.text.casefold() for word in chosen}
    own = len(small & listed("function_words", left.tag))
    return any(
        len(small & listed("function_words", other.tag)) >= own + 2 for other in languages.LANGUAGES
    )


def is_foreign(word: str) -> bool:
    """Say whether a word of an uncased language is in its script, and not a Latin name."""
    return any(char > "\u024f" for char in word)


def _is_noun(word: str, language: Language) -> bool:
    """Say whether a word with a capital may be an ordinary word, for all we know."""
    return language.nouns_capitalised and word in listed("common_words", language.tag)


@cache
def listed(kind: str, tag: str) -> frozenset[str]:
    """Return the words of a list ("function_words", "common_words"); none where none is shipped."""
    name = f"{kind}/{tag}.txt"
    return frozenset(lines(name)) if exists(name) else frozenset()
