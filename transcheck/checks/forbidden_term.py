"""forbidden-term: the translation uses a term that the glossary forbids."""

from collections.abc import Iterator, Sequence

from transcheck.checks.base import Check, Context, Example
from transcheck.glossary import Concept, Entry, Glossary, Term, TermStatus
from transcheck.glossary.find import in_source, occurrences
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    target = measured.pair.target
    if not context.glossary.concepts or target is None:
        return
    for entry in _asked(measured, context.glossary, target):
        right = _spans(entry.wanted, target)
        for term in entry.forbidden:
            for span in occurrences(target.text, term, target.lang):
                if not any(one.start < span.end and span.start < one.end for one in right):
                    yield _hit(span, span.of(target.text) == term, entry)


def _asked(measured: Measured, glossary: Glossary, target: Segment) -> Iterator[Entry]:
    """Yield what concerns this text: concepts that its source names, and those without a source."""
    source = measured.pair.source
    if source is None:
        yield from (each for each in glossary.entries(None, target.lang) if each.forbidden)
        return
    for entry in glossary.entries(source.lang, target.lang):
        if entry.forbidden and not entry.sources:
            yield entry
    named = in_source(glossary, source.text, source.lang, target.lang)
    yield from {id(entry): entry for _, entry in named if entry.forbidden}.values()


def _spans(terms: Sequence[str], target: Segment) -> list[Span]:
    return [span for term in terms for span in occurrences(target.text, term, target.lang)]


def _hit(span: Span, is_plain: bool, entry: Entry) -> Hit:
    instead = f"; it has “{entry.wanted[0]}”" if entry.wanted else ""
    return Hit(
        side=Side.TARGET,
        span=span,
        message=f"the glossary forbids this term{instead}",
        suggestion=entry.wanted[0] if entry.wanted and is_plain else None,
    )


def _glossary(source: str, wanted: str, forbidden: str, *, lang: str) -> Glossary:
    terms = (
        Term(text=source, lang="en"),
        Term(text=wanted, lang=lang),
        Term(text=forbidden, lang=lang, status=TermStatus.FORBIDDEN),
    )
    return Glossary(concepts=(Concept(terms=terms),))


_FILE = _glossary("file", "ficheiro", "arquivo", lang="pt")

FORBIDDEN_TERM = Check(
    id="TC642",
    name="forbidden-term",
    summary="The translation uses a term that the glossary forbids.",
    rationale=(
        "A forbidden term is one that the team decided against: a competitor's, an old name, the "
        "word of another region. Where the concept has a term in the source, the translation is "
        "searched only if that term stands there, since the word may be right for something else. "
        "A text by itself is searched for all. The repair is offered where the term stands in its "
        "plain form."
    ),
    severity=Severity.WARNING,
    run=_run,
    terms=True,
    languages="all languages, where a glossary is given",
    examples=(
        Example(
            source="Open the file",
            text="Abrir o arquivo",
            lang="pt",
            glossary=_FILE,
            flags=("arquivo",),
            suggestion="ficheiro",
        ),
        Example(
            text="Os arquivos foram apagados.",
            lang="pt",
            glossary=_FILE,
            flags=("arquivos",),
            why="a text by itself, another form",
        ),
        Example(
            source="The national archive",
            text="O arquivo nacional",
            lang="pt",
            glossary=_FILE,
            why="a near miss: it translates another word",
        ),
        Example(
            source="Call the account manager",
            text="Den Account-Manager anrufen",
            lang="de",
            glossary=_glossary("account manager", "Account-Manager", "Account", lang="de"),
            why="part of the right term",
        ),
    ),
)
