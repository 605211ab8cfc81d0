"""Scripts of characters, as classes for regular expressions, and what surrounds a character."""

from transcheck.text.late import late

# Letters, and the signs on them, by script, from the block ranges of Unicode. The micro sign, the
# ohm sign and the ordinal indicators stand in no class: they are symbols that every script uses.
LATIN = "A-Za-zÀ-ÖØ-öø-ɏɐ-ʯ\u1e00-\u1eff"
CYRILLIC = "\u0400-\u0481\u048a-\u052f"
GREEK = "\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386\u0388-\u03ff\u1f00-\u1fff"
FULLWIDTH = "\uff21-\uff3a\uff41-\uff5a"
HEBREW = "\u0590-\u05ff"
ARABIC = "\u0620-\u0652\u0670\u066e-\u06d3\u0750-\u077f\u08a0-\u08ff"
DEVANAGARI = "\u0900-\u097f"
THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
KANA = "\u3041-\u3096\u30a1-\u30fe"
HAN = "\u3005\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002fa1f"
ARMENIAN = "\u0531-\u0556\u0561-\u0587"
GEORGIAN = "\u10a0-\u10ff"

SCRIPTS = {
    "Latin": LATIN,
    "Cyrillic": CYRILLIC,
    "Greek": GREEK,
    "Hebrew": HEBREW,
    "Arabic": ARABIC,
    "Devanagari": DEVANAGARI,
    "Thai": THAI,
    "Korean": HANGUL,
    "Japanese": KANA,
    "Chinese": HAN,
    "Armenian": ARMENIAN,
    "Georgian": GEORGIAN,
}
_CLASSES = {name: late(f"[{letters}]") for name, letters in SCRIPTS.items()}


def script(character: str) -> str | None:
    """Return the name of the script of a letter; None for what belongs to no script of ours.

    >>> script("я"), script("é"), script("5")
    ('Cyrillic', 'Latin', None)
    """
    return next((name for name, one in _CLASSES.items() if one.match(character)), None)


def is_unspaced(character: str) -> bool:
    """Say whether a character is of a script without spaces: Thai, and from the CJK radicals on.

    A pattern for so many takes 3 ms to compile.

    >>> is_unspaced("語"), is_unspaced("ก"), is_unspaced("я")
    (True, True, False)
    """
    return (
        "\u0e00" <= character <= "\u0e7f"
        or "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\uffef"
    )


def before(text: str, index: int) -> str:
    """Return the character before ``index``, or "" at the beginning."""
    return text[index - 1] if index > 0 else ""


def after(text: str, index: int) -> str:
    """Return the character at ``index``, where a span ends, or "" at the end of the text."""
    return text[index : index + 1]


def named(character: str) -> str:
    """Return the code point of a character as it is written in the Unicode standard.

    >>> named("é")
    'U+00E9'
    """
    return f"U+{ord(character):04X}"
