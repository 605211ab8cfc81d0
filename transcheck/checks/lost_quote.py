"""lost-quote: words that the source quotes and the translation does not."""

from collections.abc import Iterator, Sequence

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Parameter
from transcheck.languages import Language
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text import quotes

_FEWEST = Parameter(
    name="fewest_words",
    default=3,
    summary="quotations of fewer words are taken for titles and irony, which languages mark in "
    "their own ways; 2 finds a tenth more lost ones, at about one false alarm more in 1,000",
)
# Languages that quote the names of firms, papers and works: so many more words are asked for.
_NAMES = {"ar": 3, "ru": 3, "uk": 3, "ja": 4, "zh": 4}
# Without spaces, so many characters are a word.
_CHARACTERS = 2.5
# Its verbs tell that words are another's, so a translator may weave half a sentence in.
_REPORTS_BY_MOOD = frozenset({"de"})
_CAPITALS = 0.45
_QUOTED = 60


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None or not target.text.strip():
        return
    if not quotes.has_any(source.text) or quotes.may_quote(target.text):
        return
    fewest = context.parameters.get(_FEWEST.name, _FEWEST.default)
    speech = next(_speech(source, languages.find(target.lang), fewest), None)
    if speech is None:
        return
    start, end = speech
    shown = source.text[start : min(end, start + _QUOTED)] + ("…" if end - start > _QUOTED else "")
    yield Hit(
        side=Side.TARGET,
        span=Span(start=0, end=len(target.text)),
        message=f"expected a quotation, found no quotation marks: the source quotes {shown}",
    )


def _speech(source: Segment, target: Language, fewest: float) -> Iterator[tuple[int, int]]:
    """Yield the quotations of the source that are too long for a title or a word used in irony."""
    lang = languages.find(source.lang)
    fewest += _NAMES.get(lang.tag.partition("-")[0], 0)
    for start, end in quotes.quoted(source.text, lang.quotes):
        inside = source.text[start + 1 : end - 1].strip()
        words = len(inside.split()) if lang.spaced else len(inside) / _CHARACTERS
        if words < fewest or _is_title(inside.split()):
            continue
        if target.tag in _REPORTS_BY_MOOD and lang.cased and not inside[:1].isupper():
            continue
        yield start, end


def _is_title(words: Sequence[str]) -> bool:
    """Say whether nearly half the words after the first have a capital: "The War of the Worlds"."""
    return sum(word[0].isupper() for word in words[1:]) > _CAPITALS * len(words[1:])


LOST_QUOTE = Check(
    id="TC307",
    name="lost-quote",
    summary="The source quotes somebody, and the translation has no quotation marks.",
    rationale=(
        "Without the marks a reader takes the words of a person for those of the author. The check "
        "asks for any mark at all: those of every language, straight ones, corners, the dash of a "
        "dialogue. Titles and single words are marked in one language and not in another, so "
        "short quotations are left alone; so are, in German, parts of sentences, which its verbs "
        "mark as another's words. A mark without its partner is `unbalanced-quotes`. A translator "
        "who reports in his own words what the source quotes is flagged as well."
    ),
    severity=Severity.WARNING,
    run=_run,
    hint=quotes.ANY,
    compares=True,
    parameters=(_FEWEST,),
    languages="all languages, where there is a source",
    examples=(
        Example(
            source='"We will rebuild the bridge next year," the mayor said.',
            text="Vamos reconstruir a ponte no próximo ano, disse o prefeito.",
            lang="pt",
            flags=("Vamos reconstruir a ponte no próximo ano, disse o prefeito.",),
            why="whose words these are is no longer told",
        ),
        Example(
            source="The mayor called the plan “a gift to the whole valley”.",
            text="市长称该计划是给整个山谷的礼物。",
            lang="zh",
            flags=("市长称该计划是给整个山谷的礼物。",),
            why="the writer seems to share the mayor's view",
        ),
        Example(
            source='"We will rebuild the bridge," the mayor said.',
            text="— Vamos reconstruir a ponte — disse o prefeito.",
            lang="pt",
            why="a dialogue with dashes",
        ),
        Example(
            source='Her book "The Songs of the River" sells well.',
            text="Son livre The Songs of the River se vend bien.",
            lang="fr",
            why="a near miss: a title, which French sets in italics",
        ),
        Example(
            source='The bridge is "not a toy", the mayor said.',
            text="Die Brücke sei kein Spielzeug, sagte der Bürgermeister.",
            lang="de",
            why="the mood of the verb says that these are another's words",
        ),
    ),
)
