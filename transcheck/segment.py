"""Cut a document into segments at their exact places, and put their translations back together."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from transcheck import data, languages
from transcheck.blocks import blocks, list_mark
from transcheck.errors import InputError
from transcheck.model import LINE_BREAK, Document, Role, Segment
from transcheck.sentences import sentences
from transcheck.translations import Translation

# A novel's longest sentence has some 5,000 characters; engines and encoders take far fewer.
LONGEST = 10_000

_HEADLINE, _HEADING = 200, 80
_CLOSERS = r"['\"”’»«“)\]」』】》）]"
# What ends a statement: a full stop of any script, or a question or exclamation that is quoted.
_STATEMENT = re.compile(rf"(?:[.…。｡।॥۔]{_CLOSERS}*|[!?！？؟]{_CLOSERS}+|[,;，；،])$")
_BETWEEN_NAMES = re.compile(r"\s*[/,|()–—-]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """A document and its translation, sentence by sentence; all but ``document`` are parallel."""

    source: tuple[Segment, ...]
    target: tuple[Segment, ...]
    translations: tuple[Translation, ...]
    document: Document


def segment(document: Document) -> tuple[Segment, ...]:
    """Return the sentences of ``document``, and its lines that stand alone, in reading order.

    Nothing is lost: outside the segments stands white space only. Ids are "s1", "s2", ...

    Raises:
        InputError: a sentence is longer than any sentence is.
    """
    starts = _line_starts(document.text)
    segments: list[Segment] = []
    for number, (start, end) in enumerate(blocks(document.text)):
        block = document.text[start:end]
        role = _role(block, document, first=number == 0)
        for left, right in sentences(block, document.lang):
            offset = start + left
            line = bisect_right(starts, offset)
            segments.append(
                Segment(
                    id=f"s{len(segments) + 1}",
                    text=block[left:right],
                    lang=document.lang,
                    path=document.path,
                    offset=offset,
                    line=line,
                    column=offset - starts[line - 1] + 1,
                    block=number,
                    role=role,
                )
            )
            if right - left > LONGEST:
                raise _too_long(segments[-1])
    return tuple(segments)


def rejoin(
    document: Document,
    segments: Sequence[Segment],
    translations: Sequence[str],
    *,
    lang: str,
    path: str,
) -> tuple[Document, tuple[Segment, ...]]:
    """Return the translated document and its segments, one for each source segment.

    Each segment's text gives way to its translation, which is stripped and put on one line; the
    white space between stays as it is in the source, but for a single space between sentences,
    which comes and goes with the languages that have one. Ids are "t1", "t2", ...; block and role
    are the source's. An empty translation gives a segment with text "" at its place.
    """
    parts: list[str] = []
    places: list[tuple[int, str]] = []
    length = done = 0
    block = None
    spaced = languages.find(lang).spaced
    for source, raw in zip(segments, translations, strict=True):
        gap, text = document.text[done : source.offset], LINE_BREAK.sub(" ", raw.strip())
        if source.block == block and gap in {"", " "}:
            gap = " " if spaced else ""
        block = source.block
        places.append((length + len(gap), text))
        parts += (gap, text)
        length += len(gap) + len(text)
        done = source.offset + len(source.text)
    whole = "".join((*parts, document.text[done:]))
    targets = _placed(segments, places, _line_starts(whole), lang=lang, path=path)
    return Document(path=path, text=whole, lang=lang), tuple(targets)


def _placed(
    sources: Sequence[Segment],
    places: Sequence[tuple[int, str]],
    starts: Sequence[int],
    *,
    lang: str,
    path: str,
) -> Iterator[Segment]:
    for number, (source, (offset, text)) in enumerate(zip(sources, places, strict=True), start=1):
        line = bisect_right(starts, offset)
        yield Segment(
            id=f"t{number}",
            text=text,
            lang=lang,
            path=path,
            offset=offset,
            line=line,
            column=offset - starts[line - 1] + 1,
            block=source.block,
            role=source.role,
        )


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in LINE_BREAK.finditer(text))]


def _too_long(segment: Segment) -> InputError:
    return InputError(
        f"{segment.path}:{segment.line}: a sentence of {len(segment.text):,} characters, "
        f"more than the {LONGEST:,} that transcheck takes",
        hint="check that the file is running text with sentence ends and line breaks",
    )


def _role(block: str, document: Document, *, first: bool) -> Role:
    """Say what a block is, from its shape alone."""
    if list_mark(block):
        return Role.LIST
    if _STATEMENT.search(block[-20:]) or LINE_BREAK.search(block):
        return Role.BODY
    if first:
        alone = len(block) == len(document.text.strip())
        return Role.BODY if alone or len(block) > _HEADLINE else Role.HEADLINE
    if _is_byline(block, document.lang):
        return Role.BYLINE
    # A line that begins in lower case is a label or the rest of something, no heading.
    return Role.HEADING if len(block) <= _HEADING and not block[0].islower() else Role.BODY


def _is_byline(line: str, lang: str) -> bool:
    words = line.split()
    if len(words) > 10 or any(character.isdigit() for character in line):
        return False
    table = _bylines()
    if any(part in table["agencies"] for part in _BETWEEN_NAMES.split(line.casefold())):
        return True
    for opening in table.get(lang.split("-", maxsplit=1)[0].lower(), ()):
        rest = line[len(opening) :].lstrip()
        if line.casefold().startswith(f"{opening} ") and rest[:1].isupper():
            return True
    return False


@cache
def _bylines() -> Mapping[str, frozenset[str]]:
    entries = (line.partition(" : ") for line in data.lines("bylines.txt"))
    return {tag: frozenset(words.casefold().split(", ")) for tag, _, words in entries}
