"""Signs before the letter of a label that a key reaches: “&File” of Qt, “_File” of GTK."""

import re

# An entity, a parameter of an address and “R&D” are none; nor is a name such as “my_file”.
_SIGNS = {
    "&": re.compile(r"(?<![\w&])&(?=[^\W_])(?!\w+;)|(?<=[^\W\d_])&(?=[a-z]+\b)(?!\w+[;=])"),
    "_": re.compile(r"(?<![\w_])_(?=[^\W_])(?!\w*_)|(?<=\b[A-Z])_(?=[a-z]+\b)(?!\w*_)"),
}
# Labels are short, and what has one of these is no label.
_LONGEST = 80
_NO_LABEL = re.compile(r"://|[<>`{=]|\w\(\)")


def sign_of(label: str) -> str | None:
    """Return the sign that a label has before its letter, None where it has no such letter.

    >>> [sign_of(text) for text in ("&Open…", "E_xit", "R&D", "my_file", "&amp; more")]
    ['&', '_', None, None, None]
    """
    if len(label) > _LONGEST or ("&" not in label and "_" not in label):
        return None
    if _NO_LABEL.search(label):
        return None
    return next((sign for sign in _SIGNS if count(label, sign)), None)


def count(label: str, sign: str) -> int:
    """Return how many letters of ``label`` a sign stands before."""
    return len(_SIGNS[sign].findall(label))
