"""low-similarity: source and translation are less alike in meaning than sound pairs are."""

from collections.abc import Iterator
from dataclasses import replace

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Parameter
from transcheck.model import Hit, Measured, Pair, Segment, Severity, Side, Span
from transcheck.scoring import RELIABLE_LENGTH, Calibration

_RATE = Parameter(
    name="false-alarm-rate",
    default=0.005,
    summary="share of sound pairs that may be flagged, from 0.001 to 0.5",
)
_SHORTEST = Parameter(
    name="shortest",
    default=RELIABLE_LENGTH,
    summary="sources shorter than an English text of so many characters are not judged",
)


_NEIGHBOUR = Parameter(
    name="neighbour",
    default=0.15,
    summary="a translation is flagged, too, if it is so much less similar than a text beside it",
)


def limit_of(pair: Pair, context: Context) -> float | None:
    """Return the similarity below which a pair is flagged, None where it is not judged by it."""
    source, target, calibration = pair.source, pair.target, context.calibration
    if source is None or target is None or calibration is None or not _is_long(source, context):
        return None
    rate = context.parameters.get(_RATE.name, _RATE.default)
    return calibration.limit(source.lang, target.lang, len(source.text), rate)


def _is_long(source: Segment, context: Context) -> bool:
    if context.calibration is None:
        return False
    shortest = context.parameters.get(_SHORTEST.name, _SHORTEST.default)
    return not context.calibration.is_shorter(source.lang, len(source.text), shortest)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    calibration = context.calibration
    if source is None or target is None or calibration is None or not _is_long(source, context):
        return
    span = Span(start=0, end=len(target.text))
    found = _below(measured, context, calibration) or _behind(measured, context)
    if found:
        message, value, limit = found
        message = f"may not say what its source says: {message}"
        yield Hit(side=Side.TARGET, span=span, message=message, value=value, limit=limit)


def is_unlike(measured: Measured, context: Context) -> bool:
    """Say whether a pair is less alike than sound pairs are, by the default of this check."""
    default = replace(context, parameters={})
    return bool(context.calibration and _below(measured, default, context.calibration))


def _below(
    measured: Measured, context: Context, calibration: Calibration
) -> tuple[str, float, float] | None:
    """Say that the pair is less similar than sound pairs are, with its similarity and the limit."""
    similarity, both = measured.similarity, measured.pair.both
    if similarity is None or both is None:
        return None
    source, target = both
    limit = limit_of(measured.pair, context)
    share = calibration.share_above(source.lang, target.lang, len(source.text), similarity)
    if limit is None or share is None or similarity >= limit:
        return None
    names = f"{languages.find(source.lang).name}–{languages.find(target.lang).name}"
    message = (
        f"similarity {similarity:.2f} is below {share:.1%} of sound {names} pairs of this length "
        f"(limit {limit:.2f})"
    )
    return message, similarity, limit


def _behind(measured: Measured, context: Context) -> tuple[str, float, float] | None:
    """Say that a neighbour is a far better counterpart, with the margin and its limit."""
    margin = measured.margin
    limit = -context.parameters.get(_NEIGHBOUR.name, _NEIGHBOUR.default)
    if margin is None or margin >= limit:
        return None
    message = f"one of the two is more like the sentence beside the other, by {-margin:.2f}"
    return message, margin, limit


LOW_SIMILARITY = Check(
    id="TC101",
    name="low-similarity",
    summary="Source and translation are less alike in meaning than sound pairs are.",
    rationale=(
        "A sentence translated from the wrong place, cut off early or made up stands far from its "
        "source in the encoder's space of meanings. How far sound pairs stand apart depends on "
        "the two languages and on length, so the limit was measured for each on news. A sentence "
        "that slipped by one line may still be about the same thing, but then its neighbour is "
        "the better counterpart by far: by .15 in some 99% of such pairs in six directions of "
        "NTREX (development articles), and in 3 of 3,600 sound ones. Fine "
        "faults (a number, a name, a negation) hardly move the similarity and have checks of "
        "their own. Free and idiomatic translations can fall below the limit too, so the finding "
        "asks for a look."
    ),
    severity=Severity.WARNING,
    run=_run,
    measures=True,
    compares=True,
    parameters=(_RATE, _SHORTEST, _NEIGHBOUR),
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
