"""shared-translation: two strings that say different things have one translation."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.same_strings import by_translation
from transcheck.model import Hit, Measured, Pair, Segment, Severity, Side, Span
from transcheck.text.words import spellings
from transcheck.units import Unit

# Shorter sources say the same in other words too often: "Remove" and "Delete".
_FEWEST_WORDS = 4
# Where sources share more of their words, they say nearly the same.
_SHARED = 1 / 3


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    pair = measured.pair
    if pair.strings is None:
        return
    source, target, _ = pair.strings
    alike = by_translation(context.texts).get(pair.id, ())
    for other in _before(pair, alike):
        if _differ(source, other):
            yield Hit(
                side=Side.TARGET,
                span=Span(start=0, end=len(target.text)),
                message=f"“{other.text}” ({other.path}:{other.line}) has this translation too",
            )
            return


def _before(pair: Pair, alike: tuple[Pair, ...]) -> Iterator[Segment]:
    """Yield the sources that had the translation before; the later one is the copy."""
    for other in alike:
        if other.source and (not other.id or _place(other) < _place(pair)):
            yield other.source


def _place(pair: Pair) -> tuple[str, int, int]:
    return (pair.target.path, pair.target.line, pair.target.column) if pair.target else ("", 0, 0)


def _differ(one: Segment, other: Segment) -> bool:
    ours, theirs = ({word.casefold() for word in spellings(each.text)} for each in (one, other))
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return False
    return len(ours & theirs) < _SHARED * len(ours | theirs)


SHARED_TRANSLATION = Check(
    id="TC632",
    name="shared-translation",
    summary="Two different sources have the same translation.",
    rationale=(
        "A translation that was copied into the wrong string reads well where it stands, so nobody "
        "notices. Sources of four words or more are compared: if they share less than a third of "
        "their words, one translation cannot say both. Shorter ones are let be, since many "
        "languages have one word for Remove and Delete. The later string is flagged."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    languages="all languages, in localization files whose source is written with spaces",
    examples=(
        Example(
            source="Two new messages are waiting",
            text="Die Datei wurde gelöscht",
            lang="de",
            unit=Unit(key="1"),
            article=("Die Datei wurde gelöscht",),
            article_source=("The file has been deleted",),
            flags=("Die Datei wurde gelöscht",),
            line=9,
        ),
        Example(
            source="Choose a printer for this document",
            text="O nome já existe nesta pasta.",
            lang="pt",
            unit=Unit(key="1"),
            article=("O nome já existe nesta pasta",),
            article_source=("This folder has that name already",),
            flags=("O nome já existe nesta pasta.",),
            line=9,
        ),
        Example(
            source="Remove",
            text="Löschen",
            lang="de",
            unit=Unit(key="1"),
            article=("Löschen",),
            article_source=("Delete",),
            line=9,
            why="two words of the source for one thing",
        ),
        Example(
            source="Please select a variation of the product",
            text="Bitte eine Variante des Produkts wählen",
            lang="de",
            unit=Unit(key="1"),
            article=("Bitte eine Variante des Produkts wählen",),
            article_source=("You need to select a variation of this product",),
            line=9,
            why="a near miss: the same in other words",
        ),
    ),
)
