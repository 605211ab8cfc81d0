"""Find the sentences of a block: sentencex's boundaries, put right where it is known to err.

sentencex knows the terminal marks and many abbreviations of some 300 languages, falls back to
general rules for any other tag, and counts code points. What is put right here is general: an
abbreviation or ordinal before the rest of its sentence, a list number, a stray quote mark, a
sentence glued to the next, and a long quotation.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]

from transcheck import data
from transcheck.blocks import list_mark
from transcheck.text.characters import is_unspaced
from transcheck.text.late import late

# Engines and encoders are trained on single sentences. A short quotation of several sentences stays
# whole, so that its quote marks stay paired. But given three sentences at once, some 390
# characters, the embedded engine left out over 15% in 3 of 12 cases, given five in 8 of 11.
LONG = 300

_WORDLIKE = re.compile(r"[^\W_]")
_OTHER_SPACE = re.compile(r"[^\S ]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_IDEOGRAPH = late("[\u3040-\u30ff\u3400-\u9fff]")
_CLOSING = re.compile(r"[\"'”’»“)\]}]+(?=[\s,;:.]|$)|[」』】》）〉”]+")
_OPENING = "([{\"'“„«»‘’”"
_NEXT_TOKEN = re.compile(r"[\"'“„«‘(]*([^\W_]+)")
_DOUBLE_INITIAL = re.compile(r"[^\W\d_]\.-[^\W\d_]\.\Z")
_BRAND = re.compile(r"[^\W\d_]-?[A-Z]")
_QUOTE_MARKS = str.maketrans(dict.fromkeys('"“”„«»()「」『』', "_"))
# What sentencex passes over in some languages: a quotation that ends in a full stop, or that
# stands beside another, ends its sentence.
_AFTER_QUOTE = re.compile(
    r"[.!?…](?:(?<=[^\W\d_]{2}\.)[\"”»]\s+(?=[^\W\d_a-zß-öø-ÿ])|[\"”»]\s+(?=[\"“«][^\W_]))"
)
# A sentence that stands in brackets as a whole.
_BRACKETED = re.compile(r"\A\([^()]*[.!?…]\)\s+(?=[^\W_])")

# Words, of which no mark but the last can end a sentence: most strings of a program.
_INNER = r"\w ,:()'\"’“”„«»‹›%&<>/=+@#*|~{}\[\]–—-"
_PLAIN = re.compile(rf"(?! )[{_INNER}]*(?<! )[.!?]?")

# sentencex takes some 500 times as long for Catalan as for Spanish, with no better boundaries.
_STAND_INS = {"ca": "es"}
# Where ordinals end in a full stop, sentencex takes no number for the beginning of a sentence. A
# letter in the number's place lets it decide by what stands before the full stop; a street is
# followed by its number.
_WITH_ORDINALS = frozenset({"cs", "da", "de", "fi", "sk"})
_NUMBER_AFTER_STOP = re.compile(r"(?<=[^\W\d_]\. )(?<!str\. )\d")

Span = tuple[int, int]


def sentences(text: str, lang: str) -> list[Span]:
    """Return start and end of each sentence of a block, without white space at either end.

    Only white space lies outside the spans. Each holds a letter or a digit, unless the whole block
    has none. Thai, which marks no sentence ends, gives one span.
    """
    if text and _PLAIN.fullmatch(text):
        return [(0, len(text))]
    # sentencex breaks at line breaks and panics at a no-break space; same length, so offsets hold.
    flat = text if text.isprintable() else _OTHER_SPACE.sub(" ", text)
    found = {*_boundaries(flat, lang), *(beside.end() for beside in _AFTER_QUOTE.finditer(flat))}
    cuts = _refined(flat, sorted(found), lang)
    cuts = sorted({*cuts, *_missed(flat, [0, *cuts, len(flat)], lang)})
    return _stripped(flat, _with_words(flat, [0, *cuts, len(flat)]))


def _boundaries(text: str, lang: str) -> list[int]:
    primary = lang.split("-", maxsplit=1)[0].lower()
    tag = _STAND_INS.get(primary, lang)
    if primary in _WITH_ORDINALS:
        text = _NUMBER_AFTER_STOP.sub("X", text)
    try:
        found = get_sentence_boundaries(tag, text)
    except UnicodeEncodeError:
        found = get_sentence_boundaries(tag, _SURROGATE.sub("\ufffd", text))
    return [int(boundary["start_index"]) for boundary in found[1:]]


def _refined(text: str, cuts: list[int], lang: str) -> list[int]:
    """Drop the boundaries inside a sentence and move those before a closing quote mark."""
    has_capitals = text != text.lower()
    number_end = list_mark(text)
    kept: list[int] = []
    for found in cuts:
        closing = _CLOSING.match(text, found)
        cut = closing.end() if closing else found
        start = kept[-1] if kept else 0
        before, after = text[max(start, cut - 40) : cut].rstrip(), text[cut : cut + 40].lstrip()
        if not after or _is_glued(text, cut) or _runs_on(after, has_capitals=has_capitals):
            continue
        if not _is_abbreviated(before, after, lang) and cut != number_end:
            kept.append(cut)
    return kept


def _is_glued(text: str, cut: int) -> bool:
    """Say whether nothing separates two sentences: a fault, which a check must see in one piece."""
    if text[cut - 1].isspace() or text[cut].isspace():
        return False
    return not _begins_apart(text[cut]) and text[cut - 1] not in "。！？｡」』"


def _begins_apart(character: str) -> bool:
    """Say whether a sentence may begin with a character right after another sentence."""
    return character in "“‘" or is_unspaced(character)


def _runs_on(after: str, *, has_capitals: bool) -> bool:
    first = after.lstrip("–—- ")[:1] if after[0] in "–—-" else after[0]
    return after[0] in ",;:" or (has_capitals and first.islower() and not _BRAND.match(after))


def _is_abbreviated(before: str, after: str, lang: str) -> bool:
    """Say whether ``before`` ends in an abbreviation or ordinal that ``after`` belongs to."""
    following = _following(lang)
    quoted = following.get(before[-2:]) or following.get(before[-1:])
    if quoted:
        return _is_attributed(after, quoted)
    token = before.rsplit(maxsplit=1)[-1].lstrip(_OPENING) if before else ""
    # An article may be tied to an abbreviation, as in "l’art."
    token = token.replace("’", "'").rpartition("'")[2]
    if "0." in following and token[:-1].isdecimal() and len(token) <= 3:
        return not _is_followed(after, following["0."])
    known = token if token in following else token.lower()
    if known not in following:
        # The second half of a double initial, as in "J.-P."
        return "-" in token and _DOUBLE_INITIAL.search(token) is not None
    words = following[known]
    return not words or after[0].isdigit() or _is_followed(after, words)


def _is_followed(after: str, words: frozenset[str]) -> bool:
    word = _NEXT_TOKEN.match(after)
    return word is not None and word[1] in words


def _is_attributed(after: str, words: frozenset[str]) -> bool:
    """Say whether the words after a quotation say who spoke: "Mr. Lee said"."""
    if _begins_apart(after[0]):
        return after.startswith(tuple(words))
    return not words.isdisjoint(word.strip(".,:") for word in after.split()[:4])


@cache
def _following(lang: str) -> Mapping[str, frozenset[str]]:
    """Return the abbreviations of a language, each with the words that it needs after it."""
    name = f"abbreviations/{lang.replace('_', '-').split('-')[0].lower()}.txt"
    entries = (line.partition(" : ") for line in data.lines(name)) if data.exists(name) else ()
    return {entry.strip(): frozenset(words.split()) for entry, _, words in entries}


def _missed(text: str, cuts: list[int], lang: str) -> Iterator[int]:
    """Yield boundaries that sentencex never sees: in brackets and in long quotations."""
    for start, end in pairwise(cuts):
        piece = text[start:end]
        bracketed = _BRACKETED.match(piece)
        if bracketed:
            yield start + bracketed.end()
        if _weight(piece) > LONG:
            yield from (start + cut for cut in _inside_quotes(piece, lang))


def _weight(piece: str) -> int:
    """Return a length comparable between scripts: an ideograph says as much as three letters."""
    if len(piece) > LONG or 3 * len(piece) <= LONG or piece.isascii():
        return len(piece)
    return len(piece) + 2 * len(_IDEOGRAPH.findall(piece))


def _inside_quotes(piece: str, lang: str) -> list[int]:
    return _refined(piece, _boundaries(piece.translate(_QUOTE_MARKS), lang), lang)


def _with_words(text: str, edges: list[int]) -> list[int]:
    """Drop the edges that would leave a piece without a letter or a digit."""
    kept = [start for start, end in pairwise(edges) if _WORDLIKE.search(text, start, end)]
    return [0, *kept[1:], len(text)]


def _stripped(text: str, edges: list[int]) -> list[Span]:
    spans: list[Span] = []
    for start, end in pairwise(edges):
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            first = start + len(piece) - len(piece.lstrip())
            spans.append((first, first + len(bare)))
    return spans
