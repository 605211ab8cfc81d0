"""wrong-script: words in a script that the language is not written in."""

import re
from collections.abc import Iterator
from functools import cache

from transcheck.checks.base import Check, Context, Example, Look
from transcheck.checks.leaked_markup import leaked_markup
from transcheck.checks.leaked_token import leaked_token
from transcheck.checks.mixed_script import mixed_script
from transcheck.checks.mojibake import mojibake
from transcheck.checks.precedence import unless
from transcheck.checks.sides import Fault, each_side
from transcheck.data import lines
from transcheck.languages import find
from transcheck.model import Segment, Severity, Span
from transcheck.text.characters import SCRIPTS, before, script

# The scripts that a text of each language is written in; names in Latin letters stand anywhere.
_OWN = {
    "Arab": ("Arabic",), "Cyrl": ("Cyrillic",), "Deva": ("Devanagari",), "Grek": ("Greek",),
    "Hans": ("Chinese",), "Hant": ("Chinese",), "Jpan": ("Japanese", "Chinese"),
    "Kore": ("Korean", "Chinese"), "Latn": (), "Thai": ("Thai",),
}  # fmt: skip
_SIGNS = "\u0300-\u036f\u064b-\u0652\u0670\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
_OPENERS = frozenset("([{“„«‹‘\"'「『《〈（【/=:：|–—")
_HAN_VARIANTS = {"Hans": ("traditional", 0), "Hant": ("simplified", 1)}
# Simplified forms that traditional text has as well, as letters of their own.
_SHARED = frozenset("个体党听气无来种")


def _rule(segment: Segment, _context: Context) -> Iterator[Fault]:
    text, code = segment.text, find(segment.lang).script
    if text.isascii() or code not in _OWN:
        return
    if code in _HAN_VARIANTS:
        yield from _other_chinese(text, code)
    if not _letters(code).search(text):
        return
    runs = list(_foreign(code).finditer(text))
    if not runs or not _home(code).search(text):
        return
    for match in runs:
        if _is_words(match[0]) and not _is_quoted(text, match.start()):
            name = script(match[0][0])
            yield Fault(
                span=Span(start=match.start(), end=match.end()),
                message=f"“{match[0]}” is in {name} script, which {find(segment.lang).name} is "
                "not written in",
            )


def _hint(lang: str) -> Look | None:
    code = find(lang).script
    if code not in _OWN:
        return None
    return re.compile(r"[^\x00-\x7f]") if code in _HAN_VARIANTS else _letters(code)


@cache
def _foreign(code: str) -> re.Pattern[str]:
    """Return what matches words of one foreign script, one after the other."""
    away = _away(code)
    runs = (rf"[{SCRIPTS[name]}](?:[{SCRIPTS[name]}{_SIGNS}]|[ '’-](?=[{SCRIPTS[name]}]))*"
            for name in away if name not in ("Chinese", "Japanese"))  # fmt: skip
    east = "".join(SCRIPTS[name] for name in ("Chinese", "Japanese") if name in away)
    return re.compile("|".join([*runs, f"[{east}]+"] if east else runs))


@cache
def _letters(code: str) -> re.Pattern[str]:
    """Return what matches any letter of a foreign script: one quick look at sound text."""
    return re.compile(f"[{''.join(SCRIPTS[name] for name in _away(code))}]")


def _away(code: str) -> list[str]:
    return [name for name in SCRIPTS if name != "Latin" and name not in _OWN[code]]


@cache
def _home(code: str) -> re.Pattern[str]:
    letters = "".join(SCRIPTS[name] for name in _OWN[code] or ("Latin",))
    return re.compile(f"[{letters}]")


def _is_words(run: str) -> bool:
    """Say whether a run is more than a sign: "α", "Я" and "ツ" stand in formulas and faces."""
    return sum(map(str.isalpha, run)) > 1


def _is_quoted(text: str, start: int) -> bool:
    """Say whether a run stands in brackets, or after a quotation mark or a colon.

    There it is given in the original on purpose.
    """
    left = text[:start].rstrip()
    if left[-1:] in _OPENERS and left:
        return True
    if any(left.count(one) > left.count(two) for one, two in ("()", "[]", "（）")):
        return True
    return before(text, start).isdigit()


def _other_chinese(text: str, code: str) -> Iterator[Fault]:
    """Yield stretches with characters of the other Chinese, from the first to the last in a row."""
    name, column = _HAN_VARIANTS[code]
    table = _variants(column)
    for match in _stretch(column).finditer(text):
        fixed = "".join(table.get(character, character) for character in match[0])
        if not _is_quoted(text, match.start()):
            yield Fault(
                span=Span(start=match.start(), end=match.end()),
                message=f"“{match[0]}” is {name} Chinese: here it is written “{fixed}”",
                suggestion=fixed,
            )


@cache
def _variants(column: int) -> dict[str, str]:
    pairs = lines("chinese-characters.txt")
    return {
        pair[1 - column]: pair[column]
        for pair in pairs
        if pair[0] != pair[1] and (column == 0 or pair[0] not in _SHARED)
    }


@cache
def _stretch(column: int) -> re.Pattern[str]:
    letters = "".join(_variants(column))
    return re.compile(f"[{letters}](?:[\u4e00-\u9fff]{{0,3}}[{letters}])*")


wrong_script = unless(_rule, mojibake, mixed_script, leaked_markup, leaked_token)

WRONG_SCRIPT = Check(
    id="TC213",
    name="wrong-script",
    summary="Words stand in a script that the language is not written in.",
    rationale=(
        "An engine that loses its way writes a word or two in another language, and words that "
        "nobody translated stay in the script of the source. Names in Latin letters are at home "
        "in every script. A name given in the original in brackets, in quotes or after a colon "
        "is left alone, and so are single letters, which stand in formulas. In Chinese, "
        "characters of the other way of writing are marked, too."
    ),
    severity=Severity.ERROR,
    run=each_side(wrong_script),
    hint=_hint,
    examples=(
        Example(text="The council наконец voted.", flags=("наконец",)),
        Example(text="El puerto في المدينة está cerrado.", lang="es", flags=("في المدينة",)),
        Example(text="Мэр сказал 可是 нет.", lang="ru", flags=("可是",)),
        Example(text="市議會在星期二投票，会议很长。", lang="zh-TW", flags=("会议很长",)),
        Example(
            text="市议会在星期二投票，會議结束。", lang="zh", flags=("會議",), suggestion="会议"
        ),
        Example(text="Peking (北京) is called “北京” by those who live there."),
        Example(text="Das Boot heißt „Надежда“ – russisch: Надежда.", lang="de"),
        Example(text="Microsoft и Apple открыли офис в Berlin.", lang="ru", why="Latin names"),
        Example(text="Take π and Σ; Я is the last letter ¯\\_(ツ)_/¯", why="single letters"),
        Example(text="東京でKoreanの한국을 (한국)", lang="ja", flags=("한국을",)),
    ),
)
