"""wrong-language: a sentence, or a stretch of one, in another language than the text."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Look
from transcheck.checks.sides import Fault, each_side
from transcheck.data.lexicon import common_words, function_words
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text.protected import protected, touches
from transcheck.text.words import Word, words

# So many different function words that the text's own language lacks raise the suspicion.
_SUSPICIOUS = 3
# A stretch of so many words whose evidence adds up to so much is a fault.
_FEWEST_WORDS, _LIMIT = 6, 2.4
# What a word adds: a function word or another word of the foreign language, of both, of our own.
_GRAMMAR, _GRAMMAR_SHARED, _COMMON, _OWN, _OWN_GRAMMAR = 1.0, 0.4, 0.4, -1.0, -1.5
_UNKNOWN, _NAME = -0.1, -0.3
# A translation that shares so much of the stretch with its source was not translated at all.
_COPIED = 0.6
# In so few words of a hundred two languages meet by chance.
_FEW_OWN = 0.1
_LAST_LATIN = "\u024f"
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|\"[^\"]*\"|‘[^’]{12,}’|\([^)]*\)")
_UNLISTED = frozenset(language.tag for language in languages.OTHER_LANGUAGES)


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    for hit in _EACH_SIDE(measured, context):
        if hit.side is Side.TARGET and source and target:
            chosen = {word.text.casefold() for word in words(hit.span.of(target.text))}
            theirs = {word.text.casefold() for word in words(source.text)}
            # The check "untranslated" speaks of copies.
            if len(chosen & theirs) >= _COPIED * len(chosen):
                continue
        yield hit


def wrong_language(segment: Segment, _context: Context) -> Iterator[Fault]:
    """Yield the stretch of a text that another language explains far better than its own."""
    lang = languages.find(segment.lang).tag
    if lang in _UNLISTED:
        return  # a word of the language itself could be taken for another's
    foreign = _foreign(lang)
    found = {token for token in segment.text.lower().split() if token in foreign}
    if len(found) < _SUSPICIOUS:
        return
    counts = Counter(tag for token in found for tag in foreign[token])
    other, count = counts.most_common(1)[0]
    if count >= _SUSPICIOUS:
        yield from _stretch(segment.text, lang, other)


def _hint(lang: str) -> Look | None:
    tag = languages.find(lang).tag
    if tag in _UNLISTED:
        return None
    foreign = _foreign(tag).keys()
    return lambda token: not foreign.isdisjoint(token.lower().split())


@cache
def _foreign(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Return the function words that ``lang`` lacks, each with the languages that have it."""
    own = function_words(lang)
    found: dict[str, tuple[str, ...]] = {}
    for other in languages.LANGUAGES:
        for word in function_words(other.tag) - own:
            # A letter that stands alone may be anything.
            if len(word) == 1:
                continue
            found[word] = (*found.get(word, ()), other.tag)
    return found


def _stretch(text: str, lang: str, other: str) -> Iterator[Fault]:
    """Yield the stretch with the most evidence for ``other``, if that is enough."""
    spared = [*protected(text), *(match.span() for match in _QUOTED.finditer(text))]
    everything = words(text)
    found = [word for word in everything if not touches(spared, word.start, word.end)]
    first, end, evidence = _heaviest([_evidence(word, lang, other) for word in found])
    chosen = found[first:end]
    if len(chosen) < _FEWEST_WORDS or evidence < _LIMIT:
        return
    small = {word.text.casefold() for word in chosen}
    grammar = small & function_words(other)
    if len(grammar & _foreign(lang).keys()) < _SUSPICIOUS or not _is_clear(small, lang, other):
        return
    # What is left out may be names; words of our own show that only a stretch is foreign.
    own = sum(_evidence(word, lang, other) <= _OWN for word in everything)
    whole = own <= _FEW_OWN * len(everything)
    start, stop = (0, len(text)) if whole else (chosen[0].start, chosen[-1].end)
    what = "this sentence is" if whole else "these words are"
    names = languages.find(other).name, languages.find(lang).name
    yield Fault(
        span=Span(start=start, end=stop),
        message=f"{what} in {names[0]}, not in {names[1]}",
        value=round(evidence, 1),
        limit=_LIMIT,
    )


def _evidence(word: Word, lang: str, other: str) -> float:
    """Return how much a word speaks for ``other`` and against ``lang``."""
    small = word.text.casefold()
    if small in function_words(lang):
        return _GRAMMAR_SHARED / 2 if small in function_words(other) else _OWN_GRAMMAR
    if small in function_words(other):
        return _GRAMMAR_SHARED if small in common_words(lang) else _GRAMMAR
    if word.text[0].isupper():
        return _NAME
    if small in common_words(lang):
        return 0.0 if small in common_words(other) else _OWN
    if _is_latin(other) and small[0] > _LAST_LATIN:
        return _OWN
    return _COMMON if small in common_words(other) else _UNKNOWN


def _is_latin(lang: str) -> bool:
    return languages.find(lang).script == "Latn"


def _heaviest(weights: Sequence[float]) -> tuple[int, int, float]:
    """Return beginning, end and sum of the stretch of ``weights`` with the largest sum."""
    best, best_first, best_end = 0.0, 0, 0
    total, first = 0.0, 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, first = 0.0, index
        total += weight
        if total > best:
            best, best_first, best_end = total, first, index + 1
    return best_first, best_end, best


def _is_clear(small: set[str], lang: str, other: str) -> bool:
    """Say whether our own language explains much less of the stretch than the other does."""
    own = len(small & function_words(lang))
    return len(small & function_words(other)) >= 2 * own


_EACH_SIDE = each_side(wrong_language)

WRONG_LANGUAGE = Check(
    id="TC104",
    name="wrong-language",
    summary="A sentence, or a stretch of one, is in another language than the text.",
    rationale=(
        "Engines slip into a third language, mostly a related one or English, and editors paste "
        "sentences from other editions. Function words tell: a sentence is flagged if it has at "
        "least three that its language lacks, all of one other language, and hardly any of its "
        "own; a stretch inside a sentence if it has six words or more. Quotations, titles in "
        "brackets and names are left alone, and a copy of the source is reported by untranslated."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=_hint,
    languages="all; the foreign language is one with spaces other than Arabic, Hindi and Korean",
    examples=(
        Example(
            text="The ministers said that they had not been told of the new plan.",
            lang="es",
            flags=("The ministers said that they had not been told of the new plan.",),
        ),
        Example(
            source="The ministers said that nobody had told them of the plan.",
            text="Los ministros dijeron que nadie les había hablado del plan.",
            lang="pt",
            flags=("Los ministros dijeron que nadie les había hablado del plan.",),
            why="Spanish where Portuguese was asked for",
        ),
        Example(
            text="Der Minister erklärte gestern, that he would not be there for the vote.",
            lang="de",
            flags=("that he would not be there for the vote",),
        ),
        Example(
            text="Er sang „We are the champions of the world, my friend“ und ging.",
            lang="de",
            why="a quotation",
        ),
        Example(text="She has read The Catcher in the Rye and La vida es sueño.", lang="en"),
        Example(
            text="Ele é o autor de “The Lord of the Rings” e vive em New York desde 2001.",
            lang="pt",
        ),
    ),
)
