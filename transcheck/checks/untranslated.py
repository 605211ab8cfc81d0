"""untranslated: words of the source that stand in the translation as they were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transcheck import languages
from transcheck.checks import repeated_phrase
from transcheck.checks.alternatives import repaired
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.foreign_words import (
    ends_in_function_word,
    is_foreign,
    is_prose,
    is_quoted_language,
    listed,
)
from transcheck.languages import Language
from transcheck.model import Hit, Measured, Segment, Severity, Side, Span
from transcheck.text.code import has_code
from transcheck.text.late import late
from transcheck.text.ngrams import Copy, copies, share
from transcheck.text.protected import protected, touches
from transcheck.text.words import Word, folded, words

# So many copied words in a row, or a whole sentence of three, are no accident, provided that
# words of the source language are among them.
_FEWEST = 4
_SHORTEST_SENTENCE = 3
_LONG_HEADLINE = 7
_LONGEST_TITLE = 6
# A stretch begins with three copied words; two stretches with so few words between are one.
_GRAM, _BRIDGE = 3, 2
# Characters of a script without spaces; a name in the original has at most four.
_FEWEST_CHARACTERS = 5
_UNSPACED = "\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef"
_OPENING_MARKS = '"“„«‘「『《〈(（[¿¡'
_OPENING, _CLOSING = "\"“„«»‘'「『《〈(（[", "\"”“»«’'」』》〉)）]"
# Where words are not written apart, a copied word touches its neighbours.
_ONE_SCRIPT = late(rf"[{_UNSPACED}]+|[^{_UNSPACED}]+")
_UNSPACED_ANY = late(f"[{_UNSPACED}]")
# Characters that make a run of Han characters Chinese, where the target is Japanese: a few words
# that Japanese never writes so. In a long run the particles do, which it shares in compounds.
_CHINESE, _PARTICLES = frozenset("们們这這吗嗎么麼说沒没您哪"), frozenset("的了是在")
_LONG_RUN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Words ``first`` to ``last`` (inclusive) of a target, ``copied`` of them from the source."""

    first: int
    last: int
    copied: int
    there: int
    there_last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """Both texts with their words, in order, without addresses and codes."""

    source: Segment
    target: Segment
    left: Language
    right: Language
    theirs: list[Word]
    ours: list[Word]


def _run(measured: Measured, _context: Context) -> Iterator[Hit]:
    source, target = measured.pair.source, measured.pair.target
    if source is None or target is None:
        return
    if measured.pair.unit and source.text == target.text:
        return  # as a whole it is ``copied-string``
    left, right = languages.find(source.lang), languages.find(target.lang)
    alike = _base(left) == _base(right)
    if alike or (left.spaced and not _may_copy(source.text, target.text)):
        return
    units = _words if left.spaced else _characters
    texts = _Texts(
        source=source,
        target=target,
        left=left,
        right=right,
        theirs=units(source.text),
        ours=units(target.text),
    )
    for stretch in _stretches(texts):
        if _is_fault(texts, stretch):
            hit = _hit(texts, stretch)
            if not (measured.pair.unit and has_code(target.text, hit.span.start, hit.span.end)):
                yield hit


def _may_copy(source: str, target: str) -> bool:
    """Say whether words of the source may stand in the target in a row: all that most are asked."""
    if _UNSPACED_ANY.search(target):
        return True
    theirs, ours = folded(source), folded(target)
    alike = sum(map(frozenset(theirs).__contains__, ours)) >= _GRAM
    parted = alike and (_UNSPACED_ANY.search(source) or protected(source) or protected(target))
    return bool(parted) or (alike and share(theirs, ours, length=_GRAM))


def _base(language: Language) -> str:
    return language.tag.partition("-")[0]


def _words(text: str) -> list[Word]:
    spared = protected(text)
    return [
        Word(word.start + part.start(), word.start + part.end(), part[0])
        for word in words(text)
        if not touches(spared, word.start, word.end)
        for part in _ONE_SCRIPT.finditer(word.text)
    ]


def _characters(text: str) -> list[Word]:
    return [Word(index, index + 1, char) for index, char in enumerate(text) if char.isalnum()]


def _stretches(texts: _Texts) -> Iterator[_Stretch]:
    """Yield the copied stretches of the target, those with a word or two between as one."""
    theirs = [word.text.casefold() for word in texts.theirs]
    ours = [word.text.casefold() for word in texts.ours]
    current: _Stretch | None = None
    for copy in copies(theirs, ours, shortest=_GRAM):
        grown = _grown(current, copy)
        if current and grown.first == copy.here:
            yield current
        current = grown
    if current:
        yield current


def _grown(before: _Stretch | None, copy: Copy) -> _Stretch:
    """Return the stretch with ``copy`` added, or a new one if it lies too far away."""
    last, there_last = copy.here + copy.length - 1, copy.there + copy.length - 1
    if before and copy.here - before.last - 1 <= _BRIDGE and copy.there > before.there_last:
        first, copied, there = before.first, before.copied + copy.length, before.there
    else:
        first, copied, there = copy.here, copy.length, copy.there
    return _Stretch(first=first, last=last, copied=copied, there=there, there_last=there_last)


def _is_fault(texts: _Texts, stretch: _Stretch) -> bool:
    chosen = texts.ours[stretch.first : stretch.last + 1]
    if not texts.left.spaced:
        return _is_foreign_script(texts, chosen)
    whole = stretch.copied == len(texts.ours) == len(texts.theirs)
    text = texts.target.text[chosen[0].start : chosen[-1].end]
    # A chain of hyphens is one term: "friend-of-the-court".
    if len(text.split()) < (_SHORTEST_SENTENCE if whole else _FEWEST):
        return False
    if not whole and _fills_quotes(texts.target.text, chosen):
        return False
    if _begins_title(texts, stretch):
        return False
    if not texts.left.cased:
        return sum(is_foreign(word.text) for word in chosen) >= _SHORTEST_SENTENCE
    headline = whole and len(chosen) >= _LONG_HEADLINE
    return is_prose(chosen, texts.left, texts.right, titled=headline) and not is_quoted_language(
        chosen, texts.left
    )


def _begins_title(texts: _Texts, stretch: _Stretch) -> bool:
    """Say whether a short stretch begins with a function word that has a capital for no reason.

    Inside a sentence this is how many languages write a title: "La casa de papel".
    """
    chosen = texts.ours[stretch.first : stretch.last + 1]
    first = chosen[0]
    inside = min(stretch.first, stretch.there) > 0 and texts.target.text[first.start - 1] == " "
    return (
        inside
        and stretch.copied <= _LONGEST_TITLE
        and first.text[0].isupper()
        and first.text.casefold() in listed("function_words", texts.left.tag)
        and not ends_in_function_word(chosen, texts.left, texts.right)
    )


def _is_foreign_script(texts: _Texts, chosen: Sequence[Word]) -> bool:
    run = "".join(word.text for word in chosen if not word.text.isascii())
    if len(run) < _FEWEST_CHARACTERS or _fills_quotes(texts.target.text, chosen):
        return False
    if texts.right.script not in ("Jpan", "Hans", "Hant") or texts.left.script == "Thai":
        return True
    if texts.left.script == "Jpan":
        return sum("\u3041" <= char <= "\u3096" for char in run) >= 3
    return not (_CHINESE | _PARTICLES if len(run) >= _LONG_RUN else _CHINESE).isdisjoint(run)


def _fills_quotes(text: str, chosen: Sequence[Word]) -> bool:
    """Say whether quote marks or brackets enclose exactly these words, as they do a title."""
    before = text[: chosen[0].start].rstrip()[-1:]
    after = text[chosen[-1].end :].lstrip(" \u00a0\u202f.,!?…")[:1]
    return bool(before and after) and before in _OPENING and after in _CLOSING


def _hit(texts: _Texts, stretch: _Stretch) -> Hit:
    text, original = texts.target.text, texts.source.text
    start, end = texts.ours[stretch.first].start, texts.ours[stretch.last].end
    there = texts.theirs[stretch.there].start
    before = 0
    # A mark before the stretch belongs to it only if it opens something.
    while before < min(start, there) and text[start - before - 1] in _OPENING_MARKS:
        before += 1
    if text[start - before : start] != original[there - before : there]:
        before = 0
    after = _same_marks(text[end:], original[texts.theirs[stretch.there_last].end :])
    unit = "words" if texts.left.spaced else "characters"
    if stretch.copied == len(texts.ours):
        before, end, after = start, len(text), 0
        message = "not translated: these are the words of the source"
    else:
        message = f"left in {texts.left.name}: {stretch.copied} {unit} stand as in the source"
    return Hit(
        side=Side.TARGET,
        span=Span(start=start - before, end=end + after),
        message=message,
        value=stretch.copied,
        limit=_FEWEST if texts.left.spaced else _FEWEST_CHARACTERS,
    )


def _same_marks(one: str, other: str) -> int:
    """Return how long both begin with the same marks; white space counts only between them."""
    size = 0
    for left, right in zip(one, other, strict=False):
        if left != right or left.isalnum():
            break
        size += 1
    return len(one[:size].rstrip())


UNTRANSLATED = Check(
    id="TC102",
    name="untranslated",
    summary="Words of the source stand in the translation untranslated.",
    rationale=(
        "Engines sometimes copy a sentence, or a part of it, instead of translating it, and an "
        "encoder rewards the copy: it is very similar to the source. Names, titles, quoted titles, "
        "addresses and words that both languages share are rightly the same in both, so a stretch "
        "counts only if it holds small-letter words of the source language, function words among "
        "them, that the target language does not have."
    ),
    severity=Severity.ERROR,
    run=repaired(_run, repeated_phrase.run),
    compares=True,
    languages="all pairs of two languages",
    examples=(
        Example(
            source="The ministers agreed on a new budget after long talks.",
            text="The ministers agreed on a new budget after long talks.",
            lang="pt",
            flags=("The ministers agreed on a new budget after long talks.",),
        ),
        Example(
            source="The ministers agreed on a new budget after long talks.",
            text="Os ministros aprovaram a new budget after long talks.",
            lang="pt",
            flags=("a new budget after long talks.",),
            why="the second half is left in English",
        ),
        Example(
            source="Der Präsident sagte, dass die Verhandlungen gescheitert sind.",
            source_lang="de",
            text="The president said, dass die Verhandlungen gescheitert sind.",
            flags=("dass die Verhandlungen gescheitert sind.",),
        ),
        Example(
            source="She starred in The Lord of the Rings and in The King of Staten Island.",
            text="Ela atuou em The Lord of the Rings e em The King of Staten Island.",
            lang="pt",
            why="titles stay as they are, and they hold function words",
        ),
        Example(
            source="The song “all you need is love” was played.",
            text="Tocou a canção “all you need is love”.",
            lang="pt",
            why="a quoted title",
        ),
        Example(
            source="Vio La casa de papel dos veces.",
            source_lang="es",
            text="She watched La casa de papel twice.",
            why="a title without quote marks, told by the capital of its first word",
        ),
        Example(source="Internet", text="Internet", lang="pt", why="a word of both languages"),
        Example(
            source="Barack Obama, Angela Merkel and Emmanuel Macron met in Berlin.",
            text="Barack Obama, Angela Merkel y Emmanuel Macron se reunieron en Berlín.",
            lang="es",
        ),
    ),
)
