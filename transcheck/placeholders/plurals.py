"""Which plural forms stand for one number only, so that a text may say it in a word.

After the plural rules of CLDR (Unicode licence). A form is named by its category, or by its number
in a PO file.
"""

_SINGLE = frozenset({"zero", "one", "two", "=0", "=1", "=2"})
# Here the form of 1 is that of 21 and 31 as well.
_OPEN = frozenset({"be", "bs", "hr", "lt", "lv", "mk", "ru", "sr", "uk"})
# These have one form for all numbers.
_FORMLESS = frozenset({"id", "ja", "ko", "lo", "ms", "my", "th", "vi", "zh"})
_NUMBERED = {"ar": frozenset({"0", "1", "2"})}
_FIRST = frozenset({"0"})


def holds_one_number(form: str, lang: str) -> bool:
    """Say whether a plural form is for a single number, or for 0 and 1.

    >>> holds_one_number("one", "de"), holds_one_number("one", "ru"), holds_one_number("0", "ja")
    (True, False, False)
    """
    tag = lang.casefold().replace("_", "-").split("-")[0]
    if form.startswith("="):
        return True
    if tag in _FORMLESS or (tag in _OPEN and form in {"one", "0"}):
        return False
    return form in _SINGLE or form in _NUMBERED.get(tag, _FIRST)
