"""moved-sentence: a sentence that stands elsewhere in the translation than in the source."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.reading_order import is_moved, place
from transcheck.model import Hit, Measured, Severity, Side, Span

_SOURCE = (
    "The bridge will close for repairs in May.",
    "The city council approved the plan on Tuesday.",
    "Engineers found cracks in two of its pillars.",
)
_TARGET = (
    "A ponte fechará para obras em maio.",
    "A câmara municipal aprovou o plano na terça-feira.",
    "Os engenheiros encontraram fendas em dois dos pilares.",
)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not is_moved(measured.pair, context.texts):
        return
    where = place(measured.pair, Side.TARGET, context.texts)
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"out of order: its source stands on line {source.line} of {source.path}"
        + (f", so it would stand {where} here" if where else ""),
        value=measured.pair.score,
    )


MOVED_SENTENCE = Check(
    id="TC107",
    name="moved-sentence",
    summary="A sentence stands elsewhere in the translation than in the source.",
    rationale=(
        "A sentence that one text seems to leave out and another that it seems to add may be the "
        "same, moved. Translators do this on purpose now and then, but a sentence that slipped "
        "into the wrong paragraph changes who speaks and what a pronoun means, so an editor "
        "should look. The fewest sentences that would have to move back are reported."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    prose=True,
    languages="pairs of two texts, in the languages that the encoder knows",
    examples=(
        Example(
            source="Buses will take a longer route.",
            text="Os autocarros farão um percurso mais longo.",
            lang="pt",
            line=9,
            article_source=_SOURCE,
            article=_TARGET,
            flags=("Os autocarros farão um percurso mais longo.",),
            why="it stands first in the source and last in the translation",
        ),
        Example(
            source="Niemand wurde verletzt.",
            source_lang="de",
            text="Nobody was hurt.",
            line=9,
            article_source=(
                "Ein Bus fuhr am Montag gegen eine Mauer.",
                "Die Polizei sperrte die Straße.",
            ),
            article=("A bus hit a wall on Monday.", "The police closed the road."),
            flags=("Nobody was hurt.",),
        ),
        Example(
            source="Buses will take a longer route.",
            text="Os autocarros farão um percurso mais longo.",
            lang="pt",
            article_source=_SOURCE,
            article=_TARGET,
            why="it stands first in both texts",
        ),
        Example(
            source="“We had no choice,” she said on Friday.",
            text="Na sexta-feira, disse: “Não tivemos escolha.”",
            lang="pt",
            article_source=_SOURCE,
            article=_TARGET,
            why="a near miss: words may change places inside their sentence",
        ),
    ),
)
