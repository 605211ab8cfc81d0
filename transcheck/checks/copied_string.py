"""copied-string: a string whose translation is its source, in words that the language has not."""

from collections.abc import Iterator

from transcheck import languages
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.message_ids import is_message_id
from transcheck.data.frequency import zipf
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text.code import has_code
from transcheck.text.protected import protected, touches
from transcheck.text.words import words
from transcheck.units import Unit

# A word of the source is known to its language, and five times as rare in the other.
_KNOWN, _FARTHER = 3.0, 0.7
_FEWEST = 2
# Capitals that are no more are an acronym, and more are a word in capitals.
_ACRONYM = 4
# With so many words of the language it is prose, whatever else stands in it.
_PROSE = 5


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or strings[0].text.strip() != strings[1].text.strip():
        return
    source, target, _ = strings
    ours, theirs = (languages.find(each.lang).tag for each in strings[:2])
    if ours.partition("-")[0] == theirs.partition("-")[0] or is_message_id(source.text):
        return
    own = _words(source, context)
    foreign = [
        word
        for word in own
        if (here := zipf(word, ours)) >= _KNOWN and here - zipf(word, theirs) >= _FARTHER
    ]
    if len(own) < _FEWEST or (len(foreign) < _PROSE and has_code(source.text)):
        return
    if foreign:
        yield Hit(
            side=Side.TARGET,
            span=Span(start=0, end=len(target.text)),
            message=f"the translation is the source, and “{foreign[0]}” is a word of "
            f"{languages.find(source.lang).name}",
        )


def _words(source: Segment, context: Context) -> list[str]:
    """Return the words of a text, but those of code, of the user, acronyms and camelCase."""
    away = protected(source.text)
    return [
        word.text.casefold()
        for word in words(source.text)
        if len(word.text) > 1
        and (word.text[1:].islower() or (word.text.isupper() and len(word.text) > _ACRONYM))
        and word.text not in context.vocabulary
        and not touches(away, word.start, word.end)
    ]


COPIED_STRING = Check(
    id="TC627",
    name="copied-string",
    summary="A string stands in the translation as it does in the source.",
    rationale=(
        "Strings are copied into a translation to be worked on later, and forgotten there. Names, "
        "and words that both languages have (“Status”, “Online”), stay as they are, so a word is "
        "asked for that is usual in the source's language and five times as rare in the other. "
        "Single words and examples of code are let pass."
    ),
    severity=Severity.WARNING,
    run=_run,
    compares=True,
    strings=True,
    languages="all languages, in localization files",
    examples=(
        Example(
            source="Delete this file?",
            text="Delete this file?",
            lang="de",
            unit=Unit(key="delete"),
            flags=("Delete this file?",),
        ),
        Example(
            source="Reset password",
            text="Reset password",
            lang="pl",
            unit=Unit(key="reset"),
            flags=("Reset password",),
        ),
        Example(
            source="Online-Status",
            text="Online-Status",
            lang="de",
            unit=Unit(key="status"),
            why="a near miss: German has these words",
        ),
        Example(
            source="Brunei Darussalam",
            text="Brunei Darussalam",
            lang="pl",
            unit=Unit(key="BN"),
            why="a name",
        ),
        Example(
            source="  [hooks]\n  commit = notify",
            text="  [hooks]\n  commit = notify",
            lang="ja",
            unit=Unit(key="hooks"),
            why="an example of settings",
        ),
    ),
)
