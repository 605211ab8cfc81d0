"""The terms of a user: what a concept is called in each language, and what it is not."""

from transcheck.glossary.records import (
    EMPTY,
    SOURCE,
    TARGET,
    Concept,
    Entry,
    Glossary,
    Term,
    TermStatus,
    kept,
)

__all__ = [
    "EMPTY",
    "SOURCE",
    "TARGET",
    "Concept",
    "Entry",
    "Glossary",
    "Term",
    "TermStatus",
    "kept",
]
