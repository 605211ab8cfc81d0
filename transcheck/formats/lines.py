"""Read text line by line: each line is the counterpart of that with its number."""

from transcheck.formats import order, plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.located import Located
from transcheck.model import LINE_BREAK


def strings(path: str, data: bytes) -> list[String]:
    """Return the lines of a text, blank ones too.

    Raises:
        InputError: the file is no text.
    """
    lines = LINE_BREAK.split(plain.decode(data, path, None))
    if not lines[-1]:
        del lines[-1]
    return order.numbered(("line", Located(line, n, 1)) for n, line in enumerate(lines, start=1))


LINES = Format(
    name="lines",
    summary="text whose lines are those of its source, one by one",
    suffixes=(".txt",),
    strings=strings,
    in_order=True,
    searched=False,
)
