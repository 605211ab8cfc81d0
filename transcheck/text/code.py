"""Examples of code, settings and commands, as they stand in the strings of programs."""

import re

_CODE = re.compile(
    r"^(?:[ \t]{2,}|\$ |\[|[ \t]*>>> )|^\S+[ \t]*="
    r"|[\w)]\((?!\W?s?\))"  # "file(s)" and "insertions(+)" call nothing
    r"|[\[|]\w+[\]|]|[\s\[]--?\w|\[,|[A-Z]{3}\b.*\[",
    re.MULTILINE,
)


def has_code(text: str, start: int = 0, end: int | None = None) -> bool:
    r"""Say whether the lines that ``start`` to ``end`` of a text touch hold what is no prose.

    >>> has_code("hg pull --force"), has_code("Pull 2 file(s)"), has_code("a = 1\nNow pull.", 7, 15)
    (True, False, False)
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", len(text) if end is None else end)
    return _CODE.search(text[first : last if last >= 0 else len(text)]) is not None
