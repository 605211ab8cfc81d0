"""Which negation of one text the other has no evidence for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from transcheck.model import Side
from transcheck.polarity import phrases
from transcheck.polarity.phrases import Cue

_FOLDER = "polarity/negation"
# A negator; a word that is one by itself and repeats another in its clause, or in its sentence
# (nor); the French "ne", which denies only with another word; phrases that hold a negator and deny
# nothing.
_NEGATOR, _CONCORD, _NOR, _FAINT, _SKIP = "no", "concord", "nor", "faint", "skip"
# A word that only repeats ("nigdy"), one that is a negator where its clause begins and else only
# repeats ("nadie vino", "no vino nadie"), those that a clause begins after ("que"), and those of
# them after which it denies anew ("no vino y nadie llamó").
_REPEAT, _INITIAL, _LINK, _AND = "repeat", "initial", "link", "and"
_ECHO = "echo "
# What may be said with a negation or without: "não conseguiu" is "failed", and "could not" as well.
# A phrase with a negator that has another meaning in its table is such, and what a table names.
_HELD = "held"
# A phrase that holds a negator, and one that says until when.
_SPELT, _BEFORE = "spelt", "before"
# "Not only", and what it says without its "not".
_NOT_ONLY, _ONLY = "only", "bound"
_STRONG = frozenset({_NEGATOR, _CONCORD, _NOR, _INITIAL})
_REPEATS = frozenset({_CONCORD, _REPEAT, _INITIAL})
_HOLDS = frozenset({_HELD, _SPELT})
# After these a word that repeats a negation says no more than "any": "sin nada".
_SWALLOWS = frozenset({"without", "avoid", "echo without", "echo avoid"})
_AROUND = 8
_QUOTES = '«»"“”„「」『』 '
_CLAUSE_END = re.compile(r"[,;:.!?()«»\"“”、。，！？；：「」–—]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Negations:
    """The negations of a text, one for each that its grammar says once, and what may stand for one.

    ``weak`` are the words that another language may say with a negation; ``echoes`` those that
    seldom do, but match their like.
    """

    strong: tuple[Cue, ...]
    weak: tuple[Cue, ...]
    echoes: tuple[Cue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surplus:
    """What the text on ``side`` of two denies more often than the other.

    ``odd`` are its negations without a counterpart; ``own`` and ``others`` say how many it has in
    all, and the other text, and ``explained`` are the words of the other that may stand for one.
    """

    side: Side
    odd: tuple[Cue, ...]
    own: int
    others: int
    explained: tuple[Cue, ...]

    @property
    def plain(self) -> tuple[Cue, ...]:
        """The odd negations but for words that only repeat one ("nada", "jamais").

        Those come and go in sound translations.
        """
        return tuple(cue for cue in self.odd if _NEGATOR in cue.kinds)

    @property
    def is_bare(self) -> bool:
        """Say whether there are more of them than words that may stand for one."""
        return self.own - self.others > len(self.explained)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """What says one thing in several words: its first word that denies, all kinds, and its end."""

    mark: Cue
    kinds: frozenset[str]
    end: int


def read(text: str, lang: str) -> Negations:
    """Return the negations of ``text``."""
    strong: list[Cue] = []
    weak: list[Cue] = []
    echoes: list[Cue] = []
    for group in _groups(text, _in_clauses(text, phrases.find(text, _FOLDER, lang))):
        if group.kinds & _STRONG and _SKIP not in group.kinds:
            strong.append(group.mark)
            continue
        kinds = group.kinds - {_SKIP, _REPEAT, *_STRONG}
        phrase = text[group.mark.start : group.mark.end]
        if kinds and _SKIP not in group.kinds and phrases.holds(phrase, _FOLDER, lang, _NEGATOR):
            kinds |= _HOLDS
        weaker = frozenset(kind for kind in kinds if not kind.startswith(_ECHO))
        if weaker - _HOLDS or kinds in ({_HELD}, _HOLDS):
            weak.append(replace(group.mark, kinds=weaker))
        elif kinds:
            kinds = frozenset(kind.removeprefix(_ECHO) for kind in kinds)
            echoes.append(replace(group.mark, kinds=kinds))
    return Negations(strong=tuple(strong), weak=tuple(weak), echoes=tuple(echoes))


def _in_clauses(text: str, cues: Sequence[Cue]) -> Iterator[Cue]:
    """Yield all cues but links, those that deny only where a clause begins as what they are."""
    begins, anew = 0, False
    for cue in cues:
        if cue.kinds & {_LINK, _AND}:
            begins, anew = cue.end, _AND in cue.kinds
        elif anew and cue.kinds & _REPEATS and not _is_inside(text, begins, cue.start):
            yield replace(cue, kinds=cue.kinds - _REPEATS | {_NEGATOR})
        elif _INITIAL in cue.kinds and _is_inside(text, begins, cue.start):
            yield replace(cue, kinds=cue.kinds - {_INITIAL} | {_REPEAT})
        else:
            yield cue


def _is_inside(text: str, begins: int, start: int) -> bool:
    before = text[max(begins, start - _AROUND) : start].rstrip()
    return before[-1:].isalnum()


def _groups(text: str, cues: Iterable[Cue]) -> list[_Group]:
    """Put together what says one negation in several words: "no dijo nada", "ne dit rien"."""
    groups: list[_Group] = []
    last: int | None = None
    swallower: Cue | None = None
    for cue in cues:
        if cue.kinds & _REPEATS and swallower and _same_clause(text, swallower.end, cue.start):
            continue
        if cue.kinds & _SWALLOWS:
            swallower = cue
        denies = bool(cue.kinds & {*_STRONG, _REPEAT, _FAINT})
        if denies and last is not None and _joins(cue, groups[last], text):
            group = groups[last]
            if _NOR in cue.kinds:
                # Another language repeats its "not" there: "not you, nor me", "not you, not me".
                groups.append(_Group(mark=cue, kinds=frozenset({_HELD}), end=cue.end))
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
    spoken = between.isspace() and text[group.end - 1].isalnum()
    if _NOR in cue.kinds or not (spoken or any(map(str.isalnum, between))):
        # "no … nor", "ni … ni"; "No, no, no!", but not "not no one"
        return True
    if not _same_clause(text, group.end, cue.start):
        return False
    if cue.kinds & _REPEATS:
        return True
    if _INITIAL in group.kinds:
        # "Nadie no vino": who came? All did.
        return False
    return _NEGATOR not in group.kinds and not (_FAINT in cue.kinds and _FAINT in group.kinds)


def _same_clause(text: str, end: int, start: int) -> bool:
    return not _CLAUSE_END.search(text, end, start)


def compare(source: tuple[str, str], target: tuple[str, str]) -> Surplus | None:
    """Return what one of two texts, each given with its language, denies more than the other.

    Those of its negations that stand nearest to one of the other's, as shares of the sentence, are
    taken for their counterparts. None where both deny as often.
    """
    here, there = read(*source), read(*target)
    here, there = _with_limited(here, there), _with_limited(there, here)
    surplus = len(here.strong) - len(there.strong)
    if surplus == 0:
        return None
    if surplus > 0:
        return _surplus(Side.SOURCE, (here, source[0]), (there, target[0]))
    return _surplus(Side.TARGET, (there, target[0]), (here, source[0]))


def _with_limited(one: Negations, other: Negations) -> Negations:
    """Return the negations with "not only" among them, where the other text says "only".

    A limit that only one text has explains no other negation then: it is what was said instead.
    """
    limits = [cue for cue in one.weak if _NOT_ONLY in cue.kinds]
    own = sum(_ONLY in cue.kinds for cue in (*one.weak, *one.echoes))
    only = [cue for cue in (*other.weak, *other.echoes) if cue.kinds & {_NOT_ONLY, _ONLY}]
    if not limits or len(only) - own != len(limits) or any(_NOT_ONLY in cue.kinds for cue in only):
        return one
    denied = (replace(cue, kinds=frozenset({_NEGATOR})) for cue in limits)
    strong = sorted((*one.strong, *denied), key=lambda cue: cue.start)
    answered = (replace(cue, kinds=frozenset({_ONLY})) for cue in limits)
    return replace(one, strong=tuple(strong), weak=(*one.weak, *answered))


def _surplus(side: Side, mine: tuple[Negations, str], its: tuple[Negations, str]) -> Surplus | None:
    (one, text), (other, other_text) = mine, its
    unmatched = _unmatched(other, one)
    held = [cue for cue in unmatched if _HELD in cue.kinds]
    odd = _without_counterpart(one.strong, text, (*other.strong, *held), other_text)
    if not odd:
        return None
    return Surplus(
        side=side,
        odd=odd,
        own=len(one.strong),
        others=len(other.strong) + len(held),
        explained=tuple(cue for cue in unmatched if _HELD not in cue.kinds),
    )


def _without_counterpart(
    cues: Sequence[Cue], text: str, others: Sequence[Cue], other_text: str
) -> tuple[Cue, ...]:
    free = list(cues)
    for other in others[: len(free)]:
        place = other.start / len(other_text)
        free.remove(min(free, key=lambda cue: abs(cue.start / len(text) - place)))
    return tuple(cue for cue in free if not _is_copied(cue, text, other_text))


def _is_copied(cue: Cue, text: str, other_text: str) -> bool:
    """Say whether the words around a negation stand in the other text as they are: untranslated."""
    around = text[max(cue.start - _AROUND, 0) : cue.end + _AROUND].strip(_QUOTES)
    return phrases.plain(around) in phrases.plain(other_text)


def _unmatched(one: Negations, other: Negations) -> list[Cue]:
    """Return the words of ``one`` that may stand for a negation that ``other`` has more."""
    free = [*other.weak, *other.echoes]
    found = []
    for cue in one.weak:
        equal = next((its for its in free if _is_alike(cue, its)), None)
        if equal is None:
            found.append(cue)
        else:
            free.remove(equal)
    return found


def _is_alike(cue: Cue, its: Cue) -> bool:
    """Say whether two words are of one kind.

    "No viene hasta" says more than "until": its "not" has another counterpart.
    """
    shared = (cue.kinds & its.kinds) - _HOLDS
    return bool(shared - {_BEFORE} if _SPELT in cue.kinds else shared)
