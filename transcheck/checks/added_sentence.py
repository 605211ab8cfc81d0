"""added-sentence: a sentence of the translation that the source does not have."""

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
    return one_sided(measured, context, Side.TARGET, "added: {path} does not say it")


ADDED_SENTENCE = Check(
    id="TC106",
    name="added-sentence",
    summary="The translation has a sentence that the source does not have.",
    rationale=(
        "Two texts are put side by side by what their sentences mean. A sentence of the "
        "translation that finds no counterpart was added: an explanation for readers elsewhere, a "
        "line from another article, or something made up. Only an editor knows which, so the "
        "finding is a warning; a headline, heading or byline, which pages have of their own, is a "
        "note, and what a web page left behind is nothing."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    prose=True,
    languages="pairs of two texts, in the languages that the encoder knows",
    examples=(
        Example(
            text="O festival de música começa na sexta-feira.",
            lang="pt",
            article_source=_SOURCE,
            article=_TARGET,
            flags=("O festival de música começa na sexta-feira.",),
            why="the line belongs to another article",
        ),
        Example(
            text="Das ist etwa so viel wie im Vorjahr.",
            lang="de",
            article_source=("The town spent two million euros on its schools.",),
            article=("Die Stadt gab zwei Millionen Euro für ihre Schulen aus.",),
            flags=("Das ist etwa so viel wie im Vorjahr.",),
            why="made up, or known to the translator alone",
        ),
        Example(
            text="Lesezeit: 4 Minuten",
            lang="de",
            article_source=_SOURCE,
            article=_TARGET,
            why="what a web page left behind is not a part of the translation",
        ),
        Example(
            text="O festival de música começa na sexta-feira.",
            lang="pt",
            why="a text alone has no source to be compared with",
        ),
        Example(
            source="The bridge, built in 1906, will close.",
            text="A ponte vai fechar. Foi construída em 1906.",
            lang="pt",
            why="one sentence became two: a near miss",
        ),
    ),
)
