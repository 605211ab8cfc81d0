"""truncated: a sentence that breaks off before its end."""

import re
from collections.abc import Iterator

from transcheck.blocks import TERMINAL
from transcheck.checks.base import Check, Context, Example
from transcheck.checks.cut_off import is_cut
from transcheck.checks.length_ratio import deviation
from transcheck.checks.neighbours import Neighbours, neighbours
from transcheck.checks.sides import Fault, each_side_beside
from transcheck.data import lexicon
from transcheck.data.frequency import frequencies, zipf
from transcheck.languages import find
from transcheck.model import Role, Segment, Severity, Span
from transcheck.text.protected import protected, touches

# What ends a text well though it is no full stop: a colon introduces, a semicolon ends items (and
# Greek questions), and a bracket may hold a source: "… on Monday. (AP)".
_ENDS = frozenset(".!?…。！？｡।॥؟۔:;；：·")
_SOURCE = re.compile(r"\s*[(\[（][^()\[\]（）]{1,60}[)\]）]$")
_CUT = re.compile(r"[,，、،(\[{（]$|(?<=\w)[-‐]$")
# A dash after the mark leads on to the next speech, which a segmenter has parted: "he said. —".
_CLOSERS = "'‘‚›‹\"”’»“«)]」』】》）* \u00a0—–"
# Fewer words are a salutation, a caption or a label.
_FEWEST_WORDS = 6
# Without a source, the neighbours decide: so many, of which so many end in a terminal mark.
_FEWEST_NEIGHBOURS = 4
_USUAL = 0.9
# A sentence that lacks its mark has so many words; captions and credits at the end of an article,
# and headings in it, have fewer.
_FEWEST_UNENDED, _FEWEST_APART = 6, 8
# So many other lines without a mark may stand in an article; a file with more has headings.
_MOST_BARE = 2.5
# Rarer than one in ten million words: a stump, most often.
_RARE = 1.0
_STUMP = 8
# A translation without its full stop may just have lost the mark. It is cut if it is also shorter
# than usual by so many spreads; at the top of an article, where headlines stand, much shorter.
_SHORT = -0.7
_MUCH_SHORTER = -2.0
_APART = frozenset({Role.HEADLINE, Role.BYLINE})


def _rule(segment: Segment, source: Segment | None, context: Context) -> Iterator[Fault]:
    if segment.text[-1:] in _ENDS or segment.role in (Role.LIST, Role.STRING):
        return
    text = segment.text.rstrip()
    if not text or is_ended(text):
        return
    last = Span(start=len(text) - len(text.split()[-1]), end=len(text))
    if touches(protected(text), last.start, last.end):
        return
    around = neighbours(segment, context.texts)
    if around.after and _runs_on(around.after):
        return
    reason = _reason(segment, source, around)
    if reason:
        start = last.start if find(segment.lang).spaced else 0
        yield Fault(
            span=Span(start=start, end=last.end),
            message=f"the sentence seems to be cut off: {reason}",
        )


def is_ended(text: str) -> bool:
    """Say whether a text ends in a terminal mark, closing quotes and a bracketed source aside."""
    bare = text.rstrip(_CLOSERS)
    if bare[-1:] in _ENDS or TERMINAL.search(text[-30:]):
        return True
    whole = _SOURCE.sub("", text)
    return whole != text and whole.rstrip(_CLOSERS)[-1:] in _ENDS


def _runs_on(after: Segment) -> bool:
    """Say whether the next segment goes on in small letters: a line break in mid-sentence."""
    return after.text[:1].islower()


def _reason(segment: Segment, source: Segment | None, around: Neighbours) -> str | None:
    # Headlines and standfirsts stand at the top; what follows a sentence is running text.
    led = around.before is not None and is_ended(around.before.text)
    if source is not None:
        if not _is_sentence(source):
            return None
        length = deviation(source, segment)
        limit = _SHORT if led or not around.count else _MUCH_SHORTER
        if length is None or length <= limit:
            return "its source ends in a terminal mark, and it does not"
    if segment.role in _APART:
        return None
    usual = around.count < _FEWEST_NEIGHBOURS or around.ended >= _USUAL
    running = led and around.count >= _FEWEST_NEIGHBOURS
    found = _by_itself(segment, running=running) if usual else None
    if found is None and running and source is None and _lacks_mark(segment, around):
        return "it lacks the terminal mark that the sentences around it have"
    return found


def _lacks_mark(segment: Segment, around: Neighbours) -> bool:
    """Say whether a sentence has no mark where nearly all others have one, and breaks off.

    Clean news lacks its mark in two lines of 1,000: only the last words tell a cut.
    """
    after = around.after
    bare = around.headings + around.count * (1 - around.ended)
    if bare > _MOST_BARE or (after and not is_ended(after.text)):
        return False
    if segment.role is Role.HEADING and around.headings:
        return False
    apart = after is None or segment.role is Role.HEADING
    fewest = _FEWEST_APART if apart else _FEWEST_UNENDED
    if not find(segment.lang).spaced or len(segment.text.split()) < fewest:
        return False
    return is_cut(segment.text, segment.lang)


def _by_itself(segment: Segment, *, running: bool) -> str | None:
    """Say what is wrong with a text that has no terminal mark, without a look at a source.

    ``running`` says that it follows a sentence in an article whose sentences have their marks.
    """
    text, language = segment.text, find(segment.lang)
    found = text.split()
    if language.spaced and len(found) < _FEWEST_WORDS:
        return None
    ending = found[-1].strip("'’\"“”«»")
    if ending.lower() in lexicon.unfinished(language.tag):
        return f"no sentence ends in “{found[-1]}”"
    if segment.role is Role.BODY and language.spaced and _CUT.search(text):
        return f"it ends in “{text[-1]}”"
    if running and ending.isalpha() and ending.islower() and _is_unknown(ending, language.tag):
        return f"it ends inside a word, “{ending}”"
    return None


def _is_unknown(word: str, tag: str) -> bool:
    """Say whether a short word does not stand in the list of frequent words of its language."""
    return 2 < len(word) <= _STUMP and frequencies(tag) != {} and zipf(word, tag) < _RARE


def _is_sentence(source: Segment) -> bool:
    """Say whether a source is running text that ends in a terminal mark."""
    bare = source.text.rstrip(_CLOSERS)
    return source.role is Role.BODY and bare[-1:] in _ENDS and bare[-1:] not in ":;；："


_ARTICLE = (
    "The harbour was built in 1890.",
    "It was widened twice, and the railway came in 1921.",
    "Fishing boats still use the northern quay.",
    "The council wants to move them to the other side of the bay.",
)
TRUNCATED = Check(
    id="TC405",
    name="truncated",
    summary="A sentence breaks off before its end.",
    rationale=(
        "A copy that was cut at a length, or an engine that stopped too early, leaves half a "
        "sentence. Beside a source the terminal mark decides: the source has one and the "
        "translation has not. Without a source sure cases are reported: a last word that no "
        "sentence ends in, a comma or an open bracket, a stump of a word, and a sentence without "
        "the terminal mark which nearly all others of the article have, if its last words look "
        "like the middle of one; a small model tells, and more than half of the sentences that "
        "only lack their stop are let be. Headlines, captions and items of lists end without a "
        "mark and are left alone."
    ),
    severity=Severity.ERROR,
    run=each_side_beside(_rule),
    prose=True,
    languages="all languages but Thai; words that end no sentence in 19 of them",
    examples=(
        Example(
            text="The harbour was closed by the",
            flags=("the",),
            why="no sentence ends in an article",
        ),
        Example(
            text="Die Brücke wurde gesperrt, nachdem ein",
            lang="de",
            source="The bridge was closed after a ship had rammed it.",
            flags=("ein",),
        ),
        Example(
            text="O porto foi fechado depois que um navio bateu",
            lang="pt",
            source="The harbour was closed after a ship had rammed the quay and sunk before it.",
            flags=("bateu",),
            why="the source ends in a full stop",
        ),
        Example(
            text="Most of the fishermen said on Monday that they would vote against the proposals",
            article=_ARTICLE,
            why="it only lacks its full stop",
        ),
        Example(text="What the fishermen are waiting for", article=_ARTICLE, role=Role.HEADING),
        Example(text="The harbour was closed for a week. (Reuters)", why="a source in brackets"),
        Example(
            text="El puerto, en una imagen de 1921",
            lang="es",
            source="The harbour in a picture of 1921",
            why="a caption, without a mark in the source either",
        ),
        Example(text="The council asked three questions:", why="a colon introduces what follows"),
    ),
)
