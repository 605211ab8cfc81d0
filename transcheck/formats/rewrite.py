"""Write changes back into the bytes of a text file: nothing outside the changed places moves."""

import codecs
from collections.abc import Sequence
from itertools import pairwise

from transcheck.errors import InputError

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def rewritten(
    data: bytes,
    text: str,
    changes: Sequence[tuple[int, int, str]],
    *,
    path: str,
    encoding: str | None,
) -> bytes:
    """Return ``data``, which decode to ``text``, with each change made: start, end, new text.

    The changes are in order and apart from each other. Every piece is encoded by itself, so the
    bytes between them stay what they were.

    Raises:
        InputError: the encoding cannot write back what was read, or has no such character.
    """
    mark, codec = _codec(data, encoding)
    cuts = [0, *(place for start, end, _ in changes for place in (start, end)), len(text)]
    try:
        pieces = [text[start:end].encode(codec) for start, end in pairwise(cuts)]
    except UnicodeEncodeError as error:
        raise _unfaithful(path, codec) from error
    if mark + b"".join(pieces) != data:
        raise _unfaithful(path, codec)
    for number, (_, _, new) in enumerate(changes):
        try:
            pieces[2 * number + 1] = new.encode(codec)
        except UnicodeEncodeError:
            raise InputError(
                f"{path}: “{new}” cannot be written in {codec}",
                hint="convert the file to UTF-8, or leave that check out with --ignore",
            ) from None
    return mark + b"".join(pieces)


def _codec(data: bytes, encoding: str | None) -> tuple[bytes, str]:
    """Return the byte order mark that ``data`` begin with, and the codec of what follows."""
    family = codecs.lookup(encoding or "utf-8").name.removesuffix("-sig")
    for mark, codec in _MARKS.items():
        if codec.startswith(family) and data.startswith(mark):
            return mark, codec
    return b"", family


def _unfaithful(path: str, codec: str) -> InputError:
    return InputError(
        f"{path}: cannot be written back byte for byte in {codec}, so nothing is changed",
        hint="convert the file to UTF-8, or take the changes from --diff by hand",
    )
