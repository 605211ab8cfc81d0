"""changed-name: a name of the source that is another one in the translation."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Status, Texts
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.names.compare import compare, unmatched
from transcheck.names.reading import Name, Text

_LANGUAGES = frozenset({"en", "es", "fr", "it", "pt"})
# One planted name in a hundred has a cosine to some word of the source that is as high as this.
_SUPPORTED = {Side.TARGET: 0.4, Side.SOURCE: 0.6}
# What an article calls another name in so many lines is its usage, no slip.
_USAGE = 2


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None:
        return
    here, there = languages.find(source.lang).tag, languages.find(target.lang).tag
    if here == there or not {here, there} <= _LANGUAGES:
        return

    def is_kept(name: Name, side: Side) -> bool:
        return _is_known(name, context) or _is_supported(name, side, measured)

    for difference in compare(Text(source.text, here), Text(target.text, there), is_kept):
        mine, its = difference.source, difference.target
        if _lines(context.texts)[mine.text, its.text] < _USAGE:
            yield Hit(
                side=Side.TARGET,
                span=Span(start=its.start, end=its.end),
                message=f"expected {mine.text}, found {its.text}",
            )


@lru_cache(maxsize=8)
def _lines(texts: Texts) -> Counter[tuple[str, str]]:
    """Count the lines in which a name of the source is missing and another one stands instead."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in texts.pairs:
        if pair.both:
            rest = unmatched(*(Text(one.text, languages.find(one.lang).tag) for one in pair.both))
            counts.update({(mine.text, its.text) for mine in rest.source for its in rest.target})
    return counts


def _is_supported(name: Name, side: Side, measured: Measured) -> bool:
    """Say whether the encoder finds the like of a name on the other side."""
    if measured.words is None:
        return False
    return any(
        word.support >= _SUPPORTED[side]
        and word.span.start < name.end
        and name.start < word.span.end
        for word in measured.words.side(side)
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
        "thing: a nickname in full, a club by its town. The same in two lines of an article is "
        "taken for its usage. Parts of names that are common words are flagged too often in most "
        "language pairs, which is why the check is in preview."
    ),
    severity=Severity.ERROR,
    status=Status.PREVIEW,
    run=_run,
    compares=True,
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
