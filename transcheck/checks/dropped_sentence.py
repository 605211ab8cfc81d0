"""dropped-sentence: a sentence of the source that the translation leaves out."""

from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.one_sided import one_sided
from transcheck.model import Hit, Measured, Severity, Side

_SOURCE = (
    "The bridge will close for repairs in May.",
    "The city council approved the plan on Tuesday.",
)
_TARGET = (
    "A ponte fechará para obras em maio.",
    "A câmara municipal aprovou o plano na terça-feira.",
)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    return one_sided(measured, context, Side.SOURCE, "left out: {path} does not say it")


DROPPED_SENTENCE = Check(
    id="TC105",
    name="dropped-sentence",
    summary="The translation leaves out a sentence of the source.",
    rationale=(
        "Two texts are put side by side by what their sentences mean. A sentence that finds no "
        "counterpart, not even inside a longer sentence, was left out: by oversight, or because "
        "somebody shortened the text. Only an editor knows which, so the finding is a warning; a "
        "headline, heading or byline, which pages have of their own, is a note, and what a web "
        "page left behind is nothing."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    prose=True,
    languages="pairs of two texts, in the languages that the encoder knows",
    examples=(
        Example(
            text="Buses will take a longer route until the work is done.",
            side=Side.SOURCE,
            article_source=_SOURCE,
            article=_TARGET,
            flags=("Buses will take a longer route until the work is done.",),
            why="no sentence of the translation says it",
        ),
        Example(
            text="Niemand wurde verletzt.",
            lang="de",
            side=Side.SOURCE,
            article_source=("Ein Bus fuhr am Montag gegen eine Mauer.",),
            article=("Um autocarro bateu num muro na segunda-feira.",),
            flags=("Niemand wurde verletzt.",),
            why="short sentences matter as well",
        ),
        Example(
            text="Share",
            side=Side.SOURCE,
            article_source=_SOURCE * 10,
            article=_TARGET * 10,
            why="a label left over from a web page is no sentence of the article",
        ),
        Example(
            text="* * *",
            side=Side.SOURCE,
            article_source=_SOURCE,
            article=_TARGET,
            why="a line without words has nothing to translate",
        ),
        Example(
            source="The bridge will close for repairs in May.",
            text="A ponte fechará para obras em maio.",
            lang="pt",
            why="the sentence has its counterpart",
        ),
    ),
)
