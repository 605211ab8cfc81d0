"""Records of a glossary, in the terms of TBX (ISO 30042)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

# What stands for a language in a glossary that speaks of sources and targets alone.
SOURCE, TARGET = "source", "target"


class TermStatus(StrEnum):
    """What the glossary says of a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"
    KEPT = "do-not-translate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term as it is written in one language.

    ``lang`` is a BCP 47 tag, or ``SOURCE`` or ``TARGET`` where the glossary names no language.
    """

    text: str
    lang: str
    status: TermStatus = TermStatus.PREFERRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Terms that mean the same thing."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a concept asks of one pair of languages.

    ``sources`` are the terms to look for in the source; with none, ``forbidden`` holds everywhere.
    ``wanted`` are the translations to choose from, the preferred before the admitted. ``kept``
    says that the sources stay as they are.
    """

    sources: tuple[str, ...]
    wanted: tuple[str, ...]
    forbidden: tuple[str, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Glossary:
    """All concepts that the user named. Compared and hashed by identity, as what is kept for it."""

    concepts: tuple[Concept, ...] = ()

    def entries(self, source: str | None, target: str) -> tuple[Entry, ...]:
        """Return what it asks of texts in ``target``; ``source`` None stands for no source."""
        return _entries(self, source, target)


EMPTY = Glossary()


def kept(names: Iterable[str]) -> tuple[Concept, ...]:
    """Return a concept for each name that is not to be translated."""
    return tuple(
        Concept(terms=(Term(text=name, lang=SOURCE, status=TermStatus.KEPT),)) for name in names
    )


@lru_cache(maxsize=64)
def _entries(glossary: Glossary, source: str | None, target: str) -> tuple[Entry, ...]:
    made = (_entry(concept, source, target) for concept in glossary.concepts)
    return tuple(entry for entry in made if entry.forbidden or (entry.sources and _asks(entry)))


def _asks(entry: Entry) -> bool:
    return entry.kept or bool(entry.wanted)


def _entry(concept: Concept, source: str | None, target: str) -> Entry:
    ours = [term for term in concept.terms if source and _fits(term.lang, source, SOURCE)]
    theirs = [term for term in concept.terms if _fits(term.lang, target, TARGET)]
    return Entry(
        sources=_texts(ours, *(each for each in TermStatus if each is not TermStatus.FORBIDDEN)),
        wanted=_texts(theirs, TermStatus.PREFERRED, TermStatus.ADMITTED),
        forbidden=_texts(theirs, TermStatus.FORBIDDEN),
        kept=any(term.status is TermStatus.KEPT for term in ours),
    )


def _fits(lang: str, spoken: str, side: str) -> bool:
    """Say whether a term in ``lang`` is one of a text in ``spoken``: pt is pt-BR's, too."""
    one, other = lang.casefold(), spoken.casefold()
    return one in (side, other) or other.startswith(f"{one}-")


def _texts(terms: Iterable[Term], *statuses: TermStatus) -> tuple[str, ...]:
    held = list(terms)
    return tuple(term.text for status in statuses for term in held if term.status is status)
