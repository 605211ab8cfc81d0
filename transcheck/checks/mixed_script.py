"""mixed-script: a word with letters of two scripts that look alike: a Latin "o" in "Мoсква"."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from transcheck.checks.base import Check, Context, Example, Look
from transcheck.checks.leaked_markup import leaked_markup
from transcheck.checks.mojibake import mojibake
from transcheck.checks.precedence import unless
from transcheck.checks.replacement_character import replaced
from transcheck.checks.sides import Fault, each_side
from transcheck.data import lines
from transcheck.languages import find
from transcheck.model import Segment, Severity, Span
from transcheck.text.characters import CYRILLIC, FULLWIDTH, GREEK, LATIN, script
from transcheck.text.late import late

_OTHER = CYRILLIC + GREEK + FULLWIDTH
_SEAMS = {
    "Latn": re.compile(f"[{_OTHER}](?:(?=[{LATIN}])|(?<=[{LATIN}][{_OTHER}]))"),
    "Cyrl": re.compile(f"[{LATIN}{GREEK}](?:(?=[{CYRILLIC}])|(?<=[{CYRILLIC}][{LATIN}{GREEK}]))"),
    "Grek": re.compile(f"[{LATIN}{CYRILLIC}](?:(?=[{GREEK}])|(?<=[{GREEK}][{LATIN}{CYRILLIC}]))"),
}
_WIDE = late(f"[{FULLWIDTH}](?:(?=[{LATIN}])|(?<=[{LATIN}][{FULLWIDTH}]))")
_WORD = late(f"[{LATIN}{_OTHER}\u0300-\u036f]+")
_COLUMNS = ("Latin", "Cyrillic", "Greek")
_HOME = {"Latn": "Latin", "Cyrl": "Cyrillic", "Grek": "Greek"}
# "TOPовый", "IIго", "Xй": an abbreviation or a Roman number with an ending.
_ENDINGS = "й|го|му|м|е|я|х|ю|ой|ая|ое|ые|ых|ій|та|те|ше"
_WITH_ENDING = late(f"[A-Z]{{2,}}s?[{CYRILLIC}{GREEK}]+|[IVX](?:{_ENDINGS})")
_THIRD = re.compile(f"[{GREEK}{CYRILLIC}]")


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    text = segment.text
    home = find(segment.lang).script
    if not (_SEAMS.get(home, _SEAMS["Latn"]).search(text) or _third(text, home)):
        return
    for match in _WORD.finditer(text):
        word = match[0]
        fixed = None if word.isascii() else _in_one_script(word, _HOME.get(home, "Latin"))
        if fixed:
            yield Fault(
                span=Span(start=match.start(), end=match.end()),
                message=f"“{word}” mixes letters that look alike: {_mixture(word)}",
                suggestion=fixed,
                certain=True,
            )


def _hint(lang: str) -> Look:
    home = find(lang).script
    seams = _SEAMS.get(home, _SEAMS["Latn"])
    return re.compile(f"{seams.pattern}|{_THIRD.pattern}") if home == "Latn" else seams


def _third(text: str, home: str) -> bool:
    """Say whether Greek and Cyrillic may meet in a text of another script."""
    return home == "Latn" and len({script(one) for one in _THIRD.findall(text)}) > 1


def _in_one_script(word: str, home: str) -> str | None:
    """Return the word in one script, if its letters of the others all have a lookalike there."""
    counts = Counter(filter(None, map(_script, word)))
    if len(counts) < 2:
        return None
    if "Wide" in counts:
        return _narrow(word) if counts.keys() == {"Wide", "Latin"} else None
    if _WITH_ENDING.fullmatch(word):
        return None
    for wanted in sorted(counts, key=lambda name: (-counts[name], name != home)):
        fixed = _converted(word, wanted, counts[wanted])
        if fixed:
            return fixed
    return None


def _script(character: str) -> str | None:
    return "Wide" if "\uff21" <= character <= "\uff5a" else script(character)


def _narrow(word: str) -> str:
    return "".join(chr(ord(c) - 0xFEE0) if "\uff21" <= c <= "\uff5a" else c for c in word)


def _converted(word: str, wanted: str, own: int) -> str | None:
    """Return the word with lookalikes put in; weak ones count between small letters alone."""
    letters: list[str] = []
    for place, letter in enumerate(word):
        if _script(letter) in (wanted, None):
            letters.append(letter)
            continue
        strong, weak = _lookalikes(wanted)
        inside = 0 < place < len(word) - 1 and word[place - 1 : place + 2].islower() and own > 1
        fixed = strong.get(letter) or (weak.get(letter) if inside else None)
        if fixed is None:
            return None
        letters.append(fixed)
    return "".join(letters)


@cache
def _lookalikes(wanted: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return what each letter of other scripts looks like in ``wanted``: surely, and perhaps."""
    column = _COLUMNS.index(wanted) if wanted in _COLUMNS else None
    tables: tuple[dict[str, str], dict[str, str]] = {}, {}
    for *row, last in (line.split() for line in lines("lookalikes.txt") if column is not None):
        weak = last == "weak"
        letters = row if weak else [*row, last]
        ours = letters[column or 0]
        if ours != "-":
            for letter in letters:
                if letter not in ("-", ours):
                    tables[weak].setdefault(letter, ours)
    return tables


def _mixture(word: str) -> str:
    """Return the letters of each script, the rarest first: "o (Latin) among Cyrillic letters"."""
    counts = Counter(filter(None, map(_script, word)))
    *rest, most = sorted(counts, key=lambda name: counts[name])
    odd = ", ".join(
        f"{''.join(dict.fromkeys(c for c in word if _script(c) == name))} ({name})" for name in rest
    )
    return f"{odd} among {most} letters"


mixed_script = unless(_rule, mojibake, replaced, leaked_markup)

MIXED_SCRIPT = Check(
    id="TC212",
    name="mixed-script",
    summary="A word has letters of two scripts that look alike.",
    rationale=(
        "A Latin “o” in a Cyrillic word, or a Greek omicron in an English one, looks right and is "
        "wrong: search, spelling, hyphenation and speech fail on it. Such letters come from "
        "keyboards, from text recognition and from attempts to hide words. Words whose parts do "
        "not look alike (“α-helix”, “µm”, “IT-компания”) and abbreviations with an ending are "
        "left alone."
    ),
    severity=Severity.ERROR,
    run=each_side(mixed_script),
    hint=_hint,
    languages="all languages; letters of Latin, Cyrillic and Greek, and wide Latin letters",
    examples=(
        Example(text="Мoсква ждёт.", lang="ru", flags=("Мoсква",), suggestion="Москва"),
        Example(text="The pоrt is closed.", flags=("pоrt",), suggestion="port"),
        Example(text="The hοuse in Αthens", flags=("hοuse", "Αthens"), suggestion="house"),
        Example(text="Η Aθήνα γιορτάζει.", lang="el", flags=("Aθήνα",), suggestion="Αθήνα"),
        Example(text="Київ iменний, Iван прийшов.", lang="uk", flags=("iменний", "Iван")),
        Example(text="東京のＮewsです", lang="ja", flags=("Ｎews",), suggestion="News"),
        Example(
            text="3D-моделирование, IT-компания, COVID-вакцина и VIPы", lang="ru", why="compounds"
        ),
        Example(text="Path of 5 μm, kΩ, Δx, the α-helix, IFNγ and TNFα", why="Greek in science"),
        Example(text="Tシャツ と Ｔシャツ、AI技術", lang="ja", why="scripts that stand together"),
        Example(text="С XIXго века TOPовый PRщик", lang="ru", why="endings on abbreviations"),
    ),
)
