"""Where one of two texts says more and the other less: words that have an opposite."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from transcheck.polarity import phrases
from transcheck.polarity.phrases import Cue

_FOLDER = "polarity/comparison"
_SKIP = "skip"
_POLES = "+-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A word of the source and the opposite of it that the target has in its place."""

    source: Cue
    target: Cue


def compare(source: tuple[str, str], target: tuple[str, str]) -> list[Exchange]:
    """Return what the target, given with its language, says the other way round than the source.

    Of two opposites the source has to say one more often than the target, which has to say the
    other one more often: a word that is only missing, or only added, is said in other words.
    """
    here, there = _read(*source), _read(*target)
    found = []
    for pole, cues in here.items():
        opposite = pole[:-1] + _POLES[pole[-1] == _POLES[0]]
        less = len(cues) - len(there.get(pole, ()))
        more = len(there.get(opposite, ())) - len(here.get(opposite, ()))
        if less > 0 and more > 0:
            place = cues[0].start / len(source[0])
            others = there[opposite]
            cue = min(others, key=lambda its: abs(its.start / len(target[0]) - place))
            found.append(Exchange(source=cues[0], target=cue))
    return found


def look(lang: str) -> Callable[[str], bool] | None:
    """Return what says whether a token may belong to what has an opposite."""
    return phrases.look(_FOLDER, lang, but=_SKIP)


def _read(text: str, lang: str) -> Mapping[str, Sequence[Cue]]:
    """Return the words of a text that have an opposite, by what is compared and its pole."""
    found: dict[str, list[Cue]] = {}
    for cue in phrases.find(text, _FOLDER, lang):
        if _SKIP not in cue.kinds:
            for kind in sorted(cue.kinds):
                found.setdefault(kind, []).append(cue)
    return found
