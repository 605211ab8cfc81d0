"""translated-term: a name that is not to be translated is missing in the translation."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.source_terms import gone, named
from transcheck.glossary import SOURCE, Concept, Glossary, Term, TermStatus
from transcheck.model import Hit, Measured, Severity


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    for term, entry, target in named(measured, context):
        if entry.kept and not any(name in target.text for name in entry.sources):
            yield gone(target, f"“{term}” is not to be translated; it stands nowhere here")


def _kept(name: str) -> Glossary:
    term = Term(text=name, lang=SOURCE, status=TermStatus.KEPT)
    return Glossary(concepts=(Concept(terms=(term,)),))


TRANSLATED_TERM = Check(
    id="TC643",
    name="translated-term",
    summary="A name that is not to be translated is missing in the translation.",
    rationale=(
        "Product names, brands and commands stay as they are. They come from `do-not-translate` "
        "in the configuration or from a glossary with that status. The name counts letter by "
        "letter; an ending may follow it, as many languages need one."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    terms=True,
    languages="all languages, where such names are given",
    examples=(
        Example(
            source="Sign in with Apple",
            text="Mit Apfel anmelden",
            lang="de",
            glossary=_kept("Apple"),
            flags=("Mit Apfel anmelden",),
        ),
        Example(
            source="Open Rescue Centre",
            text="Rettungszentrum öffnen",
            lang="de",
            glossary=_kept("Rescue Centre"),
            flags=("Rettungszentrum öffnen",),
        ),
        Example(
            source="Sign in with Apple",
            text="Kirjaudu Applella",
            lang="fi",
            glossary=_kept("Apple"),
            why="the name takes an ending",
        ),
        Example(
            source="Eat an apple",
            text="Iss einen Apfel",
            lang="de",
            glossary=_kept("Apple"),
            why="a near miss: a word, not the name",
        ),
    ),
)
