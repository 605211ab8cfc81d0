"""changed-comparison: more became less, before became after, a win became a loss."""

from collections.abc import Iterator

from transcheck import languages
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.confirmed import confirmed
from transcheck.model import Hit, Measured, Severity, Side, Span
from transcheck.polarity import negation, opposites


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    """Yield a hit on each word that says the opposite of what the source has in its place.

    Where one text denies more than the other, "not more" may rightly be "less".
    """
    if measured.pair.both is None:
        return
    source, target = ((each.text, languages.find(each.lang).tag) for each in measured.pair.both)
    if source[1] == target[1] or not (found := opposites.compare(source, target)):
        return
    if negation.compare(source, target):
        return
    for exchange in found:
        said = source[0][exchange.source.start : exchange.source.end]
        cue = exchange.target
        yield Hit(
            side=Side.TARGET,
            span=Span(start=cue.start, end=cue.end),
            message=f"the source says {said}, the translation {target[0][cue.start : cue.end]}",
        )


CHANGED_COMPARISON = Check(
    id="TC306",
    name="changed-comparison",
    summary="A comparison is turned round: more is less, after is before, a win is a loss.",
    rationale=(
        "“More” and “less” are neighbours for every model of meaning, so an engine exchanges them "
        "and similarity does not see it. A table for each language holds words that have an "
        "opposite: more and less, higher and lower, bigger and smaller, better and worse, older "
        "and younger, after and before, rise and fall, win and lose, at least and at most. The "
        "check speaks only where the translation has one such word less than its source, and its "
        "opposite once more; a word that is only missing was said in another way. It is wrong "
        "where a translator turned the sentence round: “he left before I came” is “I came after "
        "he had left”."
    ),
    severity=Severity.ERROR,
    run=confirmed(_run),
    hint=opposites.look,
    compares=True,
    languages=(
        "Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, "
        "Portuguese, Russian, Spanish, Thai and Turkish, where there is a source"
    ),
    examples=(
        Example(
            source="The dam holds more than a million litres.",
            text="A barragem tem menos de um milhão de litros.",
            lang="pt",
            flags=("menos",),
            why="more became less",
        ),
        Example(
            source="The mayor resigned after the vote.",
            text="Der Bürgermeister trat vor der Abstimmung zurück.",
            lang="de",
            flags=("vor",),
            why="after became before",
        ),
        Example(
            source="Prices rose in the north.",
            text="Les prix ont diminué dans le nord.",
            lang="fr",
            flags=("diminué",),
            why="a rise became a fall",
        ),
        Example(
            source="The dam holds at least a million litres, more or less.",
            text="A barragem tem pelo menos um milhão de litros, mais ou menos.",
            lang="pt",
            why="a near miss: “pelo menos” says “at least”",
        ),
        Example(
            source="The new bridge is not higher than the old one.",
            text="Die neue Brücke ist niedriger als die alte.",
            lang="de",
            why="a near miss: “not higher” is “lower”",
        ),
        Example(
            source="He tapped the ball before scooping it into the net.",
            text="Он подправил мяч, а после отправил его в сетку.",
            lang="ru",
            why="a near miss: English tells with “before” what comes next",
        ),
    ),
)
