"""Which negation of one text the other has no evidence for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.polarity import phrases
from transcheck.polarity.phrases import Cue

_FOLDER = "polarity/negation"
# A negator; a word that is one by itself and repeats another in its clause, or in its sentence
# (nor); the French "ne", which denies only with another word; phrases that hold a negator and deny
# nothing.
_NEGATOR, _CONCORD, _NOR, _FAINT, _SKIP = "no", "concord", "nor", "faint", "skip"
_ECHO = "echo "
_STRONG = frozenset({_NEGATOR, _CONCORD, _NOR})
# After these a word that repeats a negation says no more than "any": "sin nada".
_SWALLOWS = frozenset({"without", "avoid", "echo without", "echo avoid"})
_AROUND = 8
_CLAUSE_END = re.compile(r"[,;:.!?()«»\"“”、。，！？；：「」–—]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Negations:
    """The negations of a text, one for each that its grammar says once, and what may stand for one.

    ``weak`` are the kinds of each word that another language may say with a negation.
    """

    strong: tuple[Cue, ...]
    weak: tuple[frozenset[str], ...]
    echoes: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """Negations of one of two texts that the other lacks.

    ``excess`` is how many they are, less the words of the other that may stand for one.
    """

    lost: tuple[Cue, ...] = ()
    added: tuple[Cue, ...] = ()
    excess: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What says one thing in several words: its first word that denies, all kinds, and its end."""

    mark: Cue
    kinds: frozenset[str]
    end: int


def read(text: str, lang: str) -> Negations:
    """Return the negations of ``text``."""
    strong: list[Cue] = []
    weak: list[frozenset[str]] = []
    echoes: list[frozenset[str]] = []
    for group in _groups(text, phrases.find(text, _FOLDER, lang)):
        if group.kinds & _STRONG and _SKIP not in group.kinds:
            strong.append(group.mark)
            continue
        kinds = group.kinds - {_SKIP, *_STRONG}
        weaker = frozenset(kind for kind in kinds if not kind.startswith(_ECHO))
        if weaker:
            weak.append(weaker)
        elif kinds:
            echoes.append(frozenset(kind.removeprefix(_ECHO) for kind in kinds))
    return Negations(strong=tuple(strong), weak=tuple(weak), echoes=tuple(echoes))


def _groups(text: str, cues: Sequence[Cue]) -> list[_Group]:
    """Put together what says one negation in several words: "no dijo nada", "ne dit rien"."""
    groups: list[_Group] = []
    last: int | None = None
    swallower: Cue | None = None
    for cue in cues:
        if _CONCORD in cue.kinds and swallower and _same_clause(text, swallower.end, cue.start):
            continue
        if cue.kinds & _SWALLOWS:
            swallower = cue
        denies = bool(cue.kinds & {*_STRONG, _FAINT})
        if denies and last is not None and _joins(cue, groups[last], text):
            group = groups[last]
            plainer = _NEGATOR in cue.kinds and _NEGATOR not in group.mark.kinds
            mark = cue if plainer or not group.mark.kinds & _STRONG else group.mark
            groups[last] = _Group(mark=mark, kinds=group.kinds | cue.kinds, end=cue.end)
            continue
        if denies:
            last = len(groups)
        groups.append(_Group(mark=cue, kinds=cue.kinds, end=cue.end))
    return groups


def _joins(cue: Cue, group: _Group, text: str) -> bool:
    between = text[group.end : cue.start]
    if _NOR in cue.kinds or not any(char.isalnum() for char in between):
        # "no … nor", "ni … ni"; "No, no, no!"
        return True
    if not _same_clause(text, group.end, cue.start):
        return False
    if _CONCORD in cue.kinds:
        return True
    return _NEGATOR not in group.kinds and not (_FAINT in cue.kinds and _FAINT in group.kinds)


def _same_clause(text: str, end: int, start: int) -> bool:
    return not _CLAUSE_END.search(text, end, start)


def compare(
    source: tuple[str, str], target: tuple[str, str], second: tuple[str, str] | None = None
) -> Odd:
    """Return the negations that only one of two texts has, each text given with its language.

    ``second`` is another translation of the source: what is odd must be odd beside it, too. What
    may stand for a negation there is not asked for, as no two translators go round one alike.
    """
    odd = _surplus(source, target)
    if odd.excess <= 0:
        return Odd()
    if second is None:
        return odd
    again = _surplus(second, target)
    return Odd(
        lost=odd.lost if again.lost else (),
        added=tuple(cue for cue in odd.added if cue in again.added),
        excess=odd.excess,
    )


def _surplus(source: tuple[str, str], target: tuple[str, str]) -> Odd:
    """Return the negations that one text has more, whatever may stand for them in the other.

    Those of the fuller text that stand nearest to one of the other's, as shares of the sentence,
    are taken for its counterparts. Words that only repeat a negation ("nada", "jamais") come and go
    in sound translations: without a plain negator they count, and are never what is odd.
    """
    here, there = read(*source), read(*target)
    surplus = len(here.strong) - len(there.strong)
    if surplus > 0:
        lost = _without_counterpart(here.strong, source[0], there.strong, target[0])
        return Odd(lost=lost, excess=surplus - _unmatched(there, here))
    if surplus < 0:
        added = _without_counterpart(there.strong, target[0], here.strong, source[0])
        return Odd(added=added, excess=-surplus - _unmatched(here, there))
    return Odd()


def _without_counterpart(
    cues: Sequence[Cue], text: str, others: Sequence[Cue], other_text: str
) -> tuple[Cue, ...]:
    free = list(cues)
    for other in others:
        place = other.start / len(other_text)
        free.remove(min(free, key=lambda cue: abs(cue.start / len(text) - place)))
    return tuple(
        cue for cue in free if _NEGATOR in cue.kinds and not _is_copied(cue, text, other_text)
    )


def _is_copied(cue: Cue, text: str, other_text: str) -> bool:
    """Say whether the words around a negation stand in the other text as they are: untranslated."""
    return text[max(cue.start - _AROUND, 0) : cue.end + _AROUND] in other_text


def _unmatched(one: Negations, other: Negations) -> int:
    """Return how many words of ``one`` may stand for a negation that ``other`` has more."""
    free = [*other.weak, *other.echoes]
    count = 0
    for kinds in one.weak:
        equal = next((i for i, other_kinds in enumerate(free) if kinds & other_kinds), None)
        if equal is None:
            count += 1
        else:
            del free[equal]
    return count
