"""meaning-drift: all signs of a fault taken together are stronger than in sound pairs."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example, Parameter, Status
from transcheck.checks.drift import features, shipped
from transcheck.model import Hit, Measured, Severity, Side, Span

_RATE = Parameter(
    name="false-alarm-rate",
    default=0.005,
    summary="share of sound pairs that may be flagged, from 0.001 to 0.1",
)
_MOST_SIGNS = 3


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    target, value = measured.pair.target, measured.drift
    rate = context.parameters.get(_RATE.name, _RATE.default)
    limit = shipped().limit(rate)
    if target is None or value is None or value <= limit or context.calibration is None:
        return
    values = features(measured, context.calibration)
    signs = shipped().signs(values)[:_MOST_SIGNS] if values else []
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=(
            f"may not say what its source says: {', '.join(signs) or 'many small signs'}; so much "
            f"speaks against fewer than {rate:.2%} of sound pairs"
        ),
        value=value,
        limit=limit,
    )


MEANING_DRIFT = Check(
    id="TC110",
    name="meaning-drift",
    summary="All that was measured of a pair together speaks for a fault more than in sound pairs.",
    rationale=(
        "The single checks look at one thing each: similarity, a stretch without a counterpart, "
        "numbers, negations. A small model weighs all of it together. Every row of the report has "
        "its score as `drift`: who reads the rows by it finds faults earlier than by similarity. "
        "As a check it finds little that the single checks do not, and would add its own false "
        "alarms to theirs, which is why it is in preview and runs only when it is selected. It "
        "does not see a wrong word, and tells only the kinds of fault that it was trained on."
    ),
    severity=Severity.WARNING,
    status=Status.PREVIEW,
    run=_run,
    compares=True,
    measures=True,
    parameters=(_RATE,),
    languages="the languages of the embedded encoder, where there is a source",
    examples=(
        Example(
            source=(
                "The committee will publish its report on the flood defences next spring, after "
                "the engineers have inspected every dam along the river."
            ),
            text="Danach besuchten die Gäste ein Konzert.",
            lang="de",
            embedded=True,
            flags=("Danach besuchten die Gäste ein Konzert.",),
            why="nothing of the source is left",
        ),
        Example(
            source="The council will spend 12 million euros on 40 schools, and 3 bridges will be "
            "repaired before the winter.",
            text="Der Rat wird 21 Millionen Euro für 14 Schulen ausgeben.",
            lang="de",
            embedded=True,
            flags=("Der Rat wird 21 Millionen Euro für 14 Schulen ausgeben.",),
            why="numbers differ and a clause is lost",
        ),
        Example(
            source="The harbour was closed on Friday because of high winds.",
            text="O porto ficou fechado na sexta-feira por causa dos ventos fortes.",
            lang="pt",
            embedded=True,
            why="the translation says what the source says",
        ),
        Example(
            source="Twenty-one people walked 30 miles in the 1990s.",
            text="Einundzwanzig Menschen gingen in den 90er-Jahren 48 Kilometer.",
            lang="de",
            embedded=True,
            why="a near miss: no number is written as it was, and all are right",
        ),
    ),
)
