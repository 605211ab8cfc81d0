"""For which numbers a plural form stands: one alone may say it in a word, others fill it in.

A form is named by its category, or by its number in a PO file.
"""

import re
from collections.abc import Iterator

from transcheck import languages
from transcheck.data.plurals import categories
from transcheck.placeholders.messages import Argument, Arm, parse
from transcheck.text.plural_rule import plural_rule

# Programs show these for 0, 1 and 2 even where the language has no such category.
_SINGLE = frozenset({"zero", "one", "two"})
_SIGN = re.compile(r"'[{}#][^']*(?:'|\Z)|(#)")


def language(tag: str) -> str:
    """Return the tag by which the tables know a language; that of one that is not known stays."""
    known = languages.known(tag)
    return known.tag if known else tag


def holds_one_number(form: str, lang: str, rule: str | None = None) -> bool:
    """Say whether a plural form is for a single number, or for 0 and 1.

    ``rule`` is how the file numbers its forms, if it says so.

    >>> holds_one_number("one", "de"), holds_one_number("one", "ru"), holds_one_number("0", "ja")
    (True, False, False)
    """
    if form.startswith("="):
        return True
    numbers = _of_number(form, lang, rule) if form.isdecimal() else _of_category(form, lang)
    return len(numbers) == 1 or {*numbers} == {0, 1}


def _of_category(form: str, lang: str) -> tuple[int, ...]:
    return categories(language(lang)).get(form, (0,) if form in _SINGLE else ())


def _of_number(form: str, lang: str, rule: str | None) -> tuple[int, ...]:
    # What says no rule numbers its forms in the order of the categories.
    forms = [numbers for numbers in categories(language(lang)).values() if numbers] or [(1,)]
    if rule:
        try:
            forms = list(plural_rule(rule).forms)
        except ValueError:  # which is said of the file
            return ()
    return forms[int(form)] if int(form) < len(forms) else ()


def silent_arms(source: str, target: str, langs: tuple[str, str]) -> Iterator[tuple[str, Arm]]:
    """Yield the plural arms of a message that leave the number out, each with its argument's name.

    Asked only where the source says the number in each arm that is for several, and only of arms
    that are for several.
    """
    said = {
        one.name
        for one in parse(source)[0]
        if one.kind == "plural" and one.arms and not [*_silent(source, one, langs[0])]
    }
    for one in parse(target)[0]:
        if one.kind == "plural" and one.name in said:
            yield from ((one.name, arm) for arm in _silent(target, one, langs[1]))


def _silent(text: str, argument: Argument, lang: str) -> Iterator[Arm]:
    named = [one.start for one in parse(text)[0] if one.name == argument.name and not one.arms]
    for arm in argument.arms:
        says = any(match[1] for match in _SIGN.finditer(text, arm.start, arm.end))
        if not (
            says
            or any(arm.start <= place < arm.end for place in named)
            or holds_one_number(arm.selector, lang)
        ):
            yield arm
