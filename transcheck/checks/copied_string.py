"""copied-string: a string whose translation is its source, in words that the language has not."""

import re
from collections.abc import Iterator
from textwrap import dedent

from transcheck import languages
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.kept_words import Words, kept_in, unfinished, words_by_path
from transcheck.checks.message_ids import is_message_id
from transcheck.data.frequency import zipf
from transcheck.languages import Language
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text.code import has_code
from transcheck.text.protected import protected, touches
from transcheck.text.words import words
from transcheck.units import Unit

# A word of the source is known to its language, and five times as rare in the other.
_KNOWN, _FARTHER = 3.0, 0.7
# Beside a single word stands another, or what a program fills in: "Product ID", "Error: %s".
_MORE = re.compile(r"[^\W\d_]{2,}")
# Capitals that are no more are an acronym, and more are a word in capitals.
_ACRONYM = 4
# Where code stands as well, a run of plain words and two of the language are prose.
_PROSE = 2
_RUN = re.compile(r"(?<!\S)(?:[^\W\d_]+ ){2,}[^\W\d_]+(?![^\s.,:;!?…])")
# What most languages of a run leave as it is, and has no more words, is a name.
_NAME = 3
# So many other languages that translate a text say that it is none.
_OTHERS = 3
# Small words tell no name from a text ("Isle of Man").
_LONG = 4


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    if strings is None or strings[0].text.strip() != strings[1].text.strip():
        return
    source, target, _ = strings
    ours, theirs = (languages.find(each.lang) for each in strings[:2])
    if ours.tag.partition("-")[0] == theirs.tag.partition("-")[0] or is_message_id(source.text):
        return
    many = unfinished(context.texts).get(target.path)
    if many and many.first == measured.pair.id:
        yield _hit(target, f"so it is in {many.copies} of {many.strings} strings of the file")
    elif not many and len(_MORE.findall(source.text)) > 1:
        yield from _judged(source, target, (ours, theirs), context)


def _judged(
    source: Segment, target: Segment, langs: tuple[Language, Language], context: Context
) -> Iterator[Hit]:
    written = _words(source, context)
    own = [word.casefold() for word in written]
    file = words_by_path(context.texts).get(target.path, Words())
    foreign = [word for word in own if _is_foreign(word, *langs) and not file.keeps(word)]
    is_prose = len(foreign) >= _PROSE and _RUN.search(source.text)
    if not is_prose and has_code(_without_template(source.text)):
        return
    kept, put = kept_in(context.texts).get(source.text.strip(), (1, 0))
    if kept > max(put, 1) and len(own) <= _NAME:
        return
    translated = [word for word in own if len(word) >= _LONG and file.translates(word)]
    if translated:
        yield _hit(target, f"“{translated[0]}” is translated in other strings of the file")
    elif foreign:
        # Capitals throughout may be a name.
        weak = len(own) == 1 or not any(word.islower() for word in written)
        known = f"“{foreign[0]}” is a word of {langs[0].name}"
        yield _hit(target, known, Severity.NOTE if weak else None)
    elif kept == 1 and put >= _OTHERS and len(own) > 1:
        yield _hit(target, f"{put} other languages of the run translate it", Severity.NOTE)


def _without_template(text: str) -> str:
    """Return a text without the indentation of the page that it was cut out of."""
    return dedent(text) if text.startswith("\n") else text


def _is_foreign(word: str, ours: Language, theirs: Language) -> bool:
    here = zipf(word, ours.tag)
    return here >= _KNOWN and here - zipf(word, theirs.tag) >= _FARTHER


def _hit(target: Segment, why: str, severity: Severity | None = None) -> Hit:
    return Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"the translation is the source, and {why}",
        severity=severity,
    )


def _words(source: Segment, context: Context) -> list[str]:
    """Return the words of a text, but those of code, of the user, acronyms and camelCase.

    Of words with hyphens the parts in small letters count as well: “aligned” of “left-aligned”.
    """
    away = protected(source.text)
    found = [
        word.text
        for word in words(source.text)
        if word.text not in context.vocabulary and not touches(away, word.start, word.end)
    ]
    parts = [part for word in found if "-" in word for part in word.split("-") if part.islower()]
    return [
        word
        for word in (*found, *parts)
        if len(word) > 1 and (word[1:].islower() or (word.isupper() and len(word) > _ACRONYM))
    ]


COPIED_STRING = Check(
    id="TC627",
    name="copied-string",
    summary="A string stands in the translation as it does in the source.",
    rationale=(
        "Strings are copied into a translation to be worked on later, and forgotten there. Names, "
        "and words that both languages have (“Status”, “Online”), stay as they are, so a word is "
        "asked for that other strings of the file translate, or that is usual in the source's "
        "language and five times as rare in the other. Where only the latter is known of words "
        "with capitals throughout, or of one that stands beside an acronym or a placeholder, it is "
        "a note: it may be a name. So is a text that no other language of the run leaves as it is, "
        "and three or more translate. Single words, examples of code, and up to three words that "
        "most languages of the run leave as they are, are let pass. Where more than a tenth of a "
        "file is copied, this is said once: it is being translated."
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
            source="Changeset %(rev)s",
            text="Changeset %(rev)s",
            lang="de",
            unit=Unit(key="rev"),
            article=("Änderungen zeigen", "Änderung löschen"),
            article_source=("Show changeset", "Delete changeset"),
            flags=("Changeset %(rev)s",),
            why="other strings translate it",
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
            source="Wagtail Sites",
            text="Wagtail Sites",
            lang="de",
            unit=Unit(key="sites"),
            article=("Sites zeigen", "Sites löschen"),
            article_source=("Show sites", "Delete sites"),
            why="other strings keep it",
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
