"""Read HTML pages block by block."""

from transcheck.formats import html_notes, order, plain
from transcheck.formats.catalog import Format, String
from transcheck.formats.html_blocks import blocks


def strings(path: str, data: bytes) -> list[String]:
    """Return the blocks of prose, and the texts of attributes as blocks of their own.

    Raises:
        InputError: the file is no text.
    """
    text = plain.decode(data, path, html_notes.encoding(path, data))
    return order.numbered((each.kind, each.text) for each in blocks(text))


HTML = Format(
    name="html",
    summary="HTML: headings, paragraphs, list items, cells, texts of attributes in order; no code",
    suffixes=(".html", ".htm", ".xhtml"),
    strings=strings,
    write_notes=html_notes.write,
    in_order=True,
    searched=False,
)
