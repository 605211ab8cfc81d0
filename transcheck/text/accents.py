"""Letters with accents and without."""

import unicodedata

# Letters that Unicode does not take apart, and the dotted capital that lower() takes apart wrongly.
_WHOLE = str.maketrans("łŁđĐıİøØ", "lLdDiIoO")


def without_accents(text: str) -> str:
    """Return ``text`` with every letter stripped to its bare form, as many characters long or less.

    >>> without_accents("Łódź, mañana, Đà Nẵng, ışık")
    'Lodz, manana, Da Nang, isik'
    """
    apart = unicodedata.normalize("NFD", text.translate(_WHOLE))
    return "".join(char for char in apart if not unicodedata.combining(char))
