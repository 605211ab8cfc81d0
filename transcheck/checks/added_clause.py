"""added-clause: a part of the translation that its source does not say."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.without_counterpart import allowed, without_counterpart
from transcheck.model import Hit, Measured, Severity, Side

_RATE = allowed(0.0025)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    yield from without_counterpart(
        measured, context, Side.TARGET, _RATE, "the source does not say this, it seems"
    )


ADDED_CLAUSE = Check(
    id="TC109",
    name="added-clause",
    summary="A part of the translation has no counterpart in its source sentence.",
    rationale=(
        "Engines and models make up clauses, and translators explain; either way a reader is told "
        "what the author did not write. The encoder gives every word of the translation the word "
        "of the source that is most like it; a run of words without any, in a translation that is "
        "long and less similar than usual, was added. A sound translation that explains or "
        "rewords looks alike, so the finding asks for a look. Where each text has such a run, "
        "something else was said, and low-similarity judges it, as it does where the run is all "
        "of the translation: headlines are said in full in another language."
    ),
    severity=Severity.WARNING,
    run=_run,
    measures=True,
    compares=True,
    parameters=(_RATE,),
    languages="pairs of languages that the encoder is calibrated for",
    examples=(
        Example(
            source="The harbour was closed on Friday.",
            text="O porto ficou fechado na sexta-feira, e três navios esperaram fora da baía.",
            lang="pt",
            embedded=True,
            flags=("e três navios esperaram fora da baía",),
            why="the source knows nothing of ships",
        ),
        Example(
            source="The minister opened the museum.",
            text="Der Minister, der am Morgen aus Lissabon gekommen war, eröffnete das Museum.",
            lang="de",
            embedded=True,
            flags=("der am Morgen aus Lissabon gekommen war",),
            why="the source does not say where he came from",
        ),
        Example(
            source="The harbour was closed on Friday, and three ships waited outside the bay.",
            text="O porto ficou fechado na sexta-feira, e três navios esperaram fora da baía.",
            lang="pt",
            embedded=True,
            why="nothing is added",
        ),
        Example(
            source="She works for the BBC.",
            text="Ela trabalha para a BBC, a emissora pública britânica.",
            lang="pt",
            embedded=True,
            why="a near miss: a name is explained in a few words",
        ),
    ),
)
