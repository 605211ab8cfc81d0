"""Quote a place of the source in a message, for what stands nowhere in the translation."""

# So much of the text is quoted on either side.
_AROUND = 20


def quoted(text: str, start: int, end: int) -> str:
    """Return what stands from ``start`` to ``end`` with whole words around it.

    >>> quoted("In the end about 340 people came to see it.", 17, 20)
    '“In the end about 340 people came to see…”'
    """
    first = max(start - _AROUND, 0)
    last = min(end + _AROUND, len(text))
    first = text.find(" ", first, start) + 1 if first else 0
    cut = text.rfind(" ", end, last) if last < len(text) else last
    last = max(cut, end)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    return f"“{before}{text[first:last].strip()}{after}”"
