"""missing-term: the source has a term of the glossary, the translation none of its translations."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.source_terms import gone, named
from transcheck.glossary import Concept, Glossary, Term
from transcheck.glossary.find import stands
from transcheck.model import Hit, Measured, Severity


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    for term, entry, target in named(measured, context):
        if entry.kept or not entry.wanted:
            continue
        if not any(stands(target.text, wanted, target.lang) for wanted in entry.wanted):
            wanted = " or ".join(f"“{each}”" for each in entry.wanted)
            yield gone(target, f"the glossary has {wanted} for “{term}”, which stands nowhere here")


def _terms(source: str, target: str, *, lang: str) -> Glossary:
    terms = (Term(text=source, lang="en"), Term(text=target, lang=lang))
    return Glossary(concepts=(Concept(terms=terms),))


_ACCOUNT = _terms("account", "Konto", lang="de")

MISSING_TERM = Check(
    id="TC641",
    name="missing-term",
    summary="A term of the glossary is not translated as the glossary has it.",
    rationale=(
        "One thing with two names confuses readers and breaks searches. The source is searched "
        "for the terms of the glossary; the longest counts, so “bank” is not asked for in “bank "
        "account”. A term may bend: its endings, its accents and its place in a longer word are "
        "free, and one of several words may stand apart. Which form is right is not judged."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    terms=True,
    languages="all languages, where a glossary is given",
    examples=(
        Example(
            source="Delete your account",
            text="Zugang löschen",
            lang="de",
            glossary=_ACCOUNT,
            flags=("Zugang löschen",),
        ),
        Example(
            source="The accounts were closed.",
            text="帳戶已關閉。",
            lang="zh-TW",
            glossary=_terms("account", "帳號", lang="zh-TW"),
            flags=("帳戶已關閉。",),
        ),
        Example(
            source="Delete your account",
            text="Kontolöschung",
            lang="de",
            glossary=_ACCOUNT,
            why="part of a longer word",
        ),
        Example(
            source="All accounts were closed.",
            text="Alle Konten wurden geschlossen.",
            lang="de",
            glossary=_ACCOUNT,
            why="a near miss: another form",
        ),
        Example(
            source="Open a bank account",
            text="Bankverbindung anlegen",
            lang="de",
            glossary=Glossary(
                concepts=(
                    *_ACCOUNT.concepts,
                    *_terms("bank account", "Bankverbindung", lang="de").concepts,
                )
            ),
            why="the longer term counts",
        ),
    ),
)
