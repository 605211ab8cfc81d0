"""lost-accents: a sentence whose letters have lost all their accents."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from transcheck import languages
from transcheck.checks.base import Check, Context, Example, Look
from transcheck.checks.precedence import unless
from transcheck.checks.sides import Fault, each_side
from transcheck.checks.wrong_language import wrong_language
from transcheck.data import exists, lines
from transcheck.data.frequency import zipf
from transcheck.data.lexicon import function_words
from transcheck.languages import Language
from transcheck.model import Hit, Measured, Segment, Severity, Span
from transcheck.text.accents import without_accents
from transcheck.text.protected import protected, touches
from transcheck.text.words import Word, parts, spellings, words

# So much evidence, in powers of ten, that the accents are lost makes a fault.
_LIMIT = 1.2
# A word without an entry that is so frequent needs no accents.
_FREQUENT = 2.5
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|\"[^\"]*\"")
_ELIDED = re.compile(r"^[^\W\d_]+['’]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meant:
    """What a word without accents stands for; ``sure`` says that it can be nothing else.

    ``evidence`` says, in powers of ten, how much likelier its bare form is in a text without
    accents.
    """

    word: str
    sure: bool
    evidence: float


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    language = languages.find(segment.lang)
    text = segment.text
    if not language.accents or _accented(language.accents).search(text):
        return
    found = _words(text)
    meant = _meant(language.tag)
    lost = _lost(found, meant, language)
    if sum(entry.evidence for entry in lost.values()) < _LIMIT:
        return
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    said = [word for word in found if touches(quoted, word.start, word.end)]
    own = [word for word in found if word not in said]
    lost = _own(own, meant, language) | _own(said, meant, language)
    evidence = sum(entry.evidence for entry in lost.values())
    if evidence < _LIMIT:
        return
    clearest = max(lost, key=lambda word: lost[word].evidence)
    yield Fault(
        span=Span(start=0, end=len(text)),
        message=f"no letter has an accent here; “{clearest}” is “{lost[clearest].word}” in "
        f"{language.name}",
        value=round(evidence, 1),
        limit=_LIMIT,
        suggestion=_restored(text, found, meant, language),
    )


@cache
def _accented(accents: str) -> re.Pattern[str]:
    # Some capitals are bare letters: that of "ı" is "I", that of "ΐ" an "Ι" with loose accents.
    capitals = {letter.upper() for letter in accents} - set(without_accents(accents.upper()))
    return re.compile("|".join([f"[{accents}]", *sorted(capitals)]))


def _hint(lang: str) -> Look | None:
    language = languages.find(lang)
    if not language.accents:
        return None
    meant, fold = _meant(language.tag), str.casefold if language.nouns_capitalised else str

    def look(token: str) -> bool:
        if token.isalpha():  # one word, as most tokens
            return fold(token) in meant
        return any(not meant.keys().isdisjoint(_forms(said, language)) for said in spellings(token))

    return look


def _words(text: str) -> list[Word]:
    """Return the words that stand in no address."""
    spared = protected(text)
    return [word for word in words(text) if not touches(spared, word.start, word.end)]


def _lost(
    found: Sequence[Word], meant: Mapping[str, _Meant], language: Language
) -> dict[str, _Meant]:
    """Return the words that may have lost accents, alone or after an article: "l'universita".

    A capital may be that of a name, but for languages where every noun has one.
    """
    forms = (form for word in found for form in _forms(word.text, language))
    return {form: meant[form] for form in forms if form in meant}


def _forms(word: str, language: Language) -> set[str]:
    written = word.casefold() if language.nouns_capitalised else word
    return {written, _ELIDED.sub("", written)}


def _own(
    found: Sequence[Word], meant: Mapping[str, _Meant], language: Language
) -> dict[str, _Meant]:
    """Return the words that may have lost accents, if they are less English than of the language.

    English words may look like ours without their accents: "the new version of the region".
    """
    lost = _lost(found, meant, language)
    small = [part for word in found if word.text.islower() for part in parts(word.text)]
    grammar, english = _bare_function_words(language.tag), function_words("en")
    own = sum(word in grammar or word in lost for word in small)
    return lost if own > sum(word in english for word in small) else {}


@cache
def _bare_function_words(lang: str) -> frozenset[str]:
    return frozenset(map(without_accents, function_words(lang))) | function_words(lang)


def _restored(
    text: str, found: list[Word], meant: Mapping[str, _Meant], language: Language
) -> str | None:
    """Return the text with its accents, or None where a word leaves it open."""
    pieces, end = [], 0
    for word in found:
        small = word.text.casefold()
        entry = meant.get(small)
        if entry and not entry.sure:
            return None
        if not entry and word.text.islower() and zipf(small, language.tag) < _FREQUENT:
            return None
        pieces += [text[end : word.start], _like(entry.word, word.text) if entry else word.text]
        end = word.end
    return "".join(pieces) + text[end:]


def _like(word: str, written: str) -> str:
    """Return ``word`` with capitals as in ``written``."""
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if written[0].isupper() else word


@cache
def _meant(lang: str) -> Mapping[str, _Meant]:
    """Return what bare words stand for; German is also written "fuer" without its umlauts."""
    file = f"accented_words/{lang}.txt"
    found: dict[str, _Meant] = {}
    for line in lines(file) if exists(file) else ():
        word, evidence, *unclear = line.split()
        entry = _Meant(word=word, sure=not unclear, evidence=float(evidence))
        found[without_accents(word)] = entry
        if languages.find(lang).nouns_capitalised:
            found[word.translate(_UMLAUTS)] = entry
    return found


_both_sides = each_side(unless(_rule, wrong_language))


def _run(measured: Measured, context: Context) -> Iterator[Hit]:
    strings = measured.pair.strings
    # A string that was left as it is has nothing to lose.
    if strings is None or strings[0].text != strings[1].text:
        yield from _both_sides(measured, context)


LOST_ACCENTS = Check(
    id="TC214",
    name="lost-accents",
    summary="A sentence has lost all its accents.",
    rationale=(
        "Text that went through an old system, or an engine trained on such text, may come back "
        "without accents: “la situacion economica”. A sentence without any accent is flagged if "
        "its words are hardly ever written so. Names, headlines in capitals, addresses and "
        "quotations in other languages are left alone, and so is a sentence where some accents are "
        "left: whether a single one is lost there, or the word a name, cannot be told."
    ),
    severity=Severity.ERROR,
    run=_run,
    hint=_hint,
    languages="ca cs de el es fi fr hu it pl pt ro sv tr vi",
    examples=(
        Example(
            text="La situacion economica empeoro segun los medios.",
            lang="es",
            flags=("La situacion economica empeoro segun los medios.",),
        ),
        Example(
            text="O governo nao vai rever a decisao.",
            lang="pt",
            flags=("O governo nao vai rever a decisao.",),
            suggestion="O governo não vai rever a decisão.",
        ),
        Example(
            text="Die Regierung fuehrte ein neues Gesetz fuer alle ein.",
            lang="de",
            flags=("Die Regierung fuehrte ein neues Gesetz fuer alle ein.",),
        ),
        Example(text="La casa era grande y estaba cerca del mar.", lang="es"),
        Example(
            text="En el disco canta “The new version of the region” con su grupo.",
            lang="es",
            why="English words that look like Spanish ones without their accents",
        ),
        Example(text="Jose Garcia Marquez vive en Bogota con su familia.", lang="es"),
        Example(text="LA SITUACION ECONOMICA DEL PAIS", lang="es", why="a headline in capitals"),
    ),
)
