"""Brackets: which open and close a thought, without smileys, list numbers and intervals."""

import re
from collections.abc import Iterator

from transcheck.text.late import late
from transcheck.text.pairing import Mark
from transcheck.text.protected import protected, touches

# For each closing bracket, those that it closes; full-width ones mix with the others.
PARTNERS = {
    ")": "(（",
    "）": "（(",
    "]": "[［",
    "］": "［[",
    "}": "{",
    "】": "【",
    "〕": "〔",
    "》": "《",
    "〉": "〈",
}
_OPENING = frozenset("".join(PARTNERS.values()))
ANY = re.compile("[" + re.escape("".join([*PARTNERS, *sorted(_OPENING)])) + "]")

_PASSED_OVER = late(
    r"""
      (?<![^\W_])[:;=8xX%][-'’^o~]?[()\[\]{}]+        # :-) ;) =] 8-)
    | [:;=][-'’^o~]?[()]{1,9}                        # at the end of a word:)
    | [(\[][-'’^o~]?[:;=](?![^\W_])                  # (-: [=
    | \){2,} | (?<!\()\({2,}(?=\s|$)                  # :))) and the Russian smile ))
    | [*†‡]{1,3}\)                                   # notes: *)
    """,
    re.VERBOSE,
)
# A bracket in quotation marks is spoken of; one after these belongs to code.
_QUOTES, _SIGILS = frozenset("'\"`“”„‘’«»"), frozenset("$\\")
_END = r"\s*[-−+]?[\w.∞]{1,12}\s*"
_INTERVAL = late(rf"\[{_END}[;,]{_END}\)|\({_END}[;,]{_END}\]")
_LIST = re.compile(r"(?<![^\W_])(?:\d{1,3}|[^\W\d_]|[ivx]{1,5})\)")
# "a)", "1)", "iv.)", "B1)": the numbers of a list, at the front or after a pause.
_NUMBER = re.compile(r"(?:^|[\s\"“„«(/–—-])(?:\d{1,3}[a-z]?|[^\W\d_]\d?|[ivxIVX]{1,5})\.?\Z")
_PAUSE = re.compile(r"(?:^|[:;,.!?…/–—-]\s*|[\r\n]\s*|\b(?:and|or|und|oder|y|et|e|o)\s)\S{1,6}\Z")


def marks(text: str, *, owner: int = 0) -> Iterator[Mark]:
    """Yield the brackets of ``text`` in order.

    What may be a smiley, a note or the number of a list closes a bracket only where the text has
    too few closing ones: "(see note 1)", but "(namely 1) ink and 2) pens)".
    """
    if not any(map(str.isalnum, text)):
        return  # a line of code, or an ornament
    found = list(ANY.finditer(text))
    away = [*_whole(protected(text), text), *(match.span() for match in _INTERVAL.finditer(text))]
    passed = [match.span() for match in _PASSED_OVER.finditer(text)]
    kept = []
    for index, char in ((match.start(), match[0]) for match in found):
        over = bool(passed) and touches(passed, index, index + 1)
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        smiles = over and char in _OPENING and not after.isalnum()
        named = before in _QUOTES and after in _QUOTES
        if not (smiles or named or (char in _OPENING and before in _SIGILS)) and not (
            away and touches(away, index, index + 1)
        ):
            kept.append((index, char, over))
    spare = sum(-1 if char in _OPENING else 1 for _, char, _ in kept)
    several = len(_LIST.findall(text)) > 1 if spare > 0 else False
    waiting: list[str] = []
    for index, char, over in kept:
        opens = char in _OPENING
        doubtful = (
            not opens
            and (spare > 0 or not waiting)
            # "[Works, p. 51])" closes a source and an aside that an earlier sentence opened.
            and (char != "]" or waiting[-1:] != ["["])
            and (over or _is_list_number(text, index, several=several))
        )
        spare -= doubtful
        if doubtful and waiting:
            continue
        if opens:
            waiting.append(char)
        else:
            del waiting[-1:]
        yield Mark(
            owner=owner, start=index, char=char, kind="bracket", opens=opens, optional=doubtful
        )


def _whole(spans: list[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans up to a bracket that they do not open: it belongs to the prose around."""
    for start, end in spans:
        depth = 0
        for index in range(start, end):
            depth += (text[index] in "([") - (text[index] in ")]")
            if depth < 0:
                yield start, index
                break
        else:
            yield start, end


def _is_list_number(text: str, index: int, *, several: bool) -> bool:
    """Say whether a bracket ends the number of a list: one of ``several``, or after a pause."""
    if text[index] not in ")）]":
        return False
    before = text[max(0, index - 12) : index]
    return bool(_NUMBER.search(before)) and (several or bool(_PAUSE.search(before)))
