"""Sound pairs beside the same pairs with one fault each, as the program sees them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.garble.inject import Damaged, Injector
from tests.benchmarks.meaning.bitexts import Bitext, Encoder, among_sound, measured, planted
from tests.benchmarks.meaning.inject_clauses import CLAUSES
from tests.benchmarks.meaning.inject_names import NAMES
from tests.benchmarks.meaning.inject_negation import NEGATIONS
from tests.benchmarks.meaning.inject_numbers import NUMBERS
from tests.benchmarks.meaning.inject_wording import WORDING
from transcheck.model import Measured

SOUND = "sound"
WRONG, NEIGHBOUR = "wrong sentence", "neighbouring sentence"
_NAMED = ("digit changed", "number dropped", "name swapped", "name dropped")
INJECTORS: tuple[Injector, ...] = (
    *CLAUSES,
    *WORDING,
    *(each for each in (*NUMBERS, *NAMES) if each.fault in _NAMED),
    *NEGATIONS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A pair, planted or sound: its number in the text, and its translation, damaged or not."""

    kind: str
    number: int
    damaged: Damaged
    row: Measured


def variants(encoder: Encoder, text: Bitext, most: int) -> Iterator[Variant]:
    """Yield all sound pairs and about ``most`` with each kind of fault, spread over the text.

    The margin of a faulty pair is that among the sound pairs around it.
    """
    for kind, found in _planted(text, most):
        if not found:
            continue
        texts = [(text.pairs[number][0], damaged.text) for number, damaged in found]
        rows = measured(encoder, text.langs, texts)
        for (number, damaged), row in zip(found, rows, strict=True):
            own = row if kind == SOUND else among_sound(encoder, text, number, row)
            yield Variant(kind=kind, number=number, damaged=damaged, row=own)


def _planted(text: Bitext, most: int) -> Iterator[tuple[str, Sequence[tuple[int, Damaged]]]]:
    targets = [target for _, target in text.pairs]
    far = len(targets) // 2
    yield SOUND, list(enumerate(map(_whole, targets)))
    yield WRONG, _some(list(enumerate(map(_whole, (*targets[far:], *targets[:far])))), most)
    yield NEIGHBOUR, _some(list(enumerate(map(_whole, (*targets[1:], targets[-2])))), most)
    for injector in INJECTORS:
        yield injector.fault, _some(list(planted(text, injector)), most)


def _whole(text: str) -> Damaged:
    return Damaged(text=text, start=0, end=len(text))


def _some(found: list[tuple[int, Damaged]], most: int) -> list[tuple[int, Damaged]]:
    return found[:: max(1, len(found) // most)]
