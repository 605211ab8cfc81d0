"""lost-negation: the source denies something, and the translation does not."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example, Status
from transcheck.checks.negated import LANGUAGES, RATE, odd
from transcheck.checks.quoting import quoted
from transcheck.model import Hit, Measured, Severity, Side, Span

_MOST_QUOTED = 3


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    """Yield one hit on the whole translation: what is lost stands nowhere in it."""
    lost = odd(measured, context, Side.SOURCE)
    if lost and measured.pair.both:
        source, target = measured.pair.both
        quotes = "; ".join(
            quoted(source.text, cue.start, cue.end) for cue in lost.cues[:_MOST_QUOTED]
        )
        yield Hit(
            side=Side.TARGET,
            span=Span(start=0, end=len(target.text)),
            message=f"the source says {quotes}, the translation does not deny it{lost.note}",
        )


LOST_NEGATION = Check(
    id="TC304",
    name="lost-negation",
    summary="The source denies something, and nothing in the translation does.",
    rationale=(
        "Without its “not” a sentence says the opposite and still reads well, and similarity of "
        "meaning does not see it. Negations are counted by the grammar of each language: “no dijo "
        "nada” and “ne dit rien” are one, “not only” and “不得不” are none. Whatever may stand for "
        "a negation (“without”, “refuse”, “unable”, “until”) speaks against a fault, and so does a "
        "negation among words that the other text has nothing like. The embedder places texts that "
        "deny in one direction from those that do not, which tells whether the translation denies "
        "in words that no table has. A small model weighs all that, with limits of its own for "
        "each pair of languages. Where a local engine "
        "translated the source again, that translation has to bear the loss out. With another "
        "embedder than the embedded one, or for two languages without limits, there is no score: "
        "a second translation decides alone, the message says so, and without one the check is "
        "silent. The check is wrong where a translator turned the sentence round: “not far” "
        "became “near”."
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
            source="The minister did not sign the agreement.",
            text="O ministro assinou o acordo.",
            lang="pt",
            flags=("O ministro assinou o acordo.",),
            forward="O ministro não assinou o acordo.",
            why="the translation says the opposite",
        ),
        Example(
            source="The bank will not close its branches.",
            text="Die Bank wird ihre Filialen schließen.",
            lang="de",
            flags=("Die Bank wird ihre Filialen schließen.",),
            embedded=True,
            why="the translation says the opposite",
        ),
        Example(
            source="Nobody told us anything.",
            text="Никто нам ничего не сказал.",
            lang="ru",
            embedded=True,
            why="three words of denial that the grammar counts once",
        ),
        Example(
            source="Not only the farmers came, the students did too.",
            text="Les paysans sont venus, et les étudiants aussi.",
            lang="fr",
            embedded=True,
            why="a near miss: “not only” denies nothing",
        ),
        Example(
            source="The company sells not only cars, but also engines.",
            text="Das Unternehmen verkauft nur Autos, aber auch Motoren.",
            lang="de",
            flags=("Das Unternehmen verkauft nur Autos, aber auch Motoren.",),
            embedded=True,
            why="“not only” became “only”",
        ),
        Example(
            source="She did not remember his name.",
            text="Olvidó su nombre.",
            lang="es",
            forward="No recordaba su nombre.",
            why="another word that says the same",
        ),
    ),
)
