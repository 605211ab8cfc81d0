"""changed-name: a name of the source that is another one in the translation."""

from collections.abc import Iterator

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Status
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.names.compare import compare
from transcheck.names.reading import Name, Text

_LANGUAGES = frozenset({"en", "es", "fr", "it", "pt"})
# One planted name in a hundred has a cosine to some word of the source that is as high as this.
_SUPPORTED = 0.4


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None:
        return
    here, there = languages.find(source.lang).tag, languages.find(target.lang).tag
    if here == there or not {here, there} <= _LANGUAGES:
        return
    for difference in compare(Text(source.text, here), Text(target.text, there)):
        mine, its = difference.source, difference.target
        known = _is_known(mine, context) or _is_known(its, context)
        if not known and not _is_supported(its, measured):
            yield Hit(
                side=Side.TARGET,
                span=Span(start=its.start, end=its.end),
                message=f"expected {mine.text}, found {its.text}",
            )


def _is_supported(name: Name, measured: Measured) -> bool:
    """Say whether the encoder finds the like of a name in the source."""
    if measured.words is None:
        return False
    return any(
        word.support >= _SUPPORTED and word.span.start < name.end and name.start < word.span.end
        for word in measured.words.side(Side.TARGET)
    )


def _is_known(name: Name, context: Context) -> bool:
    """Say whether the user or the article knows a word as none that must be kept."""
    return name.text in context.vocabulary or context.words.get(name.text.lower(), 0) > 0


CHANGED_NAME = Check(
    id="TC303",
    name="changed-name",
    summary="A name of the source is another name in the translation.",
    rationale=(
        "A statement put into another's mouth, or an event moved to another town, reads as well "
        "as the truth. A name counts as kept if it is spelled alike, endings and accents aside, "
        "if it sounds alike in the other script, or if a table of places and organisations says "
        "that the other language calls it so. The check speaks only where both texts have a name "
        "without a counterpart. It is wrong where a translator writes another name for the same "
        "thing: a nickname in full, a club by its town. In some articles that happens in every "
        "sentence, which is why the check is in preview."
    ),
    severity=Severity.ERROR,
    status=Status.PREVIEW,
    run=_run,
    languages="English, French, Italian, Portuguese and Spanish, where there is a source",
    examples=(
        Example(
            source="On Tuesday Angela Merkel met the workers.",
            text="Na terça-feira, Angela Scholz se reuniu com os trabalhadores.",
            lang="pt",
            flags=("Scholz",),
            why="another name",
        ),
        Example(
            source="The talks will go on in London next week.",
            text="Les pourparlers se poursuivront à Madrid la semaine prochaine.",
            lang="fr",
            flags=("Madrid",),
            why="another town",
        ),
        Example(
            source="On Friday Vladimir Putin flew from Moscow to London.",
            text="Vendredi, Vladimir Poutine a pris l'avion de Moscou à Londres.",
            lang="fr",
            why="the same names, spelled as the language does",
        ),
        Example(
            source="Germany and the United Nations praised Volodymyr Zelenskyy.",
            text="Alemania y las Naciones Unidas elogiaron a Volodímir Zelenski.",
            lang="es",
            why="a near miss: names that the other language has its own words for",
        ),
    ),
)
