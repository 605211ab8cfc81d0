"""added-negation: the translation denies something that the source does not deny."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example, Status
from transcheck.checks.negated import LANGUAGES, RATE, odd
from transcheck.checks.quoting import quoted
from transcheck.model import Hit, Measured, Severity, Side, Span


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    """Yield a hit on each negation that the source has nothing for."""
    target, added = measured.pair.target, odd(measured, context, Side.TARGET)
    if target is None or added is None:
        return
    for cue in added.cues:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=cue.start, end=cue.end),
            message=(
                f"the translation says {quoted(target.text, cue.start, cue.end)}, "
                f"the source does not deny it{added.note}"
            ),
        )


ADDED_NEGATION = Check(
    id="TC305",
    name="added-negation",
    summary="The translation denies something, and nothing in the source does.",
    rationale=(
        "One “not” too many makes a sentence say the opposite and still read well, and similarity "
        "of meaning does not see it. Negations are counted by the grammar of each language, as "
        "lost-negation counts them; the same small model weighs each against what may stand for it "
        "in the source (“without”, “refuse”, “unable”, “until”), against the words around it, and "
        "by how far the embedder sees the two texts apart in what they deny. Where a local engine "
        "translated the source again, that translation has to bear it out; with another "
        "embedder than the embedded one it decides alone, as lost-negation says. The check is "
        "wrong where a translator turned the sentence round: “near” became “not far”."
    ),
    severity=Severity.ERROR,
    status=Status.STABLE,
    run=_run,
    measures=True,
    compares=True,
    parameters=(RATE,),
    languages=LANGUAGES,
    examples=(
        Example(
            source="The bridge was closed in winter.",
            text="El puente no estaba cerrado en invierno.",
            lang="es",
            flags=("no",),
            forward="El puente se cerró en invierno.",
            why="the translation says the opposite",
        ),
        Example(
            source="美術館は日曜日に開いています。",
            source_lang="ja",
            text="The museum isn't open on Sundays.",
            lang="en",
            flags=("isn't",),
            embedded=True,
            why="the translation says the opposite",
        ),
        Example(
            source="The talks failed to bring peace.",
            text="Die Gespräche brachten keinen Frieden.",
            lang="de",
            forward="Die Gespräche scheiterten, Frieden zu bringen.",
            why="another word that says the same",
        ),
        Example(
            source="We must act at once.",
            text="私たちはすぐに行動しなければならない。",
            lang="ja",
            embedded=True,
            why="a near miss: two negatives that say “must”",
        ),
        Example(
            source="Only two of them came back.",
            text="Il n'en est revenu que deux.",
            lang="fr",
            embedded=True,
            why="a near miss: “ne … que” says “only”",
        ),
    ),
)
