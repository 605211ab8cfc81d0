"""Word lists by language, as sets; a language without a list has an empty one."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

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


def _tagged(name: str, lang: str) -> frozenset[str]:
    """Return the words of a file whose lines begin with a language, for one of them."""
    entries = (line.split() for line in lines(name))
    return frozenset(word for tag, *found in entries if tag == lang for word in found)


@cache
def inner_capitals() -> frozenset[str]:
    """Return names that are rightly written with a capital inside a word: "YouTube"."""
    return frozenset(lines("inner_capitals.txt"))


@cache
def name_prefixes() -> frozenset[str]:
    """Return the beginnings of names such as "McDonald" and "DeSantis"."""
    return frozenset(lines("name_prefixes.txt"))


@cache
def number_endings(lang: str) -> frozenset[str]:
    """Return the units and endings that ``lang`` writes right after a number: "km", "th"."""
    entries = (line.split() for line in lines("number_endings.txt"))
    return frozenset(ending for ending, *langs in entries if not langs or lang in langs)


@cache
def months(lang: str) -> frozenset[str]:
    """Return the months that ``lang`` writes with a capital, in small letters."""
    entries = (line.split() for line in lines("months.txt"))
    return frozenset(month for month, *langs in entries if lang in langs)


@cache
def days(lang: str) -> frozenset[str]:
    """Return the days of the week, if ``lang`` writes them with a capital, in small letters."""
    entries = (line.split() for line in lines("names/days.txt"))
    return frozenset(day.lower() for tag, *found in entries if tag == lang for day in found)


@cache
def word_beginnings(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return beginnings that make new words of known ones in ``lang``: "mini", "super".

    Each has the endings that such a word must have one of; "" where any will do.
    """
    found = {}
    for beginning, *limits in (line.split() for line in lines("word_beginnings.txt")):
        langs = [limit for limit in limits if not limit.startswith("-")]
        if not langs or lang in langs:
            ends = tuple(limit[1:] for limit in limits if limit.startswith("-"))
            found[beginning] = ends or ("",)
    return found


class Joined(NamedTuple):
    """The pronouns that verbs take at their end, how infinitives end, and what they lose there."""

    infinitives: tuple[str, ...]
    lost: str
    pronouns: tuple[str, ...]


@cache
def joined_pronouns(lang: str) -> Joined | None:
    """Return the pronouns that verbs of ``lang`` take at their end; None where they take none."""
    for tag, ends, lost, *pronouns in map(str.split, lines("joined_pronouns.txt")):
        if tag == lang:
            return Joined(tuple(ends.split("/")), lost.strip("-"), tuple(pronouns))
    return None


@cache
def brand_parts() -> frozenset[str]:
    """Return words that made-up names are put together from: "chat", "cloud"."""
    return frozenset(lines("brand_parts.txt"))


@cache
def sentence_starters(lang: str) -> Mapping[str, bool]:
    """Return closed-class words that begin sentences in ``lang``, in small letters.

    True marks those that hardly begin a name or a title in mid-sentence ("but", not "the").
    """
    name = f"sentence_starters/{lang}.txt"
    entries = (line.split() for line in lines(name)) if exists(name) else ()
    return {word: not marks for word, *marks in entries}


@cache
def article_names() -> frozenset[str]:
    """Return words that form a name with the article before them: "Spiegel" in "Der Spiegel"."""
    return frozenset(lines("article_names.txt"))


@cache
def polite_capitals(lang: str) -> frozenset[str]:
    """Return words that ``lang`` writes with a capital in mid-sentence by rule: "I", "Sie"."""
    entries = (line.split() for line in lines("polite_capitals.txt"))
    return frozenset(word for tag, *found in entries if tag == lang for word in found)


@cache
def lettered_words() -> tuple[str, ...]:
    """Return the beginnings of words that a letter or a numeral names: "group A", "I wojna"."""
    return lines("lettered_words.txt")


@cache
def capital_words(lang: str) -> frozenset[str]:
    """Return frequent words that are names, or parts of the names of offices, in small letters."""
    return office_words(lang) | _words("capital_words", lang)


@cache
def office_words(lang: str) -> frozenset[str]:
    """Return the words of ``lang`` that offices and bodies are named by, in small letters."""
    return _tagged("office_words.txt", lang)


@cache
def titles(lang: str) -> frozenset[str]:
    """Return words that stand right before a name or a title: "heer", "película"."""
    return _tagged("titles.txt", lang)


@cache
def lone_letters(lang: str) -> frozenset[str]:
    """Return words of one letter that no other word of grammar follows: "a" in English."""
    return _tagged("lone_letters.txt", lang)


@cache
def name_syllables() -> frozenset[str]:
    """Return words that end names in Korean and Chinese, small letters: "un" in "Kim Jong Un"."""
    return frozenset(lines("name_syllables.txt"))


@cache
def unfinished(lang: str) -> frozenset[str]:
    """Return words that no sentence of ``lang`` ends in: "the", "of", "and"."""
    return _tagged("unfinished.txt", lang)


@cache
def name_particles() -> Mapping[str, bool]:
    """Return the small words in front of names; True marks those that a name may begin with."""
    entries = (line.split() for line in lines("name_particles.txt"))
    return {word: not marks for word, *marks in entries}


@cache
def country_domains(lang: str) -> frozenset[str]:
    """Return the top-level domains of the countries that read ``lang``."""
    return _tagged("country_domains.txt", lang)
