"""empty: a sentence whose translation holds no words at all."""

import re
import unicodedata
from collections.abc import Iterator

from transcheck.checks.base import Check, Context, Example
from transcheck.model import Hit, Measured, Severity, Side, Span

# A symbol may stand for so many words: "per cent" becomes "%", "thumbs up" an emoji.
_WORDS_OF_A_SYMBOL = 2
# Less says nothing by itself: the ending of "{}th" is a full stop elsewhere.
_FEWEST_LETTERS = 3
_SAID = re.compile(r"[^\W_]")


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not _says(source.text) or _says(target.text):
        return
    if measured.pair.unit and measured.pair.unit.before:
        return  # lost-translation says what stood here
    if _has_symbol(target.text) and len(source.text.split()) <= _WORDS_OF_A_SYMBOL:
        return
    if measured.pair.unit and len(_SAID.findall(source.text)) < _FEWEST_LETTERS:
        return
    left = target.text.strip()
    what = f"only “{left}” stands here" if left else "nothing stands here"
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"the translation is empty: {what} for “{_short(source.text)}”",
    )


def _says(text: str) -> bool:
    """Say whether the text holds a letter or a digit of any script."""
    return _SAID.search(text) is not None


def _has_symbol(text: str) -> bool:
    return any(unicodedata.category(char)[0] == "S" or char in "%&@#" for char in text)


def _short(text: str) -> str:
    """Return the text, or its beginning: 60 characters are enough to know the sentence by."""
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


EMPTY = Check(
    id="TC103",
    name="empty",
    summary="A sentence has an empty translation.",
    rationale=(
        "An engine that fails on a sentence often returns nothing, or a lone full stop, and the "
        "gap is easily overlooked in a long article. A source without words (a dash, an ellipsis, "
        "an emoji) may have a translation without words."
    ),
    severity=Severity.ERROR,
    run=_run,
    compares=True,
    languages="all languages, where there is a source",
    examples=(
        Example(
            source="The minister resigned on Monday.",
            text="...",
            lang="pt",
            flags=("...",),
            why="a lone full stop or ellipsis is what some engines return when they fail",
        ),
        Example(
            source="Die Sitzung dauerte 3 Stunden.",
            source_lang="de",
            text="–",
            flags=("–",),
        ),
        Example(
            source="The minister resigned on Monday.",
            text="",
            lang="es",
            flags=("",),
            why="the span is empty and stands at the place where the sentence should be",
        ),
        Example(source="—", text="—", lang="fr", why="a dash for a dash"),
        Example(source="…", text="", lang="pt", why="the source says nothing either"),
        Example(source="per cent", text="%", lang="de", why="a symbol can stand for a word"),
        Example(source="Twelve.", text="12.", lang="it", why="a number is a translation"),
    ),
)
