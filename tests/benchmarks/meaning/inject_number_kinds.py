"""Plant false years, shares, separators, number words, months, days of the week and currencies.

The words are listed here for five languages, so that the injectors know nothing of how the checks
read them. Elsewhere these faults are not planted.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random

from tests.benchmarks.garble.inject import Damaged, Injector, Place

_CHECK = "changed-number"
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_SHARE = re.compile(
    r"(?<![\d.,])\d+(?=[.,]?\d*\s?(?:%|％|percent|per cent|por c|pour cent|Prozent))"
)
_DECIMAL = re.compile(r"(?<![\d.,])\d+[.,]\d{1,2}(?![\d.,]?\d)")
_NUMBERS = {
    "de": "drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "en": "three four five six seven eight nine ten eleven twelve",
    "es": "tres cuatro cinco seis siete ocho nueve diez once doce",
    "fr": "trois quatre cinq six sept huit neuf dix onze douze",
    "pt": "três quatro cinco seis sete oito nove dez onze doze",
}
_MONTHS = {
    "de": "Januar Februar März April Juni Juli August September Oktober November",
    "en": "January February April June July August September October November",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro",
}
_DAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
_MONEY = {"$": "€", "€": "£", "£": "$", "dólares": "euros", "dollars": "euros", "Dollar": "Euro"}


def _replace(text: str, match: re.Match[str], new: str) -> Damaged:
    damaged = text[: match.start()] + new + text[match.end() :]
    return Damaged(text=damaged, start=match.start(), end=match.start() + len(new))


def _rewrite(
    pattern: re.Pattern[str], how: Callable[[str, Random], str]
) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that rewrites one match of the pattern."""

    def inject(place: Place, random: Random) -> Damaged | None:
        found = list(pattern.finditer(place.sentence))
        if not found:
            return None
        match = random.choice(found)
        return _replace(place.sentence, match, how(match[0], random))

    return inject


def _year(year: str, random: Random) -> str:
    return str(int(year) + random.choice([-10, -2, -1, 1, 2, 10]))


def _share(share: str, random: Random) -> str:
    return str(int(share) + random.choice([-20, -7, -1, 1, 5, 10]) or 3).lstrip("-")


def _separator(number: str, _random: Random) -> str:
    """Lose the decimal separator: 1.5 becomes 15."""
    return re.sub("[.,]", "", number)


def _word(words: Mapping[str, str]) -> Callable[[Place, Random], Damaged | None]:
    """Make an injector that writes another word of the list of the language."""
    listed: Mapping[str, Sequence[str]] = {lang: text.split() for lang, text in words.items()}

    def inject(place: Place, random: Random) -> Damaged | None:
        ours = listed.get(place.lang, ())
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ours) or '(?!)'})(?!\w)")
        found = list(pattern.finditer(place.sentence))
        if not found:
            return None
        match = random.choice(found)
        return _replace(place.sentence, match, random.choice([w for w in ours if w != match[0]]))

    return inject


def _money(place: Place, random: Random) -> Damaged | None:
    found = list(re.finditer("|".join(map(re.escape, _MONEY)), place.sentence))
    if not found:
        return None
    match = random.choice(found)
    return _replace(place.sentence, match, _MONEY[match[0]])


KINDS: tuple[Injector, ...] = (
    Injector(fault="year changed", check=_CHECK, inject=_rewrite(_YEAR, _year)),
    Injector(fault="share changed", check=_CHECK, inject=_rewrite(_SHARE, _share)),
    Injector(fault="separator lost", check=_CHECK, inject=_rewrite(_DECIMAL, _separator)),
    Injector(fault="number word changed", check=_CHECK, inject=_word(_NUMBERS)),
    Injector(fault="month changed", check=_CHECK, inject=_word(_MONTHS)),
    Injector(fault="weekday changed", check=_CHECK, inject=_word(_DAYS)),
    Injector(fault="currency changed", check=_CHECK, inject=_money),
)
