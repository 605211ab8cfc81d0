"""How much a text holds, comparable between scripts."""

from transcheck.text.late import late

# Han characters and Hangul syllables.
_DENSE = late(r"[\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]")


def extent(text: str) -> float:
    """Return how much a text holds, in letters: a Chinese character or Korean syllable is more.

    Counted as one each, they would make a sentence with a Latin name or a number in it look long.
    """
    return len(text) + (0 if text.isascii() else 1.5 * len(_DENSE.findall(text)))
