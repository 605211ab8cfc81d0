"""Tell words of one language, in running text, from names, titles and shared vocabulary."""

from collections.abc import Sequence
from functools import cache

from transcheck import languages
from transcheck.data import exists, lines
from transcheck.languages import Language
from transcheck.text.words import Word

# So many words that only the source language has tell prose without any function word.
_FEWEST_CONTENT, _SHORTEST_CONTENT = 2, 5
# So many function words tell a language from the one whose text quotes it.
_FEWEST_GRAMMAR = 3


def is_prose(chosen: Sequence[Word], left: Language, right: Language, *, titled: bool) -> bool:
    """Say whether the words are source language: no name, no title, no shared vocabulary.

    ``titled`` says that a capital is no sign of a name, as in the headlines of some languages.
    """
    grammar: set[str] = set()
    content = unknown = capitals = lower = 0
    for word in chosen:
        small = word.text.casefold()
        if word.text[0].isupper() and not titled and not _is_noun(small, left):
            capitals += 1
            continue
        lower += word.text[0].islower()
        if small in listed("function_words", left.tag):
            grammar |= {small} - listed("function_words", right.tag)
        elif len(small) >= 3 and small.isalpha():
            content += 1
            unknown += small not in listed("common_words", right.tag)
    if not grammar:
        long = len(chosen) >= _SHORTEST_CONTENT
        return unknown >= (_FEWEST_CONTENT if long else 3) and lower >= 1
    if content == 0 and capitals:
        # No name and no title begins or ends so: "under the Rev. John Howard".
        return len(grammar) >= 2 and bool(grammar & {chosen[0].text, chosen[-1].text})
    return len(grammar) + unknown >= 2


def ends_in_function_word(chosen: Sequence[Word], left: Language, right: Language) -> bool:
    """Say whether the last word is a small-letter function word of ``left`` alone.

    No name and no title ends in one.
    """
    last = chosen[-1].text
    return last in listed("function_words", left.tag) and last not in listed(
        "function_words", right.tag
    )


def is_quoted_language(chosen: Sequence[Word], left: Language) -> bool:
    """Say whether the words are of a third language, as a saying left in French in English copy."""
    small = {word.text.casefold() for word in chosen}
    own = len(small & listed("function_words", left.tag))
    return any(
        len(small & listed("function_words", other.tag)) >= max(own + 1, _FEWEST_GRAMMAR)
        for other in languages.LANGUAGES
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
