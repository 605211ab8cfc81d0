"""Pair two texts line by line: for files that are known to hold one translation unit a line."""

from collections.abc import Iterator

from transcheck.alignment.structure import pairs_of
from transcheck.blocks import list_mark
from transcheck.errors import AlignmentError, InputError
from transcheck.model import LINE_BREAK, Document, Origin, Pair, Role, Segment
from transcheck.segment import LONGEST


def pair_lines(source: Document, target: Document) -> tuple[Pair, ...]:
    """Pair the lines of two texts in order; lines without text are passed over.

    A line is one segment, however many sentences it holds.

    Raises:
        AlignmentError: the texts differ in number of lines with text.
        InputError: a line is longer than any sentence is.
    """
    ours, theirs = list(_lines(source)), list(_lines(target))
    if len(ours) != len(theirs):
        raise AlignmentError(
            f"{source.path} has {len(ours)} lines with text, {target.path} has {len(theirs)}",
            hint="give both files the same lines; `check` without --aligned finds the pairs itself",
        )
    lines = zip(ours, theirs, strict=True)
    return pairs_of([((one,), (other,)) for one, other in lines], Origin.GIVEN)


def _lines(document: Document) -> Iterator[Segment]:
    count = start = 0
    ends = [match.span() for match in LINE_BREAK.finditer(document.text)]
    for line, (end, after) in enumerate([*ends, (len(document.text),) * 2], start=1):
        raw = document.text[start:end]
        text = raw.strip()
        if text:
            count += 1
            indent = len(raw) - len(raw.lstrip())
            yield Segment(
                id=f"s{count}",
                text=_checked(text, document.path, line),
                lang=document.lang,
                path=document.path,
                offset=start + indent,
                line=line,
                column=indent + 1,
                block=count - 1,
                role=Role.LIST if list_mark(text) else Role.BODY,
            )
        start = after


def _checked(text: str, path: str, line: int) -> str:
    if len(text) > LONGEST:
        raise InputError(
            f"{path}:{line}: a line of {len(text):,} characters, more than the {LONGEST:,} that "
            "transcheck takes",
            hint="leave out --aligned: then the text is cut into sentences",
        )
    return text
