"""low-similarity: source and translation are less alike in meaning than sound pairs are."""

from collections.abc import Iterator

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Parameter
from transcheck.model import Hit, Measured, Severity, Side, Span

_RATE = Parameter(
    name="false-alarm-rate",
    default=0.005,
    summary="share of sound pairs that may be flagged, from 0.001 to 0.5",
)
_SHORTEST = Parameter(
    name="shortest",
    default=20,
    summary="sources shorter than an English text of so many characters are not judged",
)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    similarity, calibration = measured.similarity, context.calibration
    if source is None or target is None or similarity is None or calibration is None:
        return
    place = (source.lang, target.lang, len(source.text))
    limit = calibration.limit(*place, context.parameters.get(_RATE.name, _RATE.default))
    share = calibration.share_above(*place, similarity)
    length = calibration.english_length(source.lang, len(source.text))
    if limit is None or share is None or length is None or similarity >= limit:
        return
    if length < context.parameters.get(_SHORTEST.name, _SHORTEST.default):
        return
    names = f"{languages.find(source.lang).name}–{languages.find(target.lang).name}"
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"may not say what its source says: similarity {similarity:.2f} is below "
        f"{share:.1%} of sound {names} pairs of this length (limit {limit:.2f})",
        value=similarity,
        limit=limit,
    )


LOW_SIMILARITY = Check(
    id="TC101",
    name="low-similarity",
    summary="Source and translation are less alike in meaning than sound pairs are.",
    rationale=(
        "A sentence translated from the wrong place, cut off early or made up stands far from its "
        "source in the encoder's space of meanings. How far sound pairs stand apart depends on "
        "the two languages and on length, so the limit was measured for each on news. Fine "
        "faults (a number, a name, a negation) hardly move the similarity and have checks of "
        "their own. Free and idiomatic translations can fall below the limit too, so the finding "
        "asks for a look."
    ),
    severity=Severity.WARNING,
    run=_run,
    parameters=(_RATE, _SHORTEST),
    languages="pairs of languages that the encoder is calibrated for",
    examples=(
        Example(
            source="The harbour was closed on Friday because of high winds.",
            text="O museu abre as portas às nove horas da manhã.",
            lang="pt",
            flags=("O museu abre as portas às nove horas da manhã.",),
            similarity=0.22,
            why="this is the translation of another sentence",
        ),
        Example(
            source=(
                "The committee will publish its report on the flood defences next spring, after "
                "the engineers have inspected every dam along the river."
            ),
            text="Danach besuchten die Gäste ein Konzert.",
            lang="de",
            flags=("Danach besuchten die Gäste ein Konzert.",),
            similarity=0.03,
            why="nothing of the source is left",
        ),
        Example(
            source="The harbour was closed on Friday because of high winds.",
            text="O porto ficou fechado na sexta-feira por causa dos ventos fortes.",
            lang="pt",
            similarity=0.87,
            why="the translation says what the source says",
        ),
        Example(
            source="In the end they threw in the towel.",
            text="Acabaram por desistir.",
            lang="pt",
            similarity=0.39,
            why="a near miss: short and idiomatic sentences are translated freely",
        ),
        Example(
            source="3 min",
            text="Leia mais",
            lang="pt",
            similarity=0.17,
            why="too short for the similarity to mean anything",
        ),
    ),
)
