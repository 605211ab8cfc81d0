"""missing-clause: a part of the source sentence that its translation does not say."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.without_counterpart import allowed, without_counterpart
from transcheck.model import Hit, Measured, Severity, Side

_RATE = allowed(0.012)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    yield from without_counterpart(
        measured, context, Side.SOURCE, _RATE, "the translation leaves this out, it seems"
    )


MISSING_CLAUSE = Check(
    id="TC108",
    name="missing-clause",
    summary="A part of the source sentence has no counterpart in its translation.",
    rationale=(
        "Half a sentence or a clause that a translator or an engine skipped leaves a sentence that "
        "reads well, so nobody misses it. The encoder gives every word of the source the word of "
        "the translation that is most like it; a run of words without any, in a translation that "
        "is short and less similar than usual, was left out. The mark stands on the source, on "
        "the words that are lost. What a sound translation leaves out, or says in words of its "
        "own, looks alike, so the finding asks for a look. Where each text has such a run, "
        "something else was said, and low-similarity judges it, as it does where the whole "
        "sentence is meant and the pair is unlike. Of a short sentence as a whole nothing is said."
    ),
    severity=Severity.WARNING,
    run=_run,
    measures=True,
    compares=True,
    parameters=(_RATE,),
    languages="pairs of languages that the encoder is calibrated for",
    examples=(
        Example(
            text="The harbour was closed on Friday, and three ships waited outside the bay.",
            translation="O porto ficou fechado na sexta-feira.",
            translation_lang="pt",
            side=Side.SOURCE,
            embedded=True,
            flags=("and three ships waited outside the bay",),
            why="the second clause is lost",
        ),
        Example(
            text="The minister, who had arrived from Lisbon in the morning, opened the museum.",
            translation="Der Minister eröffnete das Museum.",
            translation_lang="de",
            side=Side.SOURCE,
            embedded=True,
            flags=("who had arrived from Lisbon in the morning",),
            why="the clause in the middle is lost",
        ),
        Example(
            text="The harbour was closed on Friday, and three ships waited outside the bay.",
            translation="O porto fechou na sexta-feira, e três navios esperaram fora da baía.",
            translation_lang="pt",
            side=Side.SOURCE,
            embedded=True,
            why="all is there",
        ),
        Example(
            text="When all was said and done, he simply had no choice but to go.",
            translation="No fim, teve de ir.",
            translation_lang="pt",
            side=Side.SOURCE,
            embedded=True,
            why="a near miss: said in fewer words, but said",
        ),
        Example(
            text="If it does not rain, we will go.",
            translation="Si no llueve, iremos.",
            translation_lang="es",
            side=Side.SOURCE,
            embedded=True,
            why="no clause: all of it is said freely, or something else is",
        ),
    ),
)
