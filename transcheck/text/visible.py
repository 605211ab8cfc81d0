"""Text from strangers, made safe to print: nothing in it can steer a terminal."""

import unicodedata

# Unicode's pictures for the C0 control characters and for DEL.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# Control, format (bidi overrides, zero-width), surrogate, private use, line and paragraph breaks.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
# Format characters that scripts need for their shapes and that move nothing.
_NEEDED = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}\N{SOFT HYPHEN}")


def visible(text: str) -> str:
    r"""Return ``text`` with a visible sign for each control character, one for one.

    Line breaks and tabs become spaces, since they are layout and not content here. The length
    stays the same, so that spans still fit.

    >>> visible("a\x1b[31mb")
    'a␛[31mb'
    """
    if text.isprintable():
        return text
    return "".join(_sign(character) for character in text)


def _sign(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character in _NEEDED or unicodedata.category(character) not in _UNSAFE:
        return character
    return chr(_PICTURES.get(ord(character), ord(_REPLACEMENT)))
