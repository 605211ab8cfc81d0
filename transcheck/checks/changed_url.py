"""changed-url: a web address that leads elsewhere in the translation than in the source."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.web_addresses import differences
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.text import addresses


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None:
        return
    found = list(differences(source, target))
    for difference in found:
        if difference.target is not None:
            yield Hit(
                side=Side.TARGET,
                span=Span(start=difference.target.start, end=difference.target.end),
                message=f"expected {difference.source.text}, found {difference.target.text}",
                suggestion=difference.source.text if len(found) == 1 else None,
            )


CHANGED_URL = Check(
    id="TC309",
    name="changed-url",
    summary="A web address leads elsewhere in the translation than in the source.",
    rationale=(
        "One letter sends readers to nothing, or to somebody else. Addresses are compared by where "
        "they lead: protocol, “www.”, capitals of the domain, a closing slash and tracking "
        "parameters do not count. Nor does the page for the translation's own readers: /en/ that "
        "became /pt/, en. that became pt. before the domain (with whatever title the page has "
        "there), or the same name under a domain of a country that reads the language "
        "(example.com and example.de in German). A translator who chose another page for a good "
        "reason is flagged all the same."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=addresses.ANY,
    compares=True,
    languages="all languages, where there is a source",
    examples=(
        Example(
            source="Sign up at https://example.org/fair before Friday.",
            text="Inscreva-se em https://example.org/feira antes de sexta-feira.",
            lang="pt",
            flags=("https://example.org/feira",),
            suggestion="https://example.org/fair",
            why="a part of the address was translated",
        ),
        Example(
            source="The timetable is on bus.example.com.",
            text="Der Fahrplan steht auf bus.exemple.com.",
            lang="de",
            flags=("bus.exemple.com",),
            suggestion="bus.example.com",
            why="another domain",
        ),
        Example(
            source="Read more at https://www.example.org/en/fair/?utm_source=news.",
            text="Leia mais em https://example.org/pt/feira.",
            lang="pt",
            why="a near miss: the page for readers of Portuguese",
        ),
        Example(
            source="Buy it on example.com/boats.",
            text="Sie können es auf example.de/boote kaufen.",
            lang="de",
            why="the same shop in Germany",
        ),
        Example(
            source="Siehe https://de.wikipedia.org/wiki/London für mehr.",
            source_lang="de",
            text="Voir https://fr.wikipedia.org/wiki/Londres pour en savoir plus.",
            lang="fr",
            why="the same article in French",
        ),
    ),
)
