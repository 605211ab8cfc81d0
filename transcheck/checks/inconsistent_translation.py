"""inconsistent-translation: one string is translated in two ways."""

from collections import Counter
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.checks.same_strings import by_source, words_of
from transcheck.model import Hit, Measured, Pair, Severity, Side, Span
from transcheck.text.words import spellings
from transcheck.units import Unit

# A label of so many words may well mean two things.
_LABEL = 3


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    pair = measured.pair
    if pair.strings is None:
        return
    source, target, _ = pair.strings
    if _is_copy(pair):
        return  # which copied-string says
    alike = by_source(context.texts).get(pair.id, ())
    usual = _usual(alike) if alike else None
    if usual is None or words_of(usual) == words_of(target.text):
        return
    named = [one.target for one in alike if one.target and one.target.text == usual]
    first = named[0]
    more = f" and {len(named) - 1} more" if len(named) > 1 else ""
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"the same source is “{usual}” in {first.path}:{first.line}{more}",
        severity=None if len(spellings(source.text)) > _LABEL else Severity.NOTE,
    )


def _is_copy(pair: Pair) -> bool:
    return pair.both is not None and len({each.text.strip() for each in pair.both}) == 1


def _usual(alike: tuple[Pair, ...]) -> str | None:
    """Return the translation that most of the strings have, the first of several."""
    texts = [pair.target.text for pair in alike if pair.target and not _is_copy(pair)]
    counts = Counter(map(words_of, texts))
    if len(counts) < 2:
        return None
    most = max(counts.values())
    return next(text for text in texts if counts[words_of(text)] == most)


INCONSISTENT_TRANSLATION = Check(
    id="TC631",
    name="inconsistent-translation",
    summary="The same source is translated otherwise elsewhere in the batch.",
    rationale=(
        "Two names for one button make a reader look for two buttons. Strings are held together "
        "by source, context and plural form, over all files of the run in one language; the "
        "translation that fewer have is flagged, or the later one. Capitals, marks at the edges "
        "and accelerators do not count. A label of up to three words may well mean two things, so "
        "there it is a note. A context in the file says that two equal sources differ."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Sign out",
            text="Ausloggen",
            lang="de",
            unit=Unit(key="1"),
            article=("Abmelden", "Abmelden"),
            article_source=("Sign out", "Sign out"),
            flags=("Ausloggen",),
        ),
        Example(
            source="This field is required.",
            text="Este campo é obrigatório.",
            lang="pt",
            unit=Unit(key="1"),
            article=("Preencha este campo.", "Preencha este campo."),
            article_source=("This field is required.", "This field is required."),
            flags=("Este campo é obrigatório.",),
        ),
        Example(
            source="Sign out",
            text="Abmelden",
            lang="de",
            unit=Unit(key="1"),
            article=("Ausloggen",),
            article_source=("Sign out",),
            why="the first of two is not to blame",
        ),
        Example(
            source="Sign out",
            text="Abmelden",
            lang="de",
            unit=Unit(key="1"),
            article=("&Abmelden …", "&Abmelden …"),
            article_source=("Sign out", "Sign out"),
            why="a near miss: the words are the same",
        ),
    ),
)
